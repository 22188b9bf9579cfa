/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;

/**
 * Replaces names of accounts wherever they stand in a text: known names as whole words, in any letter case, and
 * whatever follows an {@code @}. Better a plain word too many than a name too few.
 *
 * <p>Names are searched in sorted order, character by character. What n names cost at a word is its length times log n,
 * whatever they have in common. What agrees with a name over {@value #SURE} characters is replaced as far as it agrees,
 * even if the name goes on. So a text is looked at no more than so many times, however long names are.
 */
final class NameMatcher {
    private static final int SURE = 200;

    private final UnaryOperator<String> pseudonym;
    private final Map<String, String> exact = new HashMap<>();
    private final Map<String, String> folded = new TreeMap<>();
    /** The folded names in order. */
    private final String[] sorted;

    private final LongAdder looked = new LongAdder();

    NameMatcher(Set<String> names, UnaryOperator<String> pseudonym) {
        this.pseudonym = pseudonym;
        for (String name : names) {
            exact.put(name, name);
            folded.putIfAbsent(fold(name), name);
        }
        sorted = folded.keySet().toArray(String[]::new);
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
        String lower = fold(text);
        int i = 0;
        while (i < text.length()) {
            int end = i;
            boolean start = i == 0 || !isWord(text.codePointBefore(i));
            if (start) {
                end = knownEnd(lower, i);
                if (end == i && isAt(text.charAt(i)) && knownEnd(lower, i + 1) == i + 1) {
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

    /** How many characters were compared with names, for tests of linear time. */
    long looked() {
        return looked.sum();
    }

    private static boolean isAt(char c) {
        return c == '@' || c == '\uFF20';
    }

    /** The end of the longest known name, or long beginning of one, that starts here; {@code from} if none does. */
    private int knownEnd(String text, int from) {
        int best = from;
        int low = 0;
        int high = sorted.length;
        int end = from;
        while (end < text.length() && low < high) {
            char c = text.charAt(end);
            low = firstFrom(low, high, end - from, c);
            high = firstFrom(low, high, end - from, c + 1);
            end++;
            boolean agrees = low < high;
            // Of names that begin alike the shortest comes first.
            if (agrees && (end - from >= SURE || (sorted[low].length() == end - from && isWhole(text, end)))) {
                best = end;
            }
        }
        looked.add(end - from);
        return best;
    }

    /** The first name of a range whose character at a position is not below one; a name that ends before is below all. */
    private int firstFrom(int from, int to, int position, int least) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            String name = sorted[middle];
            if (position < name.length() && name.charAt(position) >= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Whether no word goes on at a position. */
    private static boolean isWhole(String text, int end) {
        return end >= text.length() || !isWord(text.codePointAt(end)) || !isWord(text.codePointBefore(end));
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
