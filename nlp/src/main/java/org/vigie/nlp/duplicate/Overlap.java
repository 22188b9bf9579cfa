/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;

/** Counts what sets share with one set, by hashing that one: no set needs to be sorted. Not thread-safe. */
final class Overlap {
    private long[] table = new long[1024];
    private boolean holdsZero;

    /** Takes the set that others are counted against. */
    void load(long[] set) {
        int size = Math.max(1024, Integer.highestOneBit(Math.max(1, set.length)) * 4);
        if (table.length != size) {
            table = new long[size];
        } else {
            Arrays.fill(table, 0);
        }
        holdsZero = false;
        int mask = size - 1;
        for (long element : set) {
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

    /** How many elements of a set are in the loaded one. */
    int count(long[] set) {
        return count(set, set.length);
    }

    /** How many of the first elements of an array are in the loaded set. */
    int count(long[] set, int size) {
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
