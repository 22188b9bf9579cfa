/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** All words of a text, cleaned, end to end; serves one text at a time on one thread. */
final class Words {
    /** Words from which a habit shows. */
    private static final int SEVERAL = 3;

    /** Letters of an ending, as of citoyen(ne)s. */
    private static final int MAX_ENDING = 4;

    private final WordReader reader = new WordReader();
    char[] chars = new char[8 * WordReader.MAX_WORD];
    /** Start in chars, length and script of each word. */
    private int[] bounds = new int[3 * 16];

    int count;
    /** Letters by script. */
    final int[] letters = new int[Scripts.count()];

    final HanVariant han = new HanVariant();
    /** How much signs and words speak for program code, see {@link CodeSigns}. */
    int signs;

    int yiddish;
    /** Words of one letter, by script. */
    final int[] alone = new int[Scripts.count()];

    /** Those of them that are no syllables, which can be words. */
    private int apart;

    /** How many words there are with those that only echo. */
    private int read;

    /** Letters that only one language has. */
    private int owned;

    /** Characters that stand for two others, as when a text of one encoding is read in another. */
    int garbled;

    void read(CharSequence text, int from, int to) {
        Arrays.fill(letters, 0);
        han.clear();
        yiddish = 0;
        Arrays.fill(alone, 0);
        apart = 0;
        read = 0;
        owned = 0;
        garbled = 0;
        count = 0;
        int used = 0;
        reader.reset(text, from, to);
        signs = CodeSigns.query(text, from, to);
        while (reader.next()) {
            if (Plausibility.isNoise(text, reader) || isEnding(text)) {
                continue;
            }
            letters[reader.script] += reader.length;
            read++;
            if (reader.length == 1) {
                alone[reader.script]++;
                apart += Scripts.isDense(reader.script) ? 0 : 1;
            }
            if (isEcho()) {
                continue;
            }
            if (used + reader.length > chars.length) {
                chars = Arrays.copyOf(chars, 2 * chars.length);
            }
            System.arraycopy(reader.word, 0, chars, used, reader.length);
            if (3 * count + 3 > bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
            }
            bounds[3 * count] = used;
            bounds[3 * count + 1] = reader.length;
            bounds[3 * count + 2] = reader.script;
            count++;
            used += reader.length;
            if (reader.script == Scripts.LATIN) {
                signs += CodeSigns.weight(reader.word, reader.length);
            } else if (reader.script == Scripts.HAN) {
                han.add(reader.word, reader.length);
                garbled += halves(reader.word, reader.length);
            } else if (reader.script == Scripts.HEBREW) {
                yiddish += yiddishSigns(text, reader.start, reader.end);
            } else if (reader.script == Scripts.ARABIC || reader.script == Scripts.CYRILLIC) {
                owned += DecidingLetters.count(reader.word, reader.length);
            }
        }
        signs += reader.signs;
        reader.reset("", 0, 0); // no text outlives its call
    }

    /** Takes the letters and words of a script for those of another. */
    void claim(int from, int by) {
        letters[by] += letters[from];
        letters[from] = 0;
        alone[by] += alone[from];
        alone[from] = 0;
    }

    /** Whether what was read is an ending that may be left out, as in ami(e)s, ami·e·s and file(s): it is no word. */
    private boolean isEnding(CharSequence text) {
        int at = reader.start - 1;
        if (reader.length > MAX_ENDING || at < 1) {
            return false;
        }
        char before = text.charAt(at);
        boolean isOpen = (before == '(' || before == '\u00B7') && Character.isLetter(text.charAt(at - 1));
        return isOpen || (before == ')' && Character.isLetter(text.charAt(at - 1)));
    }

    /** Whether the word that was read is one of the two before it: a slogan says no more by being said again. */
    private boolean isEcho() {
        for (int w = count - 1; w >= Math.max(0, count - 2); w--) {
            int from = start(w);
            if (length(w) == reader.length
                    && Arrays.equals(chars, from, from + length(w), reader.word, 0, reader.length)) {
                return true;
            }
        }
        return false;
    }

    /** Ideographs that are an ASCII letter or blank with its two bytes in the wrong order. */
    private static int halves(char[] word, int length) {
        int halves = 0;
        for (int i = 0; i < length; i++) {
            halves += (word[i] & 0xFF) == 0 ? 1 : 0;
        }
        return halves;
    }

    /**
     * Whether what was read is no text of any language. That is so of letters set apart, a word over and over, letters
     * of faces, and bytes in the wrong order.
     */
    boolean isNoLanguage() {
        int all = 0;
        int scripts = 0;
        int single = 0;
        for (int s = Scripts.LATIN; s < letters.length; s++) {
            all += letters[s];
            scripts += letters[s] > 0 ? 1 : 0;
            single += alone[s];
        }
        boolean isApart = read >= SEVERAL && apart * 2 > all;
        boolean isFace = read > 1 && scripts > 1 && single == read;
        boolean isEcho = read >= SEVERAL && count == 1;
        return isApart || isFace || isEcho || garbled * 2 > all;
    }

    /** The language whose own letters the text has, none if there are too few. */
    @Nullable
    String owner(int script) {
        return owned * DecidingLetters.EVERY >= letters[script] && owned > 0 ? DecidingLetters.language(script) : null;
    }

    int start(int word) {
        return bounds[3 * word];
    }

    int length(int word) {
        return bounds[3 * word + 1];
    }

    int script(int word) {
        return bounds[3 * word + 2];
    }

    /** Yiddish has digraphs of its own, and writes its vowels as pointed alef, which Hebrew posts never do. */
    private static int yiddishSigns(CharSequence text, int start, int end) {
        int signs = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean pointedAlef =
                    c == 0x5D0 && i + 1 < end && (text.charAt(i + 1) == 0x5B7 || text.charAt(i + 1) == 0x5B8);
            if ((c >= 0x5F0 && c <= 0x5F2) || c == 0xFB2E || c == 0xFB2F || c == 0xFB1F || pointedAlef) {
                signs++;
            }
        }
        return signs;
    }
}
