/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import java.util.Arrays;

/**
 * Numbers longs from 0 in the order in which they come, without boxes: 8 bytes each and 4 to 8 of a table, and half of that
 * more while the arrays grow. Not thread-safe.
 */
public final class Numbers {
    /** The most values. */
    public static final int MOST = (1 << 30) - 1;

    private static final int MOST_SLOTS = 1 << 30;

    private long[] values = new long[1 << 10];
    /** Open addressing, at most half full while it can grow: a number plus one, or 0. */
    private int[] slots = new int[1 << 12];

    private int size;

    /** Starts without a value. */
    public Numbers() {}

    /**
     * Tells how many different values came.
     *
     * @return the number that the next new value gets
     */
    public int size() {
        return size;
    }

    /**
     * Numbers a value.
     *
     * @param value any
     * @return its number, the next one if it is new
     * @throws IllegalArgumentException if it is new and {@link #MOST} came before
     */
    public int of(long value) {
        int slot = slot(value);
        int known = slots[slot] - 1;
        if (known >= 0) {
            return known;
        }
        if (size == MOST) {
            throw new IllegalArgumentException(
                    "there must be at most " + MOST + " different values but there were more");
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        slots[slot] = size + 1;
        values[size] = value;
        if (2L * ++size > slots.length && slots.length < MOST_SLOTS) {
            slots = new int[2 * slots.length];
            for (int n = 0; n < size; n++) {
                slots[slot(values[n])] = n + 1;
            }
        }
        return size - 1;
    }

    /** Where a value is, or is to be put. */
    private int slot(long value) {
        int mask = slots.length - 1;
        int slot = (int) Hashing.mix(value) & mask;
        while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /**
     * The values.
     *
     * @return by number its value, a copy
     */
    public long[] values() {
        return Arrays.copyOf(values, size);
    }
}
