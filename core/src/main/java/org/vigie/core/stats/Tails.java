/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.vigie.core.internal.Checks;

/**
 * Upper-tail probabilities P(X &gt;= k) of counting distributions, accurate in the far tail, with logarithms for tails
 * below the smallest double.
 *
 * <p>Each form is a regularised incomplete gamma or beta function (or, for the hypergeometric, a sum of probabilities
 * from the far end), never {@code 1 - cdf}. Below 1e-280 it is the first term times a series, worked out in logarithms.
 * So tails of 1e-300 keep their digits, and logarithms have no lower end.
 *
 * <p>Source: N. L. Johnson, A. W. Kemp and S. Kotz, Univariate Discrete Distributions, 3rd edition, 2005; for the
 * Poisson-binomial bound W. Hoeffding, On the distribution of the number of successes in independent trials, 1956.
 *
 * <p>All functions are pure, deterministic and thread-safe; results are natural logarithms where the name says log.
 */
public final class Tails {
    /** Below this the library's functions lose digits; its incomplete beta function may be 0 already at 1e-299. */
    private static final double SMALL = 1e-280;

    private static final double SERIES_EPSILON = 1e-17;

    private Tails() {}

    /**
     * P(X &gt;= k) for a Poisson count. O(sqrt(mean)) at worst.
     *
     * @param k the observed count; at most 0 gives 1
     * @param mean the expected count, finite and not negative
     * @return the probability in [0, 1]
     * @throws IllegalArgumentException if the mean is not finite and not negative
     */
    public static double poisson(long k, double mean) {
        Checks.notNegative("mean", mean);
        if (k <= 0) {
            return 1;
        }
        if (mean == 0) {
            return 0;
        }
        double tail = RegularizedGamma.P.value((double) k, mean);
        return tail > SMALL ? tail : Math.exp(logFarPoisson(k, mean));
    }

    /**
     * Natural logarithm of {@link #poisson(long, double)}, finite where that one underflows.
     *
     * @param k the observed count; at most 0 gives 0
     * @param mean the expected count, finite and not negative
     * @return the logarithm, at most 0; negative infinity where the event is impossible
     * @throws IllegalArgumentException if the mean is not finite and not negative
     */
    public static double logPoisson(long k, double mean) {
        double tail = poisson(k, mean);
        if (k <= 0 || mean == 0) {
            return Math.log(tail);
        }
        if (tail > 0.5) {
            return Math.log1p(-RegularizedGamma.Q.value((double) k, mean));
        }
        if (tail > SMALL) {
            return Math.log(tail);
        }
        return logFarPoisson(k, mean);
    }

    private static double logFarPoisson(long k, double mean) {
        double first = k * Math.log(mean) - mean - LogGamma.value(k + 1.0);
        return first + logSeries(i -> mean / (k + i));
    }

    /**
     * P(X &gt;= k) for a binomial count.
     *
     * @param k the observed count; at most 0 gives 1, above {@code trials} gives 0
     * @param trials the number of trials, not negative
     * @param p the success probability of each trial, in [0, 1]
     * @return the probability in [0, 1]
     * @throws IllegalArgumentException if there are fewer than 0 trials, or p is not in [0, 1]
     */
    public static double binomial(long k, long trials, double p) {
        Checks.between("trials", trials, 0, Long.MAX_VALUE);
        Checks.probability("p", p);
        if (k <= 0) {
            return 1;
        }
        if (k > trials) {
            return 0;
        }
        double tail = RegularizedBeta.value(p, (double) k, (double) (trials - k) + 1);
        return tail > SMALL || p == 0 ? tail : Math.exp(logFarBinomial(k, trials, p));
    }

    /**
     * Natural logarithm of {@link #binomial(long, long, double)}, finite where that one underflows.
     *
     * @param k the observed count; at most 0 gives 0, above {@code trials} gives negative infinity
     * @param trials the number of trials, not negative
     * @param p the success probability of each trial, in [0, 1]
     * @return the logarithm, at most 0; negative infinity where the event is impossible
     * @throws IllegalArgumentException if there are fewer than 0 trials, or p is not in [0, 1]
     */
    public static double logBinomial(long k, long trials, double p) {
        double tail = binomial(k, trials, p);
        if (k <= 0 || k > trials || p == 0 || p == 1) {
            return Math.log(tail);
        }
        if (tail > 0.5) {
            return Math.log1p(-RegularizedBeta.complement(p, (double) k, (double) (trials - k) + 1));
        }
        if (tail > SMALL) {
            return Math.log(tail);
        }
        return logFarBinomial(k, trials, p);
    }

