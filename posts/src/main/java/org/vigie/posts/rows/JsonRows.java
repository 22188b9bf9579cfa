/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Rows of JSON. They are objects one per line, one after the other, in an array, or in arrays of pages, on any number
 * of lines.
 *
 * <p>A page is an object that holds rows under one of the names that exports use and is no row itself. The braces of an
 * object are followed first ({@link Braces}). So what is wrong inside one costs one row. An object that does not end
 * costs its first line: reading goes on with the next line that starts an object.
 */
final class JsonRows {
    /** The longest page whose own fields are known before its rows. */
    private static final int MAX_PAGE = 1 << 23;

    /** Stands before each object of a JSON text sequence (RFC 7464). */
    static final char RECORD = '\u001e';

    /** The posts that an answer to the X API refers to; other names are of the file and not said. */
    private static final String REFERRED = "includes.tweets";

    /** Whose members are gone through. */
    private enum Of {
        ROW,
        PAGE,
        MAP
    }

    private static final int MAX_FIELD = 1_000;
    private static final int MAX_DEPTH = 64;
    /** How deep posts in posts are rows; deeper ones are refused, since each depth is looked at again. */
    private static final int MAX_THREADS = 16;

    private final Window window;
    private final int maxRecord;
    private final RowReader.Counter counter;
    private final Set<String> pages;
    private final Braces braces;
    private final Shape shape;
    private final Flattener flattener;
    /** In how many posts what is read now stands. */
    private int inThread;

    JsonRows(
            Window window,
            int maxRecord,
            RowReader.Counter counter,
            Set<String> pages,
            Set<String> nestedRows,
            Marks marks) {
        this.window = window;
        this.maxRecord = maxRecord;
        this.counter = counter;
        this.pages = pages;
        this.braces = new Braces(window, pages);
        this.shape = new Shape(window, pages, marks, counter.handler::isAccount);
        this.flattener = new Flattener(maxRecord, nestedRows, marks, counter.handler::isAccount);
    }

    void read() throws IOException {
        counter.separator = "JSON";
        items(Page.NONE, 0, false);
    }

    /** Items up to the end of the array, or of the input at the top. */
    private void items(Page page, int depth, boolean inArray) throws IOException {
        while (true) {
            int c = skipSpace(true);
            if (c < 0) {
                if (inArray) {
                    counter.reject(window.line, "the file ends before its JSON does", "");
                }
                return;
            }
            if (c == ']') {
                window.pass(1);
                if (inArray) {
                    return;
                }
            } else if (c == '[' && depth < MAX_DEPTH) {
                window.pass(1);
                items(page, depth + 1, true);
            } else if (c == '{') {
                object(page, depth);
            } else if (c == '}' && !inArray) {
                window.pass(1);
            } else {
                scalar(inArray);
            }
        }
    }

    /** Passes white space and, where it is asked for, commas; returns the next character. */
    private int skipSpace(boolean commas) throws IOException {
        while (true) {
            int c = window.at(0);
            if (c == '\n' || c == '\r') {
                window.pass(window.endOfLine(0));
                window.line++;
            } else if (c == ' ' || c == '\t' || c == 0xFEFF || c == RECORD || (commas && c == ',')) {
                window.pass(1);
            } else {
                return c;
            }
        }
    }

    /** What is no object where a row is expected: one reject, up to the end of the line or of the item. */
    private void scalar(boolean inArray) throws IOException {
        int p = 0;
        boolean quoted = false;
        StringBuilder content = new StringBuilder();
        while (true) {
            int c = window.at(p);
            boolean isEnd =
                    c < 0 || c == '\n' || c == '\r' || (inArray && !quoted && (c == ',' || c == ']' || c == '{'));
            if (isEnd && (p > 0 || !content.isEmpty())) {
                break;
            }
            quoted ^= c == '"' && (p == 0 || window.at(p - 1) != '\\');
            p++;
            if (p == RowReader.SHOWN) {
                content.append(content.isEmpty() ? window.text(0, p) : "");
                window.pass(p);
                p = 0;
            }
        }
        content.append(content.isEmpty() ? window.text(0, p) : "");
        counter.reject(window.line, "is not a JSON object", content.toString().strip());
        window.pass(p);
    }

