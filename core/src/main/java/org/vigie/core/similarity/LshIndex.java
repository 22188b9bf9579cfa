/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;

/**
 * An index of signatures that grows, shrinks and answers at any time: which items share a bucket with a signature?
 *
 * <p>Source: Piotr Indyk and Rajeev Motwani, "Approximate nearest neighbors", 1998. An item is a {@code long} id with a
 * time. Candidates are unverified. Deviation: a bucket holds a limited number of items, so that a flood of variants
 * cannot slow down every later step; what did not fit is counted, and can still be found in other bands.
 *
 * <p>Memory: 8 bytes a band and 25 to 30 an item, arrays grown by a quarter, and 2 to 4 bytes a band for the table; see
 * {@link #bytes()}. The signature itself is not kept. Adding, removing and asking take time in proportion to the bands
 * and to what is found. Deterministic: answers ascend by id. Not thread-safe.
 */
public final class LshIndex {
    private static final int DEFAULT_CAP = 256;
    private static final int FIRST_SIZE = 16;
    private static final int NONE = -1;
    private static final int UNLINKED = -2;

    private final Banding banding;
    private final int bands;
    private final int cap;
    private final SlotTable slots = new SlotTable();
    private final BitSet live = new BitSet();
    private long[] ids = new long[FIRST_SIZE];
    private long[] times = new long[FIRST_SIZE];
    /** Key of each entry (slot, band), and the entry after it in the chain of its table cell. */
    private int[] keys;

    private int[] next;
    private int[] heads = new int[FIRST_SIZE];
    /** No slot below is free. */
    private int firstFree;

    private long capped;
    private Origin origin = Origin.UNKNOWN;

    /** What all signatures of an index have in common. */
    record Origin(int version, int algorithm, long seed) {
        static final Origin UNKNOWN = new Origin(0, 0, 0);
    }

    private LshIndex(Banding banding, int cap) {
        this.banding = banding;
        this.cap = cap;
        bands = banding.bands();
        keys = new int[FIRST_SIZE * bands];
        next = new int[FIRST_SIZE * bands];
        Arrays.fill(heads, NONE);
    }

    /**
     * Creates an empty index whose buckets hold at most 256 items.
     *
     * @param banding how signatures are cut
     * @return the index
     */
    public static LshIndex of(Banding banding) {
        return of(banding, DEFAULT_CAP);
    }

    /**
     * Creates an empty index.
     *
     * @param banding how signatures are cut
     * @param bucketCap how many items one bucket may hold, at least 1
     * @return the index
     */
    public static LshIndex of(Banding banding, int bucketCap) {
        return new LshIndex(banding, Checks.inRange("bucketCap", bucketCap, 1, Integer.MAX_VALUE));
    }

    /**
     * Adds an item.
     *
     * @param id its id, not in the index yet
     * @param signature its signature, of the same version, algorithm and seed as every other one
     * @param time when it counts as seen, in any unit
     */
    public void add(long id, Signature signature, long time) {
        accept(signature);
        add(id, time, keysOf(signature));
    }

    void add(long id, long time, int[] itemKeys) {
        if (contains(id)) {
            throw new IllegalArgumentException("id must not be in the index yet but " + id + " was");
        }
        int slot = live.nextClearBit(firstFree);
        firstFree = slot + 1;
        if (slot == ids.length) {
            grow();
        }
        if ((slots.size() + 1L) * bands > heads.length * 2L && heads.length < 1 << 30) {
            rehash();
        }
        ids[slot] = id;
        times[slot] = time;
        slots.put(slot, ids);
        live.set(slot);
        System.arraycopy(itemKeys, 0, keys, slot * bands, bands);
        for (int band = 0; band < bands; band++) {
            link(slot * bands + band, band);
        }
    }

    private int[] keysOf(Signature signature) {
        int[] result = new int[bands];
        for (int band = 0; band < bands; band++) {
            result[band] = (int) banding.key(signature.sharedComponents(), band);
        }
        return result;
    }

    private void accept(Signature signature) {
        if (signature.bits() != 32) {
            throw new IllegalArgumentException("bits of a signature must be 32 but were " + signature.bits());
        }
        Checks.inRange("number of components", signature.size(), banding.components(), Integer.MAX_VALUE);
        Origin found =
                new Origin(signature.version().code(), signature.algorithm().code(), signature.seed());
        checkOrigin(found);
        origin = found;
    }

    private void checkOrigin(Origin found) {
        if (!origin.equals(Origin.UNKNOWN) && !found.equals(Origin.UNKNOWN) && !origin.equals(found)) {
            throw new IllegalArgumentException(
                    "version, algorithm and seed must be the same for all signatures but were " + origin + " and "
                            + found);
        }
    }

    private void grow() {
        int size = (int) Math.min((Integer.MAX_VALUE - 8L) / bands, Math.max(ids.length + 8L, ids.length * 5L / 4));
        if (size == ids.length) {
            throw new IllegalStateException("index must have fewer than " + size + " items to take another");
        }
        ids = Arrays.copyOf(ids, size);
        times = Arrays.copyOf(times, size);
        keys = Arrays.copyOf(keys, size * bands);
        next = Arrays.copyOf(next, size * bands);
    }

