/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.text.Normalizer;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Reads a text as words of one script each, cleaned for identification. They are in lower case, without vowel points
 * and elongation marks, and stretched letters are shortened. Urls, e-mail addresses, @names and #hashtags are left out.
 * The trainer and the identifier read through this class, so that they see the same words.
 *
 * <p>One reader serves one text at a time on one thread and allocates nothing per word, except for the rare words that
 * need Unicode normalisation.
 */
final class WordReader {
    /** Longer words are cut: scripts without spaces come as runs of this length. */
    static final int MAX_WORD = 32;

    private static final int MAX_ADDRESS = 64;
    private static final int MAX_RAW = 4 * MAX_WORD;

    /** The first of the styled letters. */
    private static final char STYLED = 0x1D2C;

    private static final char APOSTROPHE = 0x2BC;

    private CharSequence text = "";
    private int limit;
    private int position;

    /** The cleaned word, {@link #length} characters of it. */
    final char[] word = new char[MAX_WORD];

    int length;
    int script;
    /** Where the word lies in the text, half open. */
    int start;

    int end;
    /** How much the signs met so far speak for code, see {@link CodeSigns}. */
    int signs;
    /** How many characters were met that stand for bytes of no character. */
    int replaced;

    /** A reader of nothing, until it is {@link #reset}. */
    WordReader() {}

    WordReader(CharSequence text, int start, int limit) {
        reset(text, start, limit);
    }

    /** Starts with another text. */
    void reset(CharSequence newText, int newStart, int newLimit) {
        text = newText;
        position = newStart;
        limit = newLimit;
        signs = 0;
        replaced = 0;
    }