    private void object(Page page, int depth) throws IOException {
        boolean strict = !window.mayGoBack();
        int length = braces.follow(maxRecord, MAX_PAGE, strict);
        if (length == Braces.BROKEN) {
            broken("is no complete JSON object", braces.looked());
            return;
        }
        boolean mayBePage = braces.hasPage() || braces.hasObjects() || braces.mayBeMap();
        if (mayBePage || braces.hasMeta()) {
            shape.look(braces.looked());
        }
        if (length == Braces.TOO_LONG) {
            if (mayBePage && (shape.isPage() || shape.isThread())) {
                tooLongPage(page, depth);
            } else {
                tooLong();
            }
        } else if (mayBePage && shape.isThread() && depth < MAX_THREADS) {
            thread(page, length, depth);
        } else if (mayBePage && shape.isPage()) {
            page(page, length, depth);
        } else if (!braces.hasMeta() || !shape.isEmptyPage()) {
            if (row(page, length, Set.of())) {
                pass(length);
            }
        } else {
            pass(length);
        }
    }

    private void page(Page outer, int length, int depth) throws IOException {
        Page inner = new Page(outer);
        long before = counter.rows();
        boolean saysNothing = shape.isEmptyPage();
        Set<String> arrays = shape.arrays();
        Of of = shape.isMap() ? Of.MAP : Of.PAGE;
        setAside(shape.besides());
        window.waste(length);
        flattener
                .beside(window, length, inner, pages)
                .forEach((path, count) -> counter.setAside(
                        "posts beside the rows of a page" + (path.equals(REFERRED) ? " (" + REFERRED + ")" : ""),
                        count));
        descend(inner, depth, arrays, of);
        if (counter.rows() == before && !saysNothing) {
            setAside("pages without rows");
        }
    }

    /** A page whose end is not known: what stands beside its rows is not joined to them. */
    private void tooLongPage(Page outer, int depth) throws IOException {
        boolean isThread = shape.isThread();
        Of of = isThread ? Of.ROW : shape.isMap() ? Of.MAP : Of.PAGE;
        Set<String> arrays = isThread ? shape.threads() : shape.arrays();
        if (isThread) {
            counter.reject(
                    window.line,
                    "longer than " + maxRecord + " characters: only the posts inside it are read",
                    window.text(0, RowReader.SHOWN));
        } else {
            setAside(shape.besides());
        }
        window.waste(braces.looked());
        descend(new Page(outer), depth, arrays, of);
    }

    private void setAside(String what) {
        if (!what.isEmpty()) {
            counter.setAside(what, 1);
        }
    }

    /** A row, and behind it the posts that stand in its arrays. */
    private void thread(Page page, int length, int depth) throws IOException {
        Set<String> threads = shape.threads();
        if (row(page, length, threads)) {
            long before = counter.rows();
            window.waste(length);
            inThread++;
            descend(new Page(page), depth, threads, Of.ROW);
            if (--inThread == 0) {
                counter.handler.inside(counter.rows() - before);
            }
        }
    }

    /** Gives a row without some of its arrays; it still stands at the start, unless it was refused and passed. */
    private boolean row(Page page, int length, Set<String> without) throws IOException {
        List<JsonRow> rows;
        try {
            rows = flattener.rows(window, length, page, without);
        } catch (Flattener.RefusedException e) {
            if (braces.lines() > 0) {
                broken(String.valueOf(e.getMessage()), length);
                return false;
            }
            counter.reject(
                    window.line, String.valueOf(e.getMessage()), window.text(0, Math.min(length, RowReader.SHOWN)));
            return true;
        }
        for (JsonRow row : rows) {
            counter.row(row);
        }
        boolean isPost = shape.isRow(rows.get(0));
        for (Inside inside : flattener.insides()) {
            counter.reject(
                    window.line,
                    "is one of the '" + inside.path() + "' of another "
                            + (isPost
                                    ? "post, which is read as one row"
                                    : "object, which is no post: write posts one a line"),
                    window.text(inside.from(), Math.min(inside.to(), inside.from() + RowReader.SHOWN)));
        }
        return true;
    }

    private void pass(int length) {
        window.pass(length);
        window.line += braces.lines();
    }

