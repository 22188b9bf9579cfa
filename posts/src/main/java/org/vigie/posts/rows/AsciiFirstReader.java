/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 or windows-1252. The first byte that is not ASCII decides. If it starts a well-formed sequence of
 * UTF-8, all is UTF-8, in which malformed bytes become U+FFFD. Otherwise all is windows-1252. So nothing is read ahead,
 * and how the bytes arrive changes nothing.
 */
final class AsciiFirstReader extends Reader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char REPLACEMENT = '\uFFFD';
    /** The least code point of a sequence by its length: shorter forms exist for what is below. */
    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000};

    private final InputStream in;
    private final byte[] bytes = new byte[1 << 16];
    private final char[] windows =
            WINDOWS.decode(java.nio.ByteBuffer.wrap(allBytes())).array();
    private int position;
    private int limit;
    private boolean decided;
    private boolean isWindows;
    private char low; // the second half of a pair that had no room

    AsciiFirstReader(InputStream in, boolean isUtf8) {
        this.in = in;
        this.decided = isUtf8;
    }

    Charset charset() {
        return isWindows ? WINDOWS : StandardCharsets.UTF_8;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int out = offset;
        int end = offset + length;
        if (low != 0 && out < end) {
            target[out++] = low;
            low = 0;
        }
        while (out < end) {
            if (position == limit && (out > offset || !fill())) {
                break;
            }
            int n = Math.min(end - out, limit - position);
            int i = 0;
            while (i < n && bytes[position + i] >= 0) {
                target[out + i] = (char) bytes[position + i];
                i++;
            }
            position += i;
            out += i;
            if (i < n) {
                out = decode(target, out, end);
            }
        }
        return out == offset && length > 0 ? -1 : out - offset;
    }

    /** Decodes one sequence that is not ASCII. */
    private int decode(char[] target, int at, int end) throws IOException {
        if (isWindows) {
            target[at] = windows[bytes[position++] & 0xFF];
            return at + 1;
        }
        int length = lengthOf(bytes[position]);
        while (limit - position < length && more()) {
            // a sequence is never cut by the end of the buffer
        }
        int codePoint = length == 0 ? -1 : sequence(length);
        if (!decided) {
            decided = true;
            isWindows = codePoint < 0;
            return decode(target, at, end);
        }
        if (codePoint < 0) {
            position++;
            while (position < limit && (bytes[position] & 0xC0) == 0x80) {
                position++;
            }
            target[at] = REPLACEMENT;
            return at + 1;
        }
        position += length;
        if (codePoint < 0x10000) {
            target[at] = (char) codePoint;
            return at + 1;
        }
        target[at] = Character.highSurrogate(codePoint);
        if (at + 1 < end) {
            target[at + 1] = Character.lowSurrogate(codePoint);
            return at + 2;
        }
        low = Character.lowSurrogate(codePoint);
        return at + 1;
    }

    private static int lengthOf(byte first) {
        int b = first & 0xFF;
        if (b >= 0xC2 && b < 0xE0) {
            return 2;
        }
        return b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0;
    }

    /** The code point of the sequence at the position, or -1. */
    private int sequence(int length) {
        if (limit - position < length) {
            return -1;
        }
        int codePoint = bytes[position] & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++) {
            int b = bytes[position + i];
            if ((b & 0xC0) != 0x80) {
                return -1;
            }
            codePoint = codePoint << 6 | (b & 0x3F);
        }
        boolean valid = codePoint >= LEAST[length]
                && codePoint <= Character.MAX_CODE_POINT
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
        return valid ? codePoint : -1;
    }

    private boolean fill() throws IOException {
        limit = Math.max(in.read(bytes, 0, bytes.length), 0);
        position = 0;
        return limit > 0;
    }

    /** Reads behind what is left. */
    private boolean more() throws IOException {
        System.arraycopy(bytes, position, bytes, 0, limit - position);
        limit -= position;
        position = 0;
        int n = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(n, 0);
        return n > 0;
    }

    private static byte[] allBytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
