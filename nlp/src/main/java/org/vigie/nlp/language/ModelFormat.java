/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Reads and writes version 2 of the language model file; docs/formats/language-model.md gives its bytes.
 *
 * <p>Models are trusted input, but a damaged one must fail with a message and never give wrong answers: hence
 * the checksum and the checks of every number.
 */
final class ModelFormat {
    static final int MAGIC = 0x56474C4D; // "VGLM"
    static final int VERSION = 2;
    private static final int MAX_BLOCK = 1 << 28;

    private ModelFormat() {}

    /** The parts of a model before they are laid out for look-up. */
    static final class Content {
        final List<LanguageModel.Label> labels;
        final float[] scale;
        final int[] bias;
        final float[][] temperature;
        final ModelRows rows;

        Content(List<LanguageModel.Label> labels, float[] scale, int[] bias, float[][] temperature, ModelRows rows) {
            this.labels = labels;
            this.scale = scale;
            this.bias = bias;
            this.temperature = temperature;
            this.rows = rows;
        }

        LanguageModel toModel() {
            return new LanguageModel(labels, scale, bias, temperature, rows);
        }
    }

    static void write(Content content, OutputStream out) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(head);
        data.writeShort(content.labels.size());
        for (int i = 0; i < content.labels.size(); i++) {
            data.writeUTF(content.labels.get(i).tag());
            data.writeUTF(Scripts.code(content.labels.get(i).script()));
            data.writeInt(content.bias[i]);
        }
        data.writeByte(Scripts.count());
        for (int s = 0; s < Scripts.count(); s++) {
            data.writeUTF(Scripts.code(s));
            data.writeFloat(content.scale[s]);
            for (float t : content.temperature[s]) {
                data.writeFloat(t);
            }
        }
        ModelRows rows = content.rows;
        data.writeInt(rows.grams());
        data.writeInt(rows.words.length);
        ByteArrayOutputStream letters = new ByteArrayOutputStream();
        for (char c : rows.letters) {
            writeVarint(letters, c);
        }
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        long last = -1;
        for (int word : rows.words) {
            writeVarint(words, Integer.toUnsignedLong(word) - last);
            last = Integer.toUnsignedLong(word);
        }
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        int at = 0;
        for (int r = 0; r < rows.size(); r++) {
            int before = -1;
            for (int end = at + rows.size(r); at < end; at++) {
                int label = (rows.entries[at] >>> 8) & 0xFF;
                labels.write(label - before - 1);
                before = label;
                weights.write(rows.entries[at] & 0xFF);
            }
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream blocks = new DataOutputStream(body);
        for (byte[] block : List.of(
                head.toByteArray(),
                rows.depths,
                letters.toByteArray(),
                words.toByteArray(),
                rows.sizes,
                labels.toByteArray(),
                weights.toByteArray())) {
            byte[] packed = deflate(block);
            blocks.writeInt(block.length);
            blocks.writeInt(packed.length);
            blocks.write(packed);
        }
        CRC32 crc = new CRC32();
        crc.update(body.toByteArray());
        DataOutputStream file = new DataOutputStream(out);
        file.writeInt(MAGIC);
        file.writeInt(VERSION);
        file.writeInt(body.size());
        file.writeInt((int) crc.getValue());
        body.writeTo(file);
        file.flush();
    }

    static Content read(InputStream in) throws IOException {
        DataInputStream file = new DataInputStream(in);
        int magic = file.readInt();
        check(magic == MAGIC, "magic number must be %08x but was %08x", MAGIC, magic);
        int version = file.readInt();
        check(version == VERSION, "version must be %d but was %d", VERSION, version);
        int size = file.readInt();
        check(size > 0 && size < MAX_BLOCK, "body size must be in (0, %d) but was %d", MAX_BLOCK, size);
        int expected = file.readInt();
        byte[] body = file.readNBytes(size);
        check(body.length == size, "body must have %d bytes but had %d", size, body.length);
        CRC32 crc = new CRC32();
        crc.update(body);
        check((int) crc.getValue() == expected, "checksum must be %08x but was %08x", expected, (int) crc.getValue());
        try {
            return parse(new DataInputStream(new ByteArrayInputStream(body)));
        } catch (EOFException | DataFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException("language model: blocks do not fit together", e);
        }
    }

