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

    private final Window window;
    private final Set<String> pages;
    private final boolean[] pageLengths = new boolean[64];
    private int position;
    private int lines;
    private boolean pageArray;
    private boolean pageObject;
    private boolean hasMeta;
    private boolean hasObjects;
    private boolean hasStrings;
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

    /** Whether the object itself has names, and none of a string: so are maps of objects by their ids. */
    boolean mayBeMap() {
        return names > 0 && !hasStrings;
    }

    /** Whether a name of the object itself is {@code meta}. */
    boolean hasMeta() {
        return hasMeta;
    }

    /** Whether the object itself has an array of objects. */
    boolean hasObjects() {
        return hasObjects;
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
        hasObjects = false;
        hasStrings = false;
        names = 0;
        int depth = 0;
        int nameFrom = 0;
        int nameTo = 0;
        boolean afterColon = false;
        boolean inArray = false;
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
                hasStrings |= depth == 1 && afterColon;
                afterColon = false;
            } else if (c == '{' || c == '[') {
                if (depth == 1 && afterColon && isPageName(nameFrom, nameTo)) {
                    pageArray |= c == '[';
                    pageObject |= c == '{';
                }
                hasObjects |= depth == 2 && inArray && c == '{';
                inArray = depth == 1 ? c == '[' : inArray;
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

    /**
     * Passes an object or array of any length without keeping it; returns the length. Ends early where a string does.
     *
     * @param opened how many braces and brackets are open already
     */
    long skip(int opened) throws IOException {
        long length = 0;
        int depth = opened;
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
