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
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads and writes version 3 of the language model file; docs/formats/language-model.md gives its bytes.
 *
 * <p>Models are trusted input, but a damaged one must fail with a message and never give wrong answers. Hence the
 * checksum and the checks of every number.
 */
final class ModelFormat {
    static final int MAGIC = 0x56474C4D; // "VGLM"
    static final int VERSION = 3;
    private static final int MAX_BLOCK = 1 << 28;
    private static final int BUFFER = 1 << 16;

    private ModelFormat() {}

    /** What a model file holds. */
    static final class Content {
        final Labels labels;
        final float[] scale;
        final int[] bias;
        final float[][] temperature;
        final ModelRows rows;

        Content(Labels labels, float[] scale, int[] bias, float[][] temperature, ModelRows rows) {
            this.labels = labels;
            this.scale = scale;
            this.bias = bias;
            this.temperature = temperature;
            this.rows = rows;
        }

        /** The model, laid out for look-up. */
        LanguageModel toModel() throws IOException {
            RowReader reader = new RowReader(labels, rows.size);
            for (byte[] part : rows.parts) {
                reader.read(part);
            }
            return new LanguageModel(labels, scale, bias, temperature, reader.table());
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
        ModelRows.Size size = content.rows.size;
        for (int n = 1; n <= Ngrams.WORD; n++) {
            data.writeInt(size.rows[n]);
        }
        data.writeInt(size.narrow);
        data.writeInt(size.wide);
        data.writeInt(content.rows.parts.size());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setStrategy(Deflater.FILTERED); // hardly anything repeats: the codes matter, not the matches
        try {
            DeflaterOutputStream packed = new DeflaterOutputStream(body, deflater, BUFFER);
            DataOutputStream blocks = new DataOutputStream(packed);
            blocks.writeInt(head.size());
            head.writeTo(blocks);
            for (byte[] part : content.rows.parts) {
                blocks.writeInt(part.length);
                blocks.write(part);
            }
            packed.finish();
        } finally {
            deflater.end();
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

    static LanguageModel read(InputStream in) throws IOException {
        return read(in, part -> {});
    }

    /** Reads a model and hands out each part of its rows. */
    static LanguageModel read(InputStream in, Consumer<byte[]> parts) throws IOException {
        DataInputStream file = new DataInputStream(in);
        int magic = file.readInt();
        check(magic == MAGIC, "magic number must be %08x but was %08x", MAGIC, magic);
        int version = file.readInt();
        check(version == VERSION, "version must be %d but was %d", VERSION, version);
        int size = file.readInt();
        check(size > 0 && size < MAX_BLOCK, "body size must be in (0, %d) but was %d", MAX_BLOCK, size);
        int expected = file.readInt();
        byte[] body = new byte[size];
        int length = file.readNBytes(body, 0, size);
        check(length == size, "body must have %d bytes but had %d", size, length);
        CRC32 crc = new CRC32();
        crc.update(body);
        check((int) crc.getValue() == expected, "checksum must be %08x but was %08x", expected, (int) crc.getValue());
        Inflater inflater = new Inflater();
        try {
            return parse(
                    new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(body), inflater, BUFFER)),
                    parts);
        } catch (EOFException | ZipException | IndexOutOfBoundsException e) {
            throw new IOException("language model: parts do not fit together", e);
        } finally {
            inflater.end();
        }
    }

    private static LanguageModel parse(DataInputStream body, Consumer<byte[]> each) throws IOException {
        DataInputStream head = new DataInputStream(new ByteArrayInputStream(block(body)));
        int count = head.readUnsignedShort();
        check(count > 0 && count <= 256, "labels must be in [1, 256] but were %d", count);
        List<Labels.Label> list = new ArrayList<>();
        int[] bias = new int[count];
        for (int i = 0; i < count; i++) {
            String tag = head.readUTF();
            list.add(new Labels.Label(tag, script(head.readUTF())));
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
        ModelRows.Size size = new ModelRows.Size();
        for (int n = 1; n <= Ngrams.WORD; n++) {
            size.rows[n] = count(head);
        }
        size.narrow = count(head);
        size.wide = count(head);
        Labels labels = new Labels(list);
        for (int i = 0; i < count; i++) {
            int s = labels.scriptOf(i);
            check(i < labels.first(s) + labels.count(s), "labels of a script must stand together but %d does not", i);
        }
        RowReader rows = new RowReader(labels, size);
        for (int parts = count(head); parts > 0; parts--) {
            byte[] part = block(body);
            rows.read(part);
            each.accept(part);
        }
        check(body.read() == -1, "file must end after the last part but did not");
        return new LanguageModel(labels, scale, bias, temperature, rows.table());
    }

    private static int count(DataInputStream head) throws IOException {
        int count = head.readInt();
        check(count >= 0 && count < MAX_BLOCK, "counts must be in [0, %d) but one was %d", MAX_BLOCK, count);
        return count;
    }

    private static int script(String code) throws IOException {
        int script = Scripts.byCode(code);
        check(Scripts.code(script).equals(code), "script must be a known code but was %s", code);
        return script;
    }

    static void check(boolean holds, String rule, Object... values) throws IOException {
        if (!holds) {
            throw new IOException("language model: " + String.format(Locale.ROOT, rule, values));
        }
    }

    private static byte[] block(DataInputStream in) throws IOException {
        int size = in.readInt();
        check(size >= 0 && size < MAX_BLOCK, "block size must be in [0, %d) but was %d", MAX_BLOCK, size);
        byte[] block = new byte[size];
        in.readFully(block);
        return block;
    }
}