    private static double logFarBinomial(long k, long trials, double p) {
        double odds = p / (1 - p);
        double first = logChoose(trials, k) + k * Math.log(p) + (trials - k) * Math.log1p(-p);
        return first + logSeries(i -> odds * (trials - k - i + 1) / (k + i));
    }

    /**
     * P(X &gt;= k) for a negative-binomial (Gamma-Poisson) count with variance {@code mean + mean^2 / size}.
     *
     * @param k the observed count; at most 0 gives 1
     * @param mean the expected count, finite and not negative
     * @param size the shape of the Gamma mixture, above 0, need not be whole; infinity gives the Poisson
     * @return the probability in [0, 1]
     * @throws IllegalArgumentException if the mean is not finite and not negative, or the size not above 0
     */
    public static double negativeBinomial(long k, double mean, double size) {
        Checks.notNegative("mean", mean);
        checkSize(size);
        if (k <= 0) {
            return 1;
        }
        if (mean == 0) {
            return 0;
        }
        if (Double.isInfinite(size)) {
            return poisson(k, mean);
        }
        double q = mean / (mean + size);
        double tail = RegularizedBeta.value(q, (double) k, size);
        return tail > SMALL ? tail : Math.exp(logFarNegativeBinomial(k, q, size));
    }

    /**
     * Natural logarithm of {@link #negativeBinomial(long, double, double)}, finite where that one underflows.
     *
     * @param k the observed count; at most 0 gives 0
     * @param mean the expected count, finite and not negative
     * @param size the shape of the Gamma mixture, above 0; infinity gives the Poisson
     * @return the logarithm, at most 0; negative infinity where the event is impossible
     * @throws IllegalArgumentException if the mean is not finite and not negative, or the size not above 0
     */
    public static double logNegativeBinomial(long k, double mean, double size) {
        double tail = negativeBinomial(k, mean, size);
        if (k <= 0 || mean == 0) {
            return Math.log(tail);
        }
        if (Double.isInfinite(size)) {
            return logPoisson(k, mean);
        }
        double q = mean / (mean + size);
        if (tail > 0.5) {
            return Math.log1p(-RegularizedBeta.complement(q, (double) k, size));
        }
        if (tail > SMALL) {
            return Math.log(tail);
        }
        return logFarNegativeBinomial(k, q, size);
    }

    private static double logFarNegativeBinomial(long k, double q, double size) {
        // C(k + size - 1, k) = 1 / (k B(k, size))
        double first =
                -Math.log((double) k) - LogBeta.value((double) k, size) + size * Math.log1p(-q) + k * Math.log(q);
        return first + logSeries(i -> q * (k + size + i - 1) / (k + i));
    }

    /**
     * P(X &gt;= k) for a hypergeometric count: {@code draws} without replacement from {@code population} of which
     * {@code successes} are marked. O(min(draws, successes)).
     *
     * @param k the observed number of marked draws
     * @param population the size of the population, not negative
     * @param successes the number of marked members, in [0, population]
     * @param draws the number of draws, in [0, population]
     * @return the probability in [0, 1]
     * @throws IllegalArgumentException if the population is negative, or one of the two numbers not in [0, population]
     */
    public static double hypergeometric(int k, int population, int successes, int draws) {
        checkHypergeometric(population, successes, draws);
        if (k <= Math.max(0, (long) draws + successes - population)) {
            return 1;
        }
        if (k > Math.min(draws, successes)) {
            return 0;
        }
        double tail =
                HypergeometricDistribution.of(population, successes, draws).survivalProbability(k - 1);
        return tail > SMALL ? tail : Math.exp(logFarHypergeometric(k, population, successes, draws));
    }

