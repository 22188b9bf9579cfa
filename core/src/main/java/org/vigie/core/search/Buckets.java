/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.util.Arrays;
import java.util.BitSet;
import org.vigie.core.internal.Hashing;

/**
 * The buckets of an index: for each slot and band an entry with its key, chained with the entries of the same table cell.
 * A bucket holds a limited number of entries; one that finds it full stays out of its chain. Reading changes nothing.
 */
final class Buckets {
    private static final int NONE = -1;
    private static final int UNLINKED = -2;

    private final int bands;
    private final int cap;
    /** Key of each entry {@code slot * bands + band}, and the entry after it in the chain of its table cell. */
    private int[] keys;

    private int[] next;
    private int[] heads;
    private long capped;

    Buckets(int bands, int cap, int slots) {
        this.bands = bands;
        this.cap = cap;
        keys = new int[slots * bands];
        next = new int[slots * bands];
        heads = new int[slots];
        Arrays.fill(heads, NONE);
    }

    int cap() {
        return cap;
    }

    long capped() {
        return capped;
    }

    long bytes() {
        return 4L * (keys.length + next.length + heads.length);
    }

    /** Makes place for slots below a number. */
    void grow(int slots) {
        keys = Arrays.copyOf(keys, slots * bands);
        next = Arrays.copyOf(next, slots * bands);
    }

    /** Doubles the table where so many items want it; those in use are chained again. */
    void makeRoom(int items, BitSet used) {
        if ((long) items * bands <= heads.length * 2L || heads.length >= 1 << 30) {
            return;
        }
        heads = new int[heads.length * 2];
        Arrays.fill(heads, NONE);
        for (int slot = used.nextSetBit(0); slot >= 0; slot = used.nextSetBit(slot + 1)) {
            for (int band = 0; band < bands; band++) {
                int entry = slot * bands + band;
                if (next[entry] != UNLINKED) {
                    int cell = cell(keys[entry], band);
                    next[entry] = heads[cell];
                    heads[cell] = entry;
                }
            }
        }
    }

    void put(int slot, int[] slotKeys) {
        System.arraycopy(slotKeys, 0, keys, slot * bands, bands);
        for (int band = 0; band < bands; band++) {
            link(slot * bands + band, band);
        }
    }

    private void link(int entry, int band) {
        int cell = cell(keys[entry], band);
        int same = 0;
        for (int e = heads[cell]; e >= 0; e = next[e]) {
            if (keys[e] == keys[entry] && e % bands == band && ++same == cap) {
                next[entry] = UNLINKED;
                capped++;
                return;
            }
        }
        next[entry] = heads[cell];
        heads[cell] = entry;
    }

    void remove(int slot) {
        for (int band = 0; band < bands; band++) {
            unlink(slot * bands + band, band);
        }
    }

    private void unlink(int entry, int band) {
        if (next[entry] == UNLINKED) {
            return;
        }
        int cell = cell(keys[entry], band);
        if (heads[cell] == entry) {
            heads[cell] = next[entry];
            return;
        }
        int e = heads[cell];
        while (next[e] != entry) {
            e = next[e];
        }
        next[e] = next[entry];
    }

    /** Slots that share a bucket with the keys of a signature, each once: by band, in a bucket the latest first. */
    int[] sharing(int[] wanted, int most) {
        int[] found = new int[8];
        int count = 0;
        for (int band = 0; band < bands; band++) {
            for (int e = heads[cell(wanted[band], band)]; e >= 0 && count < most; e = next[e]) {
                int slot = e / bands;
                if (keys[e] == wanted[band] && e % bands == band && !metBefore(slot, band, wanted)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, count * 2);
                    }
                    found[count++] = slot;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether an earlier band gave the slot already: in place of a set of those seen. */
    private boolean metBefore(int slot, int band, int[] wanted) {
        for (int earlier = 0; earlier < band; earlier++) {
            int entry = slot * bands + earlier;
            if (keys[entry] == wanted[earlier] && next[entry] != UNLINKED) {
                return true;
            }
        }
        return false;
    }

    int[] keysAt(int slot) {
        return Arrays.copyOfRange(keys, slot * bands, (slot + 1) * bands);
    }

    private int cell(int key, int band) {
        return (int) Hashing.mix((long) band << 32 | (key & 0xffffffffL)) & (heads.length - 1);
    }
}
