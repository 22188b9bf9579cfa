/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.BitSet;
import org.vigie.core.internal.Checks;
import org.vigie.core.search.BandKeys.Origin;
import org.vigie.core.similarity.Signature;

/**
 * An index of signatures that grows, shrinks and answers at any time: which items share a bucket with a signature?
 *
 * <p>Source: Piotr Indyk and Rajeev Motwani, "Approximate nearest neighbors", 1998. An item is a {@code long} id with a
 * time. Candidates are unverified. Deviation: a bucket holds a limited number of items, so that a flood of variants
 * cannot slow down every later step. What did not fit is counted, can still be found in other bands, and {@link
 * #isComplete(Signature)} tells a query that met such a bucket.
 *
 * <p>Memory per item: 8 bytes per band and 25 to 30 more, and 2 to 4 bytes per band for the table. Arrays grow by a
 * quarter. See {@link #bytes()}. The signature itself is not kept. Adding, removing and asking take time in proportion
 * to the bands and to what is found. Deterministic: answers ascend by id.
 *
 * <p>Queries change nothing, so any number of threads may ask at once. A change ({@code add}, {@code remove},
 * {@code expireBefore}, {@code merge}) must exclude all other calls but {@code touch}: {@code ReadWriteLock} is one way.
 */
public final class LshIndex {
    private static final int DEFAULT_CAP = 256;
    private static final int FIRST_SIZE = 16;

    private final Banding banding;
    private final int bands;
    private final Buckets buckets;
    private final SlotTable slots = new SlotTable();
    private final BitSet live = new BitSet();
    private long[] ids = new long[FIRST_SIZE];
    private long[] times = new long[FIRST_SIZE];
    /** No slot below is free. */
    private int firstFree;

    private Origin origin = Origin.UNKNOWN;

