/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.Random;

/** Random variates of the simulations, all from one seed. */
final class Draw {
    private final Random random;

    Draw(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double uniform() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** A scale between two powers of ten, each order of magnitude alike. */
    double scale(double lowExponent, double highExponent) {
        return Math.pow(10, between(lowExponent, highExponent));
    }

    double gaussian() {
        return random.nextGaussian();
    }

    double exponential(double mean) {
        return -Math.log(1 - random.nextDouble()) * mean;
    }

    /** At least 1, with P(X > x) = x^-tail. */
    double pareto(double tail) {
        return Math.pow(1 - random.nextDouble(), -1 / tail);
    }

    /** A Gamma variate of unit scale (Marsaglia and Tsang 2000). */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = gaussian();
            double v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    long poisson(double mean) {
        if (mean > 500) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * gaussian()));
        }
        if (mean > 30) {
            // Halves: a Poisson count is the sum of two independent ones.
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long k = 0;
        while (product > limit) {
            product *= random.nextDouble();
            k++;
        }
        return k;
    }

    /** A negative-binomial count; Poisson if the size is infinite. */
    long count(double mean, double size) {
        return poisson(size < 1e9 ? mean * gamma(size) / size : mean);
    }
}
