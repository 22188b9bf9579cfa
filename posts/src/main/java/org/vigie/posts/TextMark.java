/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import org.vigie.nlp.text.TextEntities;

/**
 * Whose words a text is, by the marks that people put: one's own, another account's, or a quotation. Another account's
 * has {@code RT @x}, {@code via @x} or a quotation mark before a name. A quotation stands mostly between quotation
 * marks, or has a name behind a dash at its end. Linear time.
 */
enum TextMark {
    /** The account's own words. */
    OWN,
    /** The words of an account that is named. */
    REPOST,
    /** Somebody's words between quotation marks. */
    QUOTATION;

    /** Shorter texts have no room for a quotation. */
    private static final int SHORTEST_QUOTATION = 10;

    private static final int SHORTEST_SAYING = 25;

    /** A name has at most so many words. */
    private static final int NAME_WORDS = 5;

    static TextMark of(String text) {
        if (isMarkedRepost(text)) {
            return REPOST;
        }
        return isQuotation(text) ? QUOTATION : OWN;
    }

    /** Whether a post with such a text only repeats another. */
    static boolean isRepost(Post post, TextMark mark) {
        return post.repostOf().isPresent() || mark == REPOST;
    }

    /** Whether such a text is its account's own and long enough to be compared. */
    static boolean isOwn(Post post, TextMark mark) {
        return mark == OWN && !isRepost(post, mark) && post.text().length() >= Corpus.MIN_TEXT_LENGTH;
    }

    private static boolean isAt(char c) {
        return c == '@' || c == '\uFF20';
    }

    private static boolean isOpening(char c) {
        return switch (c) {
            case '"',
                    '\'',
                    '\u00AB',
                    '\u2018',
                    '\u201C',
                    '\u201D',
                    '\u201E',
                    '\u201F',
                    '\u2033',
                    '\u2039',
                    '\u300C',
                    '\u300E' -> true;
            default -> false;
        };
    }

    private static boolean isClosing(char c) {
        return switch (c) {
            case '"', '\'', '\u00BB', '\u2019', '\u201C', '\u201D', '\u2033', '\u203A', '\u300D', '\u300F' -> true;
            default -> false;
        };
    }

    private static boolean isDash(char c) {
        return c == '-' || c == '~' || (c >= '\u2013' && c <= '\u2015');
    }

    /** What may stand before the word of a repost without a blank. */
    private static boolean mayPrecede(char c, String word) {
        return switch (c) {
            case '(' -> true;
            case '"', '\'', '[', '.', ':', '|', '\u201C', '\u201D' -> word.equals("rt");
            default -> false;
        };
    }

    /** Whether a text says of itself that it is another account's. */
    static boolean isMarkedRepost(String text) {
        int first = skipBlank(text, 0);
        if (first < text.length() && isOpening(text.charAt(first)) && text.charAt(first) != '\'') {
            int name = skipBlank(text, first + 1);
            if (name < text.length() && isAt(text.charAt(name))) {
                return true;
            }
        }
        for (int at = 1; at < text.length(); at++) {
            if (isAt(text.charAt(at)) && (isAfter(text, at, "rt") || isAfter(text, at, "via"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word stands before the sign at {@code at}, perhaps with a colon, and nothing but a blank before it. */
    private static boolean isAfter(String text, int at, String word) {
        int i = at;
        for (int skipped = 0; skipped < 3 && i > 0 && (isBlank(text.charAt(i - 1)) || text.charAt(i - 1) == ':'); ) {
            i--;
            skipped++;
        }
        int start = i - word.length();
        if (start < 0 || !text.regionMatches(true, start, word, 0, word.length())) {
            return false;
        }
        return start == 0 || isBlank(text.charAt(start - 1)) || mayPrecede(text.charAt(start - 1), word);
    }

    private static boolean isQuotation(String text) {
        if (!mayBeQuotation(text)) {
            return false;
        }
        String words = TextEntities.cut(text).strip();
        int n = words.length();
        if (n < SHORTEST_QUOTATION) {
            return false;
        }
        int open = 0;
        while (open < n && !(isOpening(words.charAt(open)) && !isLetter(words, open - 1))) {
            open++;
        }
        int close = n - 1;
        while (close > open && !(isClosing(words.charAt(close)) && !isLetter(words, close + 1))) {
            close--;
        }
        return (close > open && 3 * (close - open + 1) >= 2 * n) || (n >= SHORTEST_SAYING && endsWithName(words));
    }

    /** Most texts have neither a quotation mark nor a dash. */
    private static boolean mayBeQuotation(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOpening(c) || isDash(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWithName(String words) {
        int dash = words.length() - 1;
        while (dash >= 0 && !isDash(words.charAt(dash))) {
            char c = words.charAt(dash);
            if (!Character.isLetter(c) && !isBlank(c) && c != '.' && c != '\'' && c != '\u2019') {
                return false;
            }
            dash--;
        }
        if (dash < 0 || isLetter(words, dash - 1)) {
            return false; // a hyphen inside a word is no dash
        }
        String[] name = words.substring(dash + 1).strip().split(" +", -1);
        return !name[0].isEmpty() && name.length <= NAME_WORDS && Character.isUpperCase(name[0].codePointAt(0));
    }

    private static boolean isLetter(String text, int i) {
        return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
    }

    private static int skipBlank(String text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0';
    }
}
