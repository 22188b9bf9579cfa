/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.Arrays;
import java.util.List;
import org.vigie.core.internal.Checks;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * What a null model says about the edges of a network. For each edge it has the statistic expected under the null and
 * the p-value of seeing as much or more. The q-value is over all pairs of accounts that could have had an edge.
 *
 * <p>Immutable and thread-safe.
 */
public final class Significance {
    private final CoordinationNetwork network;
    private final double[] expected;
    private final double[] p;
    private final double[] q;
    private final long tests;
    private final Correction correction;
    private final List<Significance> parts;

    Significance(CoordinationNetwork network, double[] expected, double[] p, long tests, Correction correction) {
        this(network, expected, p, tests, correction, List.of());
    }

    private Significance(
            CoordinationNetwork network,
            double[] expected,
            double[] p,
            long tests,
            Correction correction,
            List<Significance> parts) {
        this.parts = parts;
        this.network = network;
        this.expected = expected;
        this.p = p;
        this.tests = Math.max(tests, p.length);
        this.correction = correction;
        this.q = correction.qValues(p, tests);
    }

    /**
     * Returns the test of both nulls at once: an edge is significant only if neither explains it. Its p-value is the
     * larger of the two, its expected count too; its correction is this one's. Source: R. L. Berger, "Multiparameter
     * hypothesis testing and acceptance sampling", 1982 (intersection-union test).
     *
     * @param other another null's result for the same network
     * @return the joint result
     * @throws IllegalArgumentException if the results are of different networks
     */
    public Significance and(Significance other) {
        if (!network.equals(other.network)) {
            throw new IllegalArgumentException(
                    "both results must be of one network but were of " + network + " and " + other.network);
        }
        double[] larger = new double[p.length];
        double[] means = new double[p.length];
        for (int e = 0; e < p.length; e++) {
            larger[e] = Math.max(p[e], other.p[e]);
            means[e] = Math.max(expected[e], other.expected[e]);
        }
        return new Significance(network, means, larger, Math.max(tests, other.tests), correction, List.of(this, other));
    }

    /**
     * Returns the results that this one joins, in the order in which they were joined.
     *
     * @return the two results, or nothing if this is of one null
     */
    public List<Significance> parts() {
        return parts;
    }

    /**
     * Returns the network that was tested.
     *
     * @return the network
     */
    public CoordinationNetwork network() {
        return network;
    }

    /**
     * Returns the number of objects in common expected under the null.
     *
     * @param edge the index of the edge
     * @return the expected number, >= 0
     */
    public double expected(int edge) {
        return expected[edge];
    }

    /**
     * Returns the probability under the null of at least as many objects in common as observed.
     *
     * @param edge the index of the edge
     * @return the p-value, in [0, 1]
     */
    public double pValue(int edge) {
        return p[edge];
    }

    /**
     * Returns the smallest false-discovery rate at which the edge would be kept.
     *
     * @param edge the index of the edge
     * @return the q-value, in [0, 1]
     */
    public double qValue(int edge) {
        return q[edge];
    }

    /**
     * Returns the number of tests that the q-values account for: pairs of accounts without an edge count with p = 1.
     *
     * @return the number of pairs of accounts
     */
    public long tests() {
        return tests;
    }

    /**
     * Returns how many edges a backbone would keep.
     *
     * @param alpha the false-discovery rate, in (0, 1]
     * @return the number of edges with {@code q <= alpha}
     * @throws IllegalArgumentException if the rate is not in (0, 1]
     */
    public long count(double alpha) {
        checkRate(alpha);
        return Arrays.stream(q).filter(x -> x <= alpha).count();
    }

    /**
     * Returns the network of significant edges.
     *
     * @param alpha the false-discovery rate, in (0, 1]: the expected share of false edges among those kept
     * @return the edges with {@code q <= alpha}; all accounts stay, with their numbers
     * @throws IllegalArgumentException if the rate is not in (0, 1]
     */
    public CoordinationNetwork backbone(double alpha) {
        checkRate(alpha);
        return network.filter(e -> q[e] <= alpha);
    }

    static void checkRate(double alpha) {
        Checks.fraction("alpha", alpha);
    }

    static void checkDrawn(CoordinationNetwork network) {
        if (network.edgeCount() > 0 && network.population().incidences() == 0) {
            throw new IllegalArgumentException(
                    "a null needs a network drawn from actions but the population of " + network + " has none");
        }
    }

    @Override
    public String toString() {
        return "Significance[edges=" + p.length + ", tests=" + tests + ", correction=" + correction + "]";
    }
}
