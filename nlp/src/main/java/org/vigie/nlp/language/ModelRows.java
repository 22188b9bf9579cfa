/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Comparator;
import java.util.List;

/**
 * The rows of a model, flat: a row is an n-gram or a whole word with its weights by language. N-grams come first, as
 * a tree of their letters in depth-first order, then whole words by unsigned key.
 */
final class ModelRows {
    /** An n-gram or a whole word and its weights: label in the upper byte of an entry, signed weight in the lower. */
    static final class Row {
        static final Comparator<Row> ORDER = Comparator.<Row>comparingInt(row -> row.gram.isEmpty() ? 1 : 0)
                .thenComparing(row -> row.gram)
                .thenComparingLong(row -> Integer.toUnsignedLong(row.key));

        /** The letters; empty for a whole word. */
        final String gram;

        /** The key of a whole word; 0 for an n-gram. */
        final int key;

        final short[] entries;

        private Row(String gram, int key, short[] entries) {
            this.gram = gram;
            this.key = key;
            this.entries = entries;
        }

        static Row gram(String gram, short... entries) {
            return new Row(gram, 0, entries);
        }

        static Row word(int key, short... entries) {
            return new Row("", key, entries);
        }
    }

    /** How many letters the n-gram of a row has; the row before it with one letter less is its beginning. */
    final byte[] depths;

    /** The last letter of the n-gram. */
    final char[] letters;

    /** Keys of whole words, rising. */
    final int[] words;

    /** How many entries a row has, unsigned; n-grams, then words. */
    final byte[] sizes;

    /** The entries of all rows, end to end. */
    final short[] entries;

    ModelRows(byte[] depths, char[] letters, int[] words, byte[] sizes, short[] entries) {
        this.depths = depths;
        this.letters = letters;
        this.words = words;
        this.sizes = sizes;
        this.entries = entries;
    }

    /** Rows in any order, as training makes them; the beginnings of every n-gram must be among them. */
    static ModelRows of(List<Row> rows) {
        List<Row> sorted = rows.stream().sorted(Row.ORDER).toList();
        int total = sorted.stream().mapToInt(row -> row.entries.length).sum();
        int grams = (int) sorted.stream().filter(row -> !row.gram.isEmpty()).count();
        ModelRows flat = new ModelRows(
                new byte[grams],
                new char[grams],
                new int[sorted.size() - grams],
                new byte[sorted.size()],
                new short[total]);
        int at = 0;
        for (int r = 0; r < sorted.size(); r++) {
            Row row = sorted.get(r);
            if (r < grams) {
                flat.depths[r] = (byte) row.gram.length();
                flat.letters[r] = row.gram.charAt(row.gram.length() - 1);
            } else {
                flat.words[r - grams] = row.key;
            }
            flat.sizes[r] = (byte) row.entries.length;
            System.arraycopy(row.entries, 0, flat.entries, at, row.entries.length);
            at += row.entries.length;
        }
        return flat;
    }

    /** How many rows are n-grams. */
    int grams() {
        return depths.length;
    }

    /** How many rows there are. */
    int size() {
        return sizes.length;
    }

    int size(int row) {
        return sizes[row] & 0xFF;
    }
}
