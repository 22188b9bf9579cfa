/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

/**
 * How a component chooses an element of the set. Signatures of different algorithms cannot be compared.
 *
 * <p>The algorithm belongs to the policy, not to the size of each set. If it were switched by size, two near-duplicates
 * on both sides of the switch would have no estimate.
 */
public enum SignatureAlgorithm {
    /**
     * One hash function a component (Broder 1997), with multiply-add hashing. Time is components times elements, at a
     * vector a step: the fastest for sets of up to a few hundred elements.
     */
    CLASSIC,
    /**
     * Fast Similarity Sketching (Søren Dahlgaard, Mathias Knudsen and Mikkel Thorup, "Fast similarity sketching",
     * 2017). Time is components times their logarithm plus elements: for documents; more exact than
     * {@link #CLASSIC} while a set has few elements a component.
     */
    FAST_SIMILARITY;

    /**
     * Gives the number that stands for the algorithm in stored bytes.
     *
     * @return the number, which never changes
     */
    public int code() {
        return this == CLASSIC ? 0 : 1;
    }

    /** Reads a stored number. */
    static SignatureAlgorithm of(int code) {
        return switch (code) {
            case 0 -> CLASSIC;
            case 1 -> FAST_SIMILARITY;
            default -> throw new IllegalArgumentException("algorithm must be 0 or 1 but was " + code);
        };
    }
}
