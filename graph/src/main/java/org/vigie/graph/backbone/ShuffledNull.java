/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.coaction.Timing;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Tests each edge against what daily rhythm and shared interests alone would give. In this null the same accounts act
 * on the same objects, with the times permuted inside each account.
 *
 * <p>The statistic is the number of {@linkplain Timing#meetings meetings}, the support of the edge with contents paired
 * one to one. The p-value is an upper bound of the exact permutation tail in closed form, by factorial moments. Nothing
 * is drawn, so there is no seed, and no number of replicates limits it. On data whose times mean nothing, q-values keep
 * their rate.
 *
 * <p>It asks about timing only. Accounts that share objects nobody else has, but days apart, are no discovery here. An
 * event that everybody follows at one hour is one, for which there is {@link ConfigurationNull}: an edge that neither
 * explains is {@code configuration.test(network).and(shuffled.test(network, engine.evidence(actions)))}.
 *
 * <p>Source: the permutation follows L. Nizzoli and others, "Coordinated behavior on social media in 2019 UK general
 * election", 2021, and the idea of surrogate data; the bound is ours. Takes as long as
 * {@link EdgeEvidence#timings}. Immutable and thread-safe.
 */
public final class ShuffledNull implements Backbone {
    private final Correction correction;
    private final double alpha;

    private ShuffledNull(Correction correction, double alpha) {
        this.correction = correction;
        this.alpha = alpha;
    }

    /**
     * Returns the test with Benjamini and Hochberg's correction, at a false-discovery rate of 0.05.
     *
     * @return the test
     */
    public static ShuffledNull withDefaults() {
        return new ShuffledNull(Correction.BENJAMINI_HOCHBERG, 0.05);
    }

    /**
     * Returns this test with another correction.
     *
     * @param value the correction
     * @return the test
     */
    public ShuffledNull withCorrection(Correction value) {
        return new ShuffledNull(Objects.requireNonNull(value, "value"), alpha);
    }

    /**
     * Returns this test keeping edges at another false-discovery rate.
     *
     * @param value the expected share of false edges among those kept, in (0, 1]
     * @return the test
     * @throws IllegalArgumentException if the rate is not in (0, 1]
     */
    public ShuffledNull withAlpha(double value) {
        Significance.checkRate(value);
        return new ShuffledNull(correction, value);
    }

    /**
     * Keeps the edges with {@code q <= alpha}.
     *
     * @param network a network detected from actions
     * @param evidence the evidence of the same engine for the same actions
     * @return which edges stay, with the test
     * @throws IllegalArgumentException if the network has edges but was not drawn from actions
     */
    @Override
    public Selection select(CoordinationNetwork network, Supplier<EdgeEvidence> evidence) {
        return Selection.of(test(network, evidence.get()), alpha);
    }

    /**
     * Detects the network of the actions and tests every edge.
     *
     * @param engine the engine
     * @param actions the actions
     * @return expected counts, p-values and q-values, with the network
     */
    public Significance test(CoActions engine, Actions actions) {
        return test(engine.detect(actions), engine.evidence(actions));
    }

    /**
     * Tests every edge of a network.
     *
     * @param network a network detected from actions
     * @param evidence the evidence of the same engine for the same actions
     * @return expected counts, p-values and q-values
     * @throws IllegalArgumentException if the network has edges but was not drawn from actions
     */
    public Significance test(CoordinationNetwork network, EdgeEvidence evidence) {
        Significance.checkDrawn(network);
        List<Timing> timings = evidence.timings(network);
        double[] expected = timings.stream().mapToDouble(Timing::expected).toArray();
        double[] p = timings.stream().mapToDouble(Timing::bound).toArray();
        return new Significance(network, expected, p, network.population().accountPairs(), correction);
    }
}
