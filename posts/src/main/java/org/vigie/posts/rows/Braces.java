/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;
import java.util.Set;

/** Follows the braces, brackets and strings of the JSON object at a window's start, up to its end. */
final class Braces {
    static final int BROKEN = -1;
    static final int TOO_LONG = -2;

    /** What says that an object is a post and no page, whatever arrays it holds. */
    private static final Set<String> OF_POSTS = Set.of(
            "time",
            "date",
            "datetime",
            "timestamp",
            "created_at",
            "createdat",
            "created_utc",
            "create_time",
            "published_at",
            "published",
            "date_unixtime",
            "author",
            "author_id",
            "account",
            "account_id",
            "actor",
            "user",
            "user_id",
            "username",
            "from_id",
            "did",
            "text",
            "body",
            "content",
            "message_id");

    /** What an empty page may have besides. */
    private static final Set<String> OF_EMPTY_PAGES = Set.of("meta", "includes", "errors", "_links", "paging", "links");

    private final Window window;
    private final Set<String> pages;
    private final boolean[] pageLengths = new boolean[64];
    private int position;
    private int lines;
    private boolean pageArray;
    private boolean pageObject;
    private boolean hasMeta;
    private int names;

    Braces(Window window, Set<String> pages) {
        this.window = window;
        this.pages = pages;
        for (String page : pages) {
            pageLengths[Math.min(page.length(), pageLengths.length - 1)] = true;
        }
    }

    /** How many characters the last call looked at. */
    int looked() {
        return position;
    }

    /** How many line ends stand inside the object. */
    int lines() {
        return lines;
    }

    /** Whether an array or object under the name of a page was met in the object itself. */
    boolean hasPage() {
        return pageArray || pageObject;
    }

    /**
     * Finds the end of an object.
     *
     * @param maxRow the longest row
     * @param maxPage how far to look if there is an array of a page
     * @param oneLine whether it must end on its line
     * @return its length, or BROKEN if a string or the input ends before it, or TOO_LONG
     */
    int follow(int maxRow, int maxPage, boolean oneLine) throws IOException {
        position = 0;
        lines = 0;
        pageArray = false;
        pageObject = false;
        hasMeta = false;
        names = 0;
        int depth = 0;
        int nameFrom = 0;
        int nameTo = 0;
        boolean afterColon = false;
        while (true) {
            int c = window.at(position);
            if (c < 0) {
                return BROKEN;
            }
            if (position >= (hasPage() ? maxPage : maxRow)) {
                return TOO_LONG;
            }
            position++;
            if (c == '"') {
                int from = position;
                if (!string(hasPage() ? maxPage : maxRow)) {
                    return position >= maxRow ? TOO_LONG : BROKEN;
                }
                if (depth == 1 && !afterColon) {
                    nameFrom = from;
                    nameTo = position - 1;
                    names++;
                    hasMeta |= nameTo - nameFrom == 4
                            && window.text(nameFrom, nameTo).equals("meta");
                }
                afterColon = false;
            } else if (c == '{' || c == '[') {
                if (depth == 1 && afterColon && isPageName(nameFrom, nameTo)) {
                    pageArray |= c == '[';
                    pageObject |= c == '{';
                }
                depth++;
                afterColon = false;
            } else if (c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    return position;
                }
            } else if (c == ':') {
                afterColon = true;
            } else if (c == ',') {
                afterColon = false;
            } else if (c == '\n' || c == '\r') {
                position = window.endOfLine(position - 1);
                lines++;
                if (oneLine) {
                    return BROKEN;
                }
            }
        }
    }

    /** Follows a string from behind its opening quote; false if a line or the input ends before it, or it is too long. */
    private boolean string(int max) throws IOException {
        int p = window.start + position;
        while (true) {
            char[] chars = window.chars;
            int limit = window.limit;
            char c = 0;
            while (p < limit && (c = chars[p]) != '"' && c != '\\' && c != '\n' && c != '\r') {
                p++;
            }
            position = p - window.start;
            if (p == limit) {
                if (position >= max || !window.fill()) {
                    return false;
                }
                p = window.start + position;
            } else if (c == '\\') {
                if (window.at(position + 1) < 0 || position >= max) {
                    position = Math.min(position + 1, window.limit - window.start);
                    return false;
                }
                p = window.start + position + 2;
            } else {
                position++;
                return c == '"';
            }
        }
    }

    private boolean isPageName(int from, int to) {
        return pageLengths[Math.min(to - from, pageLengths.length - 1)]
                && pages.contains(RowReader.columnName(window.text(from, to)));
    }

    /** Whether the object just followed is a page: it has rows, and what only posts have it has not. */
    boolean isPage(int length) throws IOException {
        int ofPosts = names(length, OF_POSTS);
        return pageArray ? ofPosts < 2 : ofPosts == 0;
    }

    /** Whether the object just followed is a page without rows, such as one that only says how many there are: none. */
    boolean isEmptyPage(int length) throws IOException {
        return hasMeta && names <= OF_EMPTY_PAGES.size() && names(length, OF_EMPTY_PAGES) == names;
    }

    /** Counts the names of an object that are in a set. */
    private int names(int length, Set<String> wanted) throws IOException {
        int saved = position;
        int depth = 0;
        int count = 0;
        boolean afterColon = false;
        position = 0;
        while (position < length) {
            int c = window.at(position++);
            if (c == '"') {
                int from = position;
                string(length);
                if (depth == 1 && !afterColon) {
                    count += wanted.contains(RowReader.columnName(window.text(from, position - 1))) ? 1 : 0;
                }
                afterColon = false;
            } else if (c == '{' || c == '[') {
                depth++;
                afterColon = false;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (c == ':' || c == ',') {
                afterColon = c == ':';
            }
        }
        position = saved;
        return count;
    }

    /** Passes an object or array of any length without keeping it; returns the length. Ends early where a string does. */
    long skip() throws IOException {
        long length = 0;
        int depth = 0;
        boolean quoted = false;
        boolean escaped = false;
        while (true) {
            int c = window.at(0);
            if (c < 0 || (quoted && (c == '\n' || c == '\r'))) {
                return length;
            }
            int n = 1;
            if (c == '\n' || c == '\r') {
                n = window.endOfLine(0);
                window.line++;
            } else if (quoted) {
                quoted = escaped || c != '"';
                escaped = !escaped && c == '\\';
            } else if (c == '"') {
                quoted = true;
                escaped = false;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            window.pass(n);
            length += n;
            if (depth == 0 && !quoted) {
                return length;
            }
        }
    }

    /** A string without its escapes; one that is not valid stays as it is. */
    static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char e = text.charAt(++i);
            int known = "\"\\/bfnrt".indexOf(e);
            if (known >= 0) {
                out.append("\"\\/\b\f\n\r\t".charAt(known));
            } else if (e == 'u' && i + 4 < text.length() && hex(text, i + 1) >= 0) {
                out.append((char) hex(text, i + 1));
                i += 4;
            } else {
                out.append(c).append(e);
            }
        }
        return out.toString();
    }

    private static int hex(String text, int from) {
        int value = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
