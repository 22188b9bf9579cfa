/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

/** The integer mixers that every version relies on; changing one changes every golden value. */
final class Hashing {
    /** Weyl constant of SplitMix64 (2^64 divided by the golden ratio, made odd). */
    static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private Hashing() {}

    /** Stafford's variant 13 of the MurmurHash3 finaliser: a bijection with full avalanche. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The {@code index}-th draw of the SplitMix64 stream that starts at {@code seed}. */
    static long draw(long seed, int index) {
        return mix(seed + (index + 1L) * GOLDEN);
    }
}
