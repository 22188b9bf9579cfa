/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A row whose cells are still in the window; a cell becomes a string when it is asked for. */
final class TableRow extends Row {
    private static final char QUOTE = '"';

    private final Window window;
    private Map<String, Integer> index = Map.of();
    private List<String> columns = List.of();
    private int[] from = new int[16];
    private int[] to = new int[16];
    private boolean[] doubled = new boolean[16];
    private boolean[] escaped = new boolean[16];
    private int fields;
    private int shift;
    private long line;
    private int length;

    TableRow(Window window) {
        this.window = window;
    }

    void header(List<String> names, Map<String, Integer> places) {
        columns = names;
        index = places;
    }

    void clear() {
        fields = 0;
    }

    /** Adds a cell between two positions of the window; says whether quotes inside stand twice or behind backslashes. */
    void add(int start, int end, boolean isDoubled, boolean isEscaped) {
        if (fields == from.length) {
            from = Arrays.copyOf(from, 2 * fields);
            to = Arrays.copyOf(to, 2 * fields);
            doubled = Arrays.copyOf(doubled, 2 * fields);
            escaped = Arrays.copyOf(escaped, 2 * fields);
        }
        from[fields] = start;
        to[fields] = end;
        doubled[fields] = isDoubled;
        escaped[fields++] = isEscaped;
    }

    int fields() {
        return fields;
    }

    /** Says where the row stands; shift is 1 where R writes the names of rows before the first column. */
    void at(long atLine, int recordLength, int newShift) {
        line = atLine;
        length = recordLength;
        shift = newShift;
    }

    int length(int i) {
        return to[i] - from[i];
    }

    String cell(int i) {
        String text = window.text(from[i], to[i]);
        if (escaped[i] && text.indexOf('\\') >= 0) {
            return unescaped(text);
        }
        return doubled[i] ? text.replace("\"\"", "\"") : text;
    }

    /** Backslashes before quotes and backslashes go; before anything else they are text. */
    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            boolean isSign = (c == '\\' && (next == '\\' || next == QUOTE)) || (c == QUOTE && next == QUOTE);
            out.append(isSign ? next : c);
            i += isSign ? 1 : 0;
        }
        return out.toString();
    }

    /** Forgets fields beyond a number that are empty. */
    void dropEmpty(int most) {
        while (fields > most && from[fields - 1] == to[fields - 1]) {
            fields--;
        }
    }

    boolean startsWithSpace(int i) {
        int at = isQuoted(i) ? from[i] - 2 : from[i];
        return window.chars[window.start + at] == ' ' && at < to[i];
    }

    boolean isQuoted(int i) {
        return from[i] > 0 && window.chars[window.start + from[i] - 1] == QUOTE;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public boolean has(String column) {
        return index.containsKey(column);
    }

    @Override
    public String get(String column) {
        Integer i = index.get(column);
        return i == null ? "" : cell(i + shift);
    }

    @Override
    public List<String> all(String column) {
        Integer i = index.get(column);
        return i == null ? List.of() : List.of(cell(i + shift));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public String content() {
        return window.text(0, Math.min(length, RowReader.SHOWN));
    }
}
