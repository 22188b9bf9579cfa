/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

/** A set of 128-bit digests of post ids: 32 bytes per id at most, after the first few. */
final class IdSet {
    private long[] slots = new long[16];
    private int size;

    boolean contains(long high, long low) {
        int at = slot(slots, high, low);
        return (slots[at] | slots[at + 1]) != 0;
    }

    void add(long high, long low) {
        int at = slot(slots, high, low);
        if ((slots[at] | slots[at + 1]) != 0) {
            return;
        }
        slots[at] = high;
        slots[at + 1] = low;
        if (++size * 3 > slots.length) { // two thirds full
            long[] larger = new long[slots.length * 2];
            for (int i = 0; i < slots.length; i += 2) {
                if ((slots[i] | slots[i + 1]) != 0) {
                    int to = slot(larger, slots[i], slots[i + 1]);
                    larger[to] = slots[i];
                    larger[to + 1] = slots[i + 1];
                }
            }
            slots = larger;
        }
    }

    private static int slot(long[] table, long high, long low) {
        int at = (int) high & (table.length / 2 - 1);
        while ((table[2 * at] | table[2 * at + 1]) != 0 && (table[2 * at] != high || table[2 * at + 1] != low)) {
            at = (at + 1) & (table.length / 2 - 1);
        }
        return 2 * at;
    }
}
