/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Comparator;

/**
 * A verified near-duplicate pair of distinct texts, each named by the first index that holds it.
 *
 * @param first the smaller index
 * @param second the larger index
 * @param jaccard the exact Jaccard of their shingle sets
 */
public record DuplicatePair(int first, int second, double jaccard) implements Comparable<DuplicatePair> {
    private static final Comparator<DuplicatePair> ORDER = Comparator.comparingInt(DuplicatePair::first)
            .thenComparingInt(DuplicatePair::second)
            .thenComparingDouble(DuplicatePair::jaccard);

    /** Orders by first, then by second index. */
    @Override
    public int compareTo(DuplicatePair other) {
        return ORDER.compare(this, other);
    }
}
