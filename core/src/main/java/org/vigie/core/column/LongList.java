/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.column;

import java.util.Arrays;
import java.util.Objects;

/** A growing list of longs without boxes. Not thread-safe. */
public final class LongList {
    private long[] values;
    private int size;

    /** Starts an empty list. */
    public LongList() {
        values = new long[16];
    }

    /**
     * Adds a number at the end, in constant time on average.
     *
     * @param value the number
     */
    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 1);
        }
        values[size++] = value;
    }

    /**
     * Returns a number.
     *
     * @param i its place, from 0
     * @return the number
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public long get(int i) {
        return values[Objects.checkIndex(i, size)];
    }

    /**
     * Returns how many numbers there are.
     *
     * @return the length
     */
    public int size() {
        return size;
    }

    /**
     * Copies the numbers.
     *
     * @return a new array of them
     */
    public long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
