/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import org.vigie.core.internal.Checks;

/**
 * SimHash of a set: 64 bits of which few differ between sets with a small angle, for exchange with systems that use it.
 *
 * <p>Source: Moses S. Charikar, "Similarity estimation techniques from rounding algorithms", 2002. It estimates the
 * cosine of two sets, not their Jaccard, and with 64 bits not sharply: to find near-duplicates at a Jaccard threshold
 * use {@link MinHash}. Deterministic; no state, thread-safe.
 */
public final class SimHash {
    private static final int BITS = 64;

    private SimHash() {}

    /**
     * Computes the SimHash of a set: each bit is set when more than half of the elements have it.
     *
     * @param elements distinct element hashes, well mixed, at least one
     * @return the 64 bits
     * @throws IllegalArgumentException if there is no element
     */
    public static long of(long... elements) {
        Checks.between("number of elements", elements.length, 1, Integer.MAX_VALUE);
        int[] counts = new int[BITS];
        for (long element : elements) {
            for (int bit = 0; bit < BITS; bit++) {
                counts[bit] += (int) (element >>> bit) & 1;
            }
        }
        long hash = 0;
        for (int bit = 0; bit < BITS; bit++) {
            if (2L * counts[bit] > elements.length) {
                hash |= 1L << bit;
            }
        }
        return hash;
    }

    /**
     * Estimates the cosine of two sets from their SimHashes.
     *
     * @param first a SimHash
     * @param second another
     * @return the cosine of the angle that the share of different bits stands for
     */
    public static double cosine(long first, long second) {
        return Math.cos(Math.PI * Long.bitCount(first ^ second) / BITS);
    }
}
