/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/**
 * The features of a word: its character n-grams, n = 1..5, with a boundary on both sides, and the whole word.
 *
 * <p>An n-gram is known by a 32-bit hash that grows character by character. So all n-grams from one start cost one step
 * each. The hash is part of the model format and must not change.
 */
final class Ngrams {
    /** The longest n-gram, boundaries included. */
    static final int MAX_N = 5;

    /** The order of whole words, above those of n-grams. */
    static final int WORD = MAX_N + 1;

    static final char BOUNDARY = ' ';
    static final int SEED = 0x5BD1E995;

    private Ngrams() {}

    /** The hash of an n-gram prolonged by one character. */
    static int extend(int hash, char c) {
        int h = (hash ^ c) * 0x9E3779B1;
        return h ^ (h >>> 15);
    }

    /** How many n-grams of three and more characters a word has: the ones that tell words from noise. */
    static int countLong(int length) {
        return Math.max(0, length) + Math.max(0, length - 1) + Math.max(0, length - 2);
    }

    /** The key of a whole word from the hash of all its characters between boundaries. */
    static int wholeWord(int hash) {
        return extend(hash, '\uFFFF');
    }
}
