/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Arrays;

/** Sorts rows by time, rows of equal times staying as they were. */
final class TimeSort {
    private static final int SMALL = 24;

    private TimeSort() {}

    static void sort(int[] rows, int from, int to, long[] time) {
        if (to - from <= SMALL) {
            insertion(rows, from, to, time);
            return;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        boolean sorted = true;
        for (int i = from; i < to; i++) {
            long t = time[rows[i]];
            sorted &= t >= max;
            min = Math.min(min, t);
            max = Math.max(max, t);
        }
        if (sorted) {
            return;
        }
        int bits = 32 - Integer.numberOfLeadingZeros(to - from - 1);
        if (max - min >= 1L << (63 - bits)) {
            merge(rows, from, to, time, new int[to - from]);
            return;
        }
        // Time and place in one long: one sort of primitives, and the place keeps it stable.
        long[] keys = new long[to - from];
        int[] copy = Arrays.copyOfRange(rows, from, to);
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ((time[copy[i]] - min) << bits) | i;
        }
        Arrays.sort(keys);
        int mask = (1 << bits) - 1;
        for (int i = 0; i < keys.length; i++) {
            rows[from + i] = copy[(int) keys[i] & mask];
        }
    }

    private static void insertion(int[] rows, int from, int to, long[] time) {
        for (int i = from + 1; i < to; i++) {
            int r = rows[i];
            int j = i;
            while (j > from && time[rows[j - 1]] > time[r]) {
                rows[j] = rows[j - 1];
                j--;
            }
            rows[j] = r;
        }
    }

    private static void merge(int[] rows, int from, int to, long[] time, int[] buffer) {
        if (to - from <= SMALL) {
            insertion(rows, from, to, time);
            return;
        }
        int middle = (from + to) >>> 1;
        merge(rows, from, middle, time, buffer);
        merge(rows, middle, to, time, buffer);
        System.arraycopy(rows, from, buffer, 0, middle - from);
        int left = 0;
        int leftEnd = middle - from;
        int right = middle;
        int out = from;
        while (left < leftEnd) {
            boolean takeRight = right < to && time[rows[right]] < time[buffer[left]];
            rows[out++] = takeRight ? rows[right++] : buffer[left++];
        }
    }
}
