/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/**
 * The letters beyond ASCII of the languages that windows-1252 was made for. Bytes of windows-1250, 1254 or 1257 that are
 * read as windows-1252 give letters that no one of these languages has together.
 */
final class Alphabets {
    private static final String[] LETTERS = {
        "\u00e0\u00e2\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ee\u00ef\u00f4\u00f9\u00fb\u00fc\u00ff\u0153", // French
        "\u00e4\u00f6\u00fc\u00df\u00e9\u00e8\u00e0", // German
        "\u00e1\u00e9\u00ed\u00f3\u00fa\u00f1\u00fc", // Spanish, Irish
        "\u00e0\u00e1\u00e2\u00e3\u00e7\u00e8\u00e9\u00ea\u00ed\u00ef\u00f2\u00f3\u00f4\u00f5\u00fa\u00fc\u00f1", // Portuguese, Catalan
        "\u00e0\u00e8\u00e9\u00ec\u00ed\u00ee\u00f2\u00f3\u00f9\u00fa", // Italian
        "\u00e0\u00e1\u00e8\u00e9\u00ea\u00eb\u00ef\u00f3\u00f6\u00fa\u00fc\u00e7", // Dutch
        "\u00e5\u00e4\u00f6\u00e9\u00e0\u00fc\u0161\u017e", // Swedish, Finnish, Estonian
        "\u00e5\u00e6\u00f8\u00e9\u00f2\u00f3\u00f4\u00ea\u00e0\u00e4\u00f6\u00fc", // Danish, Norwegian
        "\u00e1\u00f0\u00e9\u00ed\u00f3\u00fa\u00fd\u00fe\u00e6\u00f6\u00f8", // Icelandic, Faroese
    };
    private static final int ALL = (1 << LETTERS.length) - 1;
    private static final int[] LANGUAGES = languages();
    /** Letters of windows-1250 and of Mac Roman that are signs in windows-1252, where they stand inside no word. */
    private static final String SIGNS =
            "\u00b9\u00b3\u00bf\u00be\u00bc\u00a3\u00a5\u00aa\u00af\u2122\u02c6\u2030\u2021\u2020\u00a2\u00ac\u00a7";

    /** What windows-1252 has at 0x80 to 0x9F. */
    private static final String TRAILS =
            "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022"
                    + "\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178";

    private Alphabets() {}

    /** Whether one language has all letters of a text: 1 if so, -1 if none has, 0 if all are ASCII. */
    static int fit(String text) {
        int languages = ALL;
        boolean isAscii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                continue;
            }
            char lower = Character.toLowerCase(c);
            if (lower < LANGUAGES.length && LANGUAGES[lower] != 0) {
                languages &= LANGUAGES[lower];
                isAscii = false;
            } else if (SIGNS.indexOf(c) >= 0 && isLetter(text, i - 1) && isLetter(text, i + 1)) {
                return -1;
            }
        }
        return isAscii ? 0 : languages == 0 ? -1 : 1;
    }

    /** Whether a text has characters of UTF-8 that were read as windows-1252, as in {@code \u00c3\u00a9}. */
    static boolean isTwiceEncoded(String text) {
        for (int i = 1; i < text.length(); i++) {
            char first = text.charAt(i - 1);
            char next = text.charAt(i);
            boolean isLead = first == '\u00c3' || first == '\u00c2' || first == '\u00e2';
            if (isLead && ((next >= 0x80 && next <= 0xBF) || TRAILS.indexOf(next) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int i) {
        return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
    }

    private static int[] languages() {
        int[] languages = new int[0x180];
        for (int l = 0; l < LETTERS.length; l++) {
            for (int i = 0; i < LETTERS[l].length(); i++) {
                languages[LETTERS[l].charAt(i)] |= 1 << l;
            }
        }
        return languages;
    }
}
