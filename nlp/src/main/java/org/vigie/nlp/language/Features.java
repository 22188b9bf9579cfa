/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;

/** The n-grams that training gives weights to, numbered from the most frequent on, so that their weights share the cache. */
final class Features {
    /** Counts keys while its table has room. */
    static final class Counter {
        private static final int CAPACITY = 1 << 24;
        private final int[] keys = new int[CAPACITY];
        private final int[] counts = new int[CAPACITY];
        private int met;

        void count(int key) {
            int slot = slot(key, CAPACITY);
            while (counts[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & (CAPACITY - 1);
            }
            if (counts[slot] != 0) {
                counts[slot]++;
            } else if (met < CAPACITY / 8 * 7) {
                keys[slot] = key;
                counts[slot] = 1;
                met++;
            }
        }

        /** How many different keys came. */
        int met() {
            return met;
        }

        /** About so many of the most frequent keys, and those that are as frequent as the last. */
        Features mostFrequent(int features) {
            int[] sorted = Arrays.stream(counts).filter(c -> c > 1).toArray();
            Arrays.sort(sorted);
            int threshold = sorted.length <= features ? 2 : sorted[sorted.length - features];
            int n = 0;
            for (int slot = 0; slot < CAPACITY; slot++) {
                if (counts[slot] >= threshold) {
                    keys[n] = keys[slot];
                    counts[n++] = counts[slot];
                }
            }
            return new Features(keys, counts, n);
        }
    }

    private final int[] keys;
    private final int[] counts;
    /** Feature number + 1 by key, open addressing. */
    private final int[] dictionaryKeys;

    private final int[] dictionaryIds;

    Features(int[] someKeys, int[] theirCounts, int n) {
        long[] order = new long[n];
        for (int f = 0; f < n; f++) {
            order[f] = (-(long) theirCounts[f] << 32) | Integer.toUnsignedLong(someKeys[f]);
        }
        Arrays.sort(order);
        keys = new int[n];
        counts = new int[n];
        dictionaryKeys = new int[Integer.highestOneBit(Math.max(16, n * 2)) * 2];
        dictionaryIds = new int[dictionaryKeys.length];
        for (int f = 0; f < n; f++) {
            keys[f] = (int) order[f];
            counts[f] = (int) -(order[f] >> 32);
            int slot = slot(keys[f], dictionaryKeys.length);
            while (dictionaryIds[slot] != 0) {
                slot = (slot + 1) & (dictionaryKeys.length - 1);
            }
            dictionaryKeys[slot] = keys[f];
            dictionaryIds[slot] = f + 1;
        }
    }

    private static int slot(int key, int capacity) {
        return ((key * 0x85EBCA6B) >>> 5) & (capacity - 1);
    }

    int size() {
        return keys.length;
    }

    int key(int feature) {
        return keys[feature];
    }

    int count(int feature) {
        return counts[feature];
    }

    int[] keys() {
        return keys.clone();
    }

    /** The number of a key, -1 if it is no feature. */
    int find(int key) {
        int slot = slot(key, dictionaryKeys.length);
        while (dictionaryIds[slot] != 0) {
            if (dictionaryKeys[slot] == key) {
                return dictionaryIds[slot] - 1;
            }
            slot = (slot + 1) & (dictionaryKeys.length - 1);
        }
        return -1;
    }
}
