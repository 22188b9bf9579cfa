/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import java.util.Arrays;

/** Counts what sets share with one set, by hashing that one: no set needs to be sorted. Not thread-safe. */
public final class Overlap {
    private long[] table = new long[1024];
    private boolean holdsZero;

    /** Creates one without a set. */
    public Overlap() {}

    /**
     * Takes the set that others are counted against. Linear in its size.
     *
     * @param set distinct elements, well mixed; copied
     */
    public void load(long[] set) {
        load(set, set.length);
    }

    /**
     * Takes the first elements of an array as the set that others are counted against.
     *
     * @param set distinct elements, well mixed; copied
     * @param count how many of them to take
     */
    public void load(long[] set, int count) {
        int size = Math.max(1024, Integer.highestOneBit(Math.max(1, count)) * 4);
        if (table.length != size) {
            table = new long[size];
        } else {
            Arrays.fill(table, 0);
        }
        holdsZero = false;
        int mask = size - 1;
        for (int i = 0; i < count; i++) {
            long element = set[i];
            if (element == 0) {
                holdsZero = true;
                continue;
            }
            int slot = (int) element & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = element;
        }
    }

    /**
     * Counts the elements of a set that are in the loaded one. Linear in its size.
     *
     * @param set distinct elements
     * @return how many both sets have
     */
    public int count(long[] set) {
        return count(set, set.length);
    }

    /**
     * Counts the first elements of an array that are in the loaded set.
     *
     * @param set distinct elements
     * @param size how many of them to look at
     * @return how many of these the loaded set has
     */
    public int count(long[] set, int size) {
        int mask = table.length - 1;
        int shared = 0;
        for (int i = 0; i < size; i++) {
            long element = set[i];
            int slot = (int) element & mask;
            while (table[slot] != 0 && table[slot] != element) {
                slot = (slot + 1) & mask;
            }
            shared += table[slot] == element && element != 0 ? 1 : 0;
            shared += element == 0 && holdsZero ? 1 : 0;
        }
        return shared;
    }
}
