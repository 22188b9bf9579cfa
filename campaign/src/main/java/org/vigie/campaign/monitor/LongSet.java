/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** A set of numbers that stops growing at a limit; its order and its saved bytes depend on its content only. */
final class LongSet {
    private final int most;
    private long[] slots = new long[8];
    private int size;
    private boolean hasZero;

    LongSet(int most) {
        this.most = most;
    }

    int size() {
        return size + (hasZero ? 1 : 0);
    }

    private boolean isFull() {
        return size() >= most;
    }

    boolean contains(long value) {
        return value == 0 ? hasZero : slots[slot(slots, value)] != 0;
    }

    /** Adds a number; false if it was there or there is no room. */
    boolean add(long value) {
        if (value == 0) {
            boolean isNew = !hasZero && !isFull();
            hasZero |= isNew;
            return isNew;
        }
        int at = slot(slots, value);
        if (slots[at] != 0 || isFull()) {
            return false;
        }
        slots[at] = value;
        if (++size * 2 > slots.length) {
            long[] larger = new long[slots.length * 2];
            for (long old : slots) {
                if (old != 0) {
                    larger[slot(larger, old)] = old;
                }
            }
            slots = larger;
        }
        return true;
    }

    /** Takes a number out; false if it was not there. Linear in the size. */
    boolean remove(long value) {
        if (!contains(value)) {
            return false;
        }
        if (value == 0) {
            hasZero = false;
            return true;
        }
        long[] smaller = new long[slots.length];
        for (long old : slots) {
            if (old != 0 && old != value) {
                smaller[slot(smaller, old)] = old;
            }
        }
        slots = smaller;
        size--;
        return true;
    }

    private static int slot(long[] table, long value) {
        int at = (int) mix(value) & (table.length - 1);
        while (table[at] != 0 && table[at] != value) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    /** Spreads numbers over the slots: the finish of MurmurHash3. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        return z ^ (z >>> 33);
    }

    /** The numbers, ascending. */
    long[] toArray() {
        long[] all = new long[size()];
        int n = hasZero ? 1 : 0;
        for (long value : slots) {
            if (value != 0) {
                all[n++] = value;
            }
        }
        Arrays.sort(all);
        return all;
    }

    void write(DataOutputStream out) throws IOException {
        long[] all = toArray();
        out.writeInt(all.length);
        for (long value : all) {
            out.writeLong(value);
        }
    }

    /** Adds what was written. */
    void read(DataInputStream in) throws IOException {
        for (int n = in.readInt(); n > 0; n--) {
            add(in.readLong());
        }
    }
}
