/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.nlp.CountedText;

/** Any text, however long or hostile, in time that grows with it, and on any thread. */
class LanguageWorkTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le the ",
                "a.",
                "ab.cd",
                "аa",
                "aбaб",
                "e\u0301",
                "(((((",
                "a(",
                "漢か",
                "ᄒ\u1161\u11AB",
                "-a--a ::",
                "\"a ",
                "中 ",
                "「か漢",
                "1 km/",
                "T_",
                "ha",
                "加油去"
            })
    void workGrowsWithTheText(String piece) {
        CountedText text = new CountedText(piece.repeat(LanguageIdentifier.MAX_CHARACTERS / piece.length()));
        Words words = new Words();
        words.read(text, 0, text.length());
        assertThat(text.looks()).isLessThan(150L * text.length());
        assertThat(IDENTIFIER.identify(text.toString())).isNotNull();
        assertThat(IDENTIFIER.spans(text.toString())).isNotEmpty();
        CountedText.assertLinear(piece, LanguageIdentifier.MAX_CHARACTERS, 150, IDENTIFIER::guess);
        // Each word is read by itself, in windows of three, and as a token of the path.
        CountedText.assertLinear(piece, LanguageIdentifier.MAX_CHARACTERS, 900, IDENTIFIER::parts);
        CountedText.assertLinear(
                piece, LanguageIdentifier.MAX_CHARACTERS, 1_800, IDENTIFIER.withMinProbability(0.9)::parts);
    }

    @Test
    void readsNoMoreThanTheLimit() {
        String limit = "Merci beaucoup pour votre aide. ".repeat(LanguageIdentifier.MAX_CHARACTERS / 32);
        assertThat(IDENTIFIER
                        .identify(limit + "thank you for all the help ".repeat(300_000))
                        .tag())
                .isEqualTo("fr");
    }

    @Test
    void survivesTenMegabytesOfNoise() {
        Random random = new Random(1);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 10_000_000; i++) {
            noise.append((char) random.nextInt(0x10000));
        }
        assertThat(IDENTIFIER.identify(noise.toString())).isNotNull();
        assertThat(IDENTIFIER.spans(noise.toString())).isNotEmpty();
    }

    @Test
    void threadsShareOneIdentifier() {
        List<String> texts =
                List.of("bonjour tout le monde", "hello everybody", "guten Morgen zusammen", "добрий ранок");
        List<LanguageGuess> alone = texts.stream().map(IDENTIFIER::identify).toList();
        assertThat(IntStream.range(0, 2000)
                        .parallel()
                        .allMatch(i -> IDENTIFIER.identify(texts.get(i % 4)).equals(alone.get(i % 4))))
                .isTrue();
    }
}
