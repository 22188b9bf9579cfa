/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tests whether acts on the same objects are closer in time than the rhythm of the hours explains.
 *
 * <p>Source: A. Amarasingham, M. T. Harrison, N. G. Hatsopoulos and S. Geman, "Conditional modeling and the jitter
 * method of spike resampling", 2012 (interval jitter). Time is cut into intervals much longer than the window; under
 * the null hypothesis an act could as well have come at any moment of its interval. So waves of attention that rise
 * and fall over hours, and daily rhythms, are no evidence; acts within minutes of one another are. The p-value is
 * exact up to the number of draws: (1 + draws at least as extreme) / (1 + draws).
 *
 * <p>An account acts at most once on an object in an interval, so that posting a lot is no synchrony. Drawing sorted
 * uniforms by exponential spacings (L. Devroye, Non-Uniform Random Variate Generation, 1986, V.3.1) makes a draw
 * linear in the number of acts.
 */
final class Synchrony {
    /** After so many draws at least as extreme the p-value is large enough to stop (Besag and Clifford 1991). */
    private static final int ENOUGH = 20;

    private final long window;
    private final long interval;
    private final int draws;
    private final long seed;

    Synchrony(long windowMillis, long intervalMillis, int draws, long seed) {
        this.window = windowMillis;
        this.interval = intervalMillis;
        this.draws = draws;
        this.seed = seed;
    }

    /** What the test saw: pairs of acts within the window, and how many the null gives on average. */
    record Result(long observed, double expected, double pValue) {
        /** How many times as many pairs as expected; at least one pair is taken as expected. */
        double ratio() {
            return observed / Math.max(1, expected);
        }
    }

    /**
     * Tests acts.
     *
     * @param objects for each object the times of the acts on it, one per account and interval, ascending
     */
    Result test(List<long[]> objects) {
        long observed = 0;
        for (long[] times : objects) {
            observed += pairsWithin(times);
        }
        SplittableRandom random = new SplittableRandom(seed);
        long[] buffer = new long[objects.stream().mapToInt(t -> t.length).max().orElse(0)];
        long extreme = 0;
        long total = 0;
        int drawn = 0;
        while (drawn < draws && extreme < ENOUGH) {
            long pairs = 0;
            for (long[] times : objects) {
                jitter(times, buffer, random);
                pairs += pairsWithin(buffer, times.length);
            }
            total += pairs;
            extreme += pairs >= observed ? 1 : 0;
            drawn++;
        }
        return new Result(observed, (double) total / Math.max(1, drawn), (1.0 + extreme) / (1.0 + drawn));
    }

    /** The interval in which a time lies. */
    long intervalOf(long time) {
        return Math.floorDiv(time, interval);
    }

    private void jitter(long[] times, long[] out, SplittableRandom random) {
        int i = 0;
        while (i < times.length) {
            long bin = intervalOf(times[i]);
            int end = i + 1;
            while (end < times.length && intervalOf(times[end]) == bin) {
                end++;
            }
            sortedUniforms(bin * interval, i, end, out, random);
            i = end;
        }
    }

    private void sortedUniforms(long start, int from, int to, long[] out, SplittableRandom random) {
        double[] sums = new double[to - from];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum -= Math.log(1 - random.nextDouble());
            sums[i] = sum;
        }
        sum -= Math.log(1 - random.nextDouble());
        for (int i = 0; i < sums.length; i++) {
            out[from + i] = start + (long) (interval * (sums[i] / sum));
        }
    }

    private long pairsWithin(long[] times) {
        return pairsWithin(times, times.length);
    }

    private long pairsWithin(long[] times, int n) {
        long pairs = 0;
        int first = 0;
        for (int i = 1; i < n; i++) {
            while (times[i] - times[first] > window) {
                first++;
            }
            pairs += i - first;
        }
        return pairs;
    }

    /** Sorts the acts on one object and keeps one per account and interval. */
    long[] acts(int[] accounts, long[] times) {
        Integer[] order = new Integer[accounts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> accounts[a] != accounts[b]
                        ? Integer.compare(accounts[a], accounts[b])
                        : Long.compare(times[a], times[b]));
        long[] kept = new long[accounts.length];
        int n = 0;
        for (int i = 0; i < order.length; i++) {
            boolean repeated = i > 0
                    && accounts[order[i]] == accounts[order[i - 1]]
                    && intervalOf(times[order[i]]) == intervalOf(times[order[i - 1]]);
            if (!repeated) {
                kept[n++] = times[order[i]];
            }
        }
        long[] acts = Arrays.copyOf(kept, n);
        Arrays.sort(acts);
        return acts;
    }
}
