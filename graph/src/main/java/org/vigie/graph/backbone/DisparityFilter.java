/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Keeps the edges that carry more of an account's strength than chance would give them: the disparity filter.
 *
 * <p>For an account of degree k and strength s, an edge of weight w has alpha = (1 - w / s)^(k - 1). That is the
 * probability that a random split of the strength gives that edge as much or more. An end of degree 1 says nothing
 * (alpha = 1). The edge's alpha is the smaller of its two ends'.
 *
 * <p>Source: M. A. Serrano, M. Boguna and A. Vespignani, "Extracting the multiscale backbone of complex weighted
 * networks", 2009. O(e). Immutable and thread-safe.
 */
public final class DisparityFilter implements Backbone {
    private final double alpha;

    private DisparityFilter(double alpha) {
        this.alpha = alpha;
    }

    /**
     * Returns the filter at alpha = 0.05.
     *
     * @return the filter
     */
    public static DisparityFilter withDefaults() {
        return new DisparityFilter(0.05);
    }

    /**
     * Returns this filter at another level.
     *
     * @param value the alpha below which edges are kept, in (0, 1]
     * @return the filter
     * @throws IllegalArgumentException if the level is not in (0, 1]
     */
    public DisparityFilter withAlpha(double value) {
        Significance.checkRate(value);
        return new DisparityFilter(value);
    }

    /**
     * Returns the alpha of every edge.
     *
     * @param network the network
     * @return a new array of alphas by edge, each in [0, 1]
     */
    public double[] alphas(CoordinationNetwork network) {
        double[] strength = new double[network.accountCount()];
        for (int v = 0; v < strength.length; v++) {
            strength[v] = network.strength(v);
        }
        double[] result = new double[network.edgeCount()];
        for (int e = 0; e < result.length; e++) {
            int u = network.source(e);
            int v = network.target(e);
            result[e] = Math.min(
                    alpha(network.weight(e), strength[u], network.degree(u)),
                    alpha(network.weight(e), strength[v], network.degree(v)));
        }
        return result;
    }

    private static double alpha(double weight, double strength, int degree) {
        return degree < 2 ? 1 : Math.pow(Math.max(0, 1 - weight / strength), degree - 1.0);
    }

    /**
     * Keeps the edges whose alpha is below the level.
     *
     * @param network the network
     * @param evidence not asked for
     * @return which edges stay
     */
    @Override
    public Selection select(CoordinationNetwork network, Supplier<EdgeEvidence> evidence) {
        return select(network);
    }

    private Selection select(CoordinationNetwork network) {
        double[] alphas = alphas(network);
        return new Selection(network, e -> alphas[e] < alpha, Optional.empty());
    }

    /**
     * Returns the network of the edges whose alpha is below the level.
     *
     * @param network the network
     * @return the backbone
     */
    public CoordinationNetwork backbone(CoordinationNetwork network) {
        return select(network).backbone();
    }
}
