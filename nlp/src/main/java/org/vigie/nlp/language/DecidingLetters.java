/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import org.jspecify.annotations.Nullable;

/** Letters that one language alone writes, which decide for it without any text to learn from. */
final class DecidingLetters {
    /** At least one letter in so many must be of them. */
    static final int EVERY = 30;

    /** Sindhi; those that Saraiki shares are not among them. */
    private static final String SINDHI =
            "\u06AA\u0699\u068F\u068A\u068D\u06A6\u06B1\u06BB\u067A\u067D\u067F\u0680\u0683\u0687";

    /** Bashkir. */
    private static final String BASHKIR = "\u0499\u04A1";

    private DecidingLetters() {}

    /** How many letters of a word, in small letters, are of one language alone. */
    static int count(char[] word, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            char c = word[i];
            boolean isCandidate = (c >= 0x67A && c <= 0x6BB) || c == 0x499 || c == 0x4A1;
            count += isCandidate && (c < 0x600 ? BASHKIR : SINDHI).indexOf(c) >= 0 ? 1 : 0;
        }
        return count;
    }

    /** The language of these letters in a script. */
    static @Nullable String language(int script) {
        return script == Scripts.ARABIC ? "sd" : script == Scripts.CYRILLIC ? "ba" : null;
    }
}
