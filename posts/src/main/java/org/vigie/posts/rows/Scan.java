/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;

/**
 * Finds one record of a table after the other, and the cells of each: RFC 4180, where a quote opens only at a field's start.
 * Not thread-safe.
 */
final class Scan {
    static final int MAX_COLUMNS = 16_384;

    private static final char QUOTE = '"';

    private final Window window;
    private final int maxRecord;
    private final TableRow row;

    /** The sign between fields. */
    char separator = ',';
    /** How many fields a record has at most. */
    int columns = MAX_COLUMNS;
    /** Whether spaces may stand before a quote. */
    boolean spaced;
    /** Whether quotes are signs like others. */
    boolean plainQuotes;

    private boolean backslashes;

    /** What is wrong with the record; "" if nothing is. */
    String problem = "";
    /** The position behind the record, or -1 if its line is too long to be kept. */
    int end;
    /** The end of what it holds. */
    int content;
    /** Where its second line starts, if it has one, otherwise 0. */
    int firstLine;
    /** How many lines it spans. */
    int lines;

    Scan(Window window, int maxRecord, TableRow row) {
        this.window = window;
        this.maxRecord = maxRecord;
        this.row = row;
    }

    /** Finds the cells of the record at the window's start. */
    void next() throws IOException {
        row.clear();
        problem = "";
        firstLine = 0;
        lines = 1;
        int p = 0;
        while (true) {
            int open = quoteAt(p);
            if (open >= 0) {
                p = quoted(open + 1);
                if (!problem.isEmpty()) {
                    return;
                }
            } else {
                int from = p;
                p = plain(p);
                row.add(from, p, false, false);
            }
            if (p > maxRecord) {
                tooLong(p);
                return;
            }
            if (row.fields() > MAX_COLUMNS + 1) {
                problem = "has more than " + MAX_COLUMNS + " fields";
                broken(p);
                return;
            }
            if (window.at(p) != separator) {
                content = p;
                end = window.at(p) < 0 ? p : window.endOfLine(p);
                return;
            }
            p++;
        }
    }

    /** Where the quote of a field stands that begins at a position, or -1. */
    private int quoteAt(int from) throws IOException {
        int p = from;
        while (spaced && window.at(p) == ' ' && p < maxRecord) {
            p++;
        }
        return !plainQuotes && window.at(p) == QUOTE ? p : -1;
    }

    /** Follows a field without quotes and returns the position of its end. */
    private int plain(int from) throws IOException {
        int p = window.start + from;
        while (true) {
            char[] chars = window.chars;
            int limit = window.limit;
            char c = separator;
            while (p < limit && (c = chars[p]) != separator && c != '\n' && c != '\r') {
                p++;
            }
            int position = p - window.start;
            if (p < limit || position > maxRecord || !window.fill()) {
                return position;
            }
            p = window.start + position;
        }
    }

    /** Follows a field from behind its opening quote and returns the position behind the closing one. */
    private int quoted(int from) throws IOException {
        boolean isDoubled = false;
        int p = from;
        while (true) {
            p = insideQuotes(p);
            int c = window.at(p);
            if (c < 0 || p > maxRecord) {
                unclosed(p, c < 0);
                return p;
            }
            if (c == QUOTE) {
                if (isEscaped(p, from)) {
                    isDoubled = true;
                    p++;
                    continue;
                }
                if (window.at(p + 1) == QUOTE) {
                    isDoubled = true;
                    p += 2;
                    continue;
                }
                row.add(from, p, isDoubled, backslashes);
                int after = window.at(p + 1);
                if (after >= 0 && after != separator && !isLineEnd(after)) {
                    problem = "has text after a closing quote";
                    broken(p + 1);
                }
                return p + 1;
            }
            p = window.endOfLine(p);
            lines++;
            firstLine = firstLine == 0 ? p : firstLine;
            if (row.fields() >= columns || !window.mayGoBack()) {
                problem = row.fields() >= columns
                        ? "has more fields than the header's " + columns
                                + ", and a quote that does not close on its line"
                        : "a quote does not close on its line, and there were many before";
                end = p;
                return p;
            }
        }
    }

    /**
     * Whether a backslash takes a quote its meaning, as programs write that know no doubled quotes. The first quote decides
     * that stands behind a backslash and before what can't follow a closing quote: tables of RFC 4180 have none.
     */
    private boolean isEscaped(int position, int from) throws IOException {
        int p = position;
        while (p > from && window.at(p - 1) == '\\') {
            p--;
        }
        if ((position - p) % 2 == 0) {
            return false;
        }
        int next = window.at(position + 1);
        backslashes |= next >= 0 && next != QUOTE && next != separator && !isLineEnd(next);
        return backslashes;
    }

    private void unclosed(int position, boolean isEnd) throws IOException {
        if (position > maxRecord && firstLine > 0) {
            problem = "a quote is not closed within " + maxRecord + " characters";
            end = position;
            return;
        }
        problem = isEnd ? "a quote is never closed" : "";
        broken(position);
    }

    private int insideQuotes(int from) throws IOException {
        int p = window.start + from;
        while (true) {
            char[] chars = window.chars;
            int limit = window.limit;
            char c = 0;
            while (p < limit && (c = chars[p]) != QUOTE && c != '\n' && c != '\r') {
                p++;
            }
            int position = p - window.start;
            if (p < limit || position > maxRecord || !window.fill()) {
                return position;
            }
            p = window.start + position;
        }
    }

    private void tooLong(int position) throws IOException {
        if (firstLine > 0) {
            problem = "longer than " + maxRecord + " characters";
            end = position;
            return;
        }
        problem = "longer than " + maxRecord + " characters";
        content = position;
        end = -1;
    }

    /** Something is wrong at a position: if that is on the first line, all of the line is the record. */
    private void broken(int position) throws IOException {
        if (position > maxRecord) {
            tooLong(position);
            return;
        }
        if (firstLine > 0) {
            end = position;
            return;
        }
        int p = position;
        while (window.at(p) >= 0 && !isLineEnd(window.at(p))) {
            p++;
            if (p > maxRecord) {
                tooLong(p);
                return;
            }
        }
        content = p;
        end = window.at(p) < 0 ? p : window.endOfLine(p);
    }

    static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }
}
