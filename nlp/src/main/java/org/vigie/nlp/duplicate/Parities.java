/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/** A {@link Parity} of each text of a batch, in columns. */
final class Parities {
    private final double threshold;
    private final int[] sizes;
    private final long[] bits;

    Parities(int count, double threshold) {
        this(new int[count], new long[2 * count], threshold);
    }

    /** Those that are known: by text its size and two numbers. */
    Parities(int[] sizes, long[] bits, double threshold) {
        this.threshold = threshold;
        this.sizes = sizes;
        this.bits = bits;
    }

    /** Takes the set of a text: distinct elements, well mixed. */
    void set(int text, long[] elements, int size) {
        Parity parity = Parity.of(elements, size);
        sizes[text] = size;
        bits[2 * text] = parity.low();
        bits[2 * text + 1] = parity.high();
    }

    /** How many elements the set of a text has. */
    int size(int text) {
        return sizes[text];
    }

    /** Whether the Jaccard of two texts may be at least the threshold. */
    boolean mayReach(int a, int b) {
        int differing = Parity.differing(bits[2 * a], bits[2 * a + 1], bits[2 * b], bits[2 * b + 1]);
        return Parity.mayReach(sizes[a], sizes[b], differing, threshold);
    }
}
