/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Lays the rows of a model out in a table, part by part. Serves one model on one thread. */
final class RowReader {
    /** Eight languages without weight. */
    private static final long NOTHING = 0x8080_8080_8080_8080L;

    /** Rows whose places are asked for before the first of them is entered. */
    private static final int AHEAD = 64;

    private final Labels labels;
    private final int[] scripts;
    private final WeightTable table;
    private final int[] hashes = new int[Ngrams.MAX_N + 1];

    /** By order, where the wide row of the n-gram's beginning is; 0 for none. */
    private final int[] starts = new int[Ngrams.WORD + 1];

    private int order;
    private long word = -1;
    private int narrowAt = 1;
    private int wideAt = 1;

    /** The part that is being read, what it holds and where, and how far its streams are read. */
    private byte[] part = new byte[0];

    private int grams;
    private int words;
    private int marksAt;
    private int sizesAt;
    private int at;
    private final int[] gapAt = new int[ModelRows.CLASSES];
    private final int[] weightAt = new int[ModelRows.CLASSES];

    /** Keeps the early loads alive; the value says nothing. */
    private int touched;

    RowReader(Labels labels, ModelRows.Size size) {
        this.labels = labels;
        scripts = labels.scriptsByNumber();
        table = new WeightTable(labels, size);
        hashes[0] = Ngrams.SEED;
    }

    /** Reads the next part. */
    void read(byte[] bytes) throws IOException {
        locate(bytes);
        int[] keys = new int[grams + words];
        int[] values = new int[grams + words];
        at = marksAt + grams;
        for (int r = 0; r < grams; r++) {
            readGram(r, keys, values);
        }
        for (int r = grams; r < keys.length; r++) {
            word += varint();
            keys[r] = (int) word;
            values[r] = narrow(bytes[sizesAt + r] & 0xFF);
        }
        enter(keys, values);
    }

    /** Finds the streams of a part; letters and words stand together, so one place serves both. */
    private void locate(byte[] bytes) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(bytes);
        part = bytes;
        grams = head.getInt();
        words = head.getInt();
        marksAt = Integer.BYTES * (4 + ModelRows.CLASSES);
        sizesAt = marksAt + grams + head.getInt() + head.getInt();
        int end = sizesAt + grams + words;
        for (int[] streams : new int[][] {gapAt, weightAt}) {
            head.position(Integer.BYTES * 4);
            for (int c = 0; c < ModelRows.CLASSES; c++) {
                streams[c] = end;
                end += head.getInt();
            }
        }
        ModelFormat.check(end == bytes.length, "part must have %d bytes but had %d", end, bytes.length);
    }

    private void readGram(int row, int[] keys, int[] values) throws IOException {
        int mark = part[marksAt + row] & 0xFF;
        int n = order(row);
        if (n < 1 || n > Math.min(Ngrams.MAX_N, order + 1)) {
            ModelFormat.check(false, "order must be in [1, %d] but was %d", Math.min(Ngrams.MAX_N, order + 1), n);
        }
        order = n;
        hashes[n] = Ngrams.extend(hashes[n - 1], (char) varint());
        keys[row] = hashes[n];
        int size = part[sizesAt + row] & 0xFF;
        int script = scripts[mark >>> ModelRows.ORDER_BITS];
        values[row] = script == Scripts.NONE ? narrow(size) : wide(size, script);
        starts[n] = script == Scripts.NONE ? 0 : values[row] >>> 8;
    }

    private long varint() {
        byte b = part[at++];
        long value = b & 0x7F;
        for (int shift = 7; b < 0; shift += 7) {
            b = part[at++];
            value |= (long) (b & 0x7F) << shift;
        }
        return value;
    }

    /** Copies the weights of a row; returns its value. */
    private int narrow(int size) throws IOException {
        int c = ModelRows.sizeClass(size);
        byte[] from = part;
        short[] to = table.narrow;
        int begin = narrowAt;
        int end = begin + size;
        int gap = gapAt[c];
        int weight = weightAt[c];
        int label = -1;
        for (int i = begin; i < end; i++) {
            label += (from[gap++] & 0xFF) + 1;
            to[i] = (short) ((label << 8) | (from[weight++] & 0xFF));
        }
        gapAt[c] = gap;
        weightAt[c] = weight;
        narrowAt = end;
        if (size > 0) {
            check(to[begin] >>> 8 & 0xFF, label);
        }
        return (begin << 8) | size;
    }

    /** Adds the weights of a row to those of its beginnings; returns its value. */
    private int wide(int size, int script) throws IOException {
        int c = ModelRows.sizeClass(size);
        long[] to = table.wide;
        int begin = wideAt;
        int n = labels.longs(script);
        int start = starts[order - 1];
        if (start == 0) {
            Arrays.fill(to, begin, begin + n, NOTHING);
        } else {
            System.arraycopy(to, start, to, begin, n);
        }
        int first = labels.first(script);
        int label = -1;
        for (int i = 0; i < size; i++) {
            label += (part[gapAt[c]++] & 0xFF) + 1;
            int lane = label - first;
            int shift = (lane & 7) << 3;
            int place = begin + (lane >> 3);
            long before = to[place] >>> shift & 0xFF;
            long after = before + part[weightAt[c]++];
            after = Math.max(WeightTable.ZERO - WeightTable.MAX, Math.min(WeightTable.ZERO + WeightTable.MAX, after));
            to[place] += (after - before) << shift;
        }
        if (size > 0) {
            check(first, label);
        }
        wideAt += n;
        return (begin << 8) | WeightTable.WIDE;
    }

    private void check(int first, int last) throws IOException {
        if (last >= labels.size() || labels.scriptOf(first) != labels.scriptOf(last)) {
            ModelFormat.check(false, "a row must be of one script but had labels %d and %d", first, last);
        }
    }

    /** Enters the rows of a part into the table; places are scattered, so their memory is asked for well before. */
    private void enter(int[] keys, int[] values) {
        int met = touched;
        for (int from = 0; from < keys.length; from += AHEAD) {
            int to = Math.min(keys.length, from + AHEAD);
            for (int r = from; r < to; r++) {
                met ^= table.touch(order(r), keys[r]);
            }
            for (int r = from; r < to; r++) {
                table.put(order(r), keys[r], values[r]);
            }
        }
        touched = met;
    }

    private int order(int row) {
        return row < grams ? part[marksAt + row] & ((1 << ModelRows.ORDER_BITS) - 1) : Ngrams.WORD;
    }

    /** The table, when all parts were read. */
    WeightTable table() throws IOException {
        ModelFormat.check(
                narrowAt == table.narrow.length - 1,
                "weights must fill %d places but filled %d",
                table.narrow.length - 2,
                narrowAt - 1);
        return table;
    }
}
