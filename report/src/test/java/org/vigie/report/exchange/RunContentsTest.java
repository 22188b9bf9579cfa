/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.report.exchange.RunContents.Finding;

/** What a fingerprint is made of is there, or the run is refused: nothing is taken as zero, empty or 1970. */
final class RunContentsTest {
    private static final String GOOD = """
            {"schema":"vigie-campaigns-1","vigie":"9","run":"abc","text_retention":"full","new":[{"id":1}],
             "traffic":{"posts":3,"last":"2026-03-09T00:00:00Z"},
             "campaigns":[{"id":"C1","first":"2026-03-02T08:00:00Z","peak":"2026-03-02T09:00:00Z",
               "last":"2026-03-03T08:00:00Z","accounts":[{"account":"a"},{"account":"b"}],"score_parts":{"id":"x"},
               "texts":[{"cluster":1,"text":"one","posts":["p1"]}],
               "objects":[{"kind":"url","key":"a.example/b"},{"kind":"hashtag","key":"tag"},{"kind":"wording","key":"p1","text":"two"}],"posts":["p1","p2","p3"]}]}
            """;

    @TempDir
    private Path folder;

    private RunContents read(String content) throws IOException {
        return RunContents.read(Files.writeString(folder.resolve("campaigns.json"), content));
    }

    @Test
    void whatIsThereIsRead() throws IOException {
        RunContents contents = read(GOOD);
        assertThat(contents.run()).isEqualTo("abc");
        assertThat(contents.last()).isEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
        assertThat(contents.findings())
                .containsExactly(new Finding(
                        "C1",
                        Instant.parse("2026-03-02T08:00:00Z"),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Instant.parse("2026-03-03T08:00:00Z"),
                        2,
                        3,
                        List.of("one", "two"),
                        List.of("a.example/b")));
        assertThat(RunContents.read(folder).findings()).hasSize(1);
    }

    /** Each name in turn is another one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schema\"|it is no campaigns.json of vigie detect",
                "\"text_retention\"|campaigns.json has no text_retention",
                "\"run\"|campaigns.json has no run",
                "\"traffic\"|campaigns.json has no traffic",
                "\"last\":\"2026-03-09|traffic has no last",
                "\"campaigns\"|campaigns.json has no campaigns",
                "\"id\":\"C1\"|a campaign has no id",
                "\"first\"|campaign C1 has no first",
                "\"peak\"|campaign C1 has no peak",
                "\"last\":\"2026-03-03|campaign C1 has no last",
                "\"accounts\"|campaign C1 has no accounts",
                "\"texts\"|campaign C1 has no texts",
                "\"objects\"|campaign C1 has no objects",
                "\"posts\":[\"p1\",\"p2\"|campaign C1 has no posts",
                "\"text\":\"one\"|an element of texts has no text",
                "\"kind\":\"url\"|an object has no kind",
                "\"key\":\"a.ex|an object has no key",
            })
    void whatIsMissingStops(String start, String sentence) {
        assertThat(GOOD).contains(start);
        String without = GOOD.replace(start, start.replaceFirst("\"", "\"not_"));
        assertThatThrownBy(() -> read(without))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(".*campaigns\\.json line \\d+, column \\d+: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-03-02T08:00:00Z\"|first must be a time such as 2026-03-02T08:00:00Z|\"qzcanary\"",
                "\"2026-03-02T08:00:00Z\"|first must be a text|7",
                "\"2026-03-09T00:00:00Z\"|last must be a text|null",
                "\"C1\"|id must be a text|{\"qzcanary\":1}",
                "[{\"account\":\"a\"},{\"account\":\"b\"}]|accounts must be a list|\"qzcanary\"",
                "\"one\"|text must be a text|[\"qzcanary\"]",
                "\"full\"|text_retention must be full, snippet or none|\"qzcanary\"",
                "{\"posts\":3,\"last\":\"2026-03-09T00:00:00Z\"}|traffic must be an object|[]",
                "\"vigie-campaigns-1\"|it is no campaigns.json of vigie detect|\"qzcanary\"",
                "[\"p1\",\"p2\",\"p3\"]|it is no whole JSON|qzcanary",
            })
    void whatIsSomethingElseStopsWithoutAWordOfIt(String value, String sentence, String other) {
        assertThat(GOOD).contains(value);
        assertThatThrownBy(() -> read(GOOD.replace(value, other)))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("[^\\n]*campaigns\\.json line \\d+, column \\d+: " + sentence)
                .hasMessageNotContaining("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "7", "account,label", "{}"})
    void otherFilesAreRefused(String content) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(IOException.class).hasMessageContaining("campaigns.json ");
    }

    @Test
    void moreThanOneIsNone() {
        assertThatThrownBy(() -> read(GOOD + GOOD)).hasMessageEndingWith("it must end here");
        String twice = GOOD.replaceFirst("(?s)\"campaigns\":\\[(.*)\\]\\}\\s*$", "\"campaigns\":[$1,$1]}");
        assertThatThrownBy(() -> read(twice))
                .hasMessageEndingWith("the ids of campaigns must be unique but one comes twice");
    }

    @Test
    void cutTextsAreNoWholeOnes() {
        assertThatThrownBy(() -> read(GOOD.replace("\"full\"", "\"snippet\"")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no whole texts to make fingerprints of (text retention snippet)");
    }
}
