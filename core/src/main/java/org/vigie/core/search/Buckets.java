/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.vigie.core.internal.Hashing;

/**
 * The buckets of an index: for each slot and band an entry with its key, chained with the entries of the same table
 * cell. A bucket holds a limited number of entries. An entry that finds it full stays out of its chain, and is counted
 * with the bucket as long as it is there. Reading changes nothing.
 */
final class Buckets {
    private static final int NONE = -1;
    private static final int UNLINKED = -2;
    /** Entries of a chain that are brought near. Few chains are longer. */
    private static final int TOUCHED = 4;
    /** Of a bucket that leaves entries out: an entry of a hash map, its key and its number. */
    private static final long LEFT_OUT_BYTES = 80;

    private final int bands;
    private final int cap;
    /**
     * Of each entry {@code slot * bands + band} the key, in the high half, and the entry after it in the chain of its
     * table cell. They stand side by side, since memory is what a walk waits for.
     */
    private long[] entries;

    private int[] heads;
    /** How many entries that are there stay out of a bucket, by its band and key. */
    private final Map<Long, Integer> leftOut = new HashMap<>();

    private long capped;

    Buckets(int bands, int cap, int slots) {
        this.bands = bands;
        this.cap = cap;
        entries = new long[slots * bands];
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
        return 8L * entries.length + 4L * heads.length + LEFT_OUT_BYTES * leftOut.size();
    }

    /** Makes place for slots below a number. */
    void grow(int slots) {
        entries = Arrays.copyOf(entries, slots * bands);
    }

    private int key(int entry) {
        return (int) (entries[entry] >>> Integer.SIZE);
    }

    private int next(int entry) {
        return (int) entries[entry];
    }

    private void setNext(int entry, int next) {
        entries[entry] = pair(key(entry), next);
    }

    private static long pair(int high, int low) {
        return (long) high << Integer.SIZE | (low & 0xffffffffL);
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
                if (next(entry) != UNLINKED) {
                    int cell = cell(key(entry), band);
                    setNext(entry, heads[cell]);
                    heads[cell] = entry;
                }
            }
        }
    }

    void put(int slot, int[] slotKeys) {
        for (int band = 0; band < bands; band++) {
            link(slot * bands + band, slotKeys[band], band);
        }
    }

    private void link(int entry, int key, int band) {
        int cell = cell(key, band);
        int same = 0;
        for (int e = heads[cell]; e >= 0; e = next(e)) {
            if (key(e) == key && e % bands == band && ++same == cap) {
                entries[entry] = pair(key, UNLINKED);
                leftOut.merge(bucket(key, band), 1, Integer::sum);
                capped++;
                return;
            }
        }
        entries[entry] = pair(key, heads[cell]);
        heads[cell] = entry;
    }

    void remove(int slot) {
        for (int band = 0; band < bands; band++) {
            unlink(slot * bands + band, band);
        }
    }

    private void unlink(int entry, int band) {
        if (next(entry) == UNLINKED) {
            leftOut.computeIfPresent(bucket(key(entry), band), (bucket, count) -> count == 1 ? null : count - 1);
            return;
        }
        int cell = cell(key(entry), band);
        if (heads[cell] == entry) {
            heads[cell] = next(entry);
            return;
        }
        int e = heads[cell];
        while (next(e) != entry) {
            e = next(e);
        }
        setNext(e, next(entry));
    }

    /** Whether every entry of the buckets of a signature is in its chain. */
    boolean hold(int[] wanted) {
        for (int band = 0; band < bands && !leftOut.isEmpty(); band++) {
            if (leftOut.containsKey(bucket(wanted[band], band))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Slots that share a bucket with the keys of a signature, each once. They come by band, and within a bucket in the
     * order of its chain. A larger table, and slots in use again, leave a chain in no order of time.
     */
    int[] sharing(int[] wanted, int most) {
        int[] found = new int[8];
        int count = 0;
        int[] first = new int[bands];
        for (int band = 0; band < bands; band++) { // apart from the walks, so that memory is asked for all at once
            first[band] = heads[cell(wanted[band], band)];
        }
        for (int band = 0; band < bands; band++) {
            int key = wanted[band];
            for (int e = first[band]; e >= 0 && count < most; e = next(e)) {
                if (key(e) == key && e % bands == band && !metBefore(e / bands, band, wanted)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, count * 2);
                    }
                    found[count++] = e / bands;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /**
     * Reads where the chains of a signature's buckets start, so that they are in the processor's cache for who comes next.
     * Any thread may do so while another changes the buckets: what is read is used for nothing else, and what is returned
     * means nothing.
     */
    int touch(int[] wanted) {
        int[] cells = heads;
        long[] all = entries;
        int[] at = new int[bands];
        for (int band = 0; band < bands; band++) {
            at[band] = cells[(int) Hashing.mix(bucket(wanted[band], band)) & (cells.length - 1)];
        }
        int sum = 0;
        for (int step = 0; step < TOUCHED; step++) { // of all chains at once, so that memory is asked for all at once
            for (int band = 0; band < bands; band++) {
                int entry = at[band];
                if (entry >= 0 && entry < all.length) {
                    at[band] = (int) all[entry];
                    sum += at[band];
                }
            }
        }
        return sum;
    }

    /** Whether an earlier band gave the slot already: in place of a set of those seen. */
    private boolean metBefore(int slot, int band, int[] wanted) {
        for (int earlier = 0; earlier < band; earlier++) {
            int entry = slot * bands + earlier;
            if (key(entry) == wanted[earlier] && next(entry) != UNLINKED) {
                return true;
            }
        }
        return false;
    }

    int[] keysAt(int slot) {
        int[] keys = new int[bands];
        for (int band = 0; band < bands; band++) {
            keys[band] = key(slot * bands + band);
        }
        return keys;
    }

    private int cell(int key, int band) {
        return (int) Hashing.mix(bucket(key, band)) & (heads.length - 1);
    }

    private static long bucket(int key, int band) {
        return pair(band, key);
    }
}
