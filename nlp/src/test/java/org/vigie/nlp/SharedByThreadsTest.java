/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.comparison.TextComparison;
import org.vigie.nlp.duplicate.CandidateMethod;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.language.LanguageMix;
import org.vigie.nlp.text.NormalizedText;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextEntities;
import org.vigie.nlp.text.TextNormalizer;

/** One object that is called thread-safe, shared by four threads, answers each of them as it answers one. */
class SharedByThreadsTest {
    private static final List<String> TEXTS = List.of(
            "The ferry to Kettlebrae leaves at nine, and nobody told us!!",
            "RT @ana: The ferry to Kettlebrae leaves at nine and nobody told them https://example.org/a",
            "Le bac de Kettlebrae part à neuf heures, et personne ne nous a prévenus #bac",
            "Паром отходит в девять, и никто нас не предупредил",
            "渡船九点开，没有人告诉我们。",
            "",
            "Fresh bread at the market this morning &amp; coffee",
            "Тhe fеrry tо Kеttlebrae leaves at nine, and nobody told us");

    private static <R> void assertShared(Function<String, R> verb) throws Exception {
        List<R> alone = TEXTS.stream().map(verb).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<R>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String text = TEXTS.get(i % TEXTS.size());
                answers.add(threads.submit(() -> verb.apply(text)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(alone.get(i % TEXTS.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void normalisers() throws Exception {
        TextNormalizer social = TextNormalizer.social();
        assertShared(social::normalize);
        assertShared(text -> {
            NormalizedText aligned = social.align(text);
            return List.of(aligned.text(), aligned.residue());
        });
    }

    @Test
    void shinglersAndEntities() throws Exception {
        for (Shingler shingler : List.of(Shingler.characters(5), Shingler.words(2), Shingler.forScript())) {
            assertShared(text -> Arrays.stream(shingler.shingles(text)).boxed().toList());
        }
        assertShared(TextEntities::of);
        assertShared(text -> TextComparison.of(text, TEXTS.get(0)));
    }

    @Test
    void searches() throws Exception {
        for (CandidateMethod method : CandidateMethod.values()) {
            NearDuplicates search = NearDuplicates.withDefaults().withMethod(method);
            assertShared(text -> {
                List<String> texts = new ArrayList<>(TEXTS);
                texts.add(text + " again");
                return search.detect(texts).pairs();
            });
        }
    }

    @Test
    void languages() throws Exception {
        LanguageIdentifier identifier = LanguageIdentifier.withDefaults();
        assertShared(identifier::identify);
        LanguageMix mix =
                LanguageMix.of(TEXTS.stream().map(identifier::identify).toList());
        assertShared(text -> mix.rescore(identifier.identify(text)));
    }
}
