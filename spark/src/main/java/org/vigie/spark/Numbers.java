/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.util.Arrays;
import org.vigie.core.internal.Hashing;

/** Numbers longs in the order in which they come, without boxes. Not thread-safe. */
final class Numbers {
    private long[] values = new long[1 << 10];
    /** Open addressing, at most half full: a number plus one, or 0. */
    private int[] slots = new int[1 << 11];

    private int size;

    int size() {
        return size;
    }

    /** The number of a value: the next one if it is new. */
    int of(long value) {
        int slot = slot(value);
        int known = slots[slot] - 1;
        if (known >= 0) {
            return known;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(2, size));
            slots = new int[Math.multiplyExact(2, slots.length)];
            for (int number = 0; number < size; number++) {
                slots[slot(values[number])] = number + 1;
            }
            slot = slot(value);
        }
        values[size] = value;
        slots[slot] = size + 1;
        return size++;
    }

    private int slot(long value) {
        int mask = slots.length - 1;
        int slot = (int) Hashing.mix(value) & mask;
        while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** By number its value. */
    long[] values() {
        return Arrays.copyOf(values, size);
    }
}
