/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

/**
 * Text of an input as it may be shown: what cannot be shown is written as in Java source, such as {@code \}{@code u001b}.
 * Linear in the text.
 */
public final class Shown {
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';
    private static final char ZERO_WIDTH_JOINER = '\u200D';

    private Shown() {}

    /** Tells which characters are escaped. */
    private interface Rule {
        boolean hides(int codePoint, char next);
    }

    /**
     * A name for files: without what JSON, XML or HTML cannot carry. Different names stay different.
     *
     * @param text any text
     * @return the text with lone surrogates, U+FFFE, U+FFFF, controls other than tab and line breaks, and backslashes
     *     before a {@code u} escaped
     */
    public static String name(String text) {
        return escaped(text, (c, next) -> cannotBeCarried(c) || (c == '\\' && next == 'u'));
    }

    /**
     * A line for a terminal: nothing in it moves a cursor, changes a colour, turns the direction or starts another line.
     * What is a line already stays as it is.
     *
     * @param text any text
     * @return the text in one line, with controls, invisible marks and lone surrogates escaped
     */
    public static String line(String text) {
        return escaped(text, (c, next) -> cannotBeInALine(c));
    }

    /**
     * A cell that no spreadsheet runs: one that would be a formula begins with an apostrophe. Numbers are no formulas.
     *
     * @param text any text
     * @return the text, with an apostrophe before it if need be
     */
    public static String cell(String text) {
        int at = 0;
        while (at < text.length() && isPassed(text.charAt(at))) {
            at++;
        }
        boolean isLive = at < text.length()
                && (isTrigger(text.charAt(at)) || text.charAt(0) == '\t' || text.charAt(0) == '\r')
                && !isNumber(text);
        return isLive ? "'" + text : text;
    }

    /** What spreadsheets trim before they look for a formula. */
    private static boolean isPassed(char c) {
        return c <= ' ' || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isTrigger(char c) {
        return switch (c) {
            case '=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }

    /** A sign, digits and perhaps a fraction and an exponent. */
    private static boolean isNumber(String text) {
        int at = 1;
        int digits = 0;
        boolean point = false;
        boolean exponent = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' && !point && !exponent) {
                point = true;
            } else if ((c == 'e' || c == 'E') && digits > 0 && !exponent) {
                exponent = true;
                digits = 0;
                if (at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+')) {
                    at++;
                }
            } else {
                return false;
            }
        }
        return digits > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+');
    }

    private static boolean cannotBeCarried(int c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r')
                || (c >= 0x7F && c < 0xA0)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || c == 0xFFFE
                || c == 0xFFFF;
    }

    private static boolean cannotBeInALine(int c) {
        if (c < 0x7F) {
            return c < ' ';
        }
        return switch (Character.getType(c)) {
            // Persian words and joined emoji need them, and they move nothing.
            case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> cannotBeCarried(c);
        };
    }

    private static String escaped(String text, Rule rule) {
        int bad = next(text, 0, rule);
        if (bad == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        int from = 0;
        while (bad < text.length()) {
            out.append(text, from, bad);
            int c = text.codePointAt(bad);
            from = bad + Character.charCount(c);
            for (int i = bad; i < from; i++) {
                escape(text.charAt(i), out);
            }
            bad = next(text, from, rule);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int next(String text, int from, Rule rule) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int after = i + Character.charCount(c);
            if (rule.hides(c, after < text.length() ? text.charAt(after) : ' ')) {
                return i;
            }
            i = after;
        }
        return i;
    }

    private static void escape(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
