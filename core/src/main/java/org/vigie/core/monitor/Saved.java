/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.vigie.core.internal.Checks;

/**
 * The frame of every saved monitor, big-endian. It begins with four bytes of magic, one of kind and one of version.
 * Then come the fields in the order that the monitor writes them, and a CRC-32C of all bytes before it.
 */
final class Saved {
    private static final int MAGIC = 0x56424d31; // VBM1
    private static final int HEADER = 6;
    private static final int VERSION_AT = 5;
    private static final int TRAILER = Integer.BYTES;
    /** Times are within this many bins of 0, so that a number of bins is exact. */
    static final long MOST_BINS = 1_000_000_000_000_000L;

    private static final long MOST_ROWS = 1L << 53;

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
        CheckedOutputStream checked = new CheckedOutputStream(bytes, new CRC32C());
        // A checksum of single bytes is slow.
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked))) {
            out.writeInt(MAGIC);
            out.writeByte(kind);
            out.writeByte(version);
            fields.write(out);
            out.flush();
            out.writeInt((int) checked.getChecksum().getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, int kind, int version, String name, Reader<T> fields) {
        return read(bytes, kind, version, version, name, fields);
    }

    /** The version of a state that was read; meaningful only where several are. */
    static int version(byte[] bytes) {
        return bytes[VERSION_AT];
    }

    /** Reads a state of any version from the oldest one on. */
    static <T> T read(byte[] bytes, int kind, int oldest, int version, String name, Reader<T> fields) {
        if (bytes.length < HEADER + TRAILER) {
            throw new IllegalArgumentException("bytes must be a whole saved " + name + " but were " + bytes.length);
        }
        int magic = ByteBuffer.wrap(bytes).getInt();
        int found = version(bytes);
        if (magic != MAGIC || bytes[4] != kind || found < oldest || found > version) {
            String versions = oldest == version ? "" + version : oldest + " to " + version;
            throw new IllegalArgumentException("bytes must be a saved " + name + " of version " + versions
                    + " but began with " + Integer.toHexString(magic) + ", kind " + bytes[4] + ", version " + found);
        }
        int end = bytes.length - TRAILER;
        int stated = ByteBuffer.wrap(bytes, end, TRAILER).getInt();
        int actual = checksum(bytes, end);
        if (stated != actual) {
            throw new IllegalArgumentException("bytes must be a saved " + name + " without damage but had the checksum "
                    + Integer.toHexString(actual) + ", not " + Integer.toHexString(stated));
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, HEADER, end - HEADER))) {
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

    /** A number that sums or counts and is therefore finite and not negative. */
    static double readAmount(DataInputStream in, String name) throws IOException {
        return Checks.notNegative(name, in.readDouble());
    }

    /** A number of rows or events. */
    static long readCount(DataInputStream in, String name) throws IOException {
        return Checks.between(name, in.readLong(), 0, Long.MAX_VALUE);
    }

    /** A number of rows that came one by one: one more can always be counted. */
    static long readRows(DataInputStream in, String name) throws IOException {
        return Checks.between(name, in.readLong(), 0, MOST_ROWS);
    }

    /** The time of a row, or NaN for none. */
    static double readOnset(DataInputStream in, String name) throws IOException {
        double onset = in.readDouble();
        return Double.isNaN(onset) ? Double.NaN : Checks.finite(name, onset);
    }

    /** The bounds of what was seen: in order, or crossed at the infinities where there was nothing. */
    static void checkRange(String name, double low, double high, boolean some) {
        boolean valid = some
                ? low <= high && low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY
                : low == Double.POSITIVE_INFINITY && high == Double.NEGATIVE_INFINITY;
        if (!valid) {
            throw new IllegalArgumentException(
                    name + " must be in order and finite, or of nothing, but was [" + low + ", " + high + "]");
        }
    }

    /** The number of a bin; {@link Long#MIN_VALUE} stands for none. */
    static long readBin(DataInputStream in, String name) throws IOException {
        long bin = in.readLong();
        return bin == Long.MIN_VALUE ? bin : Checks.between(name, bin, -2 * MOST_BINS, 2 * MOST_BINS);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