    /** Reads the next word; false at the end of the text. */
    boolean next() {
        while (position < limit) {
            char c = text.charAt(position);
            int s = Scripts.of(c);
            if (c <= ' ') {
                position++;
            } else if (s <= Scripts.INHERITED) {
                if (c == '@' || c == '#' || c == 0xFF20 || c == 0xFF03) { // the last two are full-width
                    skipTagged();
                } else if (c >= STYLED && Lookalikes.plain(text, position, limit) != 0) {
                    readWord(Scripts.LATIN, false);
                    if (length > 0) {
                        return true;
                    }
                } else {
                    signs += CodeSigns.weight(text, position, limit);
                    replaced += c == 0xFFFD ? 1 : 0;
                    position++;
                }
            } else if ((c == 'h' || c == 'w' || c == 'H' || c == 'W') && atUrl()) {
                skipToSpace();
            } else {
                readWord(s, false);
                if (length > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void skipTagged() {
        position++;
        while (position < limit) {
            char c = text.charAt(position);
            if (Scripts.of(c) == Scripts.NONE && c != '_' && c != '.' && c != '-' && !Character.isDigit(c)) {
                return;
            }
            position++;
        }
    }

    private boolean atUrl() {
        if (position > 0 && Scripts.of(text.charAt(position - 1)) > Scripts.INHERITED) {
            return false;
        }
        return matches("http://") || matches("https://") || matches("www.");
    }

    private boolean matches(String prefix) {
        if (position + prefix.length() > limit) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            char c = text.charAt(position + i);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skipToSpace() {
        while (position < limit && text.charAt(position) > ' ' && text.charAt(position) != 0x3000) {
            position++;
        }
    }

    /**
     * Reads a word of one script.
     *
     * @param disguised whether letters of other scripts count as those of this one that they look like
     */
    private void readWord(int wordScript, boolean disguised) {
        script = wordScript;
        start = position;
        length = 0;
        boolean normalise = false;
        int run = 0;
        char last = 0;
        int at = position;
        int rawLimit = Math.min(limit, start + MAX_RAW);
        while (at < rawLimit && length < MAX_WORD) {
            char c = text.charAt(at);
            int s = Scripts.of(c);
            if (s != wordScript) {
                if (s == Scripts.INHERITED ? isDropped(c) : TextNormalizer.isInvisible(c)) {
                    at++;
                    continue;
                }
                if (s == Scripts.INHERITED) {
                    normalise = true;
                } else {
                    char plain = plain(at, disguised);
                    if (plain == 0) {
                        int other =
                                disguised || !Lookalikes.haveSome(wordScript, s) ? Scripts.NONE : disguise(rawLimit);
                        if (other != Scripts.NONE) {
                            readWord(other, true);
                            return;
                        }
                        break;
                    }
                    at += Character.isHighSurrogate(c) ? 1 : 0;
                    c = plain;
                }
            } else if (c >= APOSTROPHE) {
                if (c >= 0xF900) {
                    normalise = true;
                } else if (isSecondHalf(c) && compose(c)) {
                    at++;
                    continue;
                } else if (c == APOSTROPHE && isElided(at, rawLimit)) {
                    at++;
                    break;
                }
            }
            char lower = lower(c);
            if (lower == last) {
                run++;
            } else {
                run = 1;
                last = lower;
            }
            at++;
            if (run <= 2) {
                word[length++] = lower;
            } else if (run == 3 && wordScript != Scripts.HAN) {
                // Three in a row is stretching: back to one.
                length--;
            }
        }
        // A mark cut off from its letter must not start the next piece.
        position = at;
        end = at;
        if (normalise) {
            normalise();
        }
        if (at < limit && wordScript == Scripts.LATIN && atAddress(at)) {
            skipToSpace();
            length = 0;
        }
    }

    /** Whether a mark is no letter of its own; where Unicode has it and the letter before as one letter, it is joined. */
    private boolean isDropped(char mark) {
        if (isDecoration(mark)) {
            return true;
        }
        // Points and elongation carry no language in these scripts; elsewhere a mark is part of the letter.
        if (script != Scripts.LATIN) {
            compose(mark);
            return true;
        }
        return false;
    }

    /** The letter of the word's script that a letter of another one stands for, 0 for none. */
    private char plain(int at, boolean disguised) {
        char c = text.charAt(at);
        return script == Scripts.LATIN && c >= STYLED
                ? Lookalikes.plain(text, at, limit)
                : disguised ? Lookalikes.as(script, c) : 0;
    }

    /** The one script whose letters all letters of the word from its start look like, {@code NONE} without one. */
    private int disguise(int rawLimit) {
        boolean latin = true;
        boolean cyrillic = true;
        for (int i = start; i < rawLimit && (latin || cyrillic); i++) {
            char c = text.charAt(i);
            int s = Scripts.of(c);
            if (s == Scripts.LATIN || s == Scripts.CYRILLIC || s == Scripts.GREEK) {
                latin &= Lookalikes.as(Scripts.LATIN, c) != 0;
                cyrillic &= Lookalikes.as(Scripts.CYRILLIC, c) != 0;
            } else if (c >= STYLED && Lookalikes.plain(text, i, limit) != 0) {
                cyrillic = false;
                i += Character.isHighSurrogate(c) ? 1 : 0;
            } else if (s != Scripts.INHERITED && !TextNormalizer.isInvisible(c)) {
                break;
            }
        }
        return latin ? Scripts.LATIN : cyrillic ? Scripts.CYRILLIC : Scripts.NONE;
    }

    /** Joins a mark or the second half of a vowel to the letter before it, where Unicode has the two as one letter. */
    private boolean compose(char mark) {
        if (length == 0 || (script == Scripts.ARABIC && (mark < 0x653 || mark > 0x655))) {
            return false;
        }
        String one = Normalizer.normalize(new String(new char[] {word[length - 1], mark}), Normalizer.Form.NFC);
        if (one.length() != 1) {
            return false;
        }
        word[length - 1] = one.charAt(0);
        return true;
    }

    /** Whether a letter may be the latter part of one: vowels of hangul, two-part vowels and dots of Indic scripts. */
    private static boolean isSecondHalf(char c) {
        return (c >= 0x1161 && c <= 0x11C2) || c == 0x93C || c == 0x9BE || c == 0x9D7;
    }

    /** Marks that strike through or underline, as no spelling does. */
    private static boolean isDecoration(char mark) {
        return mark == 0x305 || (mark >= 0x332 && mark <= 0x338) || (mark >= 0x347 && mark <= 0x362);
    }

    /** Whether a French or Italian word ends at the letter apostrophe, which is a letter in other languages. */
    private boolean isElided(int at, int rawLimit) {
        boolean isShort = length == 1 ? "cdjlmnst".indexOf(word[0]) >= 0 : length == 2 && word[0] == 'q';
        return isShort && at + 1 < rawLimit && "aeiouyàâéèêëîïôùûœ".indexOf(lower(text.charAt(at + 1))) >= 0;
    }

    /** Whether an e-mail address or a bare domain continues here, after a word. */
    private boolean atAddress(int at) {
        char first = text.charAt(at);
        if (first != '.' && first != '@' && first != '_' && first != '-' && first != '+' && !Ascii.isDigit(first)) {
            return false;
        }
        int stop = Math.min(limit, at + MAX_ADDRESS);
        int i = at;
        while (i < stop && Ascii.isAddressPart(text.charAt(i))) {
            i++;
        }
        if (i + 1 < limit && text.charAt(i) == '@' && Ascii.isAddressPart(text.charAt(i + 1))) {
            return true;
        }
        if (first != '.' || i == at + 1 || i >= at + MAX_ADDRESS) {
            return false;
        }
        if (i < limit && text.charAt(i) == '/') {
            return true;
        }
        int end = text.charAt(i - 1) == '.' ? i - 1 : i;
        int dot = end - 1;
        while (text.charAt(dot) != '.') {
            dot--;
        }
        String domain = text.subSequence(dot + 1, Math.max(end, dot + 1)).toString();
        return domain.equals("com") || domain.equals("org") || domain.equals("net");
    }

    private static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    private void normalise() {
        String normal = Normalizer.normalize(new String(word, 0, length), Normalizer.Form.NFKC);
        length = 0;
        for (int i = 0; i < normal.length() && length < MAX_WORD; i++) {
            char c = lower(normal.charAt(i));
            int s = Scripts.of(c);
            if (s == script || (s == Scripts.INHERITED && script == Scripts.LATIN)) {
                word[length++] = c;
            }
        }
    }
}
