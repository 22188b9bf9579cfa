/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The stored form of an {@link LshIndex}, format 1, big-endian. It begins with {@code "VLSH"}, then format, bands,
 * rows, cap, version and algorithm (an int each), seed (long), number of items (int). Each item follows, by ascending
 * id: id, time (long each), one int key per band. Last stands the CRC-32C of all before it (int).
 */
final class LshSnapshot {
    private static final int MAGIC = 0x564c5348;
    private static final int FORMAT = 1;
    private static final int MOST_BANDS = 1 << 16;

    private LshSnapshot() {}

    static void write(LshIndex index, OutputStream target) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        out.writeInt(index.banding().bands());
        out.writeInt(index.banding().rows());
        out.writeInt(index.cap());
        out.writeInt(index.origin().version());
        out.writeInt(index.origin().algorithm());
        out.writeLong(index.origin().seed());
        out.writeInt(index.size());
        for (int slot : index.slotsById()) {
            out.writeLong(index.idAt(slot));
            out.writeLong(index.timeAt(slot));
            for (int key : index.keysAt(slot)) {
                out.writeInt(key);
            }
        }
        out.writeInt((int) checked.getChecksum().getValue());
        out.flush();
    }

    static LshIndex read(InputStream source) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(source, new CRC32C());
        DataInputStream in = new DataInputStream(checked);
        expect("magic number", MAGIC, in.readInt());
        expect("format", FORMAT, in.readInt());
        int bands = between("bands", in.readInt(), 1, MOST_BANDS);
        int rows = between("rows", in.readInt(), 1, MOST_BANDS);
        int cap = between("bucketCap", in.readInt(), 1, Integer.MAX_VALUE);
        LshIndex index = LshIndex.of(new Banding(bands, rows), cap);
        index.setOrigin(new BandKeys.Origin(
                between("version", in.readInt(), 0, 1), between("algorithm", in.readInt(), 0, 1), in.readLong()));
        int size = between("size", in.readInt(), 0, Integer.MAX_VALUE / bands);
        int[] keys = new int[bands];
        for (int i = 0; i < size; i++) {
            long id = in.readLong();
            long time = in.readLong();
            for (int band = 0; band < bands; band++) {
                keys[band] = in.readInt();
            }
            if (index.contains(id)) {
                throw new IOException("id must occur once in a snapshot but " + id + " occurs again");
            }
            index.add(id, time, keys);
        }
        int sum = (int) checked.getChecksum().getValue();
        expect("checksum", sum, in.readInt());
        return index;
    }

    private static int between(String name, int value, int least, int most) throws IOException {
        if (value < least || value > most) {
            throw new IOException(name + " of a snapshot must be in [" + least + ", " + most + "] but was " + value);
        }
        return value;
    }

    private static void expect(String name, int expected, int found) throws IOException {
        if (expected != found) {
            throw new IOException(name + " of a snapshot must be " + expected + " but was " + found);
        }
    }
}
