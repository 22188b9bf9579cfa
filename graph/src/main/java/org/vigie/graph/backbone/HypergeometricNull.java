/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.Objects;
import java.util.function.Supplier;
import org.vigie.core.stats.Tails;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Tests each edge against the hypergeometric null of statistically validated networks: each account draws its objects
 * from all objects alike.
 *
 * <p>The statistic is the {@linkplain CoordinationNetwork#support support} of the edge. The p-value is P(X >= k), where
 * X is hypergeometric: of N objects one account has d(u), and the other draws d(v). Meant for networks without a window
 * ({@code CoActions.withoutWindow()}); with a window it still holds as an upper bound, as the window only removes
 * common objects. It takes no account of popularity: one object that everybody shared makes every pair look alike, for
 * which there is {@link ConfigurationNull}.
 *
 * <p>Source: M. Tumminello, S. Micciche, F. Lillo, J. Piilo and R. N. Mantegna, "Statistically validated networks in
 * bipartite complex systems", 2011. O(objects in common) per edge. Immutable and thread-safe.
 */
public final class HypergeometricNull implements Backbone {
    private final Correction correction;
    private final double alpha;

    private HypergeometricNull(Correction correction, double alpha) {
        this.correction = correction;
        this.alpha = alpha;
    }

    /**
     * Returns the test with Benjamini and Hochberg's correction, at a false-discovery rate of 0.05.
     *
     * @return the test
     */
    public static HypergeometricNull withDefaults() {
        return new HypergeometricNull(Correction.BENJAMINI_HOCHBERG, 0.05);
    }

    /**
     * Returns this test with another correction.
     *
     * @param value the correction
     * @return the test
     */
    public HypergeometricNull withCorrection(Correction value) {
        return new HypergeometricNull(Objects.requireNonNull(value, "value"), alpha);
    }

    /**
     * Returns this test keeping edges at another false-discovery rate.
     *
     * @param value the expected share of false edges among those kept, in (0, 1]
     * @return the test
     * @throws IllegalArgumentException if the rate is not in (0, 1]
     */
    public HypergeometricNull withAlpha(double value) {
        Significance.checkRate(value);
        return new HypergeometricNull(correction, value);
    }

    /**
     * Keeps the edges with {@code q <= alpha}.
     *
     * @param network a network detected from actions
     * @param evidence not asked for
     * @return which edges stay, with the test
     * @throws IllegalArgumentException if the network has edges but was not drawn from actions
     */
    @Override
    public Selection select(CoordinationNetwork network, Supplier<EdgeEvidence> evidence) {
        return Selection.of(test(network), alpha);
    }

    /**
     * Tests every edge.
     *
     * @param network a network detected from actions
     * @return expected counts, p-values and q-values
     * @throws IllegalArgumentException if the network has edges but was not drawn from actions
     */
    public Significance test(CoordinationNetwork network) {
        Significance.checkDrawn(network);
        int objects = network.population().objects();
        double[] expected = new double[network.edgeCount()];
        double[] p = new double[network.edgeCount()];
        for (int e = 0; e < p.length; e++) {
            int source = network.accountObjects(network.source(e));
            int target = network.accountObjects(network.target(e));
            expected[e] = (double) source * target / objects;
            p[e] = Tails.hypergeometric(network.support(e), objects, source, target);
        }
        return new Significance(network, expected, p, network.population().accountPairs(), correction);
    }
}
