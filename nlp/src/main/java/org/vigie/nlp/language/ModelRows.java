/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a model as bytes: a row is an n-gram or a whole word with its weights by language. The bytes stand in
 * parts, so that a model is laid out for look-up without ever lying in memory twice; docs/formats/language-model.md
 * gives them.
 */
final class ModelRows {
    /** An n-gram or a whole word and its weights: label in the upper byte of an entry, signed weight in the lower. */
    static final class Row {
        static final Comparator<Row> ORDER = Comparator.<Row, String>comparing(row -> row.gram)
                .thenComparingLong(row -> Integer.toUnsignedLong(row.key));

        /** The letters; empty for a whole word. */
        final String gram;

        /** The key of a whole word; 0 for an n-gram. */
        final int key;

        final short[] entries;

        private Row(String gram, int key, short[] entries) {
            this.gram = gram;
            this.key = key;
            this.entries = entries;
        }

        static Row gram(String gram, short... entries) {
            return new Row(gram, 0, entries);
        }

        static Row word(int key, short... entries) {
            return new Row("", key, entries);
        }

        boolean isWord() {
            return gram.isEmpty();
        }

        int firstLabel() {
            return entries[0] >>> 8 & 0xFF;
        }
    }

    /** How much room the rows take in a table, which is known before the first is read. */
    static final class Size {
        /** Rows by order. */
        final int[] rows = new int[Ngrams.WORD + 1];

        /** Entries of all narrow rows. */
        int narrow;

        /** Longs of all wide rows. */
        int wide;
    }

    /** The marks of a part that hold the order of an n-gram; the others name the script of a wide row, from 1. */
    static final int ORDER_BITS = 3;

    /** Rows of a part: enough for what is alike to be packed together. */
    private static final int PART = 1 << 17;

    /** Rows are kept apart by the bit length of their sizes: those of few languages pack differently. */
    static final int CLASSES = 9;

    private static final int MIN_WIDE = 8;

    final Size size;
    final List<byte[]> parts;

    ModelRows(Size size, List<byte[]> parts) {
        this.size = size;
        this.parts = parts;
    }

    /** Rows in any order, as training makes them; the beginnings of every n-gram must be among them. */
    static ModelRows of(List<Row> rows, Labels labels) {
        if (labels.scriptsByNumber().length > 1 << (Byte.SIZE - ORDER_BITS)) {
            throw new IllegalArgumentException(
                    "scripts must be at most 31 but were " + (labels.scriptsByNumber().length - 1));
        }
        List<Row> words = rows.stream().filter(Row::isWord).sorted(Row.ORDER).toList();
        List<Row> grams =
                rows.stream().filter(row -> !row.isWord()).sorted(Row.ORDER).toList();
        int[] wide = wideScripts(grams, labels);
        Size size = new Size();
        size.rows[Ngrams.WORD] = words.size();
        words.forEach(row -> size.narrow += row.entries.length);
        for (int g = 0; g < wide.length; g++) {
            Row row = grams.get(g);
            size.rows[row.gram.length()]++;
            size.narrow += wide[g] == Scripts.NONE ? row.entries.length : 0;
            size.wide += wide[g] == Scripts.NONE ? 0 : labels.longs(wide[g]);
        }
        int count = Math.max(1, (rows.size() + PART / 2) / PART);
        List<byte[]> parts = new ArrayList<>();
        long last = -1;
        for (int p = 0; p < count; p++) {
            Part part = new Part();
            for (int g = share(grams.size(), p, count); g < share(grams.size(), p + 1, count); g++) {
                Row row = grams.get(g);
                part.marks.write(row.gram.length() | labels.numberOfScript(wide[g]) << ORDER_BITS);
                writeVarint(part.letters, row.gram.charAt(row.gram.length() - 1));
                part.add(row.entries);
            }
            for (Row row : words.subList(share(words.size(), p, count), share(words.size(), p + 1, count))) {
                long key = Integer.toUnsignedLong(row.key);
                writeVarint(part.words, key - last);
                last = key;
                part.add(row.entries);
            }
            parts.add(part.toByteArray());
        }
        return new ModelRows(size, parts);
    }

    private static int share(int rows, int part, int parts) {
        return (int) ((long) rows * part / parts);
    }

    /** The script of every row that is to be wide: those of many languages, and the beginnings of these. */
    private static int[] wideScripts(List<Row> grams, Labels labels) {
        int[] scripts = new int[grams.size()];
        int[] path = new int[Ngrams.MAX_N + 1];
        for (int g = 0; g < scripts.length; g++) {
            Row row = grams.get(g);
            int order = row.gram.length();
            path[order] = g;
            if (row.entries.length >= MIN_WIDE) {
                int script = labels.scriptOf(row.firstLabel());
                if (row.entries.length >= labels.count(script) / 3) {
                    // The boundary alone begins words of every script; it has no weights and stays narrow.
                    int first = row.gram.charAt(0) == Ngrams.BOUNDARY ? 2 : 1;
                    for (int n = first; n <= order; n++) {
                        scripts[path[n]] = script;
                    }
                }
            }
        }
        return scripts;
    }

    /** What a part is made of. */
    private static final class Part {
        final ByteArrayOutputStream marks = new ByteArrayOutputStream();
        final ByteArrayOutputStream letters = new ByteArrayOutputStream();
        final ByteArrayOutputStream words = new ByteArrayOutputStream();
        final ByteArrayOutputStream sizes = new ByteArrayOutputStream();
        final ByteArrayOutputStream[] gaps = new ByteArrayOutputStream[CLASSES];
        final ByteArrayOutputStream[] weights = new ByteArrayOutputStream[CLASSES];

        Part() {
            for (int c = 0; c < CLASSES; c++) {
                gaps[c] = new ByteArrayOutputStream();
                weights[c] = new ByteArrayOutputStream();
            }
        }

        void add(short[] entries) {
            int c = sizeClass(entries.length);
            sizes.write(entries.length);
            int before = -1;
            for (short entry : entries) {
                int label = entry >>> 8 & 0xFF;
                gaps[c].write(label - before - 1);
                before = label;
                weights[c].write(entry);
            }
        }

        byte[] toByteArray() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                out.writeInt(marks.size());
                out.writeInt(sizes.size() - marks.size());
                out.writeInt(letters.size());
                out.writeInt(words.size());
                for (ByteArrayOutputStream c : weights) {
                    out.writeInt(c.size());
                }
                marks.writeTo(out);
                letters.writeTo(out);
                words.writeTo(out);
                sizes.writeTo(out);
                for (ByteArrayOutputStream c : gaps) {
                    c.writeTo(out);
                }
                for (ByteArrayOutputStream c : weights) {
                    c.writeTo(out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    static int sizeClass(int size) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(size);
    }

    /** Writes a number in 7-bit groups, lowest first. */
    private static void writeVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
