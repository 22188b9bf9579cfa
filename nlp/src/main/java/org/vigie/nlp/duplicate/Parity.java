/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/**
 * An upper bound of the Jaccard of two sets from 20 bytes each. It is never below the true one, so a filter by it loses
 * no pair.
 *
 * <p>Source: Edans F. O. Sandes, George L. M. Teodoro and Alba C. M. A. Melo, "Bitmap filter: speeding up exact set
 * similarity joins with bitwise operations", Information Systems 2020. Each of 128 bits is the parity of the number of
 * elements that hash to it. Each bit that differs takes an element that only one of the sets has.
 *
 * @param size how many elements the set has
 * @param low the first 64 bits
 * @param high the others
 */
record Parity(int size, long low, long high) {
    /** Of a set: the first elements of an array, distinct and well mixed. */
    static Parity of(long[] elements, int size) {
        long low = 0;
        long high = 0;
        for (int e = 0; e < size; e++) {
            long element = elements[e];
            long bit = 1L << (element >>> 58);
            long side = -(element >>> 57 & 1);
            low ^= bit & ~side;
            high ^= bit & side;
        }
        return new Parity(size, low, high);
    }

    /** How many bits of two sets differ. */
    static int differing(long low, long high, long otherLow, long otherHigh) {
        return Long.bitCount(low ^ otherLow) + Long.bitCount(high ^ otherHigh);
    }

    /** Whether the Jaccard of two sets of these sizes may be at least a threshold where so many bits differ. */
    static boolean mayReach(int size, int otherSize, int bits, double threshold) {
        int total = size + otherSize;
        int differing = Math.max(Math.abs(size - otherSize), bits);
        // J = (total - differing) / (total + differing), and a difference of nothing is left to rounding.
        return total - differing >= threshold * (total + differing) - 1e-6;
    }
}
