/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.HashMap;
import java.util.Map;

/**
 * The character references that exports leave in texts: by number, or by a name that HTML 4 has for a letter of Latin-1 or
 * for a usual sign. Numbers of controls are read as windows-1252, as browsers do.
 */
final class HtmlEntities {
    /** No reference is longer. */
    private static final int LONGEST = 10;

    /** What windows-1252 has at 0x80 to 0x9f, zero where nothing. */
    private static final String WINDOWS =
            "\u20ac\u0000\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u0000\u017d\u0000"
                    + "\u0000\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u0000\u017e\u0178";

    private static final Map<String, Integer> NAMES = new HashMap<>();

    static {
        String names = "amp & lt < gt > quot \" apos ' nbsp \u00a0 iexcl \u00a1 cent \u00a2 pound \u00a3 "
                + "curren \u00a4 yen \u00a5 brvbar \u00a6 sect \u00a7 uml \u00a8 copy \u00a9 ordf \u00aa "
                + "laquo \u00ab not \u00ac shy \u00ad reg \u00ae macr \u00af deg \u00b0 plusmn \u00b1 "
                + "sup2 \u00b2 sup3 \u00b3 acute \u00b4 micro \u00b5 para \u00b6 middot \u00b7 cedil \u00b8 "
                + "sup1 \u00b9 ordm \u00ba raquo \u00bb frac14 \u00bc frac12 \u00bd frac34 \u00be "
                + "iquest \u00bf Agrave \u00c0 Aacute \u00c1 Acirc \u00c2 Atilde \u00c3 Auml \u00c4 "
                + "Aring \u00c5 AElig \u00c6 Ccedil \u00c7 Egrave \u00c8 Eacute \u00c9 Ecirc \u00ca "
                + "Euml \u00cb Igrave \u00cc Iacute \u00cd Icirc \u00ce Iuml \u00cf ETH \u00d0 "
                + "Ntilde \u00d1 Ograve \u00d2 Oacute \u00d3 Ocirc \u00d4 Otilde \u00d5 Ouml \u00d6 "
                + "times \u00d7 Oslash \u00d8 Ugrave \u00d9 Uacute \u00da Ucirc \u00db Uuml \u00dc "
                + "Yacute \u00dd THORN \u00de szlig \u00df agrave \u00e0 aacute \u00e1 acirc \u00e2 "
                + "atilde \u00e3 auml \u00e4 aring \u00e5 aelig \u00e6 ccedil \u00e7 egrave \u00e8 "
                + "eacute \u00e9 ecirc \u00ea euml \u00eb igrave \u00ec iacute \u00ed icirc \u00ee "
                + "iuml \u00ef eth \u00f0 ntilde \u00f1 ograve \u00f2 oacute \u00f3 ocirc \u00f4 "
                + "otilde \u00f5 ouml \u00f6 divide \u00f7 oslash \u00f8 ugrave \u00f9 uacute \u00fa "
                + "ucirc \u00fb uuml \u00fc yacute \u00fd thorn \u00fe yuml \u00ff OElig \u0152 "
                + "oelig \u0153 Scaron \u0160 scaron \u0161 Yuml \u0178 ensp \u2002 emsp \u2003 "
                + "thinsp \u2009 zwnj \u200c zwj \u200d lrm \u200e rlm \u200f ndash \u2013 mdash \u2014 "
                + "lsquo \u2018 rsquo \u2019 sbquo \u201a ldquo \u201c rdquo \u201d bdquo \u201e "
                + "dagger \u2020 bull \u2022 hellip \u2026 permil \u2030 prime \u2032 lsaquo \u2039 "
                + "rsaquo \u203a euro \u20ac trade \u2122 minus \u2212 larr \u2190 rarr \u2192 "
                + "hearts \u2665";
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
        if (value >= 0x80 && value < 0xa0 && WINDOWS.charAt(value - 0x80) != 0) {
            return WINDOWS.charAt(value - 0x80);
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
