/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.stream.IntStream;

/**
 * Whether accounts take part with one zeal or with many. If each gives the same share of its acts to a cause, the counts are
 * binomial, cut off at zero, for who never takes part is not seen. See W. G. Cochran, "Some methods for strengthening the
 * common chi-square tests", Biometrics 10 (1954).
 */
final class Zeal {
    /** Halvings of an interval, enough for all digits that matter. */
    private static final int STEPS = 50;

    private Zeal() {}

    /**
     * The variance of the counts over the one that they would have with one zeal.
     *
     * @param acts how much each account did, at least 1
     * @param shared how much of that was for the cause, at least 1
     * @return about 1 with one zeal, more with many; 0 if nothing can vary
     */
    static double dispersion(int[] acts, int[] shared) {
        double share = share(acts, IntStream.of(shared).asLongStream().sum());
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < acts.length; i++) {
            double mean = mean(acts[i], share);
            double square = mean * (1 - share + acts[i] * share);
            observed += (shared[i] - mean) * (shared[i] - mean);
            expected += square - mean * mean;
        }
        return expected > 1e-9 ? observed / expected : 0;
    }

    /** The one share with which all would have as much together as they have; their mean rises with it. */
    private static double share(int[] acts, long together) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            double sum = IntStream.of(acts).mapToDouble(n -> mean(n, middle)).sum();
            if (sum < together) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The mean of a binomial count that is not zero. */
    private static double mean(int acts, double share) {
        return acts * share / -Math.expm1(acts * Math.log1p(-share));
    }
}
