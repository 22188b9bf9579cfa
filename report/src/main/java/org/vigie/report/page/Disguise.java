/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.core.internal.LowerCase;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Words that a reader takes for the same, but that are written with other characters. These are letters of another
 * script that look alike, as {@link TextNormalizer#social()} folds them, and characters that can't be seen.
 */
final class Disguise {
    private static final TextNormalizer FOLD = TextNormalizer.social();
    /** So many characters are told at most. */
    private static final int MOST = 5;

    private static final int NONE = -1;

    private Disguise() {}

    /** A character in place of another; one of them is {@link #NONE} where an invisible one was put in or left out. */
    record Swap(int shown, int usual) {}

    /** The form in which disguised words are equal. */
    static String fold(String word) {
        return FOLD.normalize(word);
    }

    /** What differs between two words of one {@linkplain #fold form}; nothing if a reader can see a difference. */
    static List<Swap> between(String usual, String shown) {
        int[] a = LowerCase.of(usual.strip()).codePoints().toArray();
        int[] b = LowerCase.of(shown.strip()).codePoints().toArray();
        List<Swap> swaps = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i] == b[j]) {
                i++;
                j++;
            } else if (j < b.length && TextNormalizer.isInvisible(b[j])) {
                swaps.add(new Swap(b[j++], NONE));
            } else if (i < a.length && TextNormalizer.isInvisible(a[i])) {
                swaps.add(new Swap(NONE, a[i++]));
            } else if (i < a.length && j < b.length && script(a[i]) != script(b[j])) {
                swaps.add(new Swap(b[j++], a[i++]));
            } else {
                return List.of();
            }
        }
        return swaps.stream().distinct().toList();
    }

    private static Character.UnicodeScript script(int codePoint) {
        return Character.UnicodeScript.of(codePoint);
    }

    /** Some characters in words, the first of them. */
    static String words(List<Swap> swaps, Messages words) {
        String separator = words.t("text.alike.separator");
        String text = swaps.stream().limit(MOST).map(s -> words(s, words)).collect(Collectors.joining(separator));
        return swaps.size() > MOST ? text + separator + "\u2026" : text;
    }

    private static String words(Swap swap, Messages words) {
        if (swap.usual() == NONE) {
            return words.t("text.alike.added", code(swap.shown()));
        }
        if (swap.shown() == NONE) {
            return words.t("text.alike.left", code(swap.usual()));
        }
        return words.t(
                "text.alike.swap",
                Character.toString(swap.shown()),
                code(swap.shown()),
                words.name("script", script(swap.shown()).name()),
                Character.toString(swap.usual()),
                code(swap.usual()),
                words.name("script", script(swap.usual()).name()));
    }

    private static String code(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
