/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;
import java.io.Reader;

/**
 * The characters of an input from a start on. Only what stands before the start is given up, so that whoever reads a
 * record can go back to its beginning. Positions are counted from the start, because the array may move.
 *
 * <p>It also keeps account of work. Going back is allowed as long as what was looked at in vain stays within a few
 * times of what was passed. So no input costs more than linear time.
 */
final class Window {
    private static final int CHUNK = 1 << 16;
    private static final int ALLOWANCE = 4;

    private final Reader in;
    private final long free;
    char[] chars = new char[CHUNK];
    int start;
    int limit;
    private boolean ended;
    private int largest = CHUNK;
    private long passed;
    private long wasted;

    /** The line on which the start stands. */
    long line = 1;

    Window(Reader in, int maxRecord) {
        this.in = in;
        this.free = (long) ALLOWANCE * maxRecord;
    }

    /** Reads more characters; false at the end. The array and the start may be others afterwards. */
    boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        int kept = limit - start;
        if (chars.length - limit < CHUNK / 2) {
            char[] target = chars.length - kept < CHUNK ? new char[Math.max(2 * kept, kept + CHUNK)] : chars;
            System.arraycopy(chars, start, target, 0, kept);
            chars = target;
            largest = Math.max(largest, target.length);
            start = 0;
            limit = kept;
        } else if (kept == 0) {
            start = 0;
            limit = 0;
        }
        int n = in.read(chars, limit, chars.length - limit);
        ended = n < 0;
        limit += Math.max(n, 0);
        return n > 0 || (n == 0 && fill());
    }

    /** The character at a position, or -1 behind the end. */
    int at(int position) throws IOException {
        while (start + position >= limit) {
            if (!fill()) {
                return -1;
            }
        }
        return chars[start + position];
    }

    /** Gives up the characters before a position. */
    void pass(int count) {
        start += count;
        passed += count;
        if (start == limit && chars.length > 4 * CHUNK) {
            chars = new char[CHUNK]; // one long record does not cost its memory for ever
            start = 0;
            limit = 0;
        }
    }

    /** Notes that characters were looked at and are looked at again. */
    void waste(int count) {
        wasted += count;
    }

    /** Tells whether a record may still be tried over several lines. */
    boolean mayGoBack() {
        return wasted <= ALLOWANCE * passed + free;
    }

    /** How many characters were looked at, for tests of linear time. */
    long looked() {
        return passed + wasted;
    }

    /** How many characters were kept at most, for tests of bounded memory. */
    int largest() {
        return largest;
    }

    String text(int from, int to) {
        return new String(chars, start + from, to - from);
    }

    /** Passes the rest of the line and returns how long all of it was, without its end. */
    long passLine() throws IOException {
        long length = 0;
        while (true) {
            int i = start;
            while (i < limit && chars[i] != '\n' && chars[i] != '\r') {
                i++;
            }
            length += i - start;
            boolean isEnd = i < limit;
            pass(i - start);
            if (isEnd) {
                pass(endOfLine(0));
                line++;
                return length;
            }
            if (!fill()) {
                return length;
            }
        }
    }

    /** The position behind the line end that stands at a position. */
    int endOfLine(int position) throws IOException {
        return at(position) == '\r' && at(position + 1) == '\n' ? position + 2 : position + 1;
    }
}
