/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/**
 * An upper bound of the Jaccard of two sets from 20 bytes each: never below the true one, so a filter by it loses no pair.
 *
 * <p>Source: Edans F. O. Sandes, George L. M. Teodoro and Alba C. M. A. Melo, "Bitmap filter: speeding up exact set
 * similarity joins with bitwise operations", Information Systems 2020. Each of 128 bits is the parity of the number of
 * elements that hash to it; each bit that differs takes an element that only one of the sets has.
 */
final class Parities {
    private final double threshold;
    private final int[] sizes;
    private final long[] bits;

    Parities(int count, double threshold) {
        this.threshold = threshold;
        sizes = new int[count];
        bits = new long[2 * count];
    }

    /** Takes the set of a text: distinct elements, well mixed. */
    void set(int text, long[] elements, int size) {
        long low = 0;
        long high = 0;
        for (int e = 0; e < size; e++) {
            long element = elements[e];
            long bit = 1L << (element >>> 58);
            long side = -(element >>> 57 & 1);
            low ^= bit & ~side;
            high ^= bit & side;
        }
        sizes[text] = size;
        bits[2 * text] = low;
        bits[2 * text + 1] = high;
    }

    /** How many elements the set of a text has. */
    int size(int text) {
        return sizes[text];
    }

    /** Whether the Jaccard of two texts may be at least the threshold. */
    boolean mayReach(int a, int b) {
        int total = sizes[a] + sizes[b];
        int differing = Math.max(
                Math.abs(sizes[a] - sizes[b]),
                Long.bitCount(bits[2 * a] ^ bits[2 * b]) + Long.bitCount(bits[2 * a + 1] ^ bits[2 * b + 1]));
        // J = (total - differing) / (total + differing), and a difference of nothing is left to rounding.
        return total - differing >= threshold * (total + differing) - 1e-6;
    }
}
