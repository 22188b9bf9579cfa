/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

/** The integer mixers that every version relies on; changing one changes every golden value. */
public final class Hashing {
    /** Weyl constant of SplitMix64 (2^64 divided by the golden ratio, made odd). */
    public static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Hashing() {}

    /**
     * Mixes by Stafford's variant 13 of the MurmurHash3 finaliser: a bijection with full avalanche.
     *
     * @param z any value
     * @return the mixed value
     */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * Draws from the SplitMix64 stream that starts at a seed.
     *
     * @param seed where the stream starts
     * @param index which draw, from 0
     * @return the draw
     */
    public static long draw(long seed, int index) {
        return mix(seed + (index + 1L) * GOLDEN);
    }
}
