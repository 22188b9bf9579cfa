/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/**
 * The weights of a model as hash tables, one for each length of n-gram, from key to row. Immutable.
 *
 * <p>A short n-gram speaks for or against nearly every language of its script. Such a wide row is dense: one byte a
 * language, eight to a long, so that four are added at once. It holds the sum of its own weights and of those of its
 * beginnings, which are all wide too, cut off at 127 each way. Up to five n-grams begin at one letter. The longest wide
 * one stands for all before it, and only the narrow ones after it are added one by one.
 */
final class WeightTable {
    /** The size that marks a wide row; narrow ones are smaller. */
    static final int WIDE = 0xFF;

    /** The largest sum of weights, either way. */
    static final int MAX = 127;

    /** What stands for no weight in a wide row. */
    static final int ZERO = 128;

    /** How many wide rows can be added in 16 bits. */
    static final int CAPACITY = 0xFFFF / (ZERO + MAX);

    /** Places of a bucket, and the longs they take. */
    private static final int PLACES = 4;

    private static final int BUCKET = 3;

    /** Rows for ten buckets: few enough that most buckets have a free place, where the search for an absent key ends. */
    private static final int LOAD = 28;

    private static final long LOW_BITS = 0x0001_0001_0001_0001L;
    private static final long HIGH_BITS = 0x8000_8000_8000_8000L;

    /**
     * The tables, one after the other, of buckets of three longs: four tags of 16 bits, then four values of 32. The
     * upper bits of a key name the bucket and the next 16 are the tag. In tables so small that keys can share a tag it
     * hardly happens. A value is the offset (24 bits) and the size (8 bits) of the weights, 0 in a free place. Places
     * are taken in order, and what a bucket cannot take stands in the next one.
     */
    private final long[] buckets;

    /** By order, where its table begins and how many buckets it has. */
    private final int[] begins = new int[Ngrams.WORD + 1];

    private final int[] counts = new int[Ngrams.WORD + 1];

    /** Label in the upper byte, signed weight in the lower. */
    final short[] narrow;

    /** The wide rows; a byte is a sum of weights plus {@link #ZERO}, so never negative. */
    final long[] wide;

    final Labels labels;

    /** A table with room for rows, to be filled by {@link RowReader}. */
    WeightTable(Labels labels, ModelRows.Size size) {
        this.labels = labels;
        int end = 0;
        for (int n = 1; n <= Ngrams.WORD; n++) {
            begins[n] = end;
            counts[n] = (int) (size.rows[n] * 10L / LOAD + 1);
            end += counts[n] * BUCKET;
        }
        buckets = new long[end + 1]; // behind a bucket is always a long
        narrow = new short[size.narrow + 2]; // row 0 is none; an empty row may lie at the end, and can be touched
        wide = new long[size.wide + 1 + labels.mostLongs()]; // row 0 is none, and can be touched
    }

    /** Enters a row; of two with one key, the first is found. */
    void put(int order, int key, int value) {
        long place = place(order, key);
        int b = bucket(order, place);
        int used = used(b);
        while (used == PLACES) {
            b = next(order, b);
            used = used(b);
        }
        buckets[b] |= tag(place) << (used << 4);
        buckets[b + 1 + (used >> 1)] |= Integer.toUnsignedLong(value) << ((used & 1) << 5);
    }

    private int used(int b) {
        long low = buckets[b + 1];
        long high = buckets[b + 2];
        return low == 0 ? 0 : low >>> 32 == 0 ? 1 : high == 0 ? 2 : high >>> 32 == 0 ? 3 : PLACES;
    }

    private boolean isFull(int b) {
        return buckets[b + 2] >>> 32 != 0;
    }

    /** The key as a fraction of the table: the number of the bucket and, in the lower half, what tells keys apart. */
    private long place(int order, int key) {
        return (key & 0xFFFF_FFFFL) * counts[order];
    }

    private int bucket(int order, long place) {
        return begins[order] + (int) (place >>> 32) * BUCKET;
    }

    private int next(int order, int b) {
        return b + BUCKET == begins[order] + counts[order] * BUCKET ? begins[order] : b + BUCKET;
    }

    private static long tag(long place) {
        return place >>> 16 & 0xFFFF;
    }

    /**
     * Offset and size of the weights of a key, 0 when it is absent. All places of a bucket are compared by arithmetic.
     * A processor could not foresee which of them matches, and a wrong guess costs more than four comparisons.
     */
    int find(int order, int key) {
        long place = place(order, key);
        int b = bucket(order, place);
        long tags = tag(place) * LOW_BITS;
        int value = value(b, tags);
        while (value == 0 && isFull(b)) {
            b = next(order, b);
            value = value(b, tags);
        }
        return value;
    }

    /** The value of the first place of a bucket with a tag, 0 if there is none; free places have the value 0. */
    private int value(int b, long tags) {
        long difference = buckets[b] ^ tags;
        // The lowest of the bits that are set is that of the first equal tag; higher ones may be wrong.
        long equal = (difference - LOW_BITS) & ~difference & HIGH_BITS;
        int p = Long.numberOfTrailingZeros(equal) >> 4;
        long value = buckets[b + 1 + (p >> 1)] >>> ((p & 1) << 5);
        return (int) (value & (equal | -equal) >> 63);
    }

    /** 1 for a wide row, 0 for a narrow or an absent one. */
    static int isWide(int value) {
        return ((value & 0xFF) + 1) >>> 8;
    }

    /** Asks for the memory of a bucket, which may lie across two cache lines. */
    int touch(int order, int key) {
        int b = bucket(order, place(order, key));
        return (int) (buckets[b] ^ buckets[b + 2]);
    }

    /** Asks for the memory of a wide row, a cache line at a time. */
    int touchWide(int at, int script) {
        long sum = 0;
        for (int i = at + labels.longs(script) - 1; i >= at; i -= 8) {
            sum ^= wide[i];
        }
        return (int) sum;
    }
}
