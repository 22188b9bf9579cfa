/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Something long in pieces of at most 1 MiB, numbered from 0, with a CRC-32C of 8 bytes at its end. It is written and read
 * one piece at a time.
 */
final class Pieces {
    private static final int PIECE = 1 << 20;

    private Pieces() {}

    /** Writes what is kept. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads it again. */
    @FunctionalInterface
    interface Reading {
        void from(DataInputStream in) throws IOException;
    }

    static void write(Map<Long, byte[]> pieces, Writing writing) {
        Out out = new Out(pieces);
        CRC32C crc = new CRC32C();
        // A checksum of single bytes is slow.
        try (DataOutputStream data =
                new DataOutputStream(new BufferedOutputStream(new CheckedOutputStream(out, crc)))) {
            writing.to(data);
            data.flush();
            data.writeLong(crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        for (long more = out.pieces; pieces.remove(more) != null; more++) {}
    }

    /** Reads what is undamaged; false if nothing is kept. */
    static boolean read(Map<Long, byte[]> pieces, Reading reading) throws IOException {
        if (pieces.isEmpty()) {
            return false;
        }
        check(pieces);
        try (DataInputStream in = new DataInputStream(new In(pieces))) {
            reading.from(in);
        }
        return true;
    }

    private static void check(Map<Long, byte[]> pieces) throws IOException {
        CRC32C crc = new CRC32C();
        long known = 0;
        long length = 0;
        byte[] piece = pieces.get(0L);
        for (long next = 1; piece != null; next++) {
            length += piece.length;
            piece = pieces.get(next);
        }
        long at = 0;
        piece = pieces.get(0L);
        for (long next = 1; piece != null; next++) {
            int content = (int) Math.max(0, Math.min(piece.length, length - Long.BYTES - at));
            crc.update(piece, 0, content);
            for (int i = content; i < piece.length; i++) {
                known = known << Byte.SIZE | (piece[i] & 0xFF);
            }
            at += piece.length;
            piece = pieces.get(next);
        }
        if (length < Long.BYTES || known != crc.getValue()) {
            throw new IOException("it is damaged");
        }
    }

    private static final class Out extends OutputStream {
        private final Map<Long, byte[]> target;
        private final byte[] piece = new byte[PIECE];
        private int size;
        private long pieces;

        Out(Map<Long, byte[]> target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            if (size == PIECE) {
                put();
            }
            piece[size++] = (byte) b;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int at = from; at < from + length; ) {
                if (size == PIECE) {
                    put();
                }
                int n = Math.min(from + length - at, PIECE - size);
                System.arraycopy(bytes, at, piece, size, n);
                size += n;
                at += n;
            }
        }

        private void put() {
            target.put(pieces++, Arrays.copyOf(piece, size));
            size = 0;
        }

        @Override
        public void close() {
            if (size > 0) {
                put();
            }
        }
    }

    private static final class In extends InputStream {
        private final Map<Long, byte[]> source;
        private byte[] piece;
        private long next = 1;
        private int at;

        In(Map<Long, byte[]> source) {
            this.source = source;
            this.piece = Objects.requireNonNull(source.get(0L));
        }

        private boolean isAtEnd() {
            if (at == piece.length) {
                byte[] following = source.get(next);
                if (following == null) {
                    return true;
                }
                piece = following;
                next++;
                at = 0;
            }
            return false;
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : piece[at++] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int n = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, from, n);
            at += n;
            return n;
        }
    }
}