    private static Content parse(DataInputStream body) throws IOException, DataFormatException {
        DataInputStream head = new DataInputStream(new ByteArrayInputStream(block(body)));
        int count = head.readUnsignedShort();
        check(count > 0 && count <= 256, "labels must be in [1, 256] but were %d", count);
        List<LanguageModel.Label> labels = new ArrayList<>();
        int[] bias = new int[count];
        for (int i = 0; i < count; i++) {
            String tag = head.readUTF();
            labels.add(new LanguageModel.Label(tag, script(head.readUTF())));
            bias[i] = head.readInt();
        }
        float[] scale = new float[Scripts.count()];
        float[][] temperature = new float[Scripts.count()][LanguageModel.LENGTH_CLASSES];
        int scripts = head.readUnsignedByte();
        for (int i = 0; i < scripts; i++) {
            int s = script(head.readUTF());
            scale[s] = head.readFloat();
            for (int k = 0; k < LanguageModel.LENGTH_CLASSES; k++) {
                temperature[s][k] = head.readFloat();
                check(temperature[s][k] > 0, "temperature must be positive but was %s", temperature[s][k]);
            }
        }
        int grams = count(head);
        int words = count(head);
        byte[] depths = block(body);
        Varints letters = new Varints(block(body));
        Varints keys = new Varints(block(body));
        byte[] sizes = block(body);
        byte[] gaps = block(body);
        byte[] weights = block(body);
        check(depths.length == grams, "depths must be %d but were %d", grams, depths.length);
        check(sizes.length == grams + words, "sizes must be %d but were %d", grams + words, sizes.length);
        check(gaps.length == weights.length, "weights must be %d but were %d", gaps.length, weights.length);
        char[] rowLetters = new char[grams];
        for (int r = 0, before = 0; r < grams; before = depths[r++]) {
            int depth = depths[r];
            if (depth < 1 || depth > Math.min(Ngrams.MAX_N, before + 1)) {
                throw new IOException("language model: depth must be in [1, " + (before + 1) + "] but was " + depth);
            }
            rowLetters[r] = (char) letters.next();
        }
        int[] rowWords = new int[words];
        long key = -1;
        for (int r = 0; r < words; r++) {
            key += keys.next();
            rowWords[r] = (int) key;
        }
        short[] entries = new short[weights.length];
        int at = 0;
        for (byte size : sizes) {
            int label = -1;
            int start = at;
            for (int end = at + (size & 0xFF); at < end; at++) {
                label += (gaps[at] & 0xFF) + 1;
                if (label >= count) {
                    throw new IOException("language model: label must be less than " + count + " but was " + label);
                }
                entries[at] = (short) ((label << 8) | (weights[at] & 0xFF));
            }
            int first = at == start ? label : (entries[start] >>> 8) & 0xFF;
            if (at > start && labels.get(first).script() != labels.get(label).script()) {
                throw new IOException(
                        "language model: a row must be of one script but had labels " + first + " and " + label);
            }
        }
        check(at == weights.length, "weights used must be %d but were %d", weights.length, at);
        ModelRows rows = new ModelRows(depths, rowLetters, rowWords, sizes, entries);
        return new Content(labels, scale, bias, temperature, rows);
    }

    private static int count(DataInputStream head) throws IOException {
        int count = head.readInt();
        check(count >= 0 && count < MAX_BLOCK, "rows must be in [0, %d) but were %d", MAX_BLOCK, count);
        return count;
    }

    /** Numbers in 7-bit groups, lowest first. */
    private static final class Varints {
        private final byte[] bytes;
        private int at;

        Varints(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long value = 0;
            int shift = 0;
            byte b;
            do {
                b = bytes[at++];
                value |= (long) (b & 0x7F) << shift;
                shift += 7;
            } while (b < 0);
            return value;
        }
    }

    private static int script(String code) throws IOException {
        int script = Scripts.byCode(code);
        check(Scripts.code(script).equals(code), "script must be a known code but was %s", code);
        return script;
    }

    private static void check(boolean holds, String rule, Object... values) throws IOException {
        if (!holds) {
            throw new IOException("language model: " + String.format(Locale.ROOT, rule, values));
        }
    }

    private static void writeVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] block(DataInputStream in) throws IOException, DataFormatException {
        int size = in.readInt();
        int packedSize = in.readInt();
        check(size >= 0 && size < MAX_BLOCK, "block size must be in [0, %d) but was %d", MAX_BLOCK, size);
        check(
                packedSize >= 0 && packedSize < MAX_BLOCK,
                "packed size must be in [0, %d) but was %d",
                MAX_BLOCK,
                packedSize);
        byte[] packed = in.readNBytes(packedSize);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[size];
            int done = 0;
            while (done < size) {
                int n = inflater.inflate(bytes, done, size - done);
                check(n > 0, "block must inflate to %d bytes but ended at %d", size, done);
                done += n;
            }
            return bytes;
        } finally {
            inflater.end();
        }
    }
}
