/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

/**
 * Every tail against commons-math3 3.6.1, which shares no code with commons-numbers. Where its own form ends (1 - cdf
 * near 1e-16), its log probabilities are summed from the count outward.
 */
class TailsOracleTest {
    private static final int CASES = 2_000;

    /** The natural logarithm of the sum of {@code exp(log(k + i))} for i = 0, 1, ... as far as a term counts. */
    private static double logSum(int k, int last, java.util.function.IntToDoubleFunction log) {
        double first = log.applyAsDouble(k);
        double sum = 1;
        for (int x = k + 1; x <= last; x++) {
            double term = Math.exp(log.applyAsDouble(x) - first);
            sum += term;
            if (term < 1e-18 * sum) {
                break;
            }
        }
        return first + Math.log(sum);
    }

    /** Logarithms are compared as they are near 0, and by their relative error where they are large. */
    private static void assertTail(String what, double tail, double log, double expectedLog) {
        double allowed = 1e-8 * Math.max(1, Math.abs(expectedLog));
        assertThat(log).as(what).isCloseTo(expectedLog, within(allowed));
        if (expectedLog > -690) {
            assertThat(Math.log(tail)).as(what).isCloseTo(expectedLog, within(allowed));
        }
    }

    @Test
    void poissonTails() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            double mean = Math.exp(random.nextDouble(-5, 6));
            int k = 1 + random.nextInt((int) (3 * mean) + 30);
            PoissonDistribution oracle = new PoissonDistribution(mean);
            assertTail(
                    "Poisson " + k + ", " + mean,
                    Tails.poisson(k, mean),
                    Tails.logPoisson(k, mean),
                    logSum(k, Integer.MAX_VALUE - 1, oracle::logProbability));
            assertThat(Tails.poisson(k, mean)).isCloseTo(1 - oracle.cumulativeProbability(k - 1), within(1e-11));
            assertThat(Tails.poisson(k, mean)).isCloseTo(Gamma.regularizedGammaP(k, mean), within(1e-11));
        }
    }

    @Test
    void binomialTails() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            int trials = 1 + random.nextInt(3_000);
            double p = random.nextBoolean() ? random.nextDouble() : Math.exp(random.nextDouble(-12, 0));
            int k = 1 + random.nextInt(trials);
            BinomialDistribution oracle = new BinomialDistribution(trials, p);
            assertTail(
                    "binomial " + k + ", " + trials + ", " + p,
                    Tails.binomial(k, trials, p),
                    Tails.logBinomial(k, trials, p),
                    logSum(k, trials, oracle::logProbability));
            assertThat(Tails.binomial(k, trials, p)).isCloseTo(1 - oracle.cumulativeProbability(k - 1), within(1e-10));
            assertThat(Tails.binomial(k, trials, p))
                    .isCloseTo(Beta.regularizedBeta(p, k, trials - k + 1.0), within(1e-10));
        }
    }

    /** commons-numbers 1.2 gives 0 here; the exact sum of fractions is 9.568e-300. */
    @Test
    void tailsJustAboveTheSmallestDoubleKeepTheirDigits() {
        assertThat(Math.log(Tails.binomial(464, 481, 0.19605850017920512))).isCloseTo(-688.517080113975, within(1e-9));
    }

    @Test
    void negativeBinomialTails() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < CASES; i++) {
            int size = 1 + random.nextInt(60);
            double mean = Math.exp(random.nextDouble(-4, 5));
            int k = 1 + random.nextInt((int) (3 * mean) + 30);
            // Pascal counts the failures before the size-th success of probability size / (mean + size).
            PascalDistribution oracle = new PascalDistribution(size, size / (mean + size));
            assertTail(
                    "negative binomial " + k + ", " + mean + ", " + size,
                    Tails.negativeBinomial(k, mean, size),
                    Tails.logNegativeBinomial(k, mean, size),
                    logSum(k, Integer.MAX_VALUE - 1, oracle::logProbability));
            assertThat(Tails.negativeBinomial(k, mean, size))
                    .isCloseTo(1 - oracle.cumulativeProbability(k - 1), within(1e-10));
        }
    }

    /** A size that is not whole, as the mixture that the negative binomial is: Poisson counts of a Gamma rate. */
    @Test
    void negativeBinomialTailsAreThoseOfAGammaMixture() {
        for (double size : new double[] {0.4, 1.7, 12.5}) {
            double mean = 6;
            GammaDistribution rate = new GammaDistribution(new Well19937c(4), size, mean / size);
            for (int k : new int[] {1, 5, 12, 25}) {
                double sum = 0;
                int parts = 20_000;
                for (int i = 0; i < parts; i++) {
                    // The mean over equal shares of the mixture, each at its middle.
                    sum += Gamma.regularizedGammaP(k, rate.inverseCumulativeProbability((i + 0.5) / parts)) / parts;
                }
                assertThat(Tails.negativeBinomial(k, mean, size))
                        .as(size + ", " + k)
                        .isCloseTo(sum, within(2e-4));
            }
        }
    }

    @Test
    void hypergeometricTails() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < CASES; i++) {
            int population = 2 + random.nextInt(5_000);
            int successes = 1 + random.nextInt(population);
            int draws = 1 + random.nextInt(population);
            HypergeometricDistribution oracle = new HypergeometricDistribution(population, successes, draws);
            int low = oracle.getSupportLowerBound();
            int high = oracle.getSupportUpperBound();
            int k = low + 1 + random.nextInt(Math.max(1, high - low));
            if (k > high) {
                continue;
            }
            assertTail(
                    "hypergeometric " + k + ", " + population + ", " + successes + ", " + draws,
                    Tails.hypergeometric(k, population, successes, draws),
                    Tails.logHypergeometric(k, population, successes, draws),
                    logSum(k, high, oracle::logProbability));
            assertThat(Tails.hypergeometric(k, population, successes, draws))
                    .isCloseTo(oracle.upperCumulativeProbability(k), within(1e-9));
        }
    }

    /** The mean over which successes are marked: a Poisson-binomial of k unlike trials by its generating recurrence. */
    @Test
    void poissonBinomialTailsAreSumsOfBinomials() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 200; i++) {
            int first = 1 + random.nextInt(40);
            int second = 1 + random.nextInt(40);
            double p = random.nextDouble();
            double q = random.nextDouble();
            double[] all = new double[first + second];
            java.util.Arrays.fill(all, 0, first, p);
            java.util.Arrays.fill(all, first, all.length, q);
            int k = 1 + random.nextInt(all.length);
            BinomialDistribution one = new BinomialDistribution(first, p);
            BinomialDistribution other = new BinomialDistribution(second, q);
            double expected = 0;
            for (int x = 0; x <= first; x++) {
                expected += one.probability(x) * (1 - other.cumulativeProbability(k - x - 1));
            }
            assertThat(Tails.poissonBinomial(k, all)).isCloseTo(expected, within(1e-10));
            assertThat(Tails.logPoissonBinomialBound(k, all)).isGreaterThanOrEqualTo(Math.log(expected) - 1e-9);
        }
    }
}
