/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.Arrays;

/**
 * A reusable, growing set of element hashes that keeps their order of first appearance.
 *
 * <p>Holds at most 24 bytes per element of the largest text it has seen. Not thread-safe: one buffer per thread.
 */
public final class ShingleBuffer {
    private static final int FIRST_SIZE = 256;

    private long[] elements = new long[FIRST_SIZE];
    private long[] ring = {};
    /** Open addressing, at most half full: the stamp of the text in the high bits, index + 1 in the low 32. */
    private long[] table = new long[2 * FIRST_SIZE];

    private long stamp = 1L << 32;
    private int size;

    /** Creates an empty buffer. */
    public ShingleBuffer() {}

    /**
     * Tells how many elements there are.
     *
     * @return the number of distinct elements
     */
    public int size() {
        return size;
    }

    /**
     * Gives the elements without copying, for reading only.
     *
     * @return an array whose first {@link #size()} values are the elements, valid until the next use of the buffer
     */
    public long[] elements() {
        return elements;
    }

    /**
     * Copies the elements.
     *
     * @return the elements in order of first appearance
     */
    public long[] toArray() {
        return Arrays.copyOf(elements, size);
    }

    void clear() {
        size = 0;
        stamp += 1L << 32;
        if (stamp <= 0) {
            stamp = 1L << 32;
            Arrays.fill(table, 0);
        }
    }

    long[] ring(int width) {
        if (ring.length < width) {
            ring = new long[width];
        } else {
            Arrays.fill(ring, 0, width, 0);
        }
        return ring;
    }

    void add(long element) {
        long[] slots = table;
        int mask = slots.length - 1;
        int slot = (int) element & mask;
        while (true) {
            long entry = slots[slot];
            if ((entry ^ stamp) >>> 32 != 0) {
                break;
            }
            if (elements[(int) entry - 1] == element) {
                return;
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = stamp | (size + 1);
        elements[size++] = element;
        if (size == elements.length) {
            grow();
        }
    }

    private void grow() {
        elements = Arrays.copyOf(elements, size * 2);
        long[] slots = new long[size * 4];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = (int) elements[i] & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = stamp | (i + 1);
        }
        table = slots;
    }
}
