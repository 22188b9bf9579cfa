/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Languages that are written in two alphabets: texts in one of them train the other. Letters are replaced by a table,
 * the longest sequence first, so the result is a spelling that people would read, not always the one that they write.
 */
final class Spelling {
    private static final String NOTHING = "-";
    private static final String BEGIN = "^";
    private static final String END = "$";

    /** Serbian Cyrillic in Latin letters, which stand for each other one by one. */
    static final Spelling SERBIAN_LATIN = new Spelling(
            "а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l м m н n о o п p р r с s т t ћ ć у u ф f х h ц c ч č"
                    + " ш š љ lj њ nj џ dž");

    /** Uzbek Latin in Cyrillic letters; the apostrophe of o' and g' is typed in many ways. */
    static final Spelling UZBEK_CYRILLIC = new Spelling(
            "a а b б d д ^e э e е f ф g г h ҳ i и j ж k к l л m м n н o о p п q қ r р s с t т u у v в x х y й z з"
                    + " o‘ ў oʻ ў o' ў o` ў o’ ў g‘ ғ gʻ ғ g' ғ g` ғ g’ ғ sh ш ch ч yo ё yu ю ya я ye е ts ц ’ ъ ' ъ ʼ ъ"
                    + " yo‘ йў yoʻ йў yo' йў yo` йў yo’ йў");

    /** Azerbaijani Latin in Arabic letters, as in Iran. Short vowels are left out within words. */
    static final Spelling AZERBAIJANI_ARABIC = new Spelling(
            "a ا ^a آ b ب c ج ç چ d د e ئ ^e ائ ə - ^ə ا ə$ ه f ف g گ ğ غ h ه x خ ı ی ^ı ای i ی ^i ای j ژ k ک q ق"
                    + " l ل m م n ن o و ^o او ö ؤ ^ö اؤ p پ r ر s س ş ش t ت u و ^u او ü و ^ü او v و y ی z ز");

    /** Kazakh Cyrillic in Arabic letters, as in China; the hamza of soft words is left out, as most do. */
    static final Spelling KAZAKH_ARABIC = new Spelling(
            "а ا ә ا б ب в ۆ г گ ғ ع д د е ە ё يو ж ج з ز и ي й ي к ك қ ق л ل м م н ن ң ڭ о و ө و п پ р ر с س т ت у ۋ"
                    + " ұ ۇ ү ۇ ф ف х ح һ ھ ц تس ч چ ш ش щ شش ъ - ы ى і ى ь - э ە ю يۋ я يا");

    /** Punjabi Gurmukhi in Arabic letters, as in Pakistan. */
    static final Spelling PUNJABI_ARABIC = new Spelling(
            "ਅ ا ਆ آ ਇ ا ਈ ای ਉ ا ਊ او ਏ ای ਐ ای ਓ او ਔ او ਾ ا ਿ - ੀ ی ੁ - ੂ و ੇ ی ੇ$ ے ੈ ی ੈ$ ے ੋ و ੌ و ਂ ن ਂ$ ں ੰ ن ੱ -"
                    + " ਕ ک ਖ کھ ਗ گ ਘ گھ ਙ ن ਚ چ ਛ چھ ਜ ج ਝ جھ ਞ ن ਟ ٹ ਠ ٹھ ਡ ڈ ਢ ڈھ ਣ ن ਤ ت ਥ تھ ਦ د ਧ دھ ਨ ن ਪ پ ਫ پھ ਬ ب ਭ بھ"
                    + " ਮ م ਯ ی ਰ ر ਲ ل ਲ਼ ل ਵ و ੜ ڑ ਸ਼ ش ਸ س ਹ ہ ਖ਼ خ ਗ਼ غ ਜ਼ ز ਫ਼ ف ੍ -");

    private final Map<String, String> letters = new HashMap<>();
    private final int longest;

    /** From pairs of a sequence and what it becomes; {@code ^} and {@code $} bind it to the ends of a word. */
    private Spelling(String pairs) {
        String[] parts = Normalizer.normalize(pairs, Normalizer.Form.NFC).split(" ", -1);
        int most = 1;
        for (int i = 0; i < parts.length; i += 2) {
            letters.put(parts[i], parts[i + 1].equals(NOTHING) ? "" : parts[i + 1]);
            most = Math.max(most, parts[i].length());
        }
        longest = most;
    }

    /** A text in the other alphabet; characters that are not in the table stay. */
    String of(String line) {
        String text = Normalizer.normalize(line, Normalizer.Form.NFC);
        StringBuilder spelled = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); ) {
            int length = Math.min(longest, text.length() - i);
            String found = null;
            while (found == null && length > 0) {
                found = letters(text, i, i + length);
                length -= found == null ? 1 : 0;
            }
            spelled.append(found == null ? text.charAt(i) : found);
            i += Math.max(1, length);
        }
        return spelled.toString();
    }

    private @Nullable String letters(String text, int from, int to) {
        StringBuilder small = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            small.append(Character.toLowerCase(text.charAt(i)));
        }
        String key = small.toString();
        boolean begins = from == 0 || !isOfWord(text.charAt(from - 1));
        boolean ends = to == text.length() || !isOfWord(text.charAt(to));
        String bound = begins ? letters.get(BEGIN + key) : null;
        bound = bound == null && ends ? letters.get(key + END) : bound;
        return bound == null ? letters.get(key) : bound;
    }

    private static boolean isOfWord(char c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
