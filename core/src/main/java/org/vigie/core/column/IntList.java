/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.column;

import java.util.Arrays;
import java.util.Objects;

/** A growing list of ints without boxes. Not thread-safe. */
public final class IntList {
    private int[] values;
    private int size;

    /** Starts an empty list. */
    public IntList() {
        values = new int[16];
    }

    /**
     * Adds a number at the end, in constant time on average.
     *
     * @param value the number
     */
    public void add(int value) {
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
    public int get(int i) {
        return values[Objects.checkIndex(i, size)];
    }

    /**
     * Replaces a number.
     *
     * @param i its place, from 0
     * @param value the number
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public void set(int i, int value) {
        values[Objects.checkIndex(i, size)] = value;
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
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
