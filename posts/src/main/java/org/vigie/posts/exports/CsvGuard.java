/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.vigie.posts.exports.LineSource.Line;

/**
 * The text of a table after its header, with every row that a CSV parser would stumble over blanked out and rejected,
 * so that the parser behind it never fails and its line numbers stay true.
 *
 * <p>A row is bad when it is longer than the limit, when its quotes never close, or when it has another number of
 * fields than the header. If a bad row spans lines, only its first line is rejected and reading goes on with the
 * second: one stray quote costs one row.
 */
final class CsvGuard extends Reader {
    private static final char QUOTE = '"';

    /** Takes what was refused. */
    interface Rejects {
        void reject(long line, String reason, String content);
    }

    private final LineSource lines;
    private final Rejects rejects;
    private final char separator;
    private final List<String> columns;
    private final long headerLines;

    private String ready = "";
    private int position;

    // State of the scan of one record.
    private int fields;
    private boolean quoted;
    private boolean fieldStart;
    private boolean closed;
    private boolean malformed;

    CsvGuard(LineSource lines, Rejects rejects) throws IOException {
        this.lines = lines;
        this.rejects = rejects;
        Line header = lines.next();
        while (header.number() > 0 && header.text().isBlank()) {
            header = lines.next();
        }
        headerLines = header.number();
        separator = separatorOf(header.text());
        columns = Cells.split(header.text().strip(), separator).stream()
                .map(RowReader::columnName)
                .toList();
    }

    char separator() {
        return separator;
    }

    List<String> columns() {
        return columns;
    }

    /** How many lines stand before the text that this reader gives. */
    long headerLines() {
        return headerLines;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (position == ready.length()) {
            ready = nextRecord();
            position = 0;
            if (ready.isEmpty()) {
                return -1;
            }
        }
        int n = Math.min(length, ready.length() - position);
        ready.getChars(position, position + n, target, offset);
        position += n;
        return n;
    }

    @Override
    public void close() {
        // The lines belong to the caller.
    }

    /** The next good record, or a blank line in the place of a bad one; "" at the end. */
    private String nextRecord() throws IOException {
        Line first = lines.next();
        if (first.number() == 0) {
            return "";
        }
        if (first.cut()) {
            return bad(first, "longer than " + lines.maxLength() + " characters (" + first.length() + ")");
        }
        fields = 1;
        quoted = false;
        fieldStart = true;
        closed = false;
        malformed = false;
        scan(first.text());
        return quoted ? severalLines(first) : checked(first);
    }

    private String checked(Line line) {
        boolean good = line.text().isBlank() || (fields == columns.size() && !malformed);
        return good ? line.text() : bad(line, reason());
    }

    private String severalLines(Line first) throws IOException {
        StringBuilder rec = new StringBuilder(first.text());
        Deque<Line> rest = new ArrayDeque<>();
        String reason = "";
        while (quoted && reason.isEmpty()) {
            Line line = lines.next();
            if (line.number() > 0) {
                rest.addLast(line);
            }
            if (line.number() == 0) {
                reason = "a quote is never closed";
            } else if (line.cut() || rec.length() + line.length() > lines.maxLength()) {
                reason = "a quote is not closed within " + lines.maxLength() + " characters";
            } else {
                rec.append(line.text());
                scan(line.text());
            }
        }
        if (reason.isEmpty() && (fields != columns.size() || malformed)) {
            reason = reason() + " (the row spans " + (rest.size() + 1) + " lines)";
        }
        if (reason.isEmpty()) {
            return rec.toString();
        }
        while (!rest.isEmpty()) {
            lines.pushBack(rest.removeLast());
        }
        return bad(first, reason);
    }

    private String reason() {
        return malformed
                ? "has text after a closing quote"
                : "has " + fields + " fields but the header has " + columns.size();
    }

    private String bad(Line line, String reason) {
        rejects.reject(line.number(), reason, line.text().stripTrailing());
        return "\n";
    }

    /** Follows quotes and separators through one line; RFC 4180, where a quote opens only at a field's start. */
    private void scan(String text) {
        int n = text.length();
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == QUOTE) {
                    boolean escaped = i + 1 < n && text.charAt(i + 1) == QUOTE;
                    quoted = escaped;
                    closed = !escaped;
                    i += escaped ? 1 : 0;
                }
            } else if (c == separator) {
                fields++;
                fieldStart = true;
                closed = false;
            } else if (c != '\n' && c != '\r') {
                malformed |= closed;
                quoted = c == QUOTE && fieldStart;
                fieldStart = false;
            }
        }
    }

    private static char separatorOf(String header) {
        char best = ',';
        long most = 0;
        for (char c : new char[] {',', '\t', ';'}) {
            long count = header.chars().filter(x -> x == c).count();
            if (count > most) {
                most = count;
                best = c;
            }
        }
        return best;
    }
}
