/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that programs write into a cell, or into a list in a cell, where there is nothing. An item of a JSON list is
 * never one: there nothing is {@code null}, without quotes.
 */
public final class NoValue {
    /** In the letters in which programs write them. An account may well be called "none". */
    private static final Set<String> OF_NAMES = Set.of(
            "NA",
            "N/A",
            "<NA>",
            "NaN",
            "nan",
            "None",
            "null",
            "NULL",
            "\\N",
            "-",
            "undefined",
            "(null)",
            "<nil>",
            "#N/A",
            "#NAME?",
            "#NULL!",
            "#NUM!",
            "#REF!",
            "#VALUE!",
            "#DIV/0!");

    private static final Set<String> WORDS = lowerCase(OF_NAMES, Set.of("absent", "nat", "[]", "{}"));

    private static final int LONGEST = 9;

    private NoValue() {}

    private static Set<String> lowerCase(Set<String> some, Set<String> more) {
        return Stream.of(some, more)
                .flatMap(Set::stream)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Tells whether a cell or an item of a list in a cell says nothing.
     *
     * @param text the text without white space around it
     * @return true for "" and for a word such as {@code NA}, {@code None} or {@code \\N}, in any letter case
     */
    public static boolean is(String text) {
        return text.isEmpty() || (text.length() <= LONGEST && WORDS.contains(text.toLowerCase(Locale.ROOT)));
    }

    /**
     * Tells whether a cell that names an account says nothing.
     *
     * @param name the name without white space around it
     * @return true for "" and for such words in the letter case in which programs write them
     */
    public static boolean isName(String name) {
        return name.isEmpty() || OF_NAMES.contains(name);
    }
}
