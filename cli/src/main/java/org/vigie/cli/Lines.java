/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.Flushable;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads lines that end with a line feed, or with a carriage return and a line feed. A lone carriage return is part of
 * the text, so there are as many lines as other tools count. What goes beyond the limit of a line is dropped.
 */
final class Lines {
    private final Reader in;
    private final int limit;
    private final Flushable out;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private final StringBuilder line = new StringBuilder();

    /** Flushes the output whenever it has to wait for input, so that programs can ask line by line. */
    Lines(Reader in, int limit, Flushable out) {
        this.in = in;
        this.limit = limit;
        this.out = out;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        line.setLength(0);
        boolean isEmpty = true;
        while (at < end || fill()) {
            isEmpty = false;
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            line.append(buffer, at, Math.min(stop - at, limit - line.length()));
            at = stop + 1;
            if (stop < end) {
                break;
            }
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return !isEmpty;
    }

    String line() {
        return line.toString();
    }

    private boolean fill() throws IOException {
        if (!in.ready()) {
            out.flush();
        }
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
