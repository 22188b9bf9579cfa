/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the JSON object at a window's start is by its names. It may be a row, a row with posts in its arrays, or a page
 * of rows.
 *
 * <p>What has a time and an account is a row, unless it is an account with its posts. Not thread-safe.
 */
final class Shape {
    /** What a page may have that gives no rows, besides their array. */
    private static final Set<String> OF_EMPTY_PAGES = Set.of(
            "meta",
            "includes",
            "errors",
            "error",
            "_links",
            "paging",
            "links",
            "cursor",
            "kind",
            "etag",
            "pageinfo",
            "nextpagetoken",
            "prevpagetoken",
            "regioncode",
            "count",
            "total",
            "after",
            "before",
            "dist",
            "modhash",
            "geo_filter",
            "has_more",
            "search_id",
            "next",
            "previous",
            "next_cursor",
            "page",
            "per_page",
            "size",
            "limit",
            "offset",
            "ok",
            "status",
            "success",
            "code",
            "took",
            "timed_out",
            "_shards",
            "max_score");

    private static final int MAX_ITEMS = 8;

    private final Window window;
    private final Set<String> pages;
    private final Marks marks;
    private final KnownNames known;
    private final Predicate<Set<String>> isAccount;
    private final Set<String> names = new HashSet<>();
    private final Set<String> threads = new HashSet<>();
    private final Set<String> arrays = new HashSet<>();

    private int bits;
    private boolean isPage;
    private boolean isThread;
    private boolean answers;
    private boolean pageArray;
    private boolean emptyArray;
    private boolean pageObject;
    private boolean postInPageObject;
    private int mapped;

    private int nameFrom;
    private int nameTo;

    /** Takes the value of a name. */
    private interface Values {
        void value(int at, int opening) throws IOException;
    }

    Shape(Window window, Set<String> pages, Marks marks, Predicate<Set<String>> isAccount) {
        this.window = window;
        this.pages = pages;
        this.marks = marks;
        this.known = new KnownNames(pages, marks);
        this.isAccount = isAccount;
    }

    /** Looks at an object, or at its beginning. */
    void look(int length) throws IOException {
        names.clear();
        threads.clear();
        arrays.clear();
        bits = 0;
        answers = false;
        pageArray = false;
        emptyArray = false;
        pageObject = false;
        postInPageObject = false;
        mapped = 0;
        walk(0, length, (at, opening) -> {
            KnownNames.Known name = name();
            names.add(name.column());
            bits |= bits(name, at, opening, length);
            if (opening == '[') {
                array(name, at + 1, length);
            } else if (opening == '{') {
                int inner = marks(at, length);
                pageObject |= name.isPage();
                postInPageObject |= name.isPage() && isPost(inner);
                mapped += (inner & Marks.POST) == Marks.POST ? 1 : 0;
            }
        });
        boolean hasBoth = Marks.hasTimeAndAccount(bits);
        boolean isAccountWithPosts = hasBoth && !threads.isEmpty() && !answers && isAccount.test(names);
        isThread = !threads.isEmpty()
                && !isAccountWithPosts
                && (hasBoth || (answers && Marks.hasText(bits) && Marks.kinds(bits) > 1));
        isPage = !isThread && (hasBoth ? isAccountWithPosts : isPageByNames());
    }

    /** Looks at the first items of an array, of which some may be nothing. */
    private void array(KnownNames.Known named, int from, int length) throws IOException {
        String name = named.column();
        int at = skipSpace(from, length);
        int opening = at < length ? window.at(at) : -1;
        boolean isNamed = named.isPage();
        emptyArray |= isNamed && opening == ']';
        pageArray |= isNamed && (opening == '{' || opening == '[');
        for (int i = 0; i < MAX_ITEMS && at < length && window.at(at) != ']'; i++) {
            int item = window.at(at) == '{' ? marks(at, length) : 0;
            if (holdsPosts(name, item)) {
                threads.add(name);
                answers |= Marks.isAnswers(name);
            }
            if (isPost(item)) {
                arrays.add(name);
                return;
            }
            at = nextItem(at, length);
        }
    }

