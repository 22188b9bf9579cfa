/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/** Serbian is written in two alphabets that stand for each other letter by letter: texts of one train both. */
final class SerbianLetters {
    private static final String CYRILLIC = "абвгдђежзијклмнопрстћуфхцчшљњџ";
    private static final String[] LATIN =
            "a b v g d đ e ž z i j k l m n o p r s t ć u f h c č š lj nj dž".split(" ", -1);

    private SerbianLetters() {}

    /** A text in Latin letters; other characters stay. */
    static String latin(String text) {
        StringBuilder latin = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int letter = CYRILLIC.indexOf(Character.toLowerCase(c));
            latin.append(letter < 0 ? String.valueOf(c) : LATIN[letter]);
        }
        return latin.toString();
    }
}