    private int cell(int key, int band) {
        return (int) Hashing.mix((long) band << 32 | (key & 0xffffffffL)) & (heads.length - 1);
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

    private void rehash() {
        heads = new int[heads.length * 2];
        Arrays.fill(heads, NONE);
        for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
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

    /**
     * Finds the items that share a bucket with a signature.
     *
     * @param signature a signature of the same version, algorithm and seed as those in the index
     * @return the ids of the candidates, ascending
     */
    public long[] query(Signature signature) {
        accept(signature);
        int[] wanted = keysOf(signature);
        long[] found = new long[8];
        int count = 0;
        for (int band = 0; band < bands; band++) {
            for (int e = heads[cell(wanted[band], band)]; e >= 0; e = next[e]) {
                int slot = e / bands;
                if (keys[e] == wanted[band] && e % bands == band && !metBefore(slot, band, wanted)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, count * 2);
                    }
                    found[count++] = ids[slot];
                }
            }
        }
        long[] result = Arrays.copyOf(found, count);
        Arrays.sort(result);
        return result;
    }

    /** Whether an earlier band gave the item already: in place of a set of those seen. */
    private boolean metBefore(int slot, int band, int[] wanted) {
        for (int earlier = 0; earlier < band; earlier++) {
            int entry = slot * bands + earlier;
            if (keys[entry] == wanted[earlier] && next[entry] != UNLINKED) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether an item is in the index.
     *
     * @param id its id
     * @return whether it is there
     */
    public boolean contains(long id) {
        return slots.get(id, ids) >= 0;
    }

    /**
     * Takes an item out.
     *
     * @param id its id
     * @return whether it was there
     */
    public boolean remove(long id) {
        int slot = slots.get(id, ids);
        if (slot < 0) {
            return false;
        }
        for (int band = 0; band < bands; band++) {
            unlink(slot * bands + band, band);
        }
        slots.remove(id, ids);
        live.clear(slot);
        firstFree = Math.min(firstFree, slot);
        return true;
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

    /**
     * Takes out all items seen before a time. Looks at every item.
     *
     * @param time the time from which items stay
     * @return how many items went
     */
    public int expireBefore(long time) {
        int gone = 0;
        for (int slot = live.nextSetBit(0); slot >= 0; slot = live.nextSetBit(slot + 1)) {
            if (times[slot] < time) {
                remove(ids[slot]);
                gone++;
            }
        }
        return gone;
    }

    /**
     * Adds all items of another index.
     *
     * @param other an index with the same banding and signatures of the same origin, and none of these ids
     */
    public void merge(LshIndex other) {
        if (!banding.equals(other.banding)) {
            throw new IllegalArgumentException(
                    "banding of both indices must be the same but was " + banding + " and " + other.banding);
        }
        checkOrigin(other.origin);
        for (int slot : other.slotsById()) {
            if (contains(other.ids[slot])) {
                throw new IllegalArgumentException("ids of both indices must differ but both have " + other.ids[slot]);
            }
        }
        for (int slot : other.slotsById()) {
            add(other.ids[slot], other.times[slot], other.keysAt(slot));
        }
        if (origin.equals(Origin.UNKNOWN)) {
            origin = other.origin;
        }
    }

    int[] keysAt(int slot) {
        return Arrays.copyOfRange(keys, slot * bands, (slot + 1) * bands);
    }

    long idAt(int slot) {
        return ids[slot];
    }

    long timeAt(int slot) {
        return times[slot];
    }

    /** Slots in order of id: the same content gives the same bytes, whatever order it came in. */
    int[] slotsById() {
        return live.stream()
                .boxed()
                .sorted((a, b) -> Long.compare(ids[a], ids[b]))
                .mapToInt(slot -> slot)
                .toArray();
    }

    Banding banding() {
        return banding;
    }

    int cap() {
        return cap;
    }

    Origin origin() {
        return origin;
    }

    void setOrigin(Origin newOrigin) {
        origin = newOrigin;
    }

    /**
     * Tells how many items there are.
     *
     * @return the number of items
     */
    public int size() {
        return slots.size();
    }

    /**
     * Tells how often a full bucket turned an item away, counted once a band.
     *
     * @return the number since the index was made; a restored index counts anew
     */
    public long capped() {
        return capped;
    }

    /**
     * Tells the memory of the index.
     *
     * @return the bytes of its arrays
     */
    public long bytes() {
        return 8L * (ids.length + times.length)
                + 4L * (keys.length + next.length + heads.length)
                + slots.bytes()
                + live.size() / 8;
    }

    /**
     * Writes the index in the format of docs/formats/lsh-index.md, with a checksum.
     *
     * @param out receives the bytes; not closed
     * @throws IOException if writing fails
     */
    public void snapshot(OutputStream out) throws IOException {
        LshSnapshot.write(this, out);
    }

    /**
     * Reads an index.
     *
     * @param in what {@link #snapshot(OutputStream)} wrote; read up to its end, not closed
     * @return an index that answers as the written one did, except that a full bucket may hold other items
     * @throws IOException if reading fails, or if the bytes are not a whole, undamaged snapshot of a known format
     */
    public static LshIndex restore(InputStream in) throws IOException {
        return LshSnapshot.read(in);
    }
}
