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

    /** Letters of a dense script for each of which one broken character is too much. */
    private static final int MANY_REPLACED = 8;

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

    /** Words that are one letter with its vowel signs, in scripts that have such signs. */
    private int syllables;

    /** How many words there are with those that only echo. */
    private int read;

    /** How many there are without those. */
    private int said;

    /** Letters of all scripts. */
    private int all;

    /** Whether all words are units after numbers, or letters that a face is drawn with. */
    private boolean isOfSigns;

    /** Characters that took the place of broken bytes. */
    private int replaced;

    /** Letters that only one language has. */
    private int owned;

    /** Letters of dense scripts between quotes or in brackets, by script; counted where there are others. */
    final int[] quoted = new int[Scripts.count()];

    private final Garbled garbled = new Garbled();

    void read(CharSequence text, int from, int to) {
        Arrays.fill(letters, 0);
        Arrays.fill(alone, 0);
        han.clear();
        garbled.clear();
        yiddish = 0;
        apart = 0;
        syllables = 0;
        read = 0;
        said = 0;
        all = 0;
        owned = 0;
        count = 0;
        int used = 0;
        int longest = 0;
        int noise = -1; // where the last word that is none lies
        int noiseEnd = -1;
        int spelled = -1; // where the last word ends that is ideographs one by one
        reader.reset(text, from, to);
        signs = CodeSigns.query(text, from, to);
        while (reader.next()) {
            if (Plausibility.isNoise(text, reader) || (reader.start == noiseEnd && isMore(text, noise))) {
                noise = reader.start;
                noiseEnd = reader.end;
                continue;
            }
            if (isEnding(text)) {
                continue;
            }
            letters[reader.script] += reader.length;
            all += reader.length;
            longest = Math.max(longest, reader.length);
            read++;
            if (reader.length == 1) {
                alone[reader.script]++;
                apart += Scripts.isDense(reader.script) ? 0 : 1;
            } else if (reader.script >= Scripts.DEVANAGARI && isSyllable()) {
                syllables++;
            }
            if (isEcho()) {
                continue;
            }
            said++;
            if (used + reader.length > chars.length) {
                chars = Arrays.copyOf(chars, 2 * chars.length);
            }
            System.arraycopy(reader.word, 0, chars, used, reader.length);
            used += reader.length;
            boolean isIdeograph = reader.script == Scripts.HAN && reader.length == 1;
            if (isIdeograph && spelled >= 0 && isAfterSpace(text, spelled) && length(count - 1) < WordReader.MAX_WORD) {
                bounds[3 * count - 2]++;
            } else {
                if (3 * count + 3 > bounds.length) {
                    bounds = Arrays.copyOf(bounds, 2 * bounds.length);
                }
                bounds[3 * count] = used - reader.length;
                bounds[3 * count + 1] = reader.length;
                bounds[3 * count + 2] = reader.script;
                count++;
            }
            spelled = isIdeograph ? reader.end : -1;
            if (reader.script == Scripts.LATIN) {
                signs += CodeSigns.weight(reader.word, reader.length);
            } else if (reader.script == Scripts.HAN) {
                han.add(reader.word, reader.length);
                garbled.add(reader.word, reader.length);
            } else if (reader.script == Scripts.HANGUL) {
                garbled.add(reader.word, reader.length);
            } else if (reader.script == Scripts.HEBREW) {
                yiddish += yiddishSigns(text, reader.start, reader.end);
            } else if (reader.script == Scripts.ARABIC || reader.script == Scripts.CYRILLIC) {
                owned += DecidingLetters.count(reader.word, reader.length);
            }
        }
        signs += reader.signs;
        replaced = reader.replaced;
        isOfSigns = (longest == 1 && Plausibility.isDrawn(text, from, to))
                || (longest <= 3 && read > 1 && isOfUnits(text, from, to));
        int dense = dense();
        if (dense > 0) {
            Arrays.fill(quoted, 0);
            if (Math.max(letters[Scripts.HAN], letters[Scripts.HANGUL]) < all) {
                Quotes.count(text, from, to, quoted);
            }
        }
        reader.reset("", 0, 0); // no text outlives its call
    }

    /** Other scripts have words that are as short as units. */
    private boolean isOfUnits(CharSequence text, int from, int to) {
        return letters[Scripts.LATIN] + letters[Scripts.CYRILLIC] == all && Plausibility.areUnits(text, from, to);
    }

    private int dense() {
        return letters[Scripts.HAN] + letters[Scripts.KANA] + letters[Scripts.HANGUL];
    }

    /** Whether what was read is only more of the word before it, which was longer than words can be. */
    private boolean isMore(CharSequence text, int before) {
        String whole = text.subSequence(before, reader.end).toString();
        return whole.indexOf(whole.substring(reader.start - before)) < reader.start - before;
    }

    /** Whether there are but spaces between a place and the word that was read. */
    private boolean isAfterSpace(CharSequence text, int from) {
        int at = reader.start;
        while (at > from && (text.charAt(at - 1) <= ' ' || text.charAt(at - 1) == 0x3000)) {
            at--;
        }
        return at == from;
    }

    /** Whether the word that was read is a letter with marks that are letters to {@link Scripts}. */
    private boolean isSyllable() {
        if (reader.length > 3) {
            return false;
        }
        for (int i = 1; i < reader.length; i++) {
            int type = Character.getType(reader.word[i]);
            if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
                return false;
            }
        }
        return true;
    }

    /** Takes the letters and words of a script for those of another. */
    void claim(int from, int by) {
        letters[by] += letters[from];
        letters[from] = 0;
        alone[by] += alone[from];
        alone[from] = 0;
        quoted[by] += quoted[from];
        quoted[from] = 0;
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

    /**
     * Whether what was read is no text of any language. That is so of letters set apart, a word over and over, letters
     * of faces, measures, laughter alone, and bytes of another encoding.
     */
    boolean isNoLanguage() {
        int scripts = 0;
        int single = 0;
        for (int s = Scripts.LATIN; s < letters.length; s++) {
            scripts += letters[s] > 0 ? 1 : 0;
            single += alone[s];
        }
        boolean isApart = read >= SEVERAL && apart * 2 > all;
        boolean isSpelled = read > SEVERAL && single + syllables == read && SEVERAL * apart > read;
        boolean isFace = read > 1 && scripts > 1 && single == read;
        boolean isEcho = read >= SEVERAL && said == 1;
        int dense = dense();
        boolean isBroken = replaced >= SEVERAL && replaced * MANY_REPLACED >= dense && dense * 2 > all;
        return all == 0 || isApart || isSpelled || isFace || isEcho || isOfSigns || isBroken || garbled.isMost(all);
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
