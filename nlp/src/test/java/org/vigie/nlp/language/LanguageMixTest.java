/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageMixTest {
    private static LanguageGuess guess(String first, double p, String second, double q) {
        return new LanguageGuess(
                first,
                p,
                List.of(new LanguageGuess.Alternative(first, p), new LanguageGuess.Alternative(second, q)),
                "Latn");
    }

    private static List<LanguageGuess> collection() {
        List<LanguageGuess> guesses = new ArrayList<>(Collections.nCopies(700, guess("en", 0.9999, "nl", 0.0001)));
        guesses.addAll(Collections.nCopies(290, guess("fr", 0.9999, "oc", 0.0001)));
        guesses.addAll(Collections.nCopies(10, guess("cy", 0.6, "en", 0.3)));
        return guesses;
    }

    @Test
    void aDoubtfulTextIsInALanguageOfTheOthers() {
        LanguageMix mix = LanguageMix.of(collection());
        LanguageGuess again = mix.rescore(guess("cy", 0.6, "en", 0.3));
        assertThat(again.tag()).isEqualTo("en");
        assertThat(again.probability()).isGreaterThan(0.9);
        assertThat(again.script()).isEqualTo("Latn");
        assertThat(mix.shares().get("en")).isCloseTo(0.7, within(0.03));
        assertThat(mix.shares().get("fr")).isCloseTo(0.29, within(0.03));
        assertThat(mix.shares().values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aCertainTextKeepsItsLanguageHoweverRareThatIs() {
        LanguageMix mix = LanguageMix.of(collection());
        assertThat(mix.rescore(guess("it", 0.99, "co", 0.01)).tag()).isNotEqualTo("it");
        List<LanguageGuess> more = collection();
        more.add(guess("it", 0.99999, "co", 0.00001));
        assertThat(LanguageMix.of(more).rescore(more.get(more.size() - 1)).tag())
                .isEqualTo("it");
    }

    /** What a guess does not name is less likely than the last that it names. */
    @Test
    void aLargeLanguageClaimsNoTextThatIsHardlyInIt() {
        List<LanguageGuess> guesses = new ArrayList<>(Collections.nCopies(900, guess("it", 0.9999, "co", 0.0001)));
        guesses.addAll(Collections.nCopies(100, guess("pt", 0.6, "gl", 0.0001)));
        assertThat(LanguageMix.of(guesses)
                        .rescore(guess("pt", 0.6, "gl", 0.0001))
                        .tag())
                .isEqualTo("pt");
    }

    @Test
    void aTextIsInALanguageOfItsScript() {
        List<LanguageGuess> guesses = new ArrayList<>(Collections.nCopies(2_000, guess("it", 0.9999, "co", 0.0001)));
        LanguageGuess russian = new LanguageGuess(
                "ru",
                0.6,
                List.of(new LanguageGuess.Alternative("ru", 0.6), new LanguageGuess.Alternative("uk", 0.3)),
                "Cyrl");
        guesses.add(russian);
        LanguageGuess again = LanguageMix.of(guesses).rescore(russian);
        assertThat(again.tag()).isEqualTo("ru");
        assertThat(again.alternatives()).noneMatch(a -> a.tag().equals("it"));
    }

    @Test
    void fewTextsAreLeftAsTheyAre() {
        List<LanguageGuess> few = List.of(guess("cy", 0.6, "en", 0.3), guess("fr", 0.99, "oc", 0.01));
        assertThat(LanguageMix.of(few).rescore(few.get(0)).tag()).isEqualTo("cy");
    }

    @Test
    void nothingIsMadeOfNothing() {
        LanguageGuess und = LanguageGuess.undetermined(List.of(), "Zyyy");
        assertThat(LanguageMix.of(List.of()).shares()).isEmpty();
        assertThat(LanguageMix.of(List.of()).rescore(und)).isSameAs(und);
        assertThat(LanguageMix.of(List.of()).rescore(guess("fr", 0.9, "en", 0.1)))
                .isEqualTo(guess("fr", 0.9, "en", 0.1));
        LanguageMix mix = LanguageMix.of(List.of(und, und));
        assertThat(mix.shares()).containsOnlyKeys("und");
        assertThat(mix.rescore(und)).isSameAs(und);
    }

    @Test
    void theSameGuessesGiveTheSameMix() {
        assertThat(LanguageMix.of(collection()).shares())
                .isEqualTo(LanguageMix.of(collection()).shares());
    }
}
