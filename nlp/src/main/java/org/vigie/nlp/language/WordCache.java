/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/**
 * The evidence of words that were met before. Most words of a collection come again and again, and one row to add
 * replaces some forty look-ups all over the memory. Sums are of whole numbers, so no answer depends on what is here.
 * Serves one text at a time on one thread.
 *
 * <p>A word has one place. It takes the place over when the credit of the word before is used up. That credit grows
 * with each hit and shrinks with each miss. The evidence is kept from the second time on, so that rare words cost a
 * comparison.
 */
final class WordCache {
    /** What is to be done with a word. */
    enum Place {
        /** Its evidence is here. */
        KNOWN,
        /** It came again: its evidence is to be kept. */
        WANTED,
        /** It is rare, or long. */
        STRANGE
    }

    private static final int BITS = 12;
    private static final int SIZE = 1 << BITS;
    private static final int MAX_LENGTH = 11;
    private static final int WIDTH = MAX_LENGTH + 1;
    private static final int MAX_CREDIT = 3;

    /** By place the length and the script of a word in one character, then its letters. */
    private final char[] words = new char[SIZE * WIDTH];

    private final byte[] credit = new byte[SIZE];
    /** How many n-grams of the word were known, and how many rows its lanes stand for. */
    private final byte[] known = new byte[SIZE];

    private final byte[] rows = new byte[SIZE];
    /** The sums of a word in lanes of 16 bits, as in {@link Scores}: those of even places, then those of odd ones. */
    private final long[] lanes;

    private final int longs;
    private int place;

    /** A cache for rows of so many longs. */
    WordCache(int longs) {
        this.longs = longs;
        lanes = new long[SIZE * 2 * longs];
    }

    /** Looks a word up; what is asked or kept next concerns this word. */
    Place find(char[] chars, int start, int length, int script) {
        if (length > MAX_LENGTH) {
            return Place.STRANGE;
        }
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + chars[i];
        }
        place = (hash * 0x9E3779B1) >>> (Integer.SIZE - BITS);
        int at = place * WIDTH;
        char head = (char) (length << Byte.SIZE | script);
        boolean isSame = words[at] == head;
        for (int i = 0; isSame && i < length; i++) {
            isSame = words[at + 1 + i] == chars[start + i];
        }
        if (isSame) {
            boolean isKept = credit[place] > 0;
            credit[place] = (byte) Math.min(MAX_CREDIT, credit[place] + 1);
            return isKept ? Place.KNOWN : Place.WANTED;
        }
        if (credit[place] > 0) {
            credit[place]--;
        }
        if (credit[place] == 0) {
            words[at] = head;
            System.arraycopy(chars, start, words, at + 1, length);
        }
        return Place.STRANGE;
    }

    /** How many rows the word counts for. */
    int rows() {
        return rows[place];
    }

    /** How many of its n-grams are known. */
    int known() {
        return known[place];
    }

    /** Adds the lanes of the word to others. */
    void addTo(long[] even, long[] odd, int n) {
        int at = place * 2 * longs;
        for (int i = 0; i < n; i++) {
            even[i] += lanes[at + i];
        }
        for (int i = 0; i < n; i++) {
            odd[i] += lanes[at + longs + i];
        }
    }

    /** Keeps the evidence of the word. */
    void keep(long[] even, long[] odd, int rowsOfWord, int knownGrams) {
        int at = place * 2 * longs;
        System.arraycopy(even, 0, lanes, at, longs);
        System.arraycopy(odd, 0, lanes, at + longs, longs);
        rows[place] = (byte) rowsOfWord;
        known[place] = (byte) knownGrams;
    }
}
