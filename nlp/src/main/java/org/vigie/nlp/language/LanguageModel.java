/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights of a trained model, held as a hash table from n-gram to the languages it speaks for or against.
 *
 * <p>The table is closed under prefixes: when an n-gram is absent, so is every longer one that begins with it,
 * which lets a look-up chain stop early. Immutable.
 */
final class LanguageModel {
    /** Calibration is measured in steps of letter counts 1, 2-3, 4-7, 8-15, ... */
    static final int LENGTH_CLASSES = 10;

    /** The size that marks a dense row; sparse ones are smaller. */
    private static final int DENSE = 0xFF;

    private static final int MIN_DENSE = 8;
    private static final int MAX_LANES = 64;
    private static final int MAX_FEATURES = Ngrams.count(WordReader.MAX_WORD);
    /** Rows that 16-bit lanes can take in: 257 times 255 is the most. */
    private static final int MAX_OPEN = 257;

    /** One label is one language in one script. */
    record Label(String tag, int script) {}

    final List<Label> labels;
    /** Label numbers by script; empty where no model is needed. */
    final int[][] labelsOfScript;

    /** What one unit of a quantised weight is worth, by script. */
    final float[] scale;

    /** Score of a label before any evidence, in quantised units. */
    final int[] bias;

    /** Softmax temperature by script and length class. */
    final float[][] temperature;

    /**
     * By order, pairs of a key and the offset (24 bits) and size (8 bits) of its entries; value 0 is a free slot. The
     * few short n-grams, which are asked for most, have small tables that stay in the cache.
     */
    private final int[][] tables = new int[Ngrams.WORD + 1][];

    /** Label in the upper byte, signed weight in the lower; rows of many languages come first. */
    private final short[] entries;

    /*
     * An n-gram of one or two letters speaks for or against nearly every language of its script. Such a row is kept
     * dense, four languages to a long: 16-bit lanes that hold weight + 128 and are added all at once. Lanes are never
     * negative, and they are emptied into the scores before they could overflow.
     */
    private final long[] dense;
    private final int[] firstLabel;
    private final int[] lanes;

    LanguageModel(List<Label> labels, float[] scale, int[] bias, float[][] temperature, ModelRows rows) {
        this.labels = List.copyOf(labels);
        this.scale = scale;
        this.bias = bias;
        this.temperature = temperature;
        int scripts = Scripts.count();
        labelsOfScript = new int[scripts][];
        firstLabel = new int[scripts];
        lanes = new int[scripts];
        for (int s = 0; s < scripts; s++) {
            int script = s;
            labelsOfScript[s] = IntStream.range(0, labels.size())
                    .filter(i -> labels.get(i).script() == script)
                    .toArray();
            firstLabel[s] = labelsOfScript[s].length == 0 ? 0 : labelsOfScript[s][0];
            lanes[s] = (labelsOfScript[s].length + 3) / 4;
        }
        for (int n = 1; n <= Ngrams.WORD; n++) {
            tables[n] = new int[4 * Integer.highestOneBit(Math.max(16, rows.counts[n] * 3 / 2))];
        }
        // Rows of many languages are the frequent ones: side by side they share the cache.
        int[] next = new int[256];
        int wide = 1;
        for (int r = 0, at = 0; r < rows.size(); r++) {
            int size = rows.sizes[r] & 0xFF;
            int script = scriptOf(rows, at, size);
            if (isDense(size, script)) {
                wide += lanes[script];
            } else {
                next[size] += size;
            }
            at += size;
        }
        int sparse = 1;
        for (int size = 255; size >= 0; size--) {
            int total = next[size];
            next[size] = sparse;
            sparse += total;
        }
        entries = new short[sparse];
        dense = new long[wide];
        wide = 1;
        int order = 0;
        for (int r = 0, at = 0, left = 0; r < rows.size(); r++, left--) {
            while (left == 0) {
                left = rows.counts[++order];
            }
            int size = rows.sizes[r] & 0xFF;
            int script = scriptOf(rows, at, size);
            if (isDense(size, script)) {
                put(tables[order], rows.keys[r], (wide << 8) | DENSE);
                spread(rows, at, size, script, wide);
                wide += lanes[script];
            } else {
                System.arraycopy(rows.entries, at, entries, next[size], size);
                put(tables[order], rows.keys[r], (next[size] << 8) | size);
                next[size] += size;
            }
            at += size;
        }
    }

    private int scriptOf(ModelRows rows, int start, int size) {
        return size == 0 ? 0 : labels.get((rows.entries[start] >>> 8) & 0xFF).script();
    }

    private boolean isDense(int size, int script) {
        return size >= MIN_DENSE && size >= 4 * lanes[script] / 3;
    }

    private void spread(ModelRows rows, int start, int size, int script, int at) {
        Arrays.fill(dense, at, at + lanes[script], 0x0080_0080_0080_0080L);
        for (int e = start; e < start + size; e++) {
            int label = ((rows.entries[e] >>> 8) & 0xFF) - firstLabel[script];
            dense[at + label / 4] += (long) (byte) rows.entries[e] << (label % 4 * 16);
        }
    }

