/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows of a model from which training goes on, for the languages that keep their weights. */
final class KeptRows {
    private final Map<String, short[]> grams = new TreeMap<>();
    private final Map<Integer, short[]> words = new TreeMap<>();

    private final char[] gram = new char[Ngrams.MAX_N];
    private long word = -1;
    private int at;

    /** Reads the next part of the model; docs/formats/language-model.md gives its bytes. */
    void read(byte[] part) {
        ByteBuffer head = ByteBuffer.wrap(part);
        int gramCount = head.getInt();
        int count = gramCount + head.getInt();
        int marks = Integer.BYTES * (4 + ModelRows.CLASSES);
        at = marks + gramCount;
        int sizes = at + head.getInt() + head.getInt();
        int end = sizes + count;
        int[][] streams = new int[2][ModelRows.CLASSES];
        for (int[] stream : streams) {
            head.position(Integer.BYTES * 4);
            for (int c = 0; c < ModelRows.CLASSES; c++) {
                stream[c] = end;
                end += head.getInt();
            }
        }
        for (int r = 0; r < count; r++) {
            long letterOrGap = varint(part);
            short[] entries = new short[part[sizes + r] & 0xFF];
            int c = ModelRows.sizeClass(entries.length);
            int label = -1;
            for (int i = 0; i < entries.length; i++) {
                label += (part[streams[0][c]++] & 0xFF) + 1;
                entries[i] = (short) (label << 8 | (part[streams[1][c]++] & 0xFF));
            }
            if (r < gramCount) {
                int order = part[marks + r] & ((1 << ModelRows.ORDER_BITS) - 1);
                gram[order - 1] = (char) letterOrGap;
                grams.put(new String(gram, 0, order), entries);
            } else {
                word += letterOrGap;
                words.put((int) word, entries);
            }
        }
    }

    private long varint(byte[] part) {
        long value = 0;
        int shift = 0;
        byte b;
        do {
            b = part[at++];
            value |= (long) (b & 0x7F) << shift;
            shift += 7;
        } while (b < 0);
        return value;
    }

    /**
     * The rows of a script: what was learned for the languages that moved, and what is kept for the others.
     *
     * @param first the number of the script's first label
     */
    List<ModelRows.Row> join(List<ModelRows.Row> learned, WarmStart start, int first) {
        Map<String, short[]> newGrams = new TreeMap<>();
        Map<Integer, short[]> newWords = new TreeMap<>();
        grams.forEach((key, entries) -> put(newGrams, key, kept(entries, start, first)));
        words.forEach((key, entries) -> put(newWords, key, kept(entries, start, first)));
        for (ModelRows.Row row : learned) {
            short[] moved = moved(row.entries, start, first);
            if (row.isWord()) {
                put(newWords, row.key, moved);
            } else {
                put(newGrams, row.gram, moved);
            }
        }
        Map<String, short[]> all = new TreeMap<>(newGrams);
        for (String key : newGrams.keySet()) {
            for (int n = 1; n < key.length(); n++) {
                all.putIfAbsent(key.substring(0, n), new short[0]);
            }
        }
        all.remove(String.valueOf(Ngrams.BOUNDARY));
        List<ModelRows.Row> rows = new ArrayList<>();
        all.forEach((key, entries) -> rows.add(ModelRows.Row.gram(key, entries)));
        newWords.forEach((key, entries) -> rows.add(ModelRows.Row.word(key, entries)));
        return rows;
    }

    private static short[] kept(short[] entries, WarmStart start, int first) {
        short[] kept = new short[entries.length];
        int n = 0;
        for (short entry : entries) {
            int label = start.kept(entry >>> 8 & 0xFF);
            if (label >= 0) {
                kept[n++] = (short) ((first + label) << 8 | (entry & 0xFF));
            }
        }
        return java.util.Arrays.copyOf(kept, n);
    }

    private static short[] moved(short[] entries, WarmStart start, int first) {
        short[] moved = new short[entries.length];
        int n = 0;
        for (short entry : entries) {
            if (start.isMoving((entry >>> 8 & 0xFF) - first)) {
                moved[n++] = entry;
            }
        }
        return java.util.Arrays.copyOf(moved, n);
    }

    /** Adds entries to those of a key, in the order of their labels. */
    private static <K> void put(Map<K, short[]> rows, K key, short[] entries) {
        if (entries.length == 0) {
            return;
        }
        rows.merge(key, entries, (a, b) -> {
            Map<Integer, Short> byLabel = new TreeMap<>();
            for (short entry : a) {
                byLabel.put(entry >>> 8 & 0xFF, entry);
            }
            for (short entry : b) {
                byLabel.put(entry >>> 8 & 0xFF, entry);
            }
            short[] both = new short[byLabel.size()];
            int n = 0;
            for (short entry : byLabel.values()) {
                both[n++] = entry;
            }
            return both;
        });
    }
}
