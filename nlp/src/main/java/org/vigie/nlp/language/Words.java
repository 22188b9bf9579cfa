/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;

/** All words of a text, cleaned, end to end; serves one text at a time on one thread. */
final class Words {
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

    void read(CharSequence text, int from, int to) {
        Arrays.fill(letters, 0);
        han.clear();
        yiddish = 0;
        count = 0;
        int used = 0;
        reader.reset(text, from, to);
        signs = CodeSigns.query(text, from, to);
        while (reader.next()) {
            if (Plausibility.isNoise(text, reader)) {
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
            letters[reader.script] += reader.length;
            if (reader.script == Scripts.LATIN) {
                signs += CodeSigns.weight(reader.word, reader.length);
            } else if (reader.script == Scripts.HAN) {
                han.add(reader.word, reader.length);
            } else if (reader.script == Scripts.HEBREW) {
                yiddish += yiddishSigns(text, reader.start, reader.end);
            }
        }
        signs += reader.signs;
        reader.reset("", 0, 0); // no text outlives its call
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
