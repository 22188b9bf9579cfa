/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;

/**
 * Sorts numbers that are known to be spread evenly over a range: each goes to its place by its value, and what is left
 * is near its own. Linear time on average; the result is that of any sort. Not thread-safe.
 */
final class UniformSort {
    /** Fewer numbers are sorted by insertion alone. */
    private static final int SMALL = 16;

    private final long[] copy;
    private final int[] places;

    UniformSort(int most) {
        copy = new long[most];
        places = new int[most + 1];
    }

    /** Sorts {@code from .. to}; all numbers are in {@code first .. first + range}, and their range is below 2^31. */
    void sort(long[] numbers, int from, int to, long first, long range) {
        int n = to - from;
        if (n > SMALL && range < Integer.MAX_VALUE) {
            spread(numbers, from, to, first, range);
        } else if (n > SMALL) {
            Arrays.sort(numbers, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long number = numbers[i];
            int j = i;
            while (j > from && numbers[j - 1] > number) {
                numbers[j] = numbers[j - 1];
                j--;
            }
            numbers[j] = number;
        }
    }

    private void spread(long[] numbers, int from, int to, long first, long range) {
        int n = to - from;
        double scale = (double) n / range;
        Arrays.fill(places, 0, n + 1, 0);
        for (int i = from; i < to; i++) {
            copy[i - from] = numbers[i];
            places[place(numbers[i] - first, scale, n) + 1]++;
        }
        for (int b = 0; b < n; b++) {
            places[b + 1] += places[b];
        }
        for (int i = 0; i < n; i++) {
            numbers[from + places[place(copy[i] - first, scale, n)]++] = copy[i];
        }
    }

    private static int place(long offset, double scale, int n) {
        return Math.min(n - 1, (int) (offset * scale));
    }
}
