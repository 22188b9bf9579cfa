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

    /** The same for Arabic letters, of whose n-grams fewer are known, in words of at least so many n-grams. */
    private static final double HIGH_ARABIC = 0.35;

    private static final double LOW_ARABIC = 0.1;
    private static final int MANY_ARABIC = 12;

    /** The same for the ideographs themselves, where all that are in use are known. */
    private static final double HIGH_HAN = 0.55;

    private static final double LOW_HAN = 0.3;

    /** Changes between the letters of <i>hahaha</i> and its like; words of two letters, such as <i>deeded</i>, have fewer. */
    private static final int FEWEST_CHANGES = 5;

    /** Signs of sentences: a single letter with another sign is a face or a label. */
    private static final String SENTENCE = ".,!?…'\"‘’“”«»¡¿،؟।、。！？";

    /** A weak sign of code weighs as much as this many letters. */
    private static final double SIGN = 4;

    private Plausibility() {}

    /** A factor in [0, 1] for the probability, from long n-grams known and possible, and from signs of code. */
    static double trust(int script, int known, int possible, int signs, int letters) {
        double prose = letters / (letters + SIGN * signs);
        if (script == Scripts.ARABIC) {
            return possible < MANY_ARABIC ? prose : prose * between(LOW_ARABIC, HIGH_ARABIC, known, possible);
        }
        if (possible == 0 || (script != Scripts.LATIN && script != Scripts.CYRILLIC)) {
            return prose; // elsewhere too few n-grams are known for this
        }
        return prose * between(LOW, HIGH, known, possible);
    }

    /**
     * A factor in [0, 1] for the probability, from how many ideographs are known. Those that a text of another encoding
     * is read as are rare ones.
     */
    static double trustIdeographs(int known, int all) {
        return between(LOW_HAN, HIGH_HAN, known, all);
    }

    private static double between(double low, double high, int known, int possible) {
        return Math.max(0, Math.min(1, (known / (double) possible - low) / (high - low)));
    }

    /**
     * Whether there are signs by which single letters become a face, as in <i>(T_T)</i>. The marks of sentences and emoji
     * are none.
     */
    static boolean isDrawn(CharSequence text, int from, int to) {
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            int script = Scripts.of(c);
            if (script == Scripts.HAN || script == Scripts.HANGUL) {
                return false; // one can be a word
            }
            boolean isSign = script == Scripts.NONE && c > ' ' && !Character.isDigit(c);
            if (isSign && SENTENCE.indexOf(c) < 0 && !isEmoji(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmoji(char c) {
        return Character.isSurrogate(c) || (c >= 0x2600 && c <= 0x27BF) || c == 0x200D || c == 0xFE0F;
    }

    /** Whether all words are units of measure, each after a number, as in <i>12 kg, 90 km/h</i>. */
    static boolean areUnits(CharSequence text, int from, int to) {
        boolean isCounted = false;
        for (int at = from; at < to; at++) {
            if (Character.isDigit(text.charAt(at))) {
                isCounted = true;
            } else if (isLetter(text, at, to)) {
                if (!isCounted) {
                    return false;
                }
                while (isLetter(text, at + 1, to)) {
                    at++;
                }
                isCounted = at + 1 < to && text.charAt(at + 1) == '/';
            }
        }
        return true;
    }

    private static boolean isLetter(CharSequence text, int at, int to) {
        return at < to && Scripts.of(text.charAt(at)) > Scripts.INHERITED;
    }

    /**
     * Whether a word is no word of any language: one letter drawn out (<i>aaaa</i>), laughter or a similar syllable over
     * and over, letters of hangul that are no syllables, or a piece of a code with digits.
     */
    static boolean isNoise(CharSequence text, WordReader word) {
        if (word.end - word.start >= 3 && (isDrawnOut(text, word) || isSaidOver(word))) {
            return true;
        }
        if (word.script == Scripts.HANGUL) {
            return isLooseHangul(word);
        }
        if (word.script != Scripts.LATIN) {
            return false;
        }
        boolean digitBefore = word.start > 0 && Character.isDigit(text.charAt(word.start - 1));
        boolean digitAfter = word.end < text.length() && Character.isDigit(text.charAt(word.end));
        return digitBefore || digitAfter || (word.length <= 3 && isFace(text, word));
    }

    /** Whether a word of three characters or more is one letter only. */
    private static boolean isDrawnOut(CharSequence text, WordReader word) {
        return word.length <= 2
                && word.word[0] == word.word[word.length - 1]
                && isSame(text.charAt(word.start), text.charAt(word.start + 1))
                && isSame(text.charAt(word.start), text.charAt(word.start + 2));
    }

    private static boolean isSame(char a, char b) {
        return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    /** Whether a long word is two letters that change again and again, as in laughter, or one piece over and over. */
    private static boolean isSaidOver(WordReader word) {
        char[] letters = word.word;
        int length = word.length;
        if (length < 6) {
            return false;
        }
        int changes = 1;
        int at = letters[0] == letters[1] ? 2 : 1;
        char first = letters[0];
        char second = letters[at];
        for (at++; at < length && (letters[at] == first || letters[at] == second); at++) {
            changes += letters[at] == letters[at - 1] ? 0 : 1;
        }
        if (at == length) {
            return changes >= FEWEST_CHANGES;
        }
        int longest = length == WordReader.MAX_WORD ? length / 2 : length / 3;
        for (int piece = 3; piece <= longest; piece++) {
            at = piece;
            while (at < length && letters[at] == letters[at - piece]) {
                at++;
            }
            if (at == length) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is single consonants and vowels, as Korean laughter and faces are. */
    private static boolean isLooseHangul(WordReader word) {
        for (int i = 0; i < word.length; i++) {
            if (word.word[i] < 0x3131 || word.word[i] > 0x318E) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is the mouth of a face such as :D and :-P, or a whole one, as xD and QAQ. */
    private static boolean isFace(CharSequence text, WordReader word) {
        int at = word.start - 1;
        char second = word.word[1];
        if (word.word[0] == 'x' && word.length == 2) {
            return second == 'd' || second == 'p';
        }
        if (word.word[0] == 'q' && word.length == 3) {
            return word.word[2] == 'q' && (second == 'a' || second == 'w');
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
