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
        long[] keys = Arrays.stream(keyOfRow).sorted().distinct().toArray();
        int[] starts = new int[keys.length + 1];
        int[] place = new int[keyOfRow.length];
        for (int row = 0; row < place.length; row++) {
            place[row] = Arrays.binarySearch(keys, keyOfRow[row]);
            starts[place[row] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] rows = new int[place.length];
        for (int row = 0; row < rows.length; row++) {
            rows[next[place[row]]++] = row;
        }
        return new Keyed(keys, starts, rows);
    }

    /** Rows of a key from 0, as many as a shuffle has partitions. */
    static Keyed of(int[] keyOfRow) {
        return of(Arrays.stream(keyOfRow).asLongStream().toArray());
    }

    int size() {
        return keys.length;
    }

    long key(int place) {
        return keys[place];
    }

    /** The place of a key that is there. */
    int place(long key) {
        return Arrays.binarySearch(keys, key);
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
}
