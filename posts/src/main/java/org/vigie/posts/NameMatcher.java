/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Replaces names of accounts wherever they stand in a text: known names as whole words, in any letter case, and
 * whatever follows an {@code @}. Better a plain word too many than a name too few.
 */
final class NameMatcher {
    private final UnaryOperator<String> pseudonym;
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> folded = new TreeMap<>();
    /** Names by their first word, the longest first. */
    private final Map<String, List<String>> byFirstWord = new HashMap<>();

    NameMatcher(Set<String> names, UnaryOperator<String> pseudonym) {
        this.pseudonym = pseudonym;
        for (String name : names) {
            exact.put(name, name);
            folded.putIfAbsent(fold(name), name);
        }
        for (String name : folded.keySet()) {
            byFirstWord
                    .computeIfAbsent(name.substring(0, firstWordEnd(name, 0)), k -> new ArrayList<>())
                    .add(name);
        }
        byFirstWord
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())));
    }

    /** The pseudonym of one name, known or not. */
    String name(String name) {
        String known = exact.get(name);
        if (known == null) {
            known = folded.get(fold(name));
        }
        return pseudonym.apply(known == null ? fold(name) : known);
    }

    /** The text with all names replaced. */
    String replace(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean start = i == 0 || !isWord(text.codePointBefore(i));
            if (start) {
                end = knownEnd(text, i);
                if (end == i && isAt(text.charAt(i)) && knownEnd(text, i + 1) == i + 1) {
                    int handle = handleEnd(text, i + 1);
                    if (handle > i + 1) {
                        out.append(text.charAt(i)).append(name(text.substring(i + 1, handle)));
                        i = handle;
                        continue;
                    }
                }
            }
            if (end > i) {
                out.append(name(text.substring(i, end)));
                i = end;
            } else {
                int length = Character.charCount(text.codePointAt(i));
                out.append(text, i, i + length);
                i += length;
            }
        }
        return out.toString();
    }

    private static boolean isAt(char c) {
        return c == '@' || c == '\uFF20';
    }

    /** The end of the longest known name that starts here; {@code from} if none does. */
    private int knownEnd(String text, int from) {
        if (from >= text.length()) {
            return from;
        }
        List<String> names = byFirstWord.get(fold(text.substring(from, firstWordEnd(text, from))));
        if (names != null) {
            for (String name : names) {
                int end = from + name.length();
                boolean whole = end >= text.length()
                        || !isWord(text.codePointAt(end))
                        || !isWord(name.codePointBefore(name.length()));
                if (end <= text.length()
                        && whole
                        && fold(text.substring(from, end)).equals(name)) {
                    return end;
                }
            }
        }
        return from;
    }

    private static int handleEnd(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            boolean joins = (c == '.' || c == '-' || c == '@')
                    && i > from
                    && i + 1 < text.length()
                    && isWord(text.codePointAt(i + 1));
            if (!isWord(c) && !joins) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static int firstWordEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isWord(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i == from ? from + Character.charCount(text.codePointAt(from)) : i;
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || codePoint == '_'
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    /** Lower case that keeps the length. */
    private static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
        }
        return out.toString();
    }
}
