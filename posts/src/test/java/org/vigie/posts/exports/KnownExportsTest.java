/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.posts.Post;

class KnownExportsTest {
    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("samples")
    void isReadAsItIs(Sample sample) throws IOException {
        Reading read = Reading.of(Reading.READER, sample.input());

        assertThat(read.rejects()).isEmpty();
        assertThat(read.posts()).extracting(KnownExportsTest::shown).containsExactlyElementsOf(sample.posts());
        assertThat(read.summary().setAside()).hasToString(sample.setAside());
        assertThat(read.summary().export()).isEqualTo(sample.export());
    }

    /** id|account|time|text|urls|hashtags|mentions|repost of|reply to|language, and when the account was opened. */
    private static String shown(Post p) {
        return String.join(
                        "|",
                        p.id(),
                        p.account(),
                        p.time().toString(),
                        p.text(),
                        p.urls().toString(),
                        p.hashtags().toString(),
                        p.mentions().toString(),
                        p.repostOf().orElse(""),
                        p.replyTo().orElse(""),
                        p.language().orElse(""))
                + p.accountCreated().map(t -> "|" + t).orElse("");
    }

    @Test
    void eachHasASampleANameOfItsOwnAndADescription() {
        Set<String> sampled = Sample.all().stream().map(Sample::export).collect(Collectors.toSet());

        assertThat(Export.known())
                .extracting(Export::name)
                .doesNotHaveDuplicates()
                .allMatch(sampled::contains);
        assertThat(Export.known()).allSatisfy(e -> {
            assertThat(e.description()).isNotEmpty();
            assertThat(e.signs()).isNotEmpty();
        });
    }

    @Test
    void anyOrderOfFilesGivesTheSame() throws IOException {
        // One reader reads one export after the other: nothing of one file stays for the next.
        PostReader reader = Reading.READER;
        for (Sample sample : Sample.all()) {
            assertThat(Reading.of(reader, sample.input()).summary().export()).isEqualTo(sample.export());
        }
    }

    @Test
    void oneFileMayHoldObjectsOfSeveral() throws IOException {
        StringBuilder all = new StringBuilder();
        Set<String> exports = new HashSet<>();
        for (Sample sample : Sample.all()) {
            if (sample.input().startsWith("{") && exports.add(sample.export())) {
                all.append(sample.input()).append('\n');
            }
        }
        Reading read = Reading.of(Reading.READER, all.toString());

        assertThat(Set.of(read.summary().export().split(", ", -1))).isEqualTo(exports);
        assertThat(read.rejects()).allSatisfy(r -> assertThat(r.reason()).endsWith("was already seen"));
    }

    @Test
    void thePageOfFormatsSaysWhatIsRead() throws IOException {
        Path page = Path.of("..", "docs", "formats", "posts.md");
        String text = Files.readString(page, StandardCharsets.UTF_8);
        String start = "<!-- exports: written by KnownExportsTest -->\n";
        int from = text.indexOf(start) + start.length();
        int to = text.indexOf("<!-- end -->");
        String expected = table();
        if (Boolean.getBoolean("vigie.write")) {
            Files.writeString(page, text.substring(0, from) + expected + text.substring(to), StandardCharsets.UTF_8);
            return;
        }

        assertThat(text.substring(from, to))
                .as("write it with -Dvigie.write=true")
                .isEqualTo(expected);
    }

    private static String table() {
        StringBuilder text = new StringBuilder();
        List<Export> all = new ArrayList<>(Export.known());
        all.add(KnownExports.BY_NAME);
        for (Export export : all) {
            text.append("\n### ")
                    .append(export.name())
                    .append("\n\n")
                    .append(export.description())
                    .append('.');
            if (export.signs().stream().anyMatch(s -> s.split("\\|", -1).length > 20)) {
                text.append(" Recognised by a column for the account and one for the time, not both of them English.");
            } else if (!export.signs().isEmpty()) {
                text.append(" Recognised by ")
                        .append(export.signs().stream()
                                .map(s -> "`" + s.replace("|", "` or `") + "`")
                                .collect(Collectors.joining(", ")))
                        .append('.');
            }
            text.append("\n\n| field | columns |\n|---|---|\n");
            for (Field field : Field.values()) {
                List<String> columns = export.columns(field);
                if (!columns.isEmpty()) {
                    text.append("| `")
                            .append(field.label())
                            .append("` | `")
                            .append(String.join("`, `", columns))
                            .append("` |\n");
                }
            }
        }
        return text.append('\n').toString();
    }
}
