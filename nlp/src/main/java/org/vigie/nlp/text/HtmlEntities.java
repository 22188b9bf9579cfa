/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.HashMap;
import java.util.Map;

/** The character references that exports leave in texts: by number or by one of the usual names. */
final class HtmlEntities {
    /** No reference is longer. */
    private static final int LONGEST = 10;

    private static final Map<String, Integer> NAMES = new HashMap<>();

    static {
        String names =
                "amp & lt < gt > quot \" apos ' nbsp \u00a0 hellip \u2026 mdash \u2014 ndash \u2013 lsquo \u2018 rsquo"
                        + " \u2019 ldquo \u201c rdquo \u201d laquo \u00ab raquo \u00bb bull \u2022 middot \u00b7 deg \u00b0 euro \u20ac"
                        + " pound \u00a3 copy \u00a9 reg \u00ae iexcl \u00a1 iquest \u00bf szlig \u00df aelig \u00e6 oslash \u00f8"
                        + " aring \u00e5 ccedil \u00e7 ntilde \u00f1 agrave \u00e0 egrave \u00e8 ugrave \u00f9 aacute \u00e1"
                        + " eacute \u00e9 iacute \u00ed oacute \u00f3 uacute \u00fa acirc \u00e2 ecirc \u00ea icirc \u00ee ocirc"
                        + " \u00f4 ucirc \u00fb atilde \u00e3 otilde \u00f5 auml \u00e4 euml \u00eb iuml \u00ef ouml \u00f6 uuml"
                        + " \u00fc";
        String[] parts = names.split(" ", -1);
        for (int i = 0; i < parts.length; i += 2) {
            NAMES.put(parts[i], parts[i + 1].codePointAt(0));
        }
    }

    private HtmlEntities() {}

    /**
     * Reads the reference whose {@code &} stands at an index. That of an ampersand may start another reference, written
     * twice over (an apostrophe in an ampersand): it is read as well.
     *
     * @return the offset after it, and in the low 32 bits the character; or -1 if there is none
     */
    static long read(CharSequence text, int at) {
        int end = end(text, at);
        int c = end < 0 ? -1 : codePoint(text, at, end);
        if (c != '&') {
            return c < 0 ? -1 : (long) end << 32 | c;
        }
        while (isAmp(text, end)) {
            end += 4;
        }
        int inner = end(text, end - 1);
        c = inner < 0 ? -1 : codePoint(text, end - 1, inner);
        return c < 0 ? (long) end << 32 | '&' : (long) inner << 32 | c;
    }

    /** The offset after the semicolon that ends what starts at an index, or -1. */
    private static int end(CharSequence text, int at) {
        int stop = Math.min(text.length(), at + LONGEST);
        for (int i = at + 1; i < stop; i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i > at + 1 ? i + 1 : -1;
            }
            if (c != '#' && !(c >= '0' && c <= '9') && !Links.isAsciiLetter(c)) {
                return -1;
            }
        }
        return -1;
    }

    /** The character of a reference {@code [at, end)}, or -1 if there is none of that name or number. */
    private static int codePoint(CharSequence text, int at, int end) {
        if (text.charAt(at + 1) != '#') {
            return NAMES.getOrDefault(text.subSequence(at + 1, end - 1).toString(), -1);
        }
        boolean hex = end - at > 4 && (text.charAt(at + 2) | 0x20) == 'x';
        int from = at + (hex ? 3 : 2);
        int value = 0;
        for (int i = from; i < end - 1; i++) {
            int digit = Character.digit(text.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                return -1;
            }
            value = value * (hex ? 16 : 10) + digit;
        }
        boolean valid = value > 0 && value <= Character.MAX_CODE_POINT;
        return valid && (value < Character.MIN_SURROGATE || value > Character.MAX_SURROGATE) ? value : -1;
    }

    private static boolean isAmp(CharSequence text, int at) {
        return at + 4 <= text.length()
                && text.charAt(at) == 'a'
                && text.charAt(at + 1) == 'm'
                && text.charAt(at + 2) == 'p'
                && text.charAt(at + 3) == ';';
    }

    /** The text with each reference replaced by its character: itself if there is none. */
    static CharSequence decode(CharSequence text) {
        int n = text.length();
        int at = 0;
        while (at < n && text.charAt(at) != '&') {
            at++;
        }
        if (at == n) {
            return text;
        }
        StringBuilder out = new StringBuilder(n);
        int copied = 0;
        while (at < n) {
            long read = text.charAt(at) == '&' ? read(text, at) : -1;
            if (read < 0) {
                at++;
                continue;
            }
            out.append(text, copied, at).appendCodePoint((int) read);
            copied = (int) (read >>> 32);
            at = copied;
        }
        return copied == 0 ? text : out.append(text, copied, n).toString();
    }
}
