/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTagsTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.withDefaults();

    @ParameterizedTest
    @CsvSource({
        "no, nb nn",
        "iw, he",
        "in, id",
        "ji, yi",
        "tl, tl",
        "fil, tl",
        "eng, en",
        "fre, fr",
        "fra, fr",
        "deu, de",
        "zh-CN, zh",
        "zh_Hant_TW, zh",
        "pt-BR, pt",
        "sh, bs hr sr",
        "EN, en",
        "' fr ', fr",
        "heb, he",
        "ind, id",
        "yid, yi",
        "sr-Latn, sr",
        "nno, nn",
        "sr@latin, sr",
        "sr_RS@latin, sr",
        "fr_FR.UTF-8, fr",
        "yue, zh",
        "kmr, ku",
        "gaz, om",
        "quy, qu",
        "gug, gn",
        "ike, iu",
        "ydd, yi",
        "arz, ar",
        "scr, hr",
        "mol, ro"
    })
    void tagsAreUnderstoodAsPeopleWriteThem(String written, String expected) {
        assertThat(IDENTIFIER.withLanguages(Set.of(written)).languages()).containsExactly(expected.split(" ", -1));
    }

    @Test
    void everyTagStandsForItself() {
        for (String tag : IDENTIFIER.languages()) {
            assertThat(LanguageTags.meant(tag, IDENTIFIER.languages())).containsExactly(tag);
        }
    }

    @Test
    void unknownTagsAreNamed() {
        for (String tag : Arrays.asList("xx", "", "-", "english", "und")) {
            assertThatThrownBy(() -> IDENTIFIER.withLanguages(Set.of("en", tag)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("language must be a known tag but was " + tag);
        }
    }
}
