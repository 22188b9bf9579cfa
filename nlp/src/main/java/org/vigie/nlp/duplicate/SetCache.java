/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shingle sets of the texts looked at lately, made again when they were pushed out. This, not a copy of every set, is
 * what verification costs in memory. Not thread-safe.
 */
final class SetCache {
    private static final int SLOTS = 1 << 14;

    private final ShingleSource source;
    private final long[] @Nullable [] sets = new long[SLOTS][];
    private final int[] owners = new int[SLOTS];

    SetCache(ShingleSource source) {
        this.source = source;
        Arrays.fill(owners, -1);
    }

    long[] get(int text) {
        int slot = (text * 0x9e3779b9) >>> 18;
        long[] set = sets[slot];
        if (set == null || owners[slot] != text) {
            set = source.shingles(text);
            sets[slot] = set;
            owners[slot] = text;
        }
        return set;
    }
}
