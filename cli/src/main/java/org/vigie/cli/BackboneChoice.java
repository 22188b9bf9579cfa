/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import org.vigie.graph.backbone.Backbone;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.DisparityFilter;
import org.vigie.graph.backbone.HypergeometricNull;
import org.vigie.graph.backbone.ShuffledNull;
import org.vigie.graph.backbone.WeightQuantile;

/** The backbones of the command line. */
enum BackboneChoice {
    NONE,
    QUANTILE,
    DISPARITY,
    HYPERGEOMETRIC,
    CONFIGURATION,
    SHUFFLED;

    Backbone backbone(double alpha, WeightQuantile quantile) {
        ShuffledNull timing = ShuffledNull.withDefaults().withAlpha(alpha);
        return switch (this) {
            case NONE -> Backbone.all();
            case QUANTILE -> quantile;
            case DISPARITY -> DisparityFilter.withDefaults().withAlpha(alpha);
            case SHUFFLED -> timing;
            case HYPERGEOMETRIC -> Backbone.both(HypergeometricNull.withDefaults(), timing, alpha);
            case CONFIGURATION -> Backbone.both(ConfigurationNull.withDefaults(), timing, alpha);
        };
    }
}
