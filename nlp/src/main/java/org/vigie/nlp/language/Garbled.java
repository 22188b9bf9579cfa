/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;

/**
 * Counts ideographs and syllables that are letters of an alphabet with their two bytes in the wrong order. Such share
 * their second byte, the number of the alphabet: 00 is Latin, 03 Greek, 04 Cyrillic.
 */
final class Garbled {
    private static final int ALPHABETS = 0x10;

    /** So few can be in use by chance. */
    private static final int FEW = 3;

    /** This row has the most frequent ideographs in its first places. */
    private static final int FREQUENT = 0x4E;

    private final int[] byAlphabet = new int[ALPHABETS];

    void clear() {
        Arrays.fill(byAlphabet, 0);
    }

    void add(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            int alphabet = word[i] & 0xFF;
            if (alphabet < ALPHABETS && word[i] >>> 8 != FREQUENT) {
                byAlphabet[alphabet]++;
            }
        }
    }

    /** Whether more than half of so many letters are of one alphabet. */
    boolean isMost(int letters) {
        for (int count : byAlphabet) {
            if (count > FEW && count * 2 > letters) {
                return true;
            }
        }
        return false;
    }
}
