/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;

/**
 * The weights of a model as hash tables, one for each length of n-gram, from key to row. Immutable.
 *
 * <p>A short n-gram speaks for or against nearly every language of its script. Such a wide row is dense: one byte a
 * language, eight to a long, so that four are added at once. It holds the sum of its own weights and of those of its
 * beginnings, which are all wide too, cut off at 127 each way: of the up to five n-grams that begin at one letter, the
 * longest wide one stands for all before it, and only the narrow ones after it are added one by one.
 */
final class WeightTable {
    /** The size that marks a wide row; narrow ones are smaller. */
    static final int WIDE = 0xFF;

    private static final int MIN_WIDE = 8;
    private static final int MAX = 127;

    /** Keys of a bucket, followed by as many values. */
    private static final int BUCKET = 4;

    /**
     * By order, buckets of keys and values; a value is the offset (24 bits) and the size (8 bits) of the weights, 0 in
     * a free place. What a bucket cannot take stands in the next one.
     */
    private final int[][] tables = new int[Ngrams.WORD + 1][];

    /** Label in the upper byte, signed weight in the lower. */
    final short[] narrow;

    /** The wide rows; a byte is a sum of weights plus {@link #ZERO}, so never negative. */
    final long[] wide;

    /** What stands for no weight in a wide row. */
    static final int ZERO = 128;

    /** Eight languages without weight. */
    private static final long NOTHING = 0x8080_8080_8080_8080L;

    /** How many wide rows can be added in 16 bits. */
    static final int CAPACITY = 0xFFFF / (ZERO + MAX);

    /** By script: the first label, the number of labels, and the number of longs in a wide row. */
    final int[] firstLabel = new int[Scripts.count()];

    final int[] labelCount = new int[Scripts.count()];

    final int[] longs = new int[Scripts.count()];

    private final List<LanguageModel.Label> labels;

    WeightTable(List<LanguageModel.Label> labels, ModelRows rows) {
        this.labels = labels;
        for (int i = labels.size() - 1; i >= 0; i--) {
            int script = labels.get(i).script();
            labelCount[script]++;
            firstLabel[script] = i;
            longs[script] = (labelCount[script] + 7) / 8;
        }
        byte[] wideScript = wideRows(rows);
        int[] counts = new int[Ngrams.WORD + 1];
        int narrowSize = 1;
        int wideSize = 1;
        for (int r = 0; r < rows.size(); r++) {
            counts[r < rows.grams() ? rows.depths[r] : Ngrams.WORD]++;
            if (wideScript[r] == 0) {
                narrowSize += rows.size(r);
            } else {
                wideSize += longs[wideScript[r]];
            }
        }
        for (int n = 1; n <= Ngrams.WORD; n++) {
            int places = Integer.highestOneBit(Math.max(2 * BUCKET, counts[n] * 3 / 2)) * 2;
            tables[n] = new int[2 * places];
        }
        narrow = new short[narrowSize + 1]; // an empty row may lie at the end, and can be touched
        wide = new long[wideSize + Arrays.stream(longs).max().orElse(0)]; // row 0 is none, and can be touched
        insert(rows, fill(rows, wideScript));
    }

    /** The script of every row that is to be wide: those of many languages, and the beginnings of these. */
    private byte[] wideRows(ModelRows rows) {
        byte[] scripts = new byte[rows.size()];
        int[] path = new int[Ngrams.MAX_N + 1];
        for (int r = 0, at = 0; r < rows.grams(); r++) {
            int depth = rows.depths[r];
            path[depth] = r;
            int size = rows.size(r);
            if (size >= MIN_WIDE) {
                int script = labels.get(rows.entries[at] >>> 8 & 0xFF).script();
                if (size >= labelCount[script] / 3) {
                    // The boundary alone begins words of every script; it has no weights and stays narrow.
                    int first = rows.letters[path[1]] == Ngrams.BOUNDARY ? 2 : 1;
                    for (int d = first; d <= depth; d++) {
                        scripts[path[d]] = (byte) script;
                    }
                }
            }
            at += size;
        }
        return scripts;
    }

