/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import org.vigie.core.internal.Hashing;

/** Finds the slot of an id: open addressing over slot numbers, with the ids kept by the caller. */
final class SlotTable {
    private int[] table = new int[32];
    private int size;

    int size() {
        return size;
    }

    long bytes() {
        return 4L * table.length;
    }

    /** The slot of an id, or -1. */
    int get(long id, long[] ids) {
        return table[find(id, ids)] - 1;
    }

    /** Puts a slot whose id is not in the table yet. */
    void put(int slot, long[] ids) {
        if (++size * 2L > table.length) {
            int[] old = table;
            table = new int[old.length * 2];
            for (int entry : old) {
                if (entry != 0) {
                    table[find(ids[entry - 1], ids)] = entry;
                }
            }
        }
        table[find(ids[slot], ids)] = slot + 1;
    }

    /** Takes out an id that is in the table, and closes the gap. */
    void remove(long id, long[] ids) {
        int mask = table.length - 1;
        int gap = find(id, ids);
        size--;
        for (int i = (gap + 1) & mask; table[i] != 0; i = (i + 1) & mask) {
            int home = home(ids[table[i] - 1]);
            // The entry may move into the gap unless its home lies behind the gap.
            if (((i - home) & mask) >= ((i - gap) & mask)) {
                table[gap] = table[i];
                gap = i;
            }
        }
        table[gap] = 0;
    }

    private int find(long id, long[] ids) {
        int mask = table.length - 1;
        int i = home(id);
        while (table[i] != 0 && ids[table[i] - 1] != id) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private int home(long id) {
        return (int) Hashing.mix(id) & (table.length - 1);
    }
}
