/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Arrays;

/**
 * Bounds how often two accounts would meet if their times were permuted among their contents, without permuting.
 *
 * <p>Let the accounts have n and n' contents, with m pairs of times within the window. Let h(i) pairs of their contents
 * be on object i. Take a set of j pairs of contents that differ on both sides. It falls on j pairs of times that differ
 * likewise. All are within the window with probability at most m(m-1).. / (n(n-1).. n'(n'-1)..), j factors each: there
 * are no more ordered ways to choose the times. Summed over all sets of j objects this is the j-th elementary symmetric
 * polynomial of h times that probability. It is no less than the mean number of sets of j meetings. Who has k meetings
 * has k-choose-j such sets. So by Markov's inequality their ratio bounds the tail, for every j up to k; the least
 * counts. An object whose own mean is 1 or more is taken as a meeting for certain.
 *
 * <p>Work is by the account with fewer contents: O(d log d') for d and d' actions, and O(objects in common times k).
 * Not thread-safe: one for each thread.
 */
final class MeetingBound {
    /** Higher orders sharpen nothing that matters: the bound is below 1e-50 long before. */
    private static final int MOST_ORDERS = 64;

    private final ActionIndex index;
    private final Windows windows;
    private final long window;
    private final Slots slots;
    private final int[] used;
    private int stamp;
    private double[] pairsOfObject = new double[16];
    private int common;
    private int meetings;

    /** The times of contents by account, sorted, and the time of each posting. */
    static final class Slots {
        private final int[] start;
        private final long[] times;
        private final long[] timeOfPosting;

        Slots(ActionIndex index) {
            timeOfPosting = new long[index.postingCount];
            boolean[] seen = new boolean[index.postingCount];
            long[] sorted = new long[index.size];
            int accounts = index.accountStart.length - 1;
            start = new int[accounts + 1];
            int size = 0;
            for (int a = 0; a < accounts; a++) {
                start[a] = size;
                for (int i = index.accountStart[a]; i < index.accountStart[a + 1]; i++) {
                    int p = index.accountPositions[i];
                    int posting = index.posting[p];
                    if (!seen[posting]) {
                        seen[posting] = true;
                        timeOfPosting[posting] = index.time[p];
                        sorted[size++] = index.time[p];
                    }
                }
                Arrays.sort(sorted, start[a], size);
            }
            start[accounts] = size;
            times = Arrays.copyOf(sorted, size);
        }

        int count(int account) {
            return start[account + 1] - start[account];
        }

        /** Pairs of times of two accounts within the window. */
        long near(int few, int many, long window) {
            long pairs = 0;
            for (int i = start[few]; i < start[few + 1]; i++) {
                int from = from(many, times[i] - window);
                int to = from(many, times[i] + window + 1);
                pairs += to - from;
            }
            return pairs;
        }

        private int from(int account, long time) {
            int low = start[account];
            int high = start[account + 1];
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (times[middle] < time) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    MeetingBound(ActionIndex index, Windows windows, long window, Slots slots) {
        this.index = index;
        this.windows = windows;
        this.window = window;
        this.slots = slots;
        this.used = new int[index.postingCount];
    }

    Timing of(int account, int other) {
        boolean swap = slots.count(other) < slots.count(account);
        int few = swap ? other : account;
        int many = swap ? account : other;
        compare(few, many);
        double n = slots.count(few);
        double m = slots.count(many);
        double near = slots.near(few, many, window);
        if (near == 0) {
            return new Timing(meetings, 0, meetings == 0 ? 1 : 0);
        }
        double chance = near / n / m;
        double expected = 0;
        int certain = 0;
        int likely = 0;
        for (int i = 0; i < common; i++) {
            double mean = pairsOfObject[i] * chance;
            expected += Math.min(1, mean);
            if (mean >= 1) {
                certain++;
            } else {
                pairsOfObject[likely++] = mean;
            }
        }
        return new Timing(meetings, expected, bound(meetings - certain, likely, near, n, m));
    }

    /** The bound for k meetings on objects of the means in {@code pairsOfObject}. */
    private double bound(int k, int objects, double near, double n, double m) {
        int orders = Math.min(k, MOST_ORDERS);
        if (orders <= 0) {
            return 1;
        }
        double[] symmetric = new double[orders + 1];
        symmetric[0] = 1;
        for (int i = 0; i < objects; i++) {
            for (int j = Math.min(orders, i + 1); j > 0; j--) {
                symmetric[j] += pairsOfObject[i] * symmetric[j - 1];
            }
        }
        double least = 1;
        double factor = 1;
        double sets = 1;
        for (int j = 1; j <= orders; j++) {
            int before = j - 1;
            factor *= Math.max(0, near - before) / near * (n / (n - before)) * (m / (m - before));
            sets *= (k - before) / (double) j;
            double value = factor * symmetric[j] / sets;
            // Positive tests: sums of many objects may overflow, and then say nothing.
            if (value < least) {
                least = value;
            }
        }
        return least;
    }

    /** Goes through the objects in common: their pairs of contents, and greedily the meetings. */
    private void compare(int few, int many) {
        common = 0;
        meetings = 0;
        if (++stamp == 0) {
            Arrays.fill(used, 0);
            stamp = 1;
        }
        int end = index.accountStart[few + 1];
        int otherEnd = index.accountStart[many + 1];
        int from = index.accountStart[few];
        int otherFrom = index.accountStart[many];
        while (from < end && otherFrom < otherEnd) {
            int object = index.objectOf[index.accountPositions[from]];
            int to = from + 1;
            while (to < end && index.objectOf[index.accountPositions[to]] == object) {
                to++;
            }
            otherFrom = firstOf(object, otherFrom, otherEnd);
            int otherTo = otherFrom;
            while (otherTo < otherEnd && index.objectOf[index.accountPositions[otherTo]] == object) {
                otherTo++;
            }
            if (otherTo > otherFrom) {
                if (common == pairsOfObject.length) {
                    pairsOfObject = Arrays.copyOf(pairsOfObject, 2 * common);
                }
                pairsOfObject[common++] = (double) (to - from) * (otherTo - otherFrom);
                if (meet(from, to, otherFrom, otherTo, windows.window[object])) {
                    meetings++;
                }
            }
            from = to;
            otherFrom = otherTo;
        }
    }

    private int firstOf(int object, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (index.objectOf[index.accountPositions[middle]] < object) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Finds a pair of contents within the window, neither of which has met yet. */
    private boolean meet(int from, int to, int otherFrom, int otherTo, long within) {
        int oldest = otherFrom;
        for (int i = from; i < to; i++) {
            int posting = index.posting[index.accountPositions[i]];
            long time = slots.timeOfPosting[posting];
            while (oldest < otherTo && timeAt(oldest) < time - within) {
                oldest++;
            }
            for (int j = oldest; j < otherTo && used[posting] != stamp && timeAt(j) <= time + within; j++) {
                int partner = index.posting[index.accountPositions[j]];
                if (used[partner] != stamp && timeAt(j) >= time - within) {
                    used[posting] = stamp;
                    used[partner] = stamp;
                    return true;
                }
            }
        }
        return false;
    }

    private long timeAt(int i) {
        return slots.timeOfPosting[index.posting[index.accountPositions[i]]];
    }
}
