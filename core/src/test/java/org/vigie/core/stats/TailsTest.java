/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TailsTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/golden/mpmath-1.3.0/tails.csv", numLinesToSkip = 1)
    void matchesHighPrecisionSums(String name, int k, double a, double b, int c, double tail, double log) {
        double actual;
        double actualLog;
        switch (name) {
            case "poisson" -> {
                actual = Tails.poisson(k, a);
                actualLog = Tails.logPoisson(k, a);
            }
            case "binomial" -> {
                actual = Tails.binomial(k, (long) a, b);
                actualLog = Tails.logBinomial(k, (long) a, b);
            }
            case "negativeBinomial" -> {
                actual = Tails.negativeBinomial(k, a, b);
                actualLog = Tails.logNegativeBinomial(k, a, b);
            }
            default -> {
                actual = Tails.hypergeometric(k, (int) a, (int) b, c);
                actualLog = Tails.logHypergeometric(k, (int) a, (int) b, c);
            }
        }
        assertThat(actual).isCloseTo(tail, Percentage.withPercentage(1e-8));
        assertThat(actualLog).isCloseTo(log, Percentage.withPercentage(1e-8));
    }

    @Test
    void certainAndImpossibleEvents() {
        assertThat(Tails.poisson(0, 3)).isEqualTo(1);
        assertThat(Tails.poisson(-5, 3)).isEqualTo(1);
        assertThat(Tails.logPoisson(0, 3)).isEqualTo(0);
        assertThat(Tails.poisson(1, 0)).isEqualTo(0);
        assertThat(Tails.logPoisson(1, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Tails.binomial(11, 10, 0.5)).isEqualTo(0);
        assertThat(Tails.logBinomial(11, 10, 0.5)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Tails.binomial(10, 10, 1)).isEqualTo(1);
        assertThat(Tails.logBinomial(1, 10, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Tails.logNegativeBinomial(0, 3, 2)).isEqualTo(0);
        assertThat(Tails.negativeBinomial(1, 0, 2)).isEqualTo(0);
        assertThat(Tails.hypergeometric(6, 50, 5, 10)).isEqualTo(0);
        // 8 + 5 draws and successes out of 10: at least 3 overlap.
        assertThat(Tails.hypergeometric(3, 10, 5, 8)).isEqualTo(1);
        assertThat(Tails.logHypergeometric(3, 10, 5, 8)).isEqualTo(0);
        assertThat(Tails.poissonBinomial(0, new double[0])).isEqualTo(1);
        assertThat(Tails.poissonBinomial(1, new double[0])).isEqualTo(0);
    }

    @Test
    void negativeBinomialWithoutDispersionIsPoisson() {
        assertThat(Tails.negativeBinomial(9, 2, Double.POSITIVE_INFINITY)).isEqualTo(Tails.poisson(9, 2));
        assertThat(Tails.logNegativeBinomial(900, 2, Double.POSITIVE_INFINITY)).isEqualTo(Tails.logPoisson(900, 2));
    }

    @Test
    void poissonBinomialOfEqualProbabilitiesIsBinomial() {
        double[] p = new double[40];
        Arrays.fill(p, 0.03);
        for (int k = 1; k <= 40; k++) {
            assertThat(Tails.poissonBinomial(k, p))
                    .isCloseTo(Tails.binomial(k, 40, 0.03), Percentage.withPercentage(1e-9));
        }
    }

    @Property(tries = 200)
    void poissonBinomialMatchesEnumeration(
            @ForAll @Size(min = 1, max = 10) double[] raw, @ForAll @IntRange(min = 0, max = 11) int k) {
        double[] p = Arrays.stream(raw).map(x -> Math.abs(x % 1)).toArray();
        double expected = 0;
        for (int mask = 0; mask < 1 << p.length; mask++) {
            if (Integer.bitCount(mask) >= k) {
                double product = 1;
                for (int i = 0; i < p.length; i++) {
                    product *= (mask >> i & 1) == 1 ? p[i] : 1 - p[i];
                }
                expected += product;
            }
        }
        assertThat(Tails.poissonBinomial(k, p)).isCloseTo(expected, within(1e-12));
        double bound = Tails.logPoissonBinomialBound(k, p);
        assertThat(bound).isGreaterThanOrEqualTo(Math.log(Math.min(1, expected)) - 1e-9);
    }

    @Property
    void tailsFallWithTheCount(
            @ForAll @IntRange(min = 1, max = 300) int k,
            @ForAll @DoubleRange(min = 0.01, max = 200) double mean,
            @ForAll @DoubleRange(min = 0.05, max = 50) double size) {
        assertThat(Tails.logPoisson(k + 1, mean)).isLessThanOrEqualTo(Tails.logPoisson(k, mean) + 1e-9);
        assertThat(Tails.logNegativeBinomial(k + 1, mean, size))
                .isLessThanOrEqualTo(Tails.logNegativeBinomial(k, mean, size) + 1e-9);
    }

    @Test
    void rejectsWithRuleAndValue() {
        assertThatThrownBy(() -> Tails.poisson(1, Double.NaN)).hasMessage("mean must be finite and >= 0 but was NaN");
        assertThatThrownBy(() -> Tails.binomial(1, -1, 0.5)).hasMessageContaining("trials must be in [0, ");
        assertThatThrownBy(() -> Tails.binomial(1, 2, 1.5)).hasMessage("p must be in [0, 1] but was 1.5");
        assertThatThrownBy(() -> Tails.negativeBinomial(1, 2, Double.NaN)).hasMessage("size must be > 0 but was NaN");
        assertThatThrownBy(() -> Tails.hypergeometric(1, 5, 6, 1)).hasMessage("successes must be in [0, 5] but was 6");
        assertThatThrownBy(() -> Tails.poissonBinomial(1, new double[] {-0.1}))
                .hasMessage("p must be in [0, 1] but was -0.1");
    }
}
