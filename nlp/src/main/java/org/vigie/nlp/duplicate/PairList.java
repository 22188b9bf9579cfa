/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;

/** A growing list of pairs in primitive arrays, and how many candidates were left out unverified. */
final class PairList {
    private int[] first = new int[64];
    private int[] second = new int[64];
    private double[] jaccard = new double[64];
    private int size;
    private long leftOut;

    void add(int a, int b, double value) {
        if (size == first.length) {
            int grown = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
            first = Arrays.copyOf(first, grown);
            second = Arrays.copyOf(second, grown);
            jaccard = Arrays.copyOf(jaccard, grown);
        }
        first[size] = Math.min(a, b);
        second[size] = Math.max(a, b);
        jaccard[size++] = value;
    }

    void leaveOut(long candidates) {
        leftOut += candidates;
    }

    void addAll(PairList other) {
        leftOut += other.leftOut;
        for (int i = 0; i < other.size; i++) {
            add(other.first[i], other.second[i], other.jaccard[i]);
        }
    }

    int size() {
        return size;
    }

    /** The largest number in a pair, or -1. */
    int last() {
        int last = -1;
        for (int i = 0; i < size; i++) {
            last = Math.max(last, second[i]);
        }
        return last;
    }

    long leftOut() {
        return leftOut;
    }

    /** The pairs by first and second, with numbers mapped to text indices. */
    DuplicatePair[] sorted(int[] indexOf) {
        DuplicatePair[] pairs = new DuplicatePair[size];
        for (int i = 0; i < size; i++) {
            pairs[i] = new DuplicatePair(indexOf[first[i]], indexOf[second[i]], jaccard[i]);
        }
        Arrays.sort(pairs);
        return pairs;
    }
}