    private static void put(int[] table, int key, int value) {
        int slot = slot(key, table.length);
        while (table[slot + 1] != 0) {
            slot = (slot + 2) & (table.length - 1);
        }
        table[slot] = key;
        table[slot + 1] = value;
    }

    /** By the upper bits of the key, so that rows in key order fill the table from one end to the other. */
    private static int slot(int key, int length) {
        return (key >>> Integer.numberOfLeadingZeros(length / 2 - 1)) << 1;
    }

    /** Offset and size of the entries of a key, 0 when the key is absent. */
    private static int find(int[] table, int key) {
        int slot = slot(key, table.length);
        int value = table[slot + 1];
        while (value != 0 && table[slot] != key) {
            slot = (slot + 2) & (table.length - 1);
            value = table[slot + 1];
        }
        return value;
    }

    /** The evidence of the words read so far; serves one text on one thread. */
    final class Scores {
        /** Score by label, without bias; complete only after {@link #settle}. */
        final int[] byLabel = new int[labels.size()];

        private final char[] padded = new char[WordReader.MAX_WORD + 2];
        private final int[] hashes = new int[WordReader.MAX_WORD + 1];
        private final int[] from = new int[WordReader.MAX_WORD + 1];
        private final int[] found = new int[MAX_FEATURES];
        private final long[] open = new long[MAX_LANES];
        private int openRows;
        private int openScript;
        /** How many n-grams of three and more characters were known. */
        int known;

        void clear() {
            Arrays.fill(byLabel, 0);
            Arrays.fill(open, 0);
            openRows = 0;
            known = 0;
        }

        void add(char[] word, int length, int script) {
            add(word, 0, length, script);
        }

        /**
         * Adds the evidence of the word that begins at a place of a buffer. All n-grams of one order are looked up in
         * one tight loop, so that the processor can wait for many of them at a time.
         */
        void add(char[] chars, int start, int length, int script) {
            if (script != openScript || openRows > MAX_OPEN - MAX_FEATURES) {
                settle();
                openScript = script;
            }
            padded[0] = Ngrams.BOUNDARY;
            System.arraycopy(chars, start, padded, 1, length);
            padded[length + 1] = Ngrams.BOUNDARY;
            int starts = length + 1;
            int[] table = tables[1];
            hashes[0] = Ngrams.extend(Ngrams.SEED, Ngrams.BOUNDARY);
            from[0] = 0;
            int alive = 1;
            int count = 0;
            for (int i = 1; i < starts; i++) {
                int hash = Ngrams.extend(Ngrams.SEED, padded[i]);
                int value = find(table, hash);
                if (value != 0) {
                    hashes[alive] = hash;
                    from[alive++] = i;
                    found[count++] = value;
                }
            }
            for (int n = 2; n <= Ngrams.MAX_N; n++) {
                known += n > 3 ? alive : 0;
                table = tables[n];
                int next = 0;
                for (int a = 0; a < alive; a++) {
                    int i = from[a];
                    if (i + n > starts + 1) {
                        break;
                    }
                    int hash = Ngrams.extend(hashes[a], padded[i + n - 1]);
                    int value = find(table, hash);
                    if (value != 0) {
                        hashes[next] = hash;
                        from[next++] = i;
                        found[count++] = value;
                    }
                }
                alive = next;
            }
            known += alive;
            if (length + 2 > Ngrams.MAX_N) {
                int whole = Ngrams.SEED;
                for (int i = 0; i <= starts; i++) {
                    whole = Ngrams.extend(whole, padded[i]);
                }
                int value = find(tables[Ngrams.WORD], Ngrams.wholeWord(whole));
                if (value != 0) {
                    found[count++] = value;
                }
            }
            for (int f = 0; f < count; f++) {
                add(found[f] >>> 8, found[f] & 0xFF);
            }
        }

        private void add(int at, int size) {
            if (size == DENSE) {
                int n = lanes[openScript];
                for (int i = 0; i < n; i++) {
                    open[i] += dense[at + i];
                }
                openRows++;
            } else {
                for (int e = at; e < at + size; e++) {
                    short entry = entries[e];
                    byLabel[(entry >>> 8) & 0xFF] += (byte) entry;
                }
            }
        }

        /** Brings the scores up to date. */
        void settle() {
            if (openRows == 0) {
                return;
            }
            int first = firstLabel[openScript];
            int count = labelsOfScript[openScript].length;
            int offset = openRows * 128;
            for (int i = 0; i < count; i++) {
                byLabel[first + i] += (int) (open[i >> 2] >>> ((i & 3) << 4) & 0xFFFF) - offset;
            }
            Arrays.fill(open, 0, lanes[openScript], 0);
            openRows = 0;
        }
    }

    /** The class of a letter count for calibration. */
    static int lengthClass(int letters) {
        return Math.min(LENGTH_CLASSES - 1, 31 - Integer.numberOfLeadingZeros(Math.max(1, letters)));
    }

    /** All tags that this model can answer, sorted. */
    List<String> tags() {
        String[] tags = labels.stream().map(Label::tag).distinct().toArray(String[]::new);
        Arrays.sort(tags);
        return List.of(tags);
    }
}
