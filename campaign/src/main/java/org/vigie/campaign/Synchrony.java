/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.vigie.posts.Corpus;

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
 * <p>An account acts at most once on an object in an interval and never within the window of its own last act, so that
 * posting a lot is no synchrony. Draws keep to the grid of the posts' times: where a source gives only minutes or days,
 * acts are as close by chance as the grid makes them.
 *
 * <p>Only whole numbers are drawn and compared, so results are the same on every machine. A draw costs O(n log n) for n
 * acts.
 */
final class Synchrony {
    /** After so many draws at least as extreme the p-value is large enough to stop (Besag and Clifford 1991). */
    private static final int ENOUGH = 20;

    /** With fewer draws at least as extreme the p-value is limited by the number of draws. */
    private static final int FEW = 5;

    /** How many times as many close pairs as the hours explain are still no evidence. */
    static final double MIN_RATIO = 2;

    private final long window;
    private final long interval;
    private final long origin;
    private final long resolution;
    private final long seed;

    private Synchrony(long window, long interval, long origin, long resolution, long seed) {
        this.window = window;
        this.interval = interval;
        this.origin = origin;
        this.resolution = resolution;
        this.seed = seed;
    }

    /** The test of acts in a corpus, on the grid of its times. */
    static Synchrony of(Corpus corpus, Duration window, Duration interval, long seed) {
        return new Synchrony(window.toMillis(), interval.toMillis(), seed).onGrid(corpus.time(0), corpus.resolution());
    }

    Synchrony(long windowMillis, long intervalMillis, long seed) {
        this(windowMillis, intervalMillis, 0, 1, seed);
    }

    /**
     * The same test for times on a grid.
     *
     * @param time any time on the grid
     * @param step the distance of the grid's times in milliseconds; 0 if all times are one
     */
    Synchrony onGrid(long time, long step) {
        return new Synchrony(window, interval, time, step == 0 ? interval : step, seed);
    }

    /**
     * Prepares the test of the acts on one object.
     *
     * @param accounts who acted
     * @param times when, in epoch milliseconds, ascending
     * @param stream a number that gives each object its own draws, whatever the order of the tests
     */
    Trial trial(int[] accounts, long[] times, long stream) {
        return new Trial(acts(accounts, times), new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream));
    }

    /** One object's test, which can go on when its p-value is not yet fine enough. Not thread-safe. */
    final class Trial {
        private final int acts;
        private final long observed;
        /** The acts from {@code ends[b - 1]} to {@code ends[b]} are on {@code steps[b]} steps from {@code first[b]}. */
        private final int[] ends;

        private final long[] first;
        private final long[] steps;
        private final SplittableRandom random;
        private double total;
        private long extreme;
        private int draws;

        private Trial(long[] times, SplittableRandom random) {
            this.acts = times.length;
            this.observed = pairsWithin(times, window);
            this.random = random;
            int bins = 0;
            int[] end = new int[acts];
            for (int i = 0; i < acts; i++) {
                bins += i > 0 && intervalOf(times[i]) != intervalOf(times[i - 1]) ? 1 : 0;
                end[bins] = i + 1;
            }
            ends = Arrays.copyOf(end, acts == 0 ? 0 : bins + 1);
            first = new long[ends.length];
            steps = new long[ends.length];
            for (int b = 0; b < ends.length; b++) {
                long bin = intervalOf(times[ends[b] - 1]);
                first[b] = stepAtOrAfter(bin * interval);
                steps[b] = stepAtOrAfter((bin + 1) * interval) - first[b];
            }
        }

        /** Draws until there are {@code most} draws or enough of them are at least as extreme. */
        Trial draw(int most) {
            if (draws >= most || isSettled()) {
                return this;
            }
            long[] drawn = new long[acts];
            UniformSort sort = new UniformSort(acts);
            long within = Math.floorDiv(window, resolution);
            while (draws < most && !isSettled()) {
                jitter(drawn, sort);
                long pairs = pairsWithin(drawn, within);
                total += pairs;
                extreme += MIN_RATIO * pairs >= observed ? 1 : 0;
                draws++;
            }
            return this;
        }

        /** Whether the p-value is large enough for more draws to tell nothing. */
        boolean isSettled() {
            return extreme >= ENOUGH;
        }

        /** Whether too few draws were as extreme to tell how small the p-value is. */
        boolean isCoarse() {
            return extreme < FEW;
        }

        int acts() {
            return acts;
        }

        /** Draws the acts as steps of the grid. */
        private void jitter(long[] out, UniformSort sort) {
            int i = 0;
            for (int b = 0; b < ends.length; b++) {
                int end = ends[b];
                for (int a = i; a < end; a++) {
                    out[a] = first[b] + below(steps[b], random);
                }
                sort.sort(out, i, end, first[b], steps[b]);
                i = end;
            }
        }

        /** Pairs of acts within the window, how many the null gives on average, and how likely so many are. */
        Sighting.Count result() {
            return new Sighting.Count(observed, total / Math.max(1, draws), (1.0 + extreme) / (1.0 + draws));
        }
    }

    long window() {
        return window;
    }

    /** The interval in which a time lies. */
    long intervalOf(long time) {
        return Math.floorDiv(time, interval);
    }

    private long stepAtOrAfter(long time) {
        return -Math.floorDiv(origin - time, resolution);
    }

    /** A number in [0, n) by the high half of a product: the same on every JDK. */
    private static long below(long n, SplittableRandom random) {
        return Math.multiplyHigh(random.nextLong() >>> 1, 2 * n);
    }

    private static long pairsWithin(long[] times, long window) {
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

    /** The times of the acts, without those that repeat an account's act of the same interval or window. */
    private long[] acts(int[] accounts, long[] times) {
        int[] distinct = Arrays.stream(accounts).sorted().distinct().toArray();
        long[] last = new long[distinct.length];
        boolean[] seen = new boolean[distinct.length];
        long[] kept = new long[times.length];
        int n = 0;
        for (int i = 0; i < times.length; i++) {
            int a = Arrays.binarySearch(distinct, accounts[i]);
            if (!seen[a] || (times[i] - last[a] > window && intervalOf(times[i]) != intervalOf(last[a]))) {
                seen[a] = true;
                last[a] = times[i];
                kept[n++] = times[i];
            }
        }
        return Arrays.copyOf(kept, n);
    }
}
