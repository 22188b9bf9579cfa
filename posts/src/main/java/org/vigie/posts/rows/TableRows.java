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
 * <p>More is read. Spaces before a quote are passed where the header has spaces behind its separators. Quotes that a
 * backslash escapes are read from the first one on that could not be anything else. In a line of tab-separated values
 * whose quotes do not fit they are plain signs. Empty fields beyond the header's are none.
 *
 * <p>The header may come again in another order, where files were put one behind the other. Its order holds from there
 * on.
 *
 * <p>A row is bad when it is longer than the limit or its quotes never close. It is bad too when text follows a closing
 * quote, or when it has another number of fields than the header. Of a bad row that spans lines only the first line is
 * rejected. Reading goes on with the second, so one stray quote costs one row. The {@link Window} keeps account of the
 * lines that are read again. When quotes were followed in vain for too long, a quote must close on its own line.
 */
final class TableRows {
    private static final int MAX_COLUMNS = Scan.MAX_COLUMNS;
    private static final int MAX_PREAMBLE = 30;

    private final Window window;
    private final int maxRecord;
    private final RowReader.Counter counter;
    private final TableRow row;
    private final Scan scan;
    private Map<String, Integer> places = Map.of();
    private boolean isOneNameEach;
    private int longestName;

    TableRows(Window window, int maxRecord, RowReader.Counter counter) {
        this.window = window;
        this.maxRecord = maxRecord;
        this.counter = counter;
        this.row = new TableRow(window);
        this.scan = new Scan(window, maxRecord, row);
    }

    void read() throws IOException {
        List<String> names = header();
        if (names.isEmpty()) {
            return;
        }
        counter.separator =
                scan.separator == '\t' ? "tab" : scan.separator == ' ' ? "space" : String.valueOf(scan.separator);
        boolean quotedHeader = allQuoted();
        scan.spaced = allSpaced();
        pass();
        scan.columns = names.size();
        places = index(names);
        isOneNameEach = places.size() == names.size() && names.stream().noneMatch(n -> n.indexOf('#') >= 0);
        longestName = names.stream().mapToInt(String::length).max().orElse(0) + 1;
        row.header(names.stream().filter(n -> !n.isEmpty()).toList(), places);
        counter.handler.header(row.columns());
        boolean isFirst = true;
        int shift = 0;
        while (window.at(0) >= 0) {
            if (Scan.isLineEnd(window.at(0))) {
                window.pass(window.endOfLine(0));
                window.line++;
                continue;
            }
            scan.next();
            if (isFirst
                    && scan.problem.isEmpty()
                    && quotedHeader
                    && row.fields() == scan.columns + 1
                    && row.isQuoted(0)) {
                shift = 1; // R's write.table: names of rows, for which the header has no column
            }
            isFirst = false;
            take(shift);
        }
    }

    private void take(int shift) throws IOException {
        int expected = scan.columns + shift;
        row.dropEmpty(expected);
        if (!scan.problem.isEmpty() && scan.separator == '\t' && mayBePlain(expected)) {
            row.at(window.line, scan.content, shift);
            counter.row(row);
            pass();
            return;
        }
        if (scan.problem.isEmpty() && row.fields() != expected) {
            scan.problem = "has " + row.fields() + (row.fields() == 1 ? " field" : " fields") + " but the header has "
                    + expected + (scan.lines > 1 ? " (the row spans " + scan.lines + " lines)" : "");
        }
        if (scan.problem.isEmpty()) {
            row.at(window.line, scan.content, shift);
            if (isOneNameEach && row.length(0) <= longestName) {
                followOtherOrder(shift);
            }
            counter.row(row);
            pass();
            return;
        }
        int shown = scan.firstLine > 0 ? scan.firstLine : scan.content;
        String text = window.text(0, Math.min(shown, RowReader.SHOWN)).stripTrailing();
        long line = window.line;
        if (scan.firstLine > 0) {
            window.waste(scan.end - scan.firstLine);
            window.pass(scan.firstLine);
            window.line++;
        } else if (scan.end >= 0) {
            pass();
        } else {
            long length = window.passLine();
            scan.problem = scan.problem.isEmpty() ? "" : scan.problem + " (" + length + ")";
        }
        counter.reject(line, scan.problem, text);
    }

    /** If the row is the header in another order, its columns are the columns from now on. */
    private void followOtherOrder(int shift) {
        Map<String, Integer> other = new HashMap<>();
        for (int i = 0; i < scan.columns; i++) {
            String name = row.length(i + shift) <= longestName ? RowReader.columnName(row.cell(i + shift)) : "";
            if (!places.containsKey(name) || other.put(name, i) != null) {
                return;
            }
        }
        row.header(row.columns(), other);
    }

    /** Whether the first line is a row if its quotes are plain signs, as in tables that quote nothing. */
    private boolean mayBePlain(int expected) throws IOException {
        String saved = scan.problem;
        int savedEnd = scan.end;
        int savedContent = scan.content;
        int savedFirst = scan.firstLine;
        int savedLines = scan.lines;
        scan.plainQuotes = true;
        scan.next();
        scan.plainQuotes = false;
        row.dropEmpty(expected);
        if (scan.problem.isEmpty() && row.fields() == expected) {
            window.waste(Math.max(savedEnd, scan.content));
            return true;
        }
        scan.problem = saved;
        scan.end = savedEnd;
        scan.content = savedContent;
        scan.firstLine = savedFirst;
        scan.lines = savedLines;
        return false;
    }

    private void pass() {
        window.pass(scan.end);
        window.line += scan.lines;
    }

    /** The names of the columns; the scan stands on the header. Empty if there is no line. */
    private List<String> header() throws IOException {
        List<String> first = List.of();
        char given = 0;
        for (int i = 0; i < MAX_PREAMBLE && skipBlank() >= 0; i++) {
            int length = lineLength();
            String line = window.text(0, length);
            scan.separator = given == 0 ? separatorOfHeader(line) : given;
            if (i == 0 && given == 0 && HeaderLine.given(line) != 0) {
                given = HeaderLine.given(line);
                i--;
                window.pass(window.at(length) < 0 ? length : window.endOfLine(length));
                window.line++;
                continue;
            }
            scan.next();
            if (first.isEmpty() && !scan.problem.isEmpty()) {
                throw new IOException("the header on line " + window.line + " " + scan.problem);
            }
            if (scan.problem.isEmpty()) {
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

    /** The first of the likely separators that makes a line a header; if none does, the likeliest. */
    private char separatorOfHeader(String line) throws IOException {
        String likely = HeaderLine.separatorsOf(line);
        for (int i = 0; i < likely.length(); i++) {
            scan.separator = likely.charAt(i);
            scan.next();
            if (scan.problem.isEmpty()
                    && row.fields() <= MAX_COLUMNS
                    && counter.handler.isHeader(
                            names().stream().filter(n -> !n.isEmpty()).toList())) {
                return scan.separator;
            }
        }
        return likely.charAt(0);
    }

    private int skipBlank() throws IOException {
        int c = window.at(0);
        while (Scan.isLineEnd(c) || c == ' ') {
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
        while (window.at(p) >= 0 && !Scan.isLineEnd(window.at(p))) {
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

    /** Whether a space stands behind each separator of the header. */
    private boolean allSpaced() {
        boolean all = row.fields() > 1 && scan.separator != ' ';
        for (int i = 1; i < row.fields() && all; i++) {
            all = row.startsWithSpace(i);
        }
        return all;
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