    /** Rejects the first line of an object and goes on with the next line on which one starts. */
    private void broken(String reason, int looked) throws IOException {
        int p = 0;
        int c = window.at(0);
        while (c >= 0 && c != '\n' && c != '\r' && p < RowReader.SHOWN) {
            c = window.at(++p);
        }
        counter.reject(window.line, reason, window.text(0, p).stripTrailing());
        window.waste(looked);
        do {
            window.passLine();
            c = window.at(0);
            while (c == ' ' || c == '\t' || c == ',' || c == '[') {
                window.pass(1);
                c = window.at(0);
            }
        } while (c >= 0 && c != '{');
    }

    /** Passes an object that is too long for a row, without keeping it. */
    private void tooLong() throws IOException {
        String content = window.text(0, RowReader.SHOWN);
        long line = window.line;
        long length = braces.skip(0);
        counter.reject(line, "longer than " + maxRecord + " characters (" + length + ")", content);
    }

    /**
     * Goes through the members of a page, or of a row that is read already: fields are kept, rows are read, anything else
     * is passed.
     *
     * @param arrays those that are known to hold posts
     * @param of what it is
     */
    private void descend(Page page, int depth, Set<String> arrays, Of of) throws IOException {
        window.pass(1);
        while (true) {
            int c = skipSpace(true);
            if (c == '}') {
                window.pass(1);
                return;
            }
            if (c != '"') {
                counter.reject(
                        window.line,
                        c < 0 ? "the file ends before its JSON does" : "is not valid JSON: a name is missing",
                        "");
                window.passLine();
                return;
            }
            String name = string();
            if (skipSpace(false) != ':') {
                counter.reject(window.line, "is not valid JSON: a name without a value", name);
                window.passLine();
                return;
            }
            window.pass(1);
            member(RowReader.columnName(name), skipSpace(false), page, depth, arrays, of);
        }
    }

    private void member(String name, int c, Page page, int depth, Set<String> arrays, Of of) throws IOException {
        boolean ofRow = of == Of.ROW;
        boolean holdsRows = arrays.contains(name) || (!ofRow && pages.contains(name));
        if (holdsRows && depth >= MAX_DEPTH && (c == '{' || c == '[')) {
            counter.reject(window.line, "stands more than " + MAX_DEPTH + " levels deep", "");
            braces.skip(0);
        } else if (c == '[' && depth < MAX_DEPTH) {
            window.pass(1);
            if (holdsRows || (skipSpace(false) == '{' && isPost(name, next(), ofRow))) {
                items(page, depth + 1, true);
            } else {
                braces.skip(1);
            }
        } else if (c == '{' && !ofRow && depth < MAX_DEPTH) {
            int found = holdsRows ? 0 : next();
            if (holdsRows || isPost(name, found, false)) {
                object(page, depth + 1);
            } else {
                setAside(of == Of.MAP && Marks.kinds(found) > 0 ? "objects among posts that are none" : "");
                braces.skip(0);
            }
        } else if (c == '{' || c == '[') {
            braces.skip(0);
        } else if (c == '"') {
            page.put(name, string());
        } else {
            int p = 0;
            while (c >= 0 && ",]}\n\r \t".indexOf(c) < 0 && p < MAX_FIELD) {
                c = window.at(++p);
            }
            page.put(name, window.text(0, p));
            window.pass(p);
        }
    }

    /** What the names of the object at the start say. */
    private int next() throws IOException {
        int length = braces.follow(maxRecord, maxRecord, false);
        window.waste(braces.looked());
        return length == Braces.BROKEN ? 0 : shape.marks(0, braces.looked());
    }

    /** Whether an object looks like a post, so that the array in which it is first holds rows. */
    private boolean isPost(String name, int found, boolean ofRow) {
        return ofRow ? shape.holdsPosts(name, found) : Shape.isPost(found);
    }

    /** Reads a string of a page's own; a longer one than is kept gives "". */
    private String string() throws IOException {
        StringBuilder text = new StringBuilder();
        window.pass(1);
        boolean isEscaped = false;
        for (int c = window.at(0); c >= 0 && c != '\n' && c != '\r' && (isEscaped || c != '"'); c = window.at(0)) {
            isEscaped = !isEscaped && c == '\\';
            if (text.length() <= MAX_FIELD) {
                text.append((char) c);
            }
            window.pass(1);
        }
        if (window.at(0) == '"') {
            window.pass(1);
        }
        return text.length() > MAX_FIELD ? "" : Braces.unescaped(text.toString());
    }
}
