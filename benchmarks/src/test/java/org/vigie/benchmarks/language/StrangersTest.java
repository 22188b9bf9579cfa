/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.language.LanguageModelTrainer;

/** The lists of close neighbours, and what is said of them elsewhere. */
class StrangersTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/vigie/benchmarks/language");

    private static List<Path> lists() throws IOException {
        try (Stream<Path> lists = Files.list(FOLDER.resolve("strangers"))) {
            return lists.sorted().toList();
        }
    }

    private static Set<String> listed() throws IOException {
        return lists().stream()
                .map(file -> String.valueOf(file.getFileName()).split("~", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyNeighbourIsALabelAndEveryLineAWordWithItsCount() throws IOException {
        Set<String> labels = LanguageIdentifier.withDefaults().languages();
        for (Path list : lists()) {
            String[] parts =
                    String.valueOf(list.getFileName()).replace(".tsv", "").split("~", 2);
            assertThat(labels).as(list.toString()).contains(parts[1]);
            assertThat(Files.readAllLines(list, StandardCharsets.UTF_8))
                    .as(list.toString())
                    .allMatch(line -> line.matches("[^\\t]+\\t[1-9][0-9]*"));
        }
    }

    /** What the model card calls never met must not have been met in a list. */
    @Test
    void noListedLanguageIsNeverMet() throws IOException {
        Set<String> met = listed().stream()
                .filter(LanguageModelTrainer::isHeldOutLanguage)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(LanguageCard.LISTED).containsAll(met);
    }

    @Test
    void sentencesAreOfTheKindTheySay() throws IOException {
        Set<String> listed = listed();
        Set<String> labels = LanguageIdentifier.withDefaults().languages();
        List<String> lines = Files.readAllLines(FOLDER.resolve("sentences.tsv"), StandardCharsets.UTF_8);
        for (String line : lines) {
            String[] parts = line.split("\t", 3);
            String kind = listed.contains(parts[1]) ? "listed" : labels.contains(parts[1]) ? "label" : "unknown";
            assertThat(parts[0]).as(line).isEqualTo(kind);
        }
    }
}
