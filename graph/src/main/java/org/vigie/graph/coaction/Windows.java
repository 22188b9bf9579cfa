/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The actions within the window of each action, by two pointers: positions {@code from[p]..to[p]} have p's object and a
 * time within the window of p's. Objects with more pairs than the limit get the longest window that keeps to it. All
 * objects together have a limit too. Where they have more pairs, the limit of each is the largest that keeps to that.
 */
final class Windows {
    static final long LEFT_OUT = -1;

    final ActionIndex index;
    final int[] from;
    final int[] to;
    /** The window by object in milliseconds, or {@link #LEFT_OUT}. */
    final long[] window;

    Windows(ActionIndex index, long windowMillis, long mostOfObject, long mostOfAll) {
        this.index = index;
        from = new int[index.size];
        to = new int[index.size];
        window = new long[index.objectStart.length - 1];
        long pairLimit = Math.min(mostOfObject, fairLimit(windowMillis, mostOfObject, mostOfAll));
        for (int o = 0; o < window.length; o++) {
            int start = index.objectStart[o];
            int end = index.objectStart[o + 1];
            window[o] = windowWithin(index.time, start, end, windowMillis, pairLimit);
            fill(start, end, window[o]);
        }
    }

    /** The largest limit of an object, at least one pair, under which all have at most so many; hotter objects give way. */
    private long fairLimit(long asked, long mostOfObject, long mostOfAll) {
        if (mostOfAll == Long.MAX_VALUE) {
            return mostOfObject;
        }
        long[] pairs = new long[window.length];
        for (int o = 0; o < pairs.length; o++) {
            pairs[o] = Math.min(mostOfObject, pairs(index.time, index.objectStart[o], index.objectStart[o + 1], asked));
        }
        Arrays.sort(pairs);
        long left = mostOfAll;
        for (int o = 0; o < pairs.length; o++) {
            long share = left / (pairs.length - o);
            if (pairs[o] > share) {
                return Math.max(1, share);
            }
            left -= pairs[o];
        }
        return mostOfObject;
    }

    /** The longest window up to the one asked for that keeps to the limit, for the sorted times of one object. */
    static long windowWithin(long[] time, int start, int end, long asked, long limit) {
        long all = (long) (end - start) * (end - start - 1) / 2;
        if (all <= limit || pairs(time, start, end, asked) <= limit) {
            return asked;
        }
        if (pairs(time, start, end, 0) > limit) {
            return LEFT_OUT;
        }
        long fits = 0;
        long exceeds = Math.min(asked, time[end - 1] - time[start]);
        while (exceeds - fits > 1) {
            long middle = fits + (exceeds - fits) / 2;
            if (pairs(time, start, end, middle) <= limit) {
                fits = middle;
            } else {
                exceeds = middle;
            }
        }
        return fits;
    }

    private static long pairs(long[] time, int start, int end, long within) {
        long count = 0;
        int oldest = start;
        for (int p = start; p < end; p++) {
            while (time[p] - time[oldest] > within) {
                oldest++;
            }
            count += p - oldest;
        }
        return count;
    }

    private void fill(int start, int end, long within) {
        int oldest = start;
        int newest = start;
        for (int p = start; p < end; p++) {
            if (within < 0) {
                from[p] = p;
                to[p] = p;
                continue;
            }
            while (index.time[p] - index.time[oldest] > within) {
                oldest++;
            }
            while (newest < end && index.time[newest] - index.time[p] <= within) {
                newest++;
            }
            from[p] = oldest;
            to[p] = newest;
        }
    }

    /** Whether no other position is in the window, nor this one in another's: most are, in traffic of real users. */
    boolean isAlone(int position) {
        return to[position] - from[position] <= 1;
    }

    /**
     * Finds the accounts that take part: each has at least the given number of distinct contents in co-actions with
     * other accounts that take part. Rounds go on until nobody drops out; each is linear.
     */
    BitSet participants(int minParticipation) {
        BitSet alive = new BitSet(index.actions.accountCount);
        alive.set(0, index.actions.accountCount);
        if (minParticipation <= 0) {
            return alive;
        }
        int[] stamp = new int[index.postingCount];
        for (int round = 1; ; round++) {
            BitSet coActing = coActing(alive);
            boolean dropped = false;
            for (int a = alive.nextSetBit(0); a >= 0; a = alive.nextSetBit(a + 1)) {
                int contents = 0;
                for (int i = index.accountStart[a]; i < index.accountStart[a + 1]; i++) {
                    int p = index.accountPositions[i];
                    if (coActing.get(p) && stamp[index.posting[p]] != round) {
                        stamp[index.posting[p]] = round;
                        contents++;
                    }
                }
                if (contents < minParticipation) {
                    alive.clear(a);
                    dropped = true;
                }
            }
            if (!dropped) {
                return alive;
            }
        }
    }

    /** Marks positions with another living account in their window: the nearest such before and after decides. */
    private BitSet coActing(BitSet alive) {
        BitSet result = new BitSet(index.size);
        for (int o = 0; o < window.length; o++) {
            int start = index.objectStart[o];
            int end = index.objectStart[o + 1];
            if (index.objectAccounts[o] < 2 || window[o] < 0) {
                continue;
            }
            int latest = -1;
            int latestOther = -1;
            for (int p = start; p < end; p++) {
                if (isAlone(p) || !alive.get(index.account[p])) {
                    continue;
                }
                if (latest >= 0 && index.account[latest] != index.account[p]) {
                    latestOther = latest;
                }
                latest = p;
                if (latestOther >= from[p]) {
                    result.set(p);
                }
            }
            latest = Integer.MAX_VALUE;
            latestOther = Integer.MAX_VALUE;
            for (int p = end - 1; p >= start; p--) {
                if (isAlone(p) || !alive.get(index.account[p])) {
                    continue;
                }
                if (latest < end && index.account[latest] != index.account[p]) {
                    latestOther = latest;
                }
                latest = p;
                if (latestOther < to[p]) {
                    result.set(p);
                }
            }
        }
        return result;
    }

    /** Pairs of positions within the window, any accounts: the work of a sweep. */
    long pairCount() {
        long count = 0;
        for (int p = 0; p < from.length; p++) {
            count += p - from[p];
        }
        return count;
    }
}
