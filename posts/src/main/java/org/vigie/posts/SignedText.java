/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.Arrays;
import org.vigie.core.internal.Overlap;

/** A text's shingles, ready to be found and compared. Not to be changed. */
final class SignedText {
    private static final long[] NO_NUMBERS = {};

    /** What is too short to be compared, or compared no longer. */
    static final SignedText NONE = new SignedText("", new long[0], new int[0]);

    private static final int WORDS = 16;

    /** Fewer numbers say too little. */
    private static final int LEAST_NUMBERS = 2;

    /** The key of each band. */
    final int[] keys;

    final long[] shingles;
    /**
     * Each of 1,024 bits is the parity of the number of shingles that hash to it. Each bit that differs takes a shingle
     * that only one text has. So most texts that share a band by chance are told apart without a look at their
     * shingles. Source: Sandes, Teodoro and Melo, "Bitmap filter", Information Systems 2020.
     */
    private final long[] parities = new long[WORDS];

    /** The words that are numbers, sorted, each once. */
    private final long[] numbers;

    /** Keeps the arrays; shingles are distinct and well mixed. */
    SignedText(String normalized, long[] shingles, int[] keys) {
        this.shingles = shingles;
        this.keys = keys;
        numbers = numbers(normalized);
        for (long shingle : shingles) {
            parities[(int) (shingle >>> 60)] ^= 1L << (shingle >>> 54);
        }
    }

    /** What stands between two spaces and is digits alone; of the longest numbers only the last digits count. */
    private static long[] numbers(String normalized) {
        long[] found = NO_NUMBERS;
        int size = 0;
        long number = 0;
        int digits = 0;
        int start = 0;
        for (int i = 0; i <= normalized.length(); i++) {
            char c = i < normalized.length() ? normalized.charAt(i) : ' ';
            if (c >= '0' && c <= '9') {
                number = 10 * number + c - '0';
                digits++;
            } else if (c == ' ') {
                if (digits > 0 && digits == i - start) {
                    found = size == found.length ? Arrays.copyOf(found, Math.max(8, 2 * size)) : found;
                    found[size++] = number;
                }
                number = 0;
                digits = 0;
                start = i + 1;
            }
        }
        Arrays.sort(found, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[distinct++] = found[i];
            }
        }
        return distinct == 0 ? NO_NUMBERS : Arrays.copyOf(found, distinct);
    }

    /**
     * Whether two texts tell of different things in one form: both have numbers, and at most half of those of the text with
     * fewer are in the other. A forecast, a timetable or an agency's notice differs from the next by little else.
     */
    boolean hasOtherNumbers(SignedText other) {
        int fewer = Math.min(numbers.length, other.numbers.length);
        if (fewer < LEAST_NUMBERS) {
            return false;
        }
        int shared = 0;
        for (long number : numbers) {
            shared += Arrays.binarySearch(other.numbers, number) >= 0 ? 1 : 0;
        }
        return 2 * shared <= fewer;
    }

    /** Whether the Jaccard similarity may be so much: never wrong where it says no. */
    boolean mayReach(SignedText other, double least) {
        int total = shingles.length + other.shingles.length;
        int differing = Math.abs(shingles.length - other.shingles.length);
        int bits = 0;
        for (int i = 0; i < WORDS; i++) {
            bits += Long.bitCount(parities[i] ^ other.parities[i]);
        }
        differing = Math.max(differing, bits);
        // J = (total - differing) / (total + differing); what is left of a difference is rounding.
        return total - differing >= least * (total + differing) - 1e-6;
    }

    /** The Jaccard similarity of the text whose shingles were loaded, which is this one, and another. */
    double jaccard(SignedText other, Overlap loaded) {
        int shared = loaded.count(other.shingles);
        return shared / (double) (shingles.length + other.shingles.length - shared);
    }
}
