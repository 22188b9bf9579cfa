/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

/** For each set which of the most frequent elements it has, as bits, and how many others. */
final class FrequentBits {
    private static final int WORDS = 8;

    /** The least frequent of them: ranks ascend. */
    private final int first;

    private final long[] bits;
    private final int[] rare;

    private FrequentBits(int first, long[] bits, int[] rare) {
        this.first = first;
        this.bits = bits;
        this.rare = rare;
    }

    static FrequentBits of(RankedSets sets, int count) {
        int first = Math.max(0, sets.distinct() - WORDS * Long.SIZE);
        long[] bits = new long[Math.multiplyExact(count, WORDS)];
        int[] rare = new int[count];
        for (int set = 0; set < count; set++) {
            for (int i = sets.offset(set); i < sets.offset(set + 1); i++) {
                int rank = sets.element(i) - first;
                if (rank < 0) {
                    rare[set]++;
                } else {
                    bits[set * WORDS + (rank >> 6)] |= 1L << rank;
                }
            }
        }
        return new FrequentBits(first, bits, rare);
    }

    /** Whether an element is one of the most frequent. */
    boolean has(int element) {
        return element >= first;
    }

    /** How many elements of a set are none of the most frequent. */
    int rare(int set) {
        return rare[set];
    }

    /** How many of the most frequent elements two sets share. */
    int shared(int a, int b) {
        int shared = 0;
        for (int word = 0; word < WORDS; word++) {
            shared += Long.bitCount(bits[a * WORDS + word] & bits[b * WORDS + word]);
        }
        return shared;
    }
}
