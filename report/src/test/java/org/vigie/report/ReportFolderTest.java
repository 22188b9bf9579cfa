/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.posts.PostSource.Reject;
import org.vigie.posts.exports.ReadSummary;

/** How results come together in a folder. */
class ReportFolderTest {
    private static final Findings FOUND = TestFindings.of(
            List.of("ana", "leo", "mia", "zoe"), List.of("The ferry stops at noon today"), "pier", "a.example/b");
    private static final Names PLAIN = Names.plain(FOUND.corpus());
    private static final ReportWriter WRITER =
            ReportWriter.withDefaults().withVersion("1").withFormats(ReportFormats.named("csv"));

    @TempDir
    private Path scratch;

    private Path folder;

    @BeforeEach
    void name() {
        folder = scratch.resolve("new/results");
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toMap(f -> f.getFileName().toString(), ReportFolderTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void takesOneRunAtATime() throws IOException {
        try (ReportFolder open = ReportFolder.open(folder)) {
            assertThat(open.path()).isEqualTo(folder);
            assertThatThrownBy(() -> WRITER.write(FOUND, PLAIN, Provenance.none(), folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another run is writing into");
        }
        assertThat(scratch).as("nothing was written, so nothing is left").isEmptyDirectory();
        WRITER.write(FOUND, PLAIN, Provenance.none(), folder);
        assertThat(contents(folder))
                .containsOnlyKeys(
                        "campaigns.csv",
                        "accounts.csv",
                        "posts.csv",
                        "clusters.csv",
                        "bursts.csv",
                        "edges.csv",
                        "manifest.json");
    }

    @Test
    void whatAKilledRunLeftGoes() throws IOException {
        Files.createDirectories(folder);
        for (String left : Set.of("report.html.part", "edges.csv.part", "rejects.csv.part", "manifest.json.part")) {
            Files.writeString(folder.resolve(left), "half");
        }
        Files.createFile(folder.resolve(".vigie.lock"));
        Files.writeString(folder.resolve("notes.part"), "mine");
        WRITER.write(FOUND, PLAIN, Provenance.none(), folder);
        assertThat(contents(folder))
                .containsOnlyKeys(
                        "campaigns.csv",
                        "accounts.csv",
                        "posts.csv",
                        "clusters.csv",
                        "bursts.csv",
                        "edges.csv",
                        "manifest.json",
                        "notes.part");
    }

    @Test
    void aFailureLeavesTheOldResultsWhole() throws IOException {
        WRITER.write(FOUND, PLAIN, Provenance.none(), folder);
        Map<String, String> before = contents(folder);
        ReportWriter failing = WRITER.withVersion("2").withFormat(new ReportFormat() {
            @Override
            public String file() {
                return "zzz.txt";
            }

            @Override
            public void write(Report report, Writer out) throws IOException {
                out.write("half");
                throw new IOException("no space left");
            }
        });
        assertThatThrownBy(() -> {
                    try (ReportFolder open = ReportFolder.open(folder)) {
                        open.reject(new Reject("p.csv", 2, "bad", "x"));
                        failing.write(FOUND, PLAIN, Provenance.none(), open);
                    }
                })
                .hasMessage("no space left");
        Map<String, String> after = contents(folder);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void refusedRowsAreOnlyKeptWholeForWhoMaySeeThem() throws IOException {
        try (ReportFolder open = ReportFolder.open(folder)) {
            open.reject(new Reject("p.csv", 2, "time 'soon' is not understood", "=canary"));
            assertThatThrownBy(() ->
                            WRITER.write(FOUND, PLAIN.withRetention(Names.Retention.SNIPPET), Provenance.none(), open))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be opened for cut texts or pseudonyms");
            WRITER.write(FOUND, PLAIN, Provenance.none(), open);
        }
        assertThat(folder.resolve("rejects.csv"))
                .hasContent("file,line,reason,content\np.csv,2,time 'soon' is not understood,'=canary\n");
        try (ReportFolder open = ReportFolder.open(folder, Names.Retention.FULL, true)) {
            open.reject(new Reject("p.csv", 2, "time 'soon' is not understood", "=canary"));
        }
        assertThat(folder.resolve("rejects.csv")).content().contains("canary"); // of the run that was written
    }

    @Test
    void doubtsStandOnTheFirstScreenAndInTheManifest() throws IOException {
        ReadSummary input = new ReadSummary(
                "feed\u001b.jsonl",
                "ab".repeat(32),
                10,
                1_012,
                12,
                998,
                Map.of("like", 2L),
                List.of("3 posts have a time in the future", "a doubt that the page has no words for <b>"),
                "jetstream",
                "windows-1252",
                "JSON",
                "epoch seconds");
        Provenance from = Provenance.none().withInputs(List.of(input));
        ReportWriter page = ReportWriter.withDefaults().withVersion("1");
        page.write(FOUND, PLAIN, from, folder);
        String english = read(folder.resolve("report.html"));
        String first = english.substring(0, english.indexOf("<dl class=\"figures\">"));
        assertThat(first)
                .contains(
                        "3 posts have a time in the future",
                        "998 rows could not be read",
                        "set aside, for they are no posts: like (2)")
                .contains("no words for &lt;b&gt;", "feed\\u001b.jsonl");
        assertThat(read(folder.resolve("manifest.json")))
                .contains("\"rows\" : 1012", "\"posts\" : 12", "\"rejects\" : 998", "\"like\" : 2")
                .contains("\"encoding\" : \"windows-1252\"", "\"date_format\" : \"epoch seconds\"")
                .contains("3 posts have a time in the future", "\"export\" : \"jetstream\"");
        page.withLocale(Locale.FRENCH).write(FOUND, PLAIN, from, folder);
        assertThat(read(folder.resolve("report.html")))
                .contains("3 publications sont dat\u00e9es du futur", "998 lignes n\u2019ont pas pu \u00eatre lues")
                .contains("feed\\u001b.jsonl</bdi>\u00a0: <bdi lang=\"en\">a doubt");
    }
}
