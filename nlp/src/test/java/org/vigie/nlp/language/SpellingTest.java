/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void serbianInCyrillicLettersTeachesTheLatinOnes() {
        assertThat(Spelling.SERBIAN_LATIN.of("Ђак учи, Њива и џеп! Abc")).isEqualTo("đak uči, njiva i džep! Abc");
    }

    @Test
    void uzbekInCyrillicLettersWhateverTheApostrophe() {
        assertThat(Spelling.UZBEK_CYRILLIC.of("Yangi qishloq, o‘zbek O'zbek oʻzbek; erta tong, kecha"))
                .isEqualTo("янги қишлоқ, ўзбек ўзбек ўзбек; эрта тонг, кеча");
    }

    @Test
    void azerbaijaniInArabicLettersLeavesShortVowelsOut() {
        assertThat(Spelling.AZERBAIJANI_ARABIC.of("Bu gün bizim kənddə")).isEqualTo("بو گون بیزیم کندده");
    }

    @Test
    void kazakhInArabicLetters() {
        assertThat(Spelling.KAZAKH_ARABIC.of("Халық күні")).isEqualTo("حالىق كۇنى");
    }

    @Test
    void punjabiInArabicLettersHasEndingsOfItsOwn() {
        assertThat(Spelling.PUNJABI_ARABIC.of("ਅੱਜ ਮੇਰੇ ਪਿੰਡ ਵਿੱਚ ਮੈਂ")).isEqualTo("اج میرے پنڈ وچ میں");
    }

    @Test
    void whatIsNotInTheTableStays() {
        for (Spelling spelling : List.of(
                Spelling.SERBIAN_LATIN,
                Spelling.UZBEK_CYRILLIC,
                Spelling.AZERBAIJANI_ARABIC,
                Spelling.KAZAKH_ARABIC,
                Spelling.PUNJABI_ARABIC)) {
            assertThat(spelling.of("")).isEmpty();
            assertThat(spelling.of("12 % 漢字 \uD83D\uDE00 \uD83D")).isEqualTo("12 % 漢字 \uD83D\uDE00 \uD83D");
        }
    }
}