    private int nextItem(int from, int length) throws IOException {
        int depth = 0;
        int p = from;
        while (p < length) {
            int c = window.at(p);
            if (depth == 0 && (c == ',' || c == ']')) {
                return c == ',' ? skipSpace(p + 1, length) : p;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            p = c == '"' ? endOfString(p + 1, length) : p + 1;
        }
        return length;
    }

    static boolean isPost(int item) {
        return (item & Marks.TIME) != 0 && Marks.kinds(item) > 1;
    }

    /** Whether the objects of a post's array are posts of their own, by the first of them. */
    boolean holdsPosts(String name, int item) {
        if (Marks.isAnswers(name)) {
            return (item & Marks.TEXT) != 0 && Marks.kinds(item) > 1;
        }
        return pages.contains(name) && Marks.kinds(item) == 3;
    }

    private boolean isPageByNames() {
        int kinds = Marks.kinds(bits);
        return (kinds <= 1 && (pageArray || !arrays.isEmpty()))
                || (kinds == 2 && !threads.isEmpty())
                || (kinds == 0 && (pageObject || emptyArray || mapped > 0))
                || (kinds == 1 && postInPageObject);
    }

    /** Whether it holds rows and is none. */
    boolean isPage() {
        return isPage;
    }

    /** Whether it is a row and holds others. */
    boolean isThread() {
        return isThread;
    }

    /** Whether it is a page that has posts under their ids; one alone may be the post of a wrapper. */
    boolean isMap() {
        return isPage && mapped > 1;
    }

    /** Whether a row says anything that a post says. */
    boolean isRow(JsonRow row) {
        return Marks.kinds(row.bits(marks)) > 0;
    }

    /** The arrays that hold posts, whatever their names are. */
    Set<String> arrays() {
        return Set.copyOf(arrays);
    }

    /** The arrays of a row that hold others. */
    Set<String> threads() {
        return Set.copyOf(threads);
    }

    /** What a page is besides, so that it does not go unsaid; "" if it only holds rows. */
    String besides() {
        if (Marks.hasTimeAndAccount(bits)) {
            return "accounts";
        }
        return Marks.hasText(bits) ? "objects around rows that lack a time or an account" : "";
    }

    /** Whether a page that gave no row has nothing but what stands around rows. */
    boolean isEmptyPage() {
        return names.stream().allMatch(name -> OF_EMPTY_PAGES.contains(name) || pages.contains(name));
    }

    /** What the names of the object at a position say, if their values say something. */
    int marks(int from, int length) throws IOException {
        int[] found = new int[1];
        walk(from, length, (at, opening) -> found[0] |= bits(name(), at, opening, length));
        return found[0];
    }

    private int bits(KnownNames.Known name, int at, int opening, int length) throws IOException {
        int said = name.said();
        if (opening == '{') {
            int inside = skipSpace(at + 1, length);
            boolean isType = inside + 1 < length && window.at(inside) == '"' && window.at(inside + 1) == '$';
            return isType ? said : name.ofObject();
        }
        boolean isNothing = opening == 'n' || opening < 0 || (opening == '"' && window.at(at + 1) == '"');
        if (isNothing) {
            return (said & Marks.TEXT) != 0 ? Marks.BLANK : 0;
        }
        return opening == '[' ? said & Marks.TEXT : said;
    }

    private KnownNames.Known name() {
        return known.at(window.chars, window.start + nameFrom, window.start + nameTo);
    }

    private int skipSpace(int from, int length) throws IOException {
        int at = from;
        while (at < length && isSpace(window.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Goes over the names of the object at a position; a walk inside another one gives the name back. */
    private void walk(int from, int length, Values values) throws IOException {
        int savedFrom = nameFrom;
        int savedTo = nameTo;
        int depth = 0;
        int p = from;
        boolean isValue = false;
        while (p < length) {
            int c = window.at(p);
            if (c == '"') {
                int end = endOfString(p + 1, length);
                if (depth == 1 && !isValue) {
                    nameFrom = p + 1;
                    nameTo = Math.max(p + 1, end - 1);
                }
                p = end;
                continue;
            }
            if (c == ':' && depth == 1 && !isValue) {
                isValue = true;
                int at = skipSpace(p + 1, length);
                values.value(at, at < length ? window.at(at) : -1);
            } else if (c == ',' && depth == 1) {
                isValue = false;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth <= 0) {
                break;
            }
            p++;
        }
        nameFrom = savedFrom;
        nameTo = savedTo;
    }

    /** The position behind the quote that ends a string; what is looked at stands in the window already. */
    private int endOfString(int from, int length) {
        char[] chars = window.chars;
        int start = window.start;
        int end = Math.min(length, window.limit - start);
        int p = from;
        while (p < end) {
            char c = chars[start + p];
            if (c == '"') {
                return p + 1;
            }
            p += c == '\\' ? 2 : 1;
        }
        return length;
    }
}
