/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Makes what no language should be seen in, to train against. These are texts of other scripts, spelled in Latin
 * letters as people spell them when they chat, and letters struck at random. The spelling need not be right, only
 * likely.
 */
final class Romaniser {
    /** Macedonian and Serbian stay away: their Latin spelling is a language of its own. */
    static final Set<String> LANGUAGES = Set.of(
            "ru", "uk", "bg", "el", "ar", "fa", "ur", "he", "hi", "mr", "bn", "pa", "gu", "ta", "te", "kn", "ml", "ko",
            "ja", "ka", "hy", "am");

    /** Readings of which one is given to each ideograph: what is written in kana is not half of a Japanese text. */
    private static final List<String> READINGS = List.of(
            "watashi", "kyou", "sei", "kai", "ji", "hito", "koto", "shin", "kan", "dai", "kou", "mi", "hon", "nichi",
            "kuni", "toki", "ima", "gaku", "sen", "omo", "tai", "bun", "kawa", "yama", "kin", "ryo", "you", "jin",
            "mae", "ato", "naka", "shou", "ken", "tsu", "ka", "ki", "shi", "te", "me", "ko", "i", "ta", "nai", "hou");

    private static final Map<Character, String[]> LETTERS = new HashMap<>();

    /** The consonants of scripts that leave vowels out. */
    private static final String BARE = "بتثجحخدذرزسشصضطظغفقكلمنهپچژگکבגדהזחטכלמנסעפצקרשתךםןףץ";

    private static final List<String> INITIALS =
            List.of("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h");
    private static final List<String> MEDIALS = List.of(
            "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
            "eu", "ui", "i");
    private static final List<String> FINALS = List.of(
            "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t",
            "ng", "t", "t", "k", "t", "p", "t");

    /** Consonants, vowels and vowel signs of Devanagari; the other Indic scripts have them in the same order. */
    private static final String INDIC = "ँ n ं n|m ः h अ a आ a|aa इ i ई i|ee उ u ऊ u|oo ऋ ri ए e ऐ ai ओ o औ au|ou"
            + " क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n प p फ f|ph"
            + " ब b भ bh म m य y र r ल l ळ l व v|w श sh ष sh स s ह h ा a|aa ि i ी i|ee ु u ू u|oo ृ ri े e ै ai ो o"
            + " ौ au|ou ् -";

    /** Consonants of the Ethiopic syllables, eight of each. */
    private static final List<String> ETHIOPIC = List.of(
            "h", "l", "h", "m", "s", "r", "s", "sh", "q", "qw", "q", "qw", "b", "v", "t", "ch", "h", "hw", "n", "ny",
            "", "k", "kw", "kh", "kw", "w", "a", "z", "zh", "y", "d", "d", "j", "g", "gw", "g", "t", "ch", "p", "ts",
            "ts", "f", "p");

    private static final List<String> ETHIOPIC_VOWELS = List.of("e", "u", "i", "a", "e", "i", "o", "wa");

    private static final String KANA =
            "あ a い i う u え e お o か ka き ki く ku け ke こ ko が ga ぎ gi ぐ gu げ ge ご go さ sa し shi"
                    + " す su せ se そ so ざ za じ ji ず zu ぜ ze ぞ zo た ta ち chi つ tsu て te と to だ da ぢ ji づ zu で de ど do な na"
                    + " に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po"
                    + " ま ma み mi む mu め me も mo や ya ゆ yu よ yo ら ra り ri る ru れ re ろ ro わ wa を o|wo ん n ゃ ya ゅ yu ょ yo"
                    + " っ t ー -";

