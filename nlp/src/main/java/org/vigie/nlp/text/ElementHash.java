/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/** The mixer under element hashes; changing it changes every signature of a text. */
final class ElementHash {
    /** Weyl constant of SplitMix64. */
    static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private ElementHash() {}

    /** The MurmurHash3 finaliser in Stafford's variant 13: a bijection with full avalanche. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
