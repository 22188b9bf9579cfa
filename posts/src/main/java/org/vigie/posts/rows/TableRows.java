/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a table: RFC 4180, where a quote opens only at a field's start.
 *
 * <p>A row is bad when it is longer than the limit, when its quotes never close, when text follows a closing quote, or
 * when it has another number of fields than the header. Of a bad row that spans lines only the first line is rejected
 * and reading goes on with the second, so one stray quote costs one row. The {@link Window} keeps account of the lines
 * that are read again: when quotes were followed in vain for too long, a quote must close on its own line.
 */
final class TableRows {
    private static final int MAX_COLUMNS = 16_384;
    private static final int MAX_PREAMBLE = 30;
    private static final char QUOTE = '"';

    private final Window window;
    private final int maxRecord;
    private final RowReader.Counter counter;
    private final TableRow row;

    private char separator = ',';
    private int columns = MAX_COLUMNS;

    // What the scan of one record found.
    private String problem = "";
    private int end;
    private int content;
    private int firstLine;
    private int lines;

    TableRows(Window window, int maxRecord, RowReader.Counter counter) {
        this.window = window;
        this.maxRecord = maxRecord;
        this.counter = counter;
        this.row = new TableRow(window);
    }

    void read() throws IOException {
        List<String> names = header();
        if (names.isEmpty()) {
            return;
        }
        counter.separator = separator == '\t' ? "tab" : separator == ' ' ? "space" : String.valueOf(separator);
        boolean quotedHeader = allQuoted();
        pass();
        columns = names.size();
        row.header(names.stream().filter(n -> !n.isEmpty()).toList(), index(names));
        counter.handler.header(row.columns());
        boolean isFirst = true;
        int shift = 0;
        while (window.at(0) >= 0) {
            if (isLineEnd(window.at(0))) {
                window.pass(window.endOfLine(0));
                window.line++;
                continue;
            }
            scan();
            if (isFirst && problem.isEmpty() && quotedHeader && row.fields() == columns + 1 && row.isQuoted(0)) {
                shift = 1; // R's write.table: names of rows, for which the header has no column
            }
            isFirst = false;
            take(shift);
        }
    }

    private void take(int shift) throws IOException {
        int expected = columns + shift;
        if (problem.isEmpty() && row.fields() != expected) {
            problem = "has " + row.fields() + (row.fields() == 1 ? " field" : " fields") + " but the header has "
                    + expected + (lines > 1 ? " (the row spans " + lines + " lines)" : "");
        }
        if (problem.isEmpty()) {
            row.at(window.line, content, shift);
            counter.row(row);
            pass();
            return;
        }
        int shown = firstLine > 0 ? firstLine : content;
        String text = window.text(0, Math.min(shown, RowReader.SHOWN)).stripTrailing();
        long line = window.line;
        if (firstLine > 0) {
            window.waste(end - firstLine);
            window.pass(firstLine);
            window.line++;
        } else if (end >= 0) {
            pass();
        } else {
            long length = window.passLine();
            problem = problem.isEmpty() ? "" : problem + " (" + length + ")";
        }
        counter.reject(line, problem, text);
    }

    private void pass() {
        window.pass(end);
        window.line += lines;
    }

    /**
     * Finds the cells of the record at the window's start. Afterwards {@code end} is behind it, or -1 if the line is too
     * long to be kept; {@code problem} says what is wrong, and {@code firstLine} is where its second line starts, if it
     * has one.
     */
    private void scan() throws IOException {
        row.clear();
        problem = "";
        firstLine = 0;
        lines = 1;
        int p = 0;
        while (true) {
            if (window.at(p) == QUOTE) {
                p = quoted(p + 1);
                if (!problem.isEmpty()) {
                    return;
                }
            } else {
                int from = p;
                p = plain(p);
                row.add(from, p, false);
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
            if (c == QUOTE) {
                if (window.at(p + 1) == QUOTE) {
                    isDoubled = true;
                    p += 2;
                    continue;
                }
                row.add(from, p, isDoubled);
                int after = window.at(p + 1);
                if (after >= 0 && after != separator && !isLineEnd(after)) {
                    problem = "has text after a closing quote";
                    broken(p + 1);
                }
                return p + 1;
            }
            if (c < 0 || p > maxRecord) {
                unclosed(p, c < 0);
                return p;
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

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }

    /** The names of the columns; the scan stands on the header. Empty if there is no line. */
    private List<String> header() throws IOException {
        List<String> first = List.of();
        char given = 0;
        for (int i = 0; i < MAX_PREAMBLE && skipBlank() >= 0; i++) {
            int length = lineLength();
            String line = window.text(0, length);
            separator = given == 0 ? HeaderLine.separatorOf(line) : given;
            if (i == 0 && given == 0 && HeaderLine.given(line) != 0) {
                given = HeaderLine.given(line);
                i--;
                window.pass(window.at(length) < 0 ? length : window.endOfLine(length));
                window.line++;
                continue;
            }
            scan();
            if (first.isEmpty() && !problem.isEmpty()) {
                throw new IOException("the header on line " + window.line + " " + problem);
            }
            if (problem.isEmpty()) {
                List<String> names = names();
                if (names.stream().allMatch(String::isEmpty)) {
                    pass();
                    continue;
                }
                if (counter.handler.isHeader(
                        names.stream().filter(n -> !n.isEmpty()).toList())) {
                    return names;
                }
                first = first.isEmpty() ? names : first;
                pass();
            } else {
                window.passLine();
            }
        }
        if (!first.isEmpty()) {
            counter.handler.header(first.stream().filter(n -> !n.isEmpty()).toList());
            throw new IOException("no header among the first " + MAX_PREAMBLE + " lines");
        }
        return first;
    }

    private int skipBlank() throws IOException {
        int c = window.at(0);
        while (isLineEnd(c) || c == ' ') {
            if (c == ' ') {
                window.pass(1);
            } else {
                window.pass(window.endOfLine(0));
                window.line++;
            }
            c = window.at(0);
        }
        return c;
    }

    private int lineLength() throws IOException {
        int p = 0;
        while (window.at(p) >= 0 && !isLineEnd(window.at(p))) {
            p++;
            if (p > maxRecord) {
                throw new IOException("the header is longer than " + maxRecord + " characters");
            }
        }
        return p;
    }

    private List<String> names() throws IOException {
        if (row.fields() > MAX_COLUMNS) {
            throw new IOException("the header has more than " + MAX_COLUMNS + " columns");
        }
        List<String> names = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (int i = 0; i < row.fields(); i++) {
            String name = RowReader.columnName(row.cell(i));
            int time = name.isEmpty() ? 1 : times.merge(name, 1, Integer::sum);
            names.add(time == 1 ? name : name + "#" + time);
        }
        return names;
    }

    private boolean allQuoted() {
        for (int i = 0; i < row.fields(); i++) {
            if (!row.isQuoted(i)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Integer> index(List<String> names) {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                index.putIfAbsent(names.get(i), i);
            }
        }
        return index;
    }
}
