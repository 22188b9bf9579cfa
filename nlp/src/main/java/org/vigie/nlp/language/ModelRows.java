/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Comparator;
import java.util.List;

/**
 * The rows of a model, flat: a row is an n-gram with its weights by language. Rows are sorted by order, then by
 * unsigned key.
 */
final class ModelRows {
    /** An n-gram and its weights: label in the upper byte of an entry, signed weight in the lower. */
    static final class Row {
        static final Comparator<Row> ORDER = Comparator.<Row>comparingInt(row -> row.order)
                .thenComparingLong(row -> Integer.toUnsignedLong(row.key));

        /** n, or {@link Ngrams#WORD}. */
        final int order;

        final int key;
        final short[] entries;

        Row(int order, int key, short[] entries) {
            this.order = order;
            this.key = key;
            this.entries = entries;
        }
    }

    /** How many rows have each order. */
    final int[] counts;

    final int[] keys;
    /** Unsigned. */
    final byte[] sizes;

    /** The entries of all rows, end to end. */
    final short[] entries;

    ModelRows(int[] counts, int[] keys, byte[] sizes, short[] entries) {
        this.counts = counts;
        this.keys = keys;
        this.sizes = sizes;
        this.entries = entries;
    }

    /** Rows in any order, as training makes them. */
    static ModelRows of(List<Row> rows) {
        int total = rows.stream().mapToInt(row -> row.entries.length).sum();
        ModelRows flat =
                new ModelRows(new int[Ngrams.WORD + 1], new int[rows.size()], new byte[rows.size()], new short[total]);
        int at = 0;
        int r = 0;
        for (Row row : rows.stream().sorted(Row.ORDER).toList()) {
            flat.counts[row.order]++;
            flat.keys[r] = row.key;
            flat.sizes[r++] = (byte) row.entries.length;
            System.arraycopy(row.entries, 0, flat.entries, at, row.entries.length);
            at += row.entries.length;
        }
        return flat;
    }

    int size() {
        return keys.length;
    }
}
