/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import java.util.Arrays;
import org.vigie.core.internal.Checks;

/**
 * False-discovery control over many tests: p-values in, q-values out, in input order.
 *
 * <p>A q-value is the smallest false-discovery rate at which the test would be called. Keeping every test with
 * {@code q <= alpha} keeps the expected share of false ones at or under {@code alpha}. No q-value is below its p-value,
 * and a larger p-value never has a smaller q-value.
 *
 * <p>Sources: Y. Benjamini and Y. Hochberg, Controlling the false discovery rate, 1995 (independent or positively
 * dependent tests); Y. Benjamini and D. Yekutieli, The control of the false discovery rate in multiple testing under
 * dependency, 2001 (any dependence). Results equal R's {@code p.adjust}. O(n log n), deterministic, thread-safe.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Benjamini-Hochberg q-values.
     *
     * @param p the p-values, each in [0, 1]
     * @return a new array: the q-value of each, in input order
     * @throws IllegalArgumentException if a p-value is not in [0, 1]
     */
    public static double[] benjaminiHochberg(double[] p) {
        return benjaminiHochberg(p, p.length);
    }

    /**
     * Benjamini-Hochberg q-values where some tests were not enumerated because their p-value is 1.
     *
     * @param p the p-values, each in [0, 1]
     * @param tests the total number of tests, at least {@code p.length}
     * @return a new array: the q-value of each, in input order
     * @throws IllegalArgumentException if a p-value is not in [0, 1], or there are fewer tests than p-values
     */
    public static double[] benjaminiHochberg(double[] p, long tests) {
        checkTests(p, tests);
        return adjust(p, (double) tests);
    }

    /**
     * Benjamini-Yekutieli q-values, valid under any dependence between the tests.
     *
     * @param p the p-values, each in [0, 1]
     * @return a new array: the q-value of each, in input order
     * @throws IllegalArgumentException if a p-value is not in [0, 1]
     */
    public static double[] benjaminiYekutieli(double[] p) {
        return benjaminiYekutieli(p, p.length);
    }

    /**
     * Benjamini-Yekutieli q-values where some tests were not enumerated because their p-value is 1.
     *
     * @param p the p-values, each in [0, 1]
     * @param tests the total number of tests, at least {@code p.length}
     * @return a new array: the q-value of each, in input order
     * @throws IllegalArgumentException if a p-value is not in [0, 1], or there are fewer tests than p-values
     */
    public static double[] benjaminiYekutieli(double[] p, long tests) {
        checkTests(p, tests);
        return adjust(p, tests * harmonic(tests));
    }

    private static void checkTests(double[] p, long tests) {
        for (double each : p) {
            Checks.probability("p", each);
        }
        Checks.between("tests", tests, p.length, Long.MAX_VALUE);
    }

    private static double[] adjust(double[] p, double factor) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] q = new double[sorted.length];
        double smallest = 1;
        for (int rank = sorted.length; rank >= 1; rank--) {
            double least = sorted[rank - 1]; // rounding may lose the last digit
            smallest = Math.min(smallest, Math.max(least, least * factor / rank));
            q[rank - 1] = smallest;
        }
        double[] result = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            result[i] = q[Arrays.binarySearch(sorted, p[i])];
        }
        return result;
    }

    /** The harmonic number: summed while short, then Euler-Maclaurin (error below 1e-17). */
    static double harmonic(long n) {
        if (n > 1000) {
            double square = 1.0 / ((double) n * n);
            return Math.log((double) n) + 0.5772156649015329 + 0.5 / n - square / 12 + square * square / 120;
        }
        double sum = 0;
        for (long i = n; i >= 1; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }
}
