/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.text.Normalizer;

/**
 * Letters in disguise. These are Latin letters in bold, script, circled and other styles that Unicode has as signs.
 * And these are words that mix alphabets by letters that look the same. Both are common in posts that want to stand
 * out or to slip by.
 */
final class Lookalikes {
    /** What looks the same, Cyrillic or Greek first, then Latin. */
    private static final String TO_LATIN =
            "аaеeоoрpсcуyхxѕsіiјjһhԁdԛqԝwӏlАaВbЕeКkМmНhОoРpСcТtХxУyЅsІiЈj" + "αaιiνvοoρpυuΑaΒbΕeΖzΗhΙiΚkΜmΝnΟoΡpΤtΥyΧx";

    /** What is met in Cyrillic words, Latin first; a letter more, and borrowed beginnings would count as Cyrillic. */
    private static final String TO_CYRILLIC = "aаeеoоpрcсyуxхiіjјəәAаBвEеKкMмHнOоPрCсTтXхYуIіJјƏә";

    private static final char[] LATIN = table(TO_LATIN);
    private static final char[] CYRILLIC = table(TO_CYRILLIC);

    private Lookalikes() {}

    private static char[] table(String pairs) {
        char[] table = new char[0x530];
        for (int i = 0; i < pairs.length(); i += 2) {
            table[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
        return table;
    }

    /** A letter as one of the script, lower case where it is another; 0 when none of the script looks like it. */
    static char as(int script, char c) {
        if (Scripts.of(c) == script) {
            return c;
        }
        return c < LATIN.length ? (script == Scripts.LATIN ? LATIN : CYRILLIC)[c] : 0;
    }

    /** Whether two scripts have letters that look the same. */
    static boolean haveSome(int script, int other) {
        return (script == Scripts.LATIN && (other == Scripts.CYRILLIC || other == Scripts.GREEK))
                || (other == Scripts.LATIN && (script == Scripts.CYRILLIC || script == Scripts.GREEK));
    }

    /** The plain small letter of a styled Latin letter at a place, 0 when there is none. */
    static char plain(CharSequence text, int at, int limit) {
        char c = text.charAt(at);
        if (c >= 0x24B6 && c <= 0x24E9) {
            return letter(c - 0x24B6);
        }
        if ((c >= 0x1D2C && c <= 0x1DBF) || (c >= 0x2071 && c <= 0x209C) || (c >= 0x2102 && c <= 0x2134)) {
            return small(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
        }
        if ((c != 0xD835 && c != 0xD83C) || at + 1 >= limit) {
            return 0;
        }
        int point = Character.toCodePoint(c, text.charAt(at + 1));
        if (point >= 0x1D400 && point <= 0x1D6A3) {
            return letter(point - 0x1D400);
        }
        // In brackets, in squares, white on circles and on squares: the alphabets stand 32 apart.
        int place = point - 0x1F110;
        return place >= 0 && place < 0x80 && place % 32 < 26 ? letter(place % 32) : 0;
    }

    private static char letter(int place) {
        return (char) ('a' + place % 26);
    }

    private static char small(String letter) {
        char c = letter.length() == 1 ? Character.toLowerCase(letter.charAt(0)) : 0;
        return c >= 'a' && c <= 'z' ? c : 0;
    }
}
