/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip of one or several members (RFC 1952). The JDK's stream takes a damaged second member for the end of the
 * file; here whatever is damaged or cut off is an {@link IOException}. Zeros after the last member are padding.
 */
final class GzipStream extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] stored = new byte[1 << 16];
    private int position;
    private int limit;
    private boolean ended;

    GzipStream(InputStream in) throws IOException {
        this.in = in;
        readHeader();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            while (!ended) {
                int n = inflater.inflate(target, offset, length);
                if (n > 0) {
                    crc.update(target, offset, n);
                    return n;
                }
                if (inflater.finished()) {
                    nextMember();
                } else if (inflater.needsDictionary()) {
                    throw damaged("needs a dictionary");
                } else {
                    feed();
                }
            }
            return -1;
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private void feed() throws IOException {
        if (position == limit && !fill()) {
            throw new EOFException("the gzip file ends in the middle: it was cut off");
        }
        inflater.setInput(stored, position, limit - position);
        position = limit;
    }

    /** Checks the trailer of a member and starts the next one, if there is one. */
    private void nextMember() throws IOException {
        position = limit - inflater.getRemaining();
        if (number() != crc.getValue() || number() != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw damaged("its checksum is wrong");
        }
        inflater.reset();
        crc.reset();
        while (position < limit || fill()) {
            if (stored[position] != 0) {
                readHeader();
                return;
            }
            position++;
        }
        ended = true;
        inflater.end();
    }

    private void readHeader() throws IOException {
        if (next() != 0x1F || next() != 0x8B || next() != 8) {
            throw damaged("a member does not start as gzip does");
        }
        int flags = next();
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEADER_CRC) != 0 ? 2 : 0);
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText(boolean isThere) throws IOException {
        boolean more = isThere;
        while (more) {
            more = next() != 0;
        }
    }

    private long number() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (position == limit && !fill()) {
            throw new EOFException("the gzip file ends in the middle: it was cut off");
        }
        return stored[position++] & 0xFF;
    }

    private boolean fill() throws IOException {
        limit = Math.max(in.read(stored, 0, stored.length), 0);
        position = 0;
        return limit > 0;
    }

    private static IOException damaged(String how) {
        return new IOException("the gzip file is damaged: " + how);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
