/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Decides which edges of a network stand out.
 *
 * <p>Every backbone is immutable, thread-safe and deterministic. Its decisions do not depend on how accounts are
 * numbered. Edges keep their weights and accounts their numbers.
 */
public interface Backbone {
    /**
     * Decides about every edge.
     *
     * @param network the network
     * @param evidence the evidence of the same engine for the same actions; asked for by backbones that need times only
     * @return which edges stay, and what a test says of each
     * @throws IllegalArgumentException if the backbone needs a network drawn from actions and this one was not
     */
    Selection select(CoordinationNetwork network, Supplier<EdgeEvidence> evidence);

    /**
     * Returns the backbone that keeps every edge.
     *
     * @return the backbone
     */
    static Backbone all() {
        return (network, evidence) -> new Selection(network, e -> true, Optional.empty());
    }

    /**
     * Returns the backbone of the edges that neither null explains: the intersection-union test of both at once.
     *
     * @param one a null
     * @param other another null
     * @param alpha the false-discovery rate, in (0, 1]
     * @return the backbone, with {@link Significance#and} of both as its test; it throws IllegalArgumentException when
     *     asked if one of the two tests no null
     * @throws IllegalArgumentException if the rate is not in (0, 1]
     */
    static Backbone both(Backbone one, Backbone other, double alpha) {
        Objects.requireNonNull(one, "one");
        Objects.requireNonNull(other, "other");
        Significance.checkRate(alpha);
        return (network, evidence) ->
                Selection.of(tested(one, network, evidence).and(tested(other, network, evidence)), alpha);
    }

    private static Significance tested(
            Backbone backbone, CoordinationNetwork network, Supplier<EdgeEvidence> evidence) {
        return backbone.select(network, evidence)
                .significance()
                .orElseThrow(() -> new IllegalArgumentException("both backbones must test a null but one does not"));
    }

    /** What a backbone decided. Immutable and thread-safe. */
    final class Selection {
        private final CoordinationNetwork network;
        private final BitSet kept = new BitSet();
        private final Optional<Significance> significance;

        Selection(CoordinationNetwork network, IntPredicate kept, Optional<Significance> significance) {
            this.network = network;
            this.significance = significance;
            for (int e = 0; e < network.edgeCount(); e++) {
                this.kept.set(e, kept.test(e));
            }
        }

        /** The edges whose q-value is at most the rate. */
        static Selection of(Significance significance, double alpha) {
            return new Selection(
                    significance.network(), e -> significance.qValue(e) <= alpha, Optional.of(significance));
        }

        /**
         * Returns the network that was decided about.
         *
         * @return the network
         */
        public CoordinationNetwork network() {
            return network;
        }

        /**
         * Tells whether an edge stays.
         *
         * @param edge the index of the edge
         * @return whether it is in the backbone
         * @throws IndexOutOfBoundsException if the network has no such edge
         */
        public boolean kept(int edge) {
            return kept.get(Objects.checkIndex(edge, network.edgeCount()));
        }

        /**
         * Returns how many edges stay.
         *
         * @return the number
         */
        public int count() {
            return kept.cardinality();
        }

        /**
         * Returns the network of the edges that stay.
         *
         * @return the backbone; all accounts stay, with their numbers
         */
        public CoordinationNetwork backbone() {
            return network.filter(kept::get);
        }

        /**
         * Returns p-values and q-values of the edges, for backbones that test a null.
         *
         * @return the result of the test, or empty if the backbone has none
         */
        public Optional<Significance> significance() {
            return significance;
        }
    }
}
