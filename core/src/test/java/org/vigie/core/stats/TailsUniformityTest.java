/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.IntegerDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.vigie.core.Uniformity;

/**
 * P-values of counts under the null hypothesis. A tail of a count takes few values and is never too small; drawn at random
 * between the tails of k and k + 1 it is uniform, which a Kolmogorov-Smirnov test can tell.
 */
class TailsUniformityTest {
    private static final int SAMPLE = 4_000;

    private static void assertUniform(IntegerDistribution counts, IntToDoubleFunction tail) {
        RandomGenerator random = new Well19937c(7);
        counts.reseedRandomGenerator(8);
        double[] tails = new double[SAMPLE];
        double[] drawn = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            int k = counts.sample();
            double beyond = tail.applyAsDouble(k + 1);
            tails[i] = tail.applyAsDouble(k);
            drawn[i] = beyond + random.nextDouble() * (tails[i] - beyond);
        }
        assertThat(Uniformity.pValue(drawn)).isGreaterThan(0.01);
        assertThat(Uniformity.excess(tails)).isLessThan(Uniformity.bound(SAMPLE));
    }

    @Test
    void tailsOfTheNullHypothesisAreUniform() {
        assertUniform(new PoissonDistribution(4.5), k -> Tails.poisson(k, 4.5));
        assertUniform(new BinomialDistribution(60, 0.15), k -> Tails.binomial(k, 60, 0.15));
        assertUniform(new PascalDistribution(3, 0.25), k -> Tails.negativeBinomial(k, 9, 3));
        assertUniform(new HypergeometricDistribution(200, 70, 40), k -> Tails.hypergeometric(k, 200, 70, 40));
    }

    @Test
    void theTestWouldSeeAMeanThatIsWrongByATenth() {
        RandomGenerator random = new Well19937c(7);
        PoissonDistribution counts = new PoissonDistribution(new Well19937c(8), 50, 1e-12, 10_000);
        double[] drawn = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            int k = counts.sample();
            double beyond = Tails.poisson(k + 1, 45);
            drawn[i] = beyond + random.nextDouble() * (Tails.poisson(k, 45) - beyond);
        }
        assertThat(Uniformity.pValue(drawn)).isLessThan(1e-10);
        assertThat(Uniformity.excess(drawn)).isGreaterThan(Uniformity.bound(SAMPLE));
    }
}
