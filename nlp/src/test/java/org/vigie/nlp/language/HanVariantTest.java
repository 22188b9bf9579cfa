/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

class HanVariantTest {
    private static String code(String text) {
        HanVariant variant = new HanVariant();
        variant.add(text.toCharArray(), text.length());
        return variant.code();
    }

    @Test
    void tellsTheVariants() {
        assertThat(code("这个国家")).isEqualTo("Hans");
        assertThat(code("這個國家")).isEqualTo("Hant");
        assertThat(code("人口")).isEqualTo("Hani");
        assertThat(code("国國")).isEqualTo("Hani");
    }

    @Test
    void agreesWithUnicodeOnEveryCharacterThatCounts() {
        Transliterator toTraditional = Transliterator.getInstance("Simplified-Traditional");
        Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
        for (char c = 0x4E00; c < 0x9FFF; c++) {
            String text = String.valueOf(c);
            String code = code(text);
            if (code.equals("Hans")) {
                assertThat(toTraditional.transliterate(text))
                        .as("simplified " + text)
                        .isNotEqualTo(text);
            } else if (code.equals("Hant")) {
                assertThat(toSimplified.transliterate(text))
                        .as("traditional " + text)
                        .isNotEqualTo(text);
            }
        }
    }
}
