/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.text.Normalizer;

/** Spells Latin letters without their accents, as people do on phones, so that training sees such texts too. */
final class Unaccented {
    private static final char[] PLAIN = plain();

    private Unaccented() {}

    private static char[] plain() {
        char[] table = new char[0x2000];
        for (char c = 0; c < table.length; c++) {
            table[c] = c;
            if (c >= 0x80 && Scripts.of(c) == Scripts.LATIN) {
                table[c] = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .charAt(0);
            }
        }
        table['ø'] = 'o';
        table['đ'] = 'd';
        table['ł'] = 'l';
        table['ı'] = 'i';
        return table;
    }

    static void apply(char[] word, int length) {
        for (int i = 0; i < length; i++) {
            word[i] = word[i] < PLAIN.length ? PLAIN[word[i]] : word[i];
        }
    }
}
