/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
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
 * <p>Waves of attention have a sharp front, and with many acts any small excess is significant. So the null hypothesis
 * is that there are at most twice as many close pairs as the jitter gives, not that there are as many (a minimum-effect
 * test: K. R. Murphy and B. Myors, "Testing the hypothesis that treatments have negligible effects", 1999).
 *
 * <p>An account acts at most once on an object in an interval, so that posting a lot is no synchrony. Drawing sorted
 * uniforms by exponential spacings (L. Devroye, Non-Uniform Random Variate Generation, 1986, V.3.1) makes a draw
 * linear in the number of acts.
 */
final class Synchrony {
    /** After so many draws at least as extreme the p-value is large enough to stop (Besag and Clifford 1991). */
    private static final int ENOUGH = 20;

    /** How many times as many close pairs as the hours explain are still no evidence. */
    static final double MIN_RATIO = 2;

    private static final int MIN_DRAWS = 999;
    private static final int MAX_DRAWS = 9_999;
    private static final int WORK = 5_000_000;

    private final long window;
    private final long interval;
    private final long seed;

    Synchrony(long windowMillis, long intervalMillis, long seed) {
        this.window = windowMillis;
        this.interval = intervalMillis;
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
     * Tests the acts on one object.
     *
     * @param accounts who acted
     * @param times when, in epoch milliseconds, ascending
     * @param stream a number that gives each object its own draws, whatever the order of the tests
     */
    Result test(int[] accounts, long[] times, long stream) {
        long[] acts = acts(accounts, times);
        long observed = pairsWithin(acts);
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream);
        long[] drawn = new long[acts.length];
        int most = Math.max(MIN_DRAWS, Math.min(MAX_DRAWS, WORK / Math.max(1, acts.length)));
        long extreme = 0;
        double total = 0;
        int draws = 0;
        while (draws < most && extreme < ENOUGH) {
            jitter(acts, drawn, random);
            long pairs = pairsWithin(drawn);
            total += pairs;
            extreme += MIN_RATIO * pairs >= observed ? 1 : 0;
            draws++;
        }
        return new Result(observed, total / draws, (1.0 + extreme) / (1.0 + draws));
    }

    long window() {
        return window;
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
        long pairs = 0;
        int first = 0;
        for (int i = 1; i < times.length; i++) {
            while (times[i] - times[first] > window) {
                first++;
            }
            pairs += i - first;
        }
        return pairs;
    }

    /** The times of the acts, without those that repeat an account's act of the same interval. */
    private long[] acts(int[] accounts, long[] times) {
        long[] kept = new long[times.length];
        int n = 0;
        long interval = Long.MIN_VALUE;
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < times.length; i++) {
            if (intervalOf(times[i]) != interval) {
                interval = intervalOf(times[i]);
                seen.clear();
            }
            if (seen.add(accounts[i])) {
                kept[n++] = times[i];
            }
        }
        return Arrays.copyOf(kept, n);
    }
}
