/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Rows by key, without boxes. */
final class Keyed implements Serializable {
    private static final long serialVersionUID = 1;

    /** Distinct, ascending. */
    private final long[] keys;
    /** By key where its rows start. */
    private final int[] starts;

    private final int[] rows;

    private Keyed(long[] keys, int[] starts, int[] rows) {
        this.keys = keys;
        this.starts = starts;
        this.rows = rows;
    }

    /** Rows in their order under each key. */
    static Keyed of(long[] keyOfRow) {
        long[] keys = distinct(keyOfRow);
        int[] place = new int[keyOfRow.length];
        for (int row = 0; row < place.length; row++) {
            place[row] = Arrays.binarySearch(keys, keyOfRow[row]);
        }
        return of(keys, place);
    }

    /** Rows of keys from 0 to one less than a number that is not much larger than the number of rows. */
    static Keyed of(int[] keyOfRow, int count) {
        long[] keys = new long[count];
        Arrays.setAll(keys, key -> key);
        return of(keys, keyOfRow);
    }

    private static Keyed of(long[] keys, int[] place) {
        int[] starts = new int[keys.length + 1];
        for (int key : place) {
            starts[key + 1]++;
        }
        for (int key = 0; key < keys.length; key++) {
            starts[key + 1] += starts[key];
        }
        int[] next = starts.clone();
        int[] rows = new int[place.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[place[row]]++] = row;
        }
        return new Keyed(keys, starts, rows);
    }

    /** The values, each once and ascending. */
    static long[] distinct(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** The values, each once and ascending. */
    static int[] distinct(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    int size() {
        return keys.length;
    }

    long key(int place) {
        return keys[place];
    }

    /** The place of a key, negative if it is not there. */
    int place(long key) {
        return Arrays.binarySearch(keys, key);
    }

    /** Where the rows of a key start among {@link #order() all}. */
    int start(int place) {
        return starts[place];
    }

    int rowCount(int place) {
        return starts[place + 1] - starts[place];
    }

    IntStream rows(int place) {
        return Arrays.stream(rows, starts[place], starts[place + 1]);
    }

    int[] rowsOf(int place) {
        return Arrays.copyOfRange(rows, starts[place], starts[place + 1]);
    }

    /** All rows, by key. */
    int[] order() {
        return rows.clone();
    }
}
