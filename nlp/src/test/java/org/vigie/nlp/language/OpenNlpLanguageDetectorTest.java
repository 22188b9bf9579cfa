/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import org.junit.jupiter.api.Test;

class OpenNlpLanguageDetectorTest {
    private final LanguageIdentifier identifier = LanguageIdentifier.load();
    private final LanguageDetector detector = OpenNlpLanguageDetector.of(identifier);

    @Test
    void answersLikeTheIdentifier() {
        LanguageGuess guess = identifier.identify("Merci beaucoup pour votre aide");
        Language language = detector.predictLanguage("Merci beaucoup pour votre aide");
        assertThat(language.getLang()).isEqualTo("fr");
        assertThat(language.getConfidence()).isEqualTo(guess.probability());
        assertThat(detector.predictLanguages("Merci beaucoup pour votre aide")).hasSameSizeAs(guess.alternatives());
    }

    @Test
    void theLikeliestComesFirst() {
        Language[] languages = detector.predictLanguages(CharBuffer.wrap("vlada je lagala"));
        assertThat(languages)
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo((a, b) -> Double.compare(b.getConfidence(), a.getConfidence()));
        assertThat(detector.predictLanguage("vlada je lagala").getLang()).isEqualTo(languages[0].getLang());
        assertThat(detector.getSupportedLanguages()).contains(languages[0].getLang(), languages[1].getLang());
    }

    @Test
    void saysSoWhenNothingCanBeSaid() {
        Language[] languages = detector.predictLanguages("123");
        assertThat(languages).hasSize(1);
        assertThat(languages[0].getLang()).isEqualTo("und");
        assertThat(languages[0].getConfidence()).isZero();
    }

    @Test
    void listsItsLanguages() {
        assertThat(OpenNlpLanguageDetector.of(identifier.withLanguages(Set.of("fr", "en")))
                        .getSupportedLanguages())
                .containsExactly("en", "fr");
    }
}
