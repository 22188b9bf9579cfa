/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The frame of every saved monitor: four bytes of magic, one of kind, one of version, then the fields in the order that
 * the monitor writes them, big-endian.
 */
final class Saved {
    private static final int MAGIC = 0x56424d31; // VBM1

    private Saved() {}

    /** Writes the fields of a monitor. */
    @FunctionalInterface
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads a monitor from its fields. */
    @FunctionalInterface
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static byte[] write(int kind, int version, Writer fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(kind);
            out.writeByte(version);
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, int kind, int version, String name, Reader<T> fields) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int magic = in.readInt();
            int foundKind = in.readByte();
            int foundVersion = in.readByte();
            if (magic != MAGIC || foundKind != kind || foundVersion != version) {
                throw new IllegalArgumentException("bytes must be a saved " + name + " of version " + version
                        + " but began with " + Integer.toHexString(magic) + ", kind " + foundKind + ", version "
                        + foundVersion);
            }
            T monitor = fields.read(in);
            if (in.available() > 0) {
                throw new IllegalArgumentException(
                        "bytes must end with the saved " + name + " but had " + in.available() + " more");
            }
            return monitor;
        } catch (IOException e) {
            throw new IllegalArgumentException("bytes must be a whole saved " + name + " but ended early", e);
        }
    }
}
