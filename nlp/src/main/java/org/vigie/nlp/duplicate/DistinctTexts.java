/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;
import java.util.List;
import org.vigie.core.parallel.Parallel;
import org.vigie.nlp.text.TextNormalizer;

/**
 * The distinct texts of a list: texts that are the same after normalisation count once. A million copies of one text
 * are one text from here on.
 */
final class DistinctTexts {
    static final int EMPTY = -1;
    private static final int BLOCK = 1024;

    /** For each text the index of its first copy, or {@link #EMPTY}. */
    final int[] representatives;
    /** Indices of first copies, ascending. */
    final int[] firsts;

    private DistinctTexts(int[] representatives, int[] firsts) {
        this.representatives = representatives;
        this.firsts = firsts;
    }

    static DistinctTexts of(List<String> texts, TextNormalizer normalizer, long seed, int threads, Progress progress) {
        int n = texts.size();
        long[] hashes = new long[n];
        Parallel.run(threads, (n + BLOCK - 1) / BLOCK, () -> block -> {
            int to = Math.min(n, (block + 1) * BLOCK);
            for (int i = block * BLOCK; i < to; i++) {
                String text = normalizer.normalize(texts.get(i));
                hashes[i] = text.isEmpty() ? 0 : hash(text, seed);
            }
            progress.add(to - block * BLOCK);
        });
        int[] representatives = new int[n];
        int[] firsts = new int[n];
        int distinct = 0;
        int mask = tableSize(n) - 1;
        int[] table = new int[mask + 1];
        for (int i = 0; i < n; i++) {
            long hash = hashes[i];
            if (hash == 0) {
                representatives[i] = EMPTY;
                continue;
            }
            int slot = (int) (hash ^ hash >>> 32) & mask;
            int found = -1;
            while (table[slot] != 0) {
                int other = table[slot] - 1;
                if (hashes[other] == hash && same(texts.get(other), texts.get(i), normalizer)) {
                    found = other;
                    break;
                }
                slot = (slot + 1) & mask;
            }
            if (found < 0) {
                table[slot] = i + 1;
                firsts[distinct++] = i;
                found = i;
            }
            representatives[i] = found;
        }
        return new DistinctTexts(representatives, Arrays.copyOf(firsts, distinct));
    }

    /** Equal hashes are checked: a collision never merges two texts. */
    private static boolean same(String a, String b, TextNormalizer normalizer) {
        return a.equals(b) || normalizer.normalize(a).equals(normalizer.normalize(b));
    }

    private static int tableSize(int n) {
        return (int) Math.min(1L << 30, Math.max(16L, Long.highestOneBit(Math.max(1L, n)) * 4L));
    }

    /** A seeded 64-bit hash, never 0. */
    static long hash(String text, long seed) {
        long h = seed ^ 0x9e3779b97f4a7c15L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0xd6e8feb86659fd93L;
            h ^= h >>> 32;
        }
        h = (h ^ h >>> 30) * 0xbf58476d1ce4e5b9L;
        h ^= h >>> 27;
        return h == 0 ? 1 : h;
    }
}
