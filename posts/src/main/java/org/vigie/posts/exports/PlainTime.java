/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Brings what other scripts put into a time to what {@link TimeParser} reads: digits, signs, halves of the day, months. */
final class PlainTime {
    /** Replaced in this order, each by what follows it. */
    private static final String[] WORDS = {
        "\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062b\u0627\u0646\u064a", "\u064a\u0646\u0627\u064a\u0631",
        "\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u0623\u0648\u0644", "\u062f\u064a\u0633\u0645\u0628\u0631",
        "\u062a\u0634\u0631\u064a\u0646 \u0627\u0644\u0623\u0648\u0644", "\u0623\u0643\u062a\u0648\u0628\u0631",
        "\u062a\u0634\u0631\u064a\u0646 \u0627\u0644\u062b\u0627\u0646\u064a", "\u0646\u0648\u0641\u0645\u0628\u0631",
        " \u0622\u0628 ", " \u0623\u063a\u0633\u0637\u0633 ",
    };

    /** Behind a clock, at the end: before noon and after it. */
    private static final String[] HALVES = {
        "\u0635", "AM", "\u0645", "PM", "\u0642.\u0638.", "AM", "\u0628.\u0638.", "PM", "\u0642.\u0638", "AM",
        "\u0628.\u0638", "PM", "\u03c0.\u03bc.", "AM", "\u03bc.\u03bc.", "PM", "\u03c0\u03bc", "AM", "\u03bc\u03bc",
                "PM",
    };

    private PlainTime() {}

    /** The text itself if it has nothing of it. */
    static String of(String text) {
        boolean isPlain = true;
        for (int i = 0; i < text.length() && isPlain; i++) {
            isPlain = text.charAt(i) < 0x300;
        }
        return isPlain ? text : plain(text);
    }

    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u200e' || c == '\u200f' || c == '\u061c') {
                continue; // marks of direction
            }
            int digit = c < 0x300 ? -1 : Character.digit(c, 10);
            out.append(digit >= 0 ? (char) ('0' + digit) : c == '\u060c' ? ',' : c);
        }
        String plain = out.toString();
        for (int i = 0; i < WORDS.length; i += 2) {
            plain = plain.replace(WORDS[i], WORDS[i + 1]);
        }
        for (int i = 0; i < HALVES.length; i += 2) {
            int at = plain.length() - HALVES[i].length();
            if (at > 0 && plain.endsWith(HALVES[i]) && !Character.isLetter(plain.charAt(at - 1))) {
                plain = plain.substring(0, at) + HALVES[i + 1];
                break;
            }
        }
        boolean isEastAsian = plain.indexOf('\u5e74') > 0 || plain.indexOf('\ub144') > 0;
        return isEastAsian ? eastAsian(plain) : plain;
    }

    /** Chinese, Japanese and Korean: year, month and day, then hour, minute and second, each with its sign behind it. */
    private static String eastAsian(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        boolean isTight = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigitNext = isDigit(text, i + 1)
                    || (i + 2 < text.length() && text.charAt(i + 1) == ' ' && isDigit(text, i + 2));
            switch (c) {
                case '\u5e74', '\ub144' -> out.append('\u5e74');
                case '\u6708', '\uc6d4' -> out.append('\u6708');
                case '\u65e5', '\uc77c' -> out.append("\u65e5 ");
                case '\u6642', '\u65f6', '\uc2dc', '\u70b9', '\u9ede' -> out.append(isDigitNext ? ":" : ":00");
                case '\u5206', '\ubd84' -> out.append(isDigitNext ? ":" : "");
                case '\u79d2', '\ucd08' -> {}
                case ' ' -> out.append(isTight ? "" : " ");
                default -> out.append(c);
            }
            isTight = (c == ' ' && isTight)
                    || "\u5e74\ub144\u6708\uc6d4\u6642\u65f6\uc2dc\u70b9\u9ede\u5206\ubd84".indexOf(c) >= 0;
        }
        return out.toString();
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