    private LshIndex(Banding banding, int cap) {
        this.banding = banding;
        bands = banding.bands();
        buckets = new Buckets(bands, cap, FIRST_SIZE);
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
     * @throws IllegalArgumentException if the cap is below 1
     */
    public static LshIndex of(Banding banding, int bucketCap) {
        return new LshIndex(banding, Checks.between("bucketCap", bucketCap, 1, Integer.MAX_VALUE));
    }

    /**
     * Adds an item.
     *
     * @param id its id, not in the index yet
     * @param signature its signature, of the same version, algorithm and seed as every other one
     * @param time when it counts as seen, in any unit
     * @throws IllegalArgumentException if the id is in the index, or the signature is compact, has too few components or
     *     is of another version, algorithm or seed
     * @throws IllegalStateException if the index is full: at 2^31 entries, one per band of each item
     */
    public void add(long id, Signature signature, long time) {
        add(id, BandKeys.of(banding, signature), time);
    }

    /**
     * Adds an item as {@link #add(long, Signature, long)} does.
     *
     * @param id its id, not in the index yet
     * @param keys the buckets of its signature
     * @param time when it counts as seen, in any unit
     * @throws IllegalArgumentException if the id is in the index, or the keys are not of its banding, version, algorithm
     *     and seed
     * @throws IllegalStateException if the index is full: at 2^31 entries, one per band of each item
     */
    public void add(long id, BandKeys keys, long time) {
        add(id, time, check(keys));
        origin = keys.origin();
    }

    void add(long id, long time, int[] itemKeys) {
        if (contains(id)) {
            throw new IllegalArgumentException("id must not be in the index yet but " + id + " was");
        }
        int slot = live.nextClearBit(firstFree);
        if (slot == ids.length) {
            grow();
        }
        firstFree = slot + 1;
        buckets.makeRoom(slots.size() + 1, live);
        ids[slot] = id;
        times[slot] = time;
        slots.put(slot, ids);
        live.set(slot);
        buckets.put(slot, itemKeys);
    }

    /** Checks that keys fit those of the index, and changes nothing. */
    private int[] check(BandKeys keys) {
        if (!banding.equals(keys.banding())) {
            throw new IllegalArgumentException(
                    "banding of index and keys must be the same but was " + banding + " and " + keys.banding());
        }
        checkOrigin(keys.origin());
        return keys.keys();
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
        buckets.grow(size);
    }

    /**
     * Finds the items that share a bucket with a signature; those that a full bucket turned away are not in it, see {@link
     * #isComplete(Signature)}.
     *
     * @param signature a signature of full width, of the same version, algorithm and seed as those in the index
     * @return the ids of the candidates, ascending
     * @throws IllegalArgumentException if the signature is compact, has too few components or is of another version,
     *     algorithm or seed
     */
    public long[] query(Signature signature) {
        return query(signature, Integer.MAX_VALUE);
    }

    /**
     * Finds some of the items that share a bucket with a signature: a flood of variants does not make the answer long.
     *
     * @param signature a signature of full width, of the same version, algorithm and seed as those in the index
     * @param most the most items to find, at least 1. Where there are more, the calls that made the index alone decide
     *     which are found: they are neither the latest nor the nearest
     * @return the ids of the candidates, ascending
     * @throws IllegalArgumentException if the number is below 1, or the signature is compact, has too few components or is
     *     of another version, algorithm or seed
     */
    public long[] query(Signature signature, int most) {
        return query(BandKeys.of(banding, signature), most);
    }

    /**
     * Finds some of the items that share a bucket with a signature, as {@link #query(Signature, int)} does.
     *
     * @param keys the buckets of the signature
     * @param most the most items to find, at least 1
     * @return the ids of the candidates, ascending
     * @throws IllegalArgumentException if the number is below 1, or the keys are not of the index's banding, version,
     *     algorithm and seed
     */
    public long[] query(BandKeys keys, int most) {
        Checks.between("most", most, 1, Integer.MAX_VALUE);
        int[] found = buckets.sharing(check(keys), most);
        long[] result = new long[found.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = ids[found[i]];
        }
        Arrays.sort(result);
        return result;
    }

    /**
     * Tells whether {@link #query(Signature)} finds all: no bucket of the signature was full when an item came that is
     * still in the index.
     *
     * @param signature a signature of full width, of the same version, algorithm and seed as those in the index
     * @return whether no item was left out of a bucket of the signature; where one was, another band may still find it
     * @throws IllegalArgumentException if the signature is compact, has too few components or is of another version,
     *     algorithm or seed
     */
    public boolean isComplete(Signature signature) {
        return isComplete(BandKeys.of(banding, signature));
    }

    /**
     * Tells whether a query finds all, as {@link #isComplete(Signature)} does.
     *
     * @param keys the buckets of a signature
     * @return whether no item was left out of one of them
     * @throws IllegalArgumentException if the keys are not of the index's banding, version, algorithm and seed
     */
    public boolean isComplete(BandKeys keys) {
        return buckets.hold(check(keys));
    }

    /**
     * Brings the buckets of a signature into the processor's cache. Waiting for memory is most of what the other calls do.
     * This one needs no exclusion: where a lock guards an index, it shortens the time under the lock.
     *
     * @param keys the buckets of a signature
     * @return a number without any meaning; to use it keeps the compiler from leaving the call out
     * @throws IllegalArgumentException if the keys are not of the index's banding, version, algorithm and seed
     */
    public int touch(BandKeys keys) {
        return buckets.touch(check(keys));
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
        buckets.remove(slot);
        slots.remove(id, ids);
        live.clear(slot);
        firstFree = Math.min(firstFree, slot);
        return true;
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
     * @throws IllegalArgumentException if it has another banding, signatures of another origin or an id that is here; this
     *     index is as before then
     * @throws IllegalStateException if the index is full
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
        return buckets.keysAt(slot);
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
        return buckets.cap();
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
        return buckets.capped();
    }

    /**
     * Tells the memory of the index.
     *
     * @return the bytes of its arrays, and about those of the list of buckets that leave items out
     */
    public long bytes() {
        return 8L * (ids.length + times.length) + buckets.bytes() + slots.bytes() + live.size() / 8;
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
