/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Physical lines with their terminators, never longer than a limit: what exceeds it is dropped while reading and the
 * line says so. Lines can be pushed back. Only LF, CRLF and CR end a line.
 */
final class LineSource {
    /** A line with its terminator; {@code length} counts dropped characters too. */
    record Line(long number, String text, long length) {
        boolean cut() {
            return length > text.length();
        }
    }

    private final Reader in;
    private final int maxLength;
    private final Deque<Line> pushedBack = new ArrayDeque<>();
    private final char[] buffer = new char[1 << 16];
    private int position;
    private int limit;
    private long number;

    LineSource(Reader in, int maxLength) {
        this.in = in;
        this.maxLength = maxLength;
    }

    int maxLength() {
        return maxLength;
    }

    /** The first character that is not white space, or -1; white space before it is kept. */
    int peek() throws IOException {
        Deque<Line> seen = new ArrayDeque<>();
        int found = -1;
        for (Line line = next(); line.number() > 0 && found < 0; line = next()) {
            seen.addLast(line);
            String text = line.text().strip();
            if (!text.isEmpty()) {
                found = text.codePointAt(0);
                break;
            }
        }
        while (!seen.isEmpty()) {
            pushBack(seen.removeLast());
        }
        return found;
    }

    void pushBack(Line line) {
        pushedBack.addFirst(line);
    }

    /** The next line, or one with number 0 at the end. */
    Line next() throws IOException {
        if (!pushedBack.isEmpty()) {
            return pushedBack.removeFirst();
        }
        StringBuilder text = new StringBuilder();
        long length = 0;
        while (true) {
            if (position == limit && !fill()) {
                return length == 0 ? new Line(0, "", 0) : new Line(++number, text.toString(), length);
            }
            int start = position;
            boolean ended = false;
            while (position < limit && !ended) {
                char c = buffer[position++];
                ended = c == '\n' || (c == '\r' && (position == limit || buffer[position] != '\n'));
            }
            int n = position - start;
            length += n;
            if (ended && length == n) {
                return new Line(++number, new String(buffer, start, Math.min(n, maxLength)), length);
            }
            text.append(buffer, start, Math.max(0, Math.min(n, maxLength - text.length())));
            if (ended) {
                return new Line(++number, text.toString(), length);
            }
        }
    }

    /** Fills the buffer so that a CR is never its last character with the LF still outside. */
    private boolean fill() throws IOException {
        limit = Math.max(in.read(buffer, 0, buffer.length - 1), 0);
        position = 0;
        if (limit > 0 && buffer[limit - 1] == '\r') {
            int next = in.read();
            if (next >= 0) {
                buffer[limit++] = (char) next;
            }
        }
        return limit > 0;
    }
}
