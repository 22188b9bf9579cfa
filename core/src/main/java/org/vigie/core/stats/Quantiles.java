/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import java.util.Arrays;
import org.vigie.core.internal.Checks;

/**
 * Sample quantiles by linear interpolation of the order statistics at {@code (n - 1) p}.
 *
 * <p>Source: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, 1996, definition 7 (the default of R
 * and NumPy). O(n log n), deterministic, thread-safe; the input is not changed.
 */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The quantile of one probability.
     *
     * @param values the sample, not empty, without NaN, in any order
     * @param p the probability, in [0, 1]
     * @return the quantile
     */
    public static double type7(double[] values, double p) {
        return type7(values, new double[] {p})[0];
    }

    /**
     * The quantiles of several probabilities, sorting once.
     *
     * @param values the sample, not empty, without NaN, in any order
     * @param p the probabilities, each in [0, 1]
     * @return a new array: one quantile for each probability, in that order
     */
    public static double[] type7(double[] values, double[] p) {
        if (values.length == 0) {
            throw new IllegalArgumentException("values must not be empty");
        }
        double[] sorted = values.clone();
        for (double value : sorted) {
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("values must not hold NaN");
            }
        }
        Arrays.sort(sorted);
        double[] result = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            double position = (sorted.length - 1) * Checks.probability("p", p[i]);
            int below = (int) position;
            double fraction = position - below;
            double low = sorted[below];
            result[i] = fraction == 0 ? low : low + fraction * (sorted[below + 1] - low);
        }
        return result;
    }
}
