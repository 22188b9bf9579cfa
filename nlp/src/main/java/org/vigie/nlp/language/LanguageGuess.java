/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.List;

/**
 * The language of a text, with what else it may be.
 *
 * @param tag ISO 639-1 code, 639-3 where none exists, {@code und} when nothing can be said; without a script, see
 *     {@link #languageTag()}
 * @param probability calibrated probability of the tag in [0, 1]; 0 for {@code und}
 * @param alternatives the likeliest languages in falling order of probability, the tag itself first, at most five.
 *     Filled also when the identifier abstains for want of probability
 * @param script ISO 15924 code of the script that most letters are in, such as {@code Latn}; {@code Hans} and
 *     {@code Hant} for simplified and traditional Chinese, {@code Hani} when the characters do not tell,
 *     {@code Jpan} for Japanese even without kana;
 *     {@code Zyyy} without letters
 */
public record LanguageGuess(String tag, double probability, List<Alternative> alternatives, String script) {

    /** The tag of a text whose language cannot be said. */
    public static final String UNDETERMINED = "und";

    /**
     * A language and how likely it is.
     *
     * @param tag language
     * @param probability in [0, 1]
     */
    public record Alternative(String tag, double probability) {}

    /**
     * Copies the list.
     *
     * @param tag language
     * @param probability in [0, 1]
     * @param alternatives most likely first
     * @param script ISO 15924 code
     */
    public LanguageGuess {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The guess of no language.
     *
     * @param alternatives what was in question
     * @param script the script of the text
     * @return an undetermined guess
     */
    static LanguageGuess undetermined(List<Alternative> alternatives, String script) {
        return new LanguageGuess(UNDETERMINED, 0, alternatives, script);
    }

    /**
     * Whether a language was found.
     *
     * @return false for {@code und}
     */
    public boolean isDetermined() {
        return !tag.equals(UNDETERMINED);
    }

    /**
     * The BCP 47 tag, with the script where the language is written in several: {@code zh-Hans}, {@code zh-Hant},
     * {@code sr-Cyrl}, {@code sr-Latn}; the plain tag otherwise.
     *
     * @return the tag
     */
    public String languageTag() {
        boolean chinese = tag.equals("zh") && (script.equals("Hans") || script.equals("Hant"));
        boolean serbian = tag.equals("sr") && (script.equals("Cyrl") || script.equals("Latn"));
        return chinese || serbian ? tag + "-" + script : tag;
    }
}
