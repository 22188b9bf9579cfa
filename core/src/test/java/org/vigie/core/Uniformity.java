/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core;

import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/** Whether p-values are what they say, by the Kolmogorov-Smirnov tests of commons-math3. */
public final class Uniformity {
    private Uniformity() {}

    /**
     * The p-value of the hypothesis that a sample is uniform on [0, 1].
     *
     * @param sample the sample
     * @return the p-value of the two-sided test
     */
    public static double pValue(double[] sample) {
        return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(null, 0, 1), sample);
    }

    /**
     * The largest share by which a sample has more small values than a uniform one: max of F(x) - x.
     *
     * @param sample the sample
     * @return the excess, at least 0; for valid p-values it is chance alone
     */
    public static double excess(double[] sample) {
        double[] sorted = sample.clone();
        java.util.Arrays.sort(sorted);
        double excess = 0;
        for (int i = 0; i < sorted.length; i++) {
            excess = Math.max(excess, (i + 1.0) / sorted.length - sorted[i]);
        }
        return excess;
    }

    /**
     * The largest {@linkplain #excess(double[]) excess} that chance gives in all but one of a thousand uniform samples:
     * the bound of Dvoretzky, Kiefer, Wolfowitz and Massart.
     *
     * @param size the size of the sample
     * @return the excess
     */
    public static double bound(int size) {
        return Math.sqrt(Math.log(1000) / (2.0 * size));
    }
}
