/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not change the language of a text: addresses, signs, writings of the same letters. */
class LanguageOfDisguisedTextTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();

    @Test
    void addressesAndTagsDoNotCount() {
        String text = "Merci beaucoup pour votre aide";
        LanguageGuess plain = IDENTIFIER.identify(text);
        assertThat(IDENTIFIER.identify(
                        "@TheEnglishGuy " + text + " #ThisIsTheEnd https://www.example.org/what-is-this"))
                .isEqualTo(plain);
        assertThat(IDENTIFIER.identify(text + " www.whatever.com john.smith@example.com"))
                .isEqualTo(plain);
    }

    @Test
    void upperCaseAndStretchingDoNotCount() {
        LanguageGuess plain = IDENTIFIER.identify("merci beaucoup pour votre aide");
        assertThat(IDENTIFIER.identify("MERCI BEAUCOUP POUR VOTRE AIDE")).isEqualTo(plain);
        assertThat(IDENTIFIER.identify("merciiiiii beaucooooup pour votre aideeee"))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ме\u0306не хвилю\u0308є, що коі\u0308ть влада",
                "Президент заявил о новой политике в районе",
                "오늘 회의는 취소되었습니다",
                "Çà et là, l'été a été très chaud à Nîmes",
                "Chính phủ đã nói dối về các con số",
                "آب و هوای تهران امروز خوب است",
                "আজ কোনো খবর নেই, সবাই ভালো আছে"
            })
    void decomposedTextIsTheSameText(String text) {
        assertThat(IDENTIFIER.identify(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(IDENTIFIER.identify(Normalizer.normalize(text, Normalizer.Form.NFC)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𝐥𝐞 𝐠𝐨𝐮𝐯𝐞𝐫𝐧𝐞𝐦𝐞𝐧𝐭 𝐚 𝐦𝐞𝐧𝐭𝐢",
                "le gоuvеrnеmеnt a mеnti",
                "l\u200Be gou\u200Bverne\u00ADment a men\u200Bti",
                "l\u0336e\u0336 g\u0336o\u0336u\u0336v\u0336e\u0336r\u0336n\u0336e\u0336m\u0336e\u0336n\u0336t\u0336 a menti",
                "ＬＥ ＧＯＵＶＥＲＮＥＭＥＮＴ Ａ ＭＥＮＴＩ"
            })
    void disguisesDoNotCount(String text) {
        assertThat(IDENTIFIER.identify(text)).isEqualTo(IDENTIFIER.identify("le gouvernement a menti"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[VIDÉO] Le ministre ment",
                "Cher(e)s ami(e)s, merci à tou(te)s",
                "Cher·e·s ami·e·s, merci à tou·te·s",
                "Le gouvernement = des menteurs",
                "j`ai vu l`homme hier soir",
                "Le ministre démissionne | Le Monde",
                "Rendez-vous à 20h30 place de la République 👏👏 #manif https://t.co/abc"
            })
    void postsWithSignsKeepTheirLanguage(String text) {
        assertThat(IDENTIFIER.withMinProbability(0.7).identify(text).tag()).isEqualTo("fr");
    }
}
