/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;

/**
 * The identifier as an OpenNLP language detector, for pipelines that are built on Apache OpenNLP.
 *
 * <p>Needs opennlp-tools on the class path, which Vigie itself does not bring along. Languages are the tags of
 * {@link LanguageIdentifier} (ISO 639-1 where one exists), not OpenNLP's ISO 639-3. Immutable and thread-safe.
 */
@SuppressWarnings("exports") // who calls this class has OpenNLP; nobody else should be made to depend on it
public final class OpenNlpLanguageDetector implements LanguageDetector {
    private final LanguageIdentifier identifier;

    private OpenNlpLanguageDetector(LanguageIdentifier identifier) {
        this.identifier = identifier;
    }

    /**
     * A detector over an identifier.
     *
     * @param identifier decides
     * @return the detector
     */
    public static OpenNlpLanguageDetector of(LanguageIdentifier identifier) {
        return new OpenNlpLanguageDetector(identifier);
    }

    /**
     * The likeliest languages, most likely first; one {@code und} with confidence 0 when nothing can be said.
     *
     * @param content the text
     * @return at least one language
     */
    @Override
    public Language[] predictLanguages(CharSequence content) {
        LanguageGuess guess = identifier.identify(content.toString());
        if (!guess.isDetermined()) {
            return new Language[] {new Language(guess.tag(), 0)};
        }
        return guess.alternatives().stream()
                .map(a -> new Language(a.tag(), a.probability()))
                .toArray(Language[]::new);
    }

    /**
     * The likeliest language.
     *
     * @param content the text
     * @return the language, {@code und} when nothing can be said
     */
    @Override
    public Language predictLanguage(CharSequence content) {
        return predictLanguages(content)[0];
    }

    @Override
    public String[] getSupportedLanguages() {
        return identifier.languages().toArray(String[]::new);
    }
}