    /**
     * Natural logarithm of {@link #hypergeometric(int, int, int, int)}, finite where that one underflows.
     *
     * @param k the observed number of marked draws
     * @param population the size of the population, not negative
     * @param successes the number of marked members, in [0, population]
     * @param draws the number of draws, in [0, population]
     * @return the logarithm, at most 0; negative infinity where the event is impossible
     * @throws IllegalArgumentException if the population is negative, or one of the two numbers not in [0, population]
     */
    public static double logHypergeometric(int k, int population, int successes, int draws) {
        double tail = hypergeometric(k, population, successes, draws);
        if (k <= Math.max(0, (long) draws + successes - population) || k > Math.min(draws, successes)) {
            return Math.log(tail);
        }
        if (tail > 0.5) {
            return Math.log1p(
                    -HypergeometricDistribution.of(population, successes, draws).cumulativeProbability(k - 1));
        }
        if (tail > SMALL) {
            return Math.log(tail);
        }
        return logFarHypergeometric(k, population, successes, draws);
    }

    private static double logFarHypergeometric(int k, int population, int successes, int draws) {
        double first = logChoose(successes, k)
                + logChoose((long) population - successes, (long) draws - k)
                - logChoose(population, draws);
        double unmarked = (double) population - successes - draws;
        return first + logSeries(i -> (successes - k - i + 1) / (k + i) * (draws - k - i + 1) / (unmarked + k + i));
    }

    /**
     * P(X &gt;= k) for the number of successes of independent trials with different probabilities (the Poisson-binomial
     * distribution). It is exact: every number added is positive, so the far tail keeps its digits. O(p.length * k)
     * time, O(k) memory; for very long inputs see {@link #logPoissonBinomialBound(int, double[])}.
     *
     * @param k the observed count
     * @param p the success probability of each trial, each in [0, 1]
     * @return the probability in [0, 1]; underflows to 0 below about 1e-308
     * @throws IllegalArgumentException if a probability is not in [0, 1]
     */
    public static double poissonBinomial(int k, double[] p) {
        for (double each : p) {
            Checks.probability("p", each);
        }
        if (k <= 0) {
            return 1;
        }
        if (k > p.length) {
            return 0;
        }
        // state[c] = P(c successes so far) for c < k; reached = P(k successes were reached at some trial)
        double[] state = new double[k];
        state[0] = 1;
        double reached = 0;
        for (double success : p) {
            reached += state[k - 1] * success;
            for (int c = k - 1; c > 0; c--) {
                state[c] = state[c] * (1 - success) + state[c - 1] * success;
            }
            state[0] *= 1 - success;
        }
        return Math.min(1, reached);
    }

    /**
     * An upper bound on the natural logarithm of {@link #poissonBinomial(int, double[])}. It is the binomial tail with
     * the mean probability (Hoeffding 1956, theorem 4), which holds for {@code k - 1 >= sum(p)}; 0 below that.
     * O(p.length).
     *
     * @param k the observed count
     * @param p the success probability of each trial, each in [0, 1]
     * @return a number at most 0 and at least the logarithm of the exact tail
     * @throws IllegalArgumentException if a probability is not in [0, 1]
     */
    public static double logPoissonBinomialBound(int k, double[] p) {
        double sum = 0;
        for (double each : p) {
            sum += Checks.probability("p", each);
        }
        if (k > p.length) {
            return Double.NEGATIVE_INFINITY;
        }
        return k - 1 >= sum ? logBinomial(k, p.length, sum / p.length) : 0;
    }

    /** log(1 + r(1) + r(1) r(2) + ...), the tail over its first term; ratios must fall below 1. */
    private static double logSeries(DoubleUnaryOperator ratio) {
        double term = 1;
        double sum = 1;
        for (double i = 1; term > sum * SERIES_EPSILON; i++) {
            term *= ratio.applyAsDouble(i);
            sum += term;
        }
        return Math.log(sum);
    }

    private static double logChoose(long n, long k) {
        return k == 0 || k == n ? 0 : -Math.log1p((double) n) - LogBeta.value(k + 1.0, (double) (n - k) + 1);
    }

    private static void checkSize(double size) {
        if (!(size > 0)) {
            throw new IllegalArgumentException("size must be > 0 but was " + size);
        }
    }

    private static void checkHypergeometric(int population, int successes, int draws) {
        Checks.between("population", population, 0, Integer.MAX_VALUE);
        Checks.between("successes", successes, 0, population);
        Checks.between("draws", draws, 0, population);
    }
}
