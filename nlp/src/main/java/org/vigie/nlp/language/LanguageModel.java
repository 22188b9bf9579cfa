/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;

/**
 * The weights of a trained model, held as a hash table from n-gram to the languages it speaks for or against.
 *
 * <p>The table is closed under prefixes: when an n-gram is absent, so is every longer one that begins with it,
 * which lets a look-up chain stop early. Immutable.
 */
final class LanguageModel {
    /** Calibration is measured in steps of letter counts 1, 2-3, 4-7, 8-15, ... */
    static final int LENGTH_CLASSES = 10;

    /** One label is one language in one script. */
    record Label(String tag, int script) {}

    /** An n-gram and its weights, as they lie in {@link #entries}. */
    static final class Row {
        final int key;
        final short[] entries;

        Row(int key, short[] entries) {
            this.key = key;
            this.entries = entries;
        }
    }

    final List<Label> labels;
    /** Label numbers by script; empty where no model is needed. */
    final int[][] labelsOfScript;

    /** What one unit of a quantised weight is worth, by script. */
    final float[] scale;

    /** Score of a label before any evidence, in quantised units. */
    final int[] bias;

    /** Softmax temperature by script and length class. */
    final float[][] temperature;

    /** Key, then offset (24 bits) and size (8 bits) of its entries; size and offset 0 with key 0 is a free slot. */
    private final int[] table;

    private final int mask;
    /** Label in the upper byte, signed weight in the lower. */
    private final short[] entries;

    LanguageModel(List<Label> labels, float[] scale, int[] bias, float[][] temperature, List<Row> rows) {
        this.labels = List.copyOf(labels);
        this.scale = scale;
        this.bias = bias;
        this.temperature = temperature;
        labelsOfScript = new int[Scripts.count()][];
        for (int s = 0; s < labelsOfScript.length; s++) {
            int script = s;
            labelsOfScript[s] = java.util.stream.IntStream.range(0, labels.size())
                    .filter(i -> labels.get(i).script() == script)
                    .toArray();
        }
        int capacity = Integer.highestOneBit(Math.max(16, rows.size() * 3 / 2)) * 2;
        mask = capacity - 1;
        table = new int[2 * capacity];
        int total = 1;
        for (Row row : rows) {
            total += row.entries.length;
        }
        entries = new short[total];
        int offset = 1;
        for (Row row : rows) {
            System.arraycopy(row.entries, 0, entries, offset, row.entries.length);
            put(row.key, (offset << 8) | row.entries.length);
            offset += row.entries.length;
        }
    }

    private void put(int key, int value) {
        int slot = slot(key);
        while (table[slot + 1] != 0) {
            slot = (slot + 2) & (2 * mask + 1);
        }
        table[slot] = key;
        table[slot + 1] = value;
    }

    private int slot(int key) {
        return (((key * 0x85EBCA6B) >>> 7) & mask) << 1;
    }

    /** Offset and size of the entries of a key, 0 when the key is absent. */
    private int find(int key) {
        int slot = slot(key);
        int value = table[slot + 1];
        while (value != 0) {
            if (table[slot] == key) {
                return value;
            }
            slot = (slot + 2) & (2 * mask + 1);
            value = table[slot + 1];
        }
        return 0;
    }

    /** Adds the evidence of a word to the scores; returns how many n-grams were known. */
    int addWord(char[] word, int length, int[] scores) {
        int known = 0;
        int whole = Ngrams.extend(Ngrams.SEED, Ngrams.BOUNDARY);
        for (int i = -1; i < length; i++) {
            int hash = Ngrams.SEED;
            int stop = Math.min(i + Ngrams.MAX_N, length + 1);
            for (int j = i; j < stop; j++) {
                hash = Ngrams.extend(hash, j < 0 || j == length ? Ngrams.BOUNDARY : word[j]);
                if (j < 0) {
                    continue;
                }
                int found = find(hash);
                if (found == 0) {
                    break;
                }
                known++;
                add(found, scores);
            }
            whole = Ngrams.extend(whole, i + 1 == length ? Ngrams.BOUNDARY : word[i + 1]);
        }
        if (length + 2 > Ngrams.MAX_N) {
            int found = find(Ngrams.wholeWord(whole));
            if (found != 0) {
                known++;
                add(found, scores);
            }
        }
        return known;
    }

    private void add(int found, int[] scores) {
        int from = found >>> 8;
        int to = from + (found & 0xFF);
        for (int e = from; e < to; e++) {
            short entry = entries[e];
            scores[(entry >>> 8) & 0xFF] += (byte) entry;
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
