/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;
import org.vigie.core.internal.Checks;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Keeps the edges whose weight is above a quantile of all weights, as is usual for coordinated link sharing.
 *
 * <p>The quantile is of type 7 (linear interpolation) and the comparison strict, so that a network in which most
 * weights are 1 loses those. Source: F. Giglietto and others 2020, N. Righetti and P. Balluff 2025; for the quantile,
 * R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996. O(e). Immutable and thread-safe.
 */
public final class WeightQuantile implements Backbone {
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).with(NaNPolicy.ERROR);

    private final double quantile;

    private WeightQuantile(double quantile) {
        this.quantile = quantile;
    }

    /**
     * Returns the backbone above the median.
     *
     * @return the backbone
     */
    public static WeightQuantile withDefaults() {
        return new WeightQuantile(0.5);
    }

    /**
     * Returns this backbone above another quantile.
     *
     * @param value the quantile, in [0, 1]
     * @return the backbone
     * @throws IllegalArgumentException if the quantile is not in [0, 1]
     */
    public WeightQuantile withQuantile(double value) {
        Checks.probability("quantile", value);
        return new WeightQuantile(value);
    }

    /**
     * Returns the weight above which edges are kept.
     *
     * @param network a network with at least one edge
     * @return the quantile of the weights
     * @throws IllegalArgumentException if the network has no edge
     */
    public double threshold(CoordinationNetwork network) {
        if (network.edgeCount() == 0) {
            throw new IllegalArgumentException("a threshold needs at least 1 edge but the network has 0");
        }
        double[] weights = new double[network.edgeCount()];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = network.weight(e);
        }
        return TYPE_7.evaluate(weights, quantile);
    }

    /**
     * Keeps the edges whose weight is above the threshold.
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
        double threshold = network.edgeCount() == 0 ? 0 : threshold(network);
        return new Selection(network, e -> network.weight(e) > threshold, Optional.empty());
    }

    /**
     * Returns the network of heavy edges.
     *
     * @param network the network
     * @return the edges whose weight is above the threshold
     */
    public CoordinationNetwork backbone(CoordinationNetwork network) {
        return select(network).backbone();
    }
}
