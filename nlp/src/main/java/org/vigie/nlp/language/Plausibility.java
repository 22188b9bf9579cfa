/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/**
 * How far a text looks like any language at all. A classifier must choose among its languages, so what is none of them
 * has to be seen by other signs.
 */
final class Plausibility {
    /** Shares of known n-grams between which trust falls from 1 to 0. Half of all keyboard noise lies below both. */
    private static final double HIGH = 0.6;

    private static final double LOW = 0.3;

    /** A weak sign of code weighs as much as this many letters. */
    private static final double SIGN = 4;

    private Plausibility() {}

    /** A factor in [0, 1] for the probability, from long n-grams known and possible, and from signs of code. */
    static double trust(int script, int known, int possible, int signs, int letters) {
        double prose = letters / (letters + SIGN * signs);
        if (possible == 0 || (script != Scripts.LATIN && script != Scripts.CYRILLIC)) {
            return prose; // elsewhere too few n-grams are known for this, and nobody mashes such keyboards
        }
        double share = known / (double) possible;
        return prose * Math.max(0, Math.min(1, (share - LOW) / (HIGH - LOW)));
    }

    /** Whether a word is laughter or a similar syllable over and over, or a piece of a code with digits. */
    static boolean isNoise(CharSequence text, WordReader word) {
        if (word.script != Scripts.LATIN) {
            return false;
        }
        boolean digitBefore = word.start > 0 && Character.isDigit(text.charAt(word.start - 1));
        boolean digitAfter = word.end < text.length() && Character.isDigit(text.charAt(word.end));
        if (digitBefore || digitAfter) {
            return true;
        }
        if (word.length < 6) {
            return word.length < 3 && isFace(text, word);
        }
        for (int i = 2; i < word.length; i++) {
            if (word.word[i] != word.word[i - 2]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is the mouth of a face such as :D and :-P, or a whole one, as xD. */
    private static boolean isFace(CharSequence text, WordReader word) {
        int at = word.start - 1;
        if (word.word[0] == 'x' && word.length == 2) {
            return word.word[1] == 'd';
        }
        if (at > 0 && (text.charAt(at) == '-' || text.charAt(at) == '\'')) {
            at--;
        }
        return word.length == 1
                && at >= 0
                && (text.charAt(at) == ':' || text.charAt(at) == ';' || text.charAt(at) == '=')
                && (at == 0 || text.charAt(at - 1) <= ' ');
    }
}