    static {
        // Alternatives stand between bars; a hyphen is nothing.
        letters("а a б b в v г g д d е e ё yo|e ж zh з z и i й y|j к k л l м m н n о o п p р r с s т t у u ф f"
                + " х kh|h|x ц ts|c ч ch|4 ш sh щ sh|shch ъ - ы y|i ь - э e ю yu|ju я ya|ja і i ї yi|i є ye|ie ґ g");
        letters("α a β v γ g δ d ε e ζ z η i|h θ th|8 ι i κ k λ l μ m ν n ξ ks|x ο o π p ρ r σ s ς s τ t υ y|u φ f"
                + " χ h|x ψ ps ω o|w");
        letters("ا a ب b ت t ث th ج j|g ح h|7 خ kh|5 د d ذ z ر r ز z س s ش sh|ch ص s ض d ط t ظ z ع 3|a غ gh ف f"
                + " ق q|k ك k ل l م m ن n ه h و ou|o|w ي i|y ة a ى a أ a|2a إ i آ a ؤ o ئ e پ p چ ch ژ zh گ g ی i|y"
                + " ک k ٹ t ڈ d ڑ r ں n ہ h ھ h ے e");
        letters("ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p|f ქ k|q ღ gh|g"
                + " ყ q|k შ sh ჩ ch ც ts|c ძ dz წ ts|w ჭ ch ხ kh|x ჯ j ჰ h");
        letters("ա a բ b գ g դ d ե e|ye զ z է e ը y|e թ t ժ zh ի i լ l խ kh|x ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n"
                + " շ sh ո o|vo չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts|c ւ u փ p ք k|q և ev օ o ֆ f");
        letters("א a ב b|v ג g ד d ה h ו o|u|v ז z ח h|ch ט t י i|y כ k|ch ך ch ל l מ m ם m נ n ן n ס s ע a פ p|f"
                + " ף f צ tz ץ tz ק k ר r ש sh ת t");
        letters(INDIC);
        letters(KANA);
    }

    private final SplittableRandom random;
    private final StringBuilder out = new StringBuilder();

    Romaniser(SplittableRandom random) {
        this.random = random;
    }

    private static void letters(String pairs) {
        String[] parts = pairs.split(" ", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            LETTERS.put(parts[i].charAt(0), parts[i + 1].replace("-", "").split("\\|", -1));
        }
    }

    /** A line in Latin letters, in one of several habits of spelling. */
    String romanise(String line) {
        int habit = random.nextInt(12);
        out.setLength(0);
        String text = Normalizer.normalize(line, Normalizer.Form.NFC).toLowerCase(java.util.Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c >= 0xAC00 && c <= 0xD7A3) {
                int syllable = c - 0xAC00;
                out.append(INITIALS.get(syllable / 588))
                        .append(MEDIALS.get(syllable / 28 % 21))
                        .append(FINALS.get(syllable % 28));
            } else if (c >= 0x900 && c < 0xD80) {
                indic(c, next, habit);
            } else if (c >= 0x1200 && c < 0x1358) {
                out.append(ETHIOPIC.get((c - 0x1200) / 8)).append(ETHIOPIC_VOWELS.get(c % 8));
            } else if (Scripts.of(c) == Scripts.HAN) {
                out.append(READINGS.get(c % READINGS.size()));
            } else {
                char letter = c >= 0x30A1 && c <= 0x30F6 ? (char) (c - 0x60) : plain(c);
                String[] choices = LETTERS.get(letter);
                if (choices != null) {
                    out.append(choices[habit % choices.length]);
                    if (BARE.indexOf(letter) >= 0 && BARE.indexOf(next) >= 0 && random.nextInt(5) > 0) {
                        out.append("aaaeei".charAt(random.nextInt(6)));
                    }
                } else if (Scripts.of(c) == Scripts.NONE) {
                    out.append(c);
                }
            }
        }
        return out.toString();
    }

    /** A consonant without a vowel sign is spoken with an a, except at the end of a word. */
    private void indic(char c, char next, int habit) {
        char letter = (char) (0x900 + (c & 0x7F));
        String[] choices = LETTERS.get(letter);
        if (choices == null) {
            return;
        }
        out.append(choices[habit % choices.length]);
        int following = next & 0x7F;
        boolean consonant = letter >= 0x915 && letter <= 0x939;
        boolean sign = next >= 0x900 && next < 0xD80 && (following >= 0x3C && following <= 0x4D);
        if (consonant && !sign && Scripts.of(next) > Scripts.INHERITED) {
            out.append('a');
        }
    }

    private static char plain(char c) {
        return c < 0x80
                ? c
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }

    /** Lines of letters without sense: struck at random, or along the rows of a keyboard. */
    List<String> noise(int lines) {
        List<String> rows = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz");
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            StringBuilder line = new StringBuilder();
            int habit = random.nextInt(4);
            for (int w = 1 + random.nextInt(6); w > 0; w--) {
                int length = 3 + random.nextInt(8);
                for (int c = 0; c < length; c++) {
                    String row = rows.get(habit < 2 ? 3 : random.nextInt(4) > 0 ? habit - 1 : random.nextInt(3));
                    line.append(row.charAt(random.nextInt(row.length())));
                }
                line.append(' ');
            }
            result.add(line.toString());
        }
        return result;
    }
}
