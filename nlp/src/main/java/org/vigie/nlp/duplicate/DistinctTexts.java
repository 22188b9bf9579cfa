/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.core.parallel.Parallel;
import org.vigie.nlp.text.TextNormalizer;

/**
 * The distinct normalised texts of a batch, numbered in order of their first rows, and the first row of each row's text.
 * A million copies of one text are one text from here on.
 */
final class DistinctTexts {
    static final int EMPTY = -1;
    private static final int BLOCK = 1024;
    /** Rows whose normalised texts are held at once, before copies are dropped. */
    private static final int CHUNK = 32 * BLOCK;

    /** For each row the first row with its text, or {@link #EMPTY}. */
    final int[] representatives;
    /** For each distinct text its first row, ascending. */
    final int[] firsts;

    private final List<String> texts;
    /** Place of each distinct text in the list. */
    private final int[] places;

    private DistinctTexts(int[] representatives, int[] firsts, List<String> texts, int[] places) {
        this.representatives = representatives;
        this.firsts = firsts;
        this.texts = texts;
        this.places = places;
    }

    /** Takes texts that are normalised and distinct already; those that no row has are left out. */
    static DistinctTexts of(List<String> normalized, int[] textOf) {
        int[] firstOf = new int[normalized.size()];
        Arrays.fill(firstOf, EMPTY);
        int[] representatives = new int[textOf.length];
        int[] firsts = new int[Math.min(textOf.length, firstOf.length)];
        int[] places = new int[firsts.length];
        int distinct = 0;
        for (int row = 0; row < textOf.length; row++) {
            int text = textOf[row];
            if (text < EMPTY || text >= firstOf.length) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "text of a row must be in [-1, %d] but that of row %d was %d",
                        firstOf.length - 1,
                        row,
                        text));
            }
            if (text != EMPTY && firstOf[text] == EMPTY) {
                firstOf[text] = row;
                firsts[distinct] = row;
                places[distinct++] = text;
            }
            representatives[row] = text == EMPTY ? EMPTY : firstOf[text];
        }
        return new DistinctTexts(
                representatives, Arrays.copyOf(firsts, distinct), normalized, Arrays.copyOf(places, distinct));
    }

    /** Normalises each text once and keeps the first of those that are the same after it. */
    static DistinctTexts normalize(
            List<String> rows, TextNormalizer normalizer, long seed, int threads, Progress progress) {
        int n = rows.size();
        Table table = new Table(n);
        int[] representatives = new int[n];
        String[] normal = new String[Math.min(n, CHUNK)];
        long[] hashes = new long[normal.length];
        for (int from = 0; from < n; from += CHUNK) {
            int start = from;
            int size = Math.min(CHUNK, n - from);
            Parallel.run(threads, (size + BLOCK - 1) / BLOCK, () -> block -> {
                int to = Math.min(size, (block + 1) * BLOCK);
                for (int i = block * BLOCK; i < to; i++) {
                    normal[i] = normalizer.normalize(rows.get(start + i));
                    hashes[i] = hash(normal[i], seed);
                }
                progress.add(to - block * BLOCK);
            });
            for (int i = 0; i < size; i++) {
                representatives[from + i] =
                        normal[i].isEmpty() ? EMPTY : table.firstRow(normal[i], hashes[i], from + i);
            }
        }
        int[] places = new int[table.size];
        Arrays.setAll(places, text -> text);
        List<String> texts = Arrays.asList(Arrays.copyOf(table.texts, table.size));
        return new DistinctTexts(representatives, Arrays.copyOf(table.firsts, table.size), texts, places);
    }

    /** How many distinct texts there are. */
    int size() {
        return firsts.length;
    }

    /** A distinct text by its number. */
    String text(int number) {
        return texts.get(places[number]);
    }

    /** The mean length of the distinct texts, at least 1. */
    int meanLength(int threads) {
        AtomicLong total = new AtomicLong();
        Parallel.run(threads, (size() + BLOCK - 1) / BLOCK, () -> block -> {
            long sum = 0;
            for (int text = block * BLOCK; text < Math.min(size(), (block + 1) * BLOCK); text++) {
                sum += text(text).length();
            }
            total.addAndGet(sum);
        });
        return (int) Math.max(1, total.get() / Math.max(1, size()));
    }

    /** A seeded 64-bit hash. */
    private static long hash(String text, long seed) {
        long h = seed ^ 0x9e3779b97f4a7c15L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0xd6e8feb86659fd93L;
            h ^= h >>> 32;
        }
        h = (h ^ h >>> 30) * 0xbf58476d1ce4e5b9L;
        return h ^ h >>> 27;
    }

    /** The texts met so far, by open addressing, never more than half full. */
    private static final class Table {
        private static final int LEAST = 16;

        private String[] texts = new String[LEAST];
        private long[] hashes = new long[LEAST];
        private int[] firsts = new int[LEAST];
        private int[] slots = new int[2 * LEAST];
        private int size;

        private final int most;

        Table(int most) {
            this.most = most;
        }

        /** The first row of a text: the given one when the text is new. */
        int firstRow(String text, long hash, int row) {
            int slot = slot(hash);
            while (slots[slot] != 0) {
                int other = slots[slot] - 1;
                // Equal hashes are checked: a collision never merges two texts.
                if (hashes[other] == hash && texts[other].equals(text)) {
                    return firsts[other];
                }
                slot = (slot + 1) & slots.length - 1;
            }
            if (size == texts.length) {
                grow();
                slot = free(hash);
            }
            slots[slot] = size + 1;
            texts[size] = text;
            hashes[size] = hash;
            firsts[size++] = row;
            return row;
        }

        private int slot(long hash) {
            return (int) (hash ^ hash >>> 32) & slots.length - 1;
        }

        private int free(long hash) {
            int slot = slot(hash);
            while (slots[slot] != 0) {
                slot = (slot + 1) & slots.length - 1;
            }
            return slot;
        }

        private void grow() {
            int grown = (int) Math.min(most, size * 2L);
            texts = Arrays.copyOf(texts, grown);
            hashes = Arrays.copyOf(hashes, grown);
            firsts = Arrays.copyOf(firsts, grown);
            if (2L * grown > slots.length && slots.length < 1 << 30) {
                slots = new int[slots.length * 2];
                for (int text = 0; text < size; text++) {
                    slots[free(hashes[text])] = text + 1;
                }
            }
        }
    }
}