    /** Lays the weights out; returns the key (upper half) and the value of every row. */
    private long[] fill(ModelRows rows, byte[] wideScript) {
        int[] hashes = new int[Ngrams.MAX_N + 1];
        int[] starts = new int[Ngrams.MAX_N + 1];
        hashes[0] = Ngrams.SEED;
        long[] pairs = new long[rows.size()];
        int narrowAt = 1;
        int wideAt = 1;
        for (int r = 0, at = 0; r < rows.size(); r++) {
            int size = rows.size(r);
            int key;
            int order = Ngrams.WORD;
            if (r < rows.grams()) {
                order = rows.depths[r];
                key = Ngrams.extend(hashes[order - 1], rows.letters[r]);
                hashes[order] = key;
            } else {
                key = rows.words[r - rows.grams()];
            }
            if (wideScript[r] == 0) {
                System.arraycopy(rows.entries, at, narrow, narrowAt, size);
                pairs[r] = ((long) key << 32) | Integer.toUnsignedLong((narrowAt << 8) | size);
                narrowAt += size;
                if (order < Ngrams.WORD) {
                    starts[order] = 0;
                }
            } else {
                int n = longs[wideScript[r]];
                int first = firstLabel[wideScript[r]];
                if (starts[order - 1] == 0) {
                    Arrays.fill(wide, wideAt, wideAt + n, NOTHING);
                } else {
                    System.arraycopy(wide, starts[order - 1], wide, wideAt, n);
                }
                for (int e = at; e < at + size; e++) {
                    int lane = (rows.entries[e] >>> 8 & 0xFF) - first;
                    int shift = (lane & 7) << 3;
                    long before = wide[wideAt + lane / 8] >>> shift & 0xFF;
                    long after = Math.max(ZERO - MAX, Math.min(ZERO + MAX, before + (byte) rows.entries[e]));
                    wide[wideAt + lane / 8] += (after - before) << shift;
                }
                pairs[r] = ((long) key << 32) | Integer.toUnsignedLong((wideAt << 8) | WIDE);
                starts[order] = wideAt;
                wideAt += n;
            }
            at += size;
        }
        return pairs;
    }

    /** Puts the rows into the tables from one end to the other: scattered writes would take most of the loading time. */
    private void insert(ModelRows rows, long[] pairs) {
        int[] next = new int[((Ngrams.WORD + 1) << 8) + 1];
        for (int r = 0; r < pairs.length; r++) {
            next[part(rows, r, pairs[r]) + 1]++;
        }
        for (int p = 1; p < next.length; p++) {
            next[p] += next[p - 1];
        }
        long[] sorted = new long[pairs.length];
        for (int r = 0; r < pairs.length; r++) {
            sorted[next[part(rows, r, pairs[r])]++] = pairs[r];
        }
        for (int n = 1, at = 0; n <= Ngrams.WORD; n++) {
            for (int stop = next[(n << 8) | 0xFF]; at < stop; at++) {
                put(tables[n], (int) (sorted[at] >>> 32), (int) sorted[at]);
            }
        }
    }

    /** The order of a row and the upper bits of its key. */
    private static int part(ModelRows rows, int row, long pair) {
        int order = row < rows.grams() ? rows.depths[row] : Ngrams.WORD;
        return (order << 8) | (int) (pair >>> 56);
    }

    private static void put(int[] table, int key, int value) {
        int bucket = bucket(key, table.length);
        int place = bucket;
        while (table[place + BUCKET] != 0) {
            if (table[place] == key) {
                return; // two scripts met on one hash, which is rare: the first row stays
            }
            place++;
            if (place == bucket + BUCKET) {
                bucket = (bucket + 2 * BUCKET) & (table.length - 1);
                place = bucket;
            }
        }
        table[place] = key;
        table[place + BUCKET] = value;
    }

    private static int bucket(int key, int length) {
        return (key >>> Integer.numberOfLeadingZeros(length / (2 * BUCKET) - 1)) * (2 * BUCKET);
    }

    /**
     * Offset and size of the weights of a key, 0 when it is absent. All places of a bucket are compared by arithmetic:
     * a processor could not foresee which of them matches, and a wrong guess costs more than four comparisons.
     */
    int find(int order, int key) {
        int[] table = tables[order];
        int b = bucket(key, table.length);
        int value = (table[b + 4] & same(table[b], key))
                | (table[b + 5] & same(table[b + 1], key))
                | (table[b + 6] & same(table[b + 2], key))
                | (table[b + 7] & same(table[b + 3], key));
        return value != 0 || table[b + 7] == 0 ? value : findFurther(table, b, key);
    }

    private static int findFurther(int[] table, int full, int key) {
        int b = full;
        do {
            b = (b + 2 * BUCKET) & (table.length - 1);
            for (int place = b; place < b + BUCKET; place++) {
                if (table[place] == key) {
                    return table[place + BUCKET];
                }
            }
        } while (table[b + 2 * BUCKET - 1] != 0);
        return 0;
    }

    /** All bits when two keys are equal, none otherwise. */
    private static int same(int a, int b) {
        int difference = a ^ b;
        return ~((difference | -difference) >> 31);
    }

    /** 1 for a wide row, 0 for a narrow or an absent one. */
    static int isWide(int value) {
        return ((value & 0xFF) + 1) >>> 8;
    }

    /** Asks for the memory of a bucket, which may lie across two cache lines. */
    int touch(int order, int key) {
        int[] table = tables[order];
        int b = bucket(key, table.length);
        return table[b] ^ table[b + 2 * BUCKET - 1];
    }

    /** Asks for the memory of a wide row, a cache line at a time. */
    int touchWide(int at, int script) {
        long sum = 0;
        for (int i = at + longs[script] - 1; i >= at; i -= 8) {
            sum ^= wide[i];
        }
        return (int) sum;
    }
}
