/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.report.ReportSample.ACCOUNTS;
import static org.vigie.report.ReportSample.FOUND;
import static org.vigie.report.ReportSample.KEYED;
import static org.vigie.report.ReportSample.PLAIN;
import static org.vigie.report.ReportSample.PROVENANCE;
import static org.vigie.report.ReportSample.TEXTS;
import static org.vigie.report.ReportSample.names;
import static org.vigie.report.ReportSample.read;
import static org.vigie.report.ReportSample.write;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.report.page.View;

/** Which files a run has, under which names and identifier, and how one adds a format. */
class ReportWriterTest {
    @TempDir
    Path folder;

    @Test
    void writesEveryFileAndNoPartIsLeft() throws IOException {
        WrittenReport written = write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        assertThat(written.files())
                .containsExactly(
                        "report.html",
                        "campaigns.json",
                        "campaigns.csv",
                        "accounts.csv",
                        "posts.csv",
                        "clusters.csv",
                        "bursts.csv",
                        "edges.csv",
                        "network.gexf",
                        "network.graphml",
                        "stix.json",
                        "misp.json",
                        "rejects.csv",
                        "manifest.json");
        assertThat(written.run()).matches("[0-9a-f]{64}");
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(written.files());
    }

    @Test
    void manifestListsWhatWasWritten() throws IOException {
        WrittenReport written = write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        String manifest = read(folder, "manifest.json");
        assertThat(manifest)
                .contains(
                        "\"run\" : \"" + written.run() + "\"",
                        "\"detect\" : 1.5",
                        "\"seed\" : \"1\"",
                        "\"rejects\" : 1");
        for (String name : written.files()) {
            if (!name.equals("manifest.json")) {
                assertThat(manifest).contains(sha256(Files.readAllBytes(folder.resolve(name))));
            }
        }
        assertThat(read(folder, "campaigns.json")).contains(written.run());
    }

    @Test
    void runIdFollowsVersionParametersAndInput() throws IOException {
        ReportWriter writer = ReportWriter.withDefaults().withVersion("1");
        String run = writer.write(FOUND, PLAIN, PROVENANCE, folder).run();
        assertThat(writer.withVersion("2")
                        .write(FOUND, PLAIN, PROVENANCE, folder)
                        .run())
                .isNotEqualTo(run);
        ReadSummary other = TestFindings.input("cd", 13);
        assertThat(writer.write(FOUND, PLAIN, PROVENANCE.withInputs(List.of(other)), folder)
                        .run())
                .isNotEqualTo(run);
        Names none = PLAIN.withRetention(Names.Retention.NONE).withPseudonyms(KEYED);
        assertThat(writer.write(FOUND, none, PROVENANCE, folder).run()).isEqualTo(run);
        String ofPosts = writer.write(FOUND, PLAIN, Provenance.none(), folder).run();
        assertThat(writer.write(FOUND, none, Provenance.none(), folder).run())
                .isEqualTo(ofPosts)
                .isNotEqualTo(run);
        Findings others = TestFindings.of(ACCOUNTS, TEXTS.subList(0, 2), "northpier", "a.example/b");
        assertThat(writer.write(others, Names.plain(others.corpus()), Provenance.none(), folder)
                        .run())
                .isNotEqualTo(ofPosts);
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        Path first = folder.resolve("first");
        write(ReportWriter.withDefaults(), FOUND, PLAIN.withPseudonyms(KEYED), first);
        write(ReportWriter.withDefaults(), FOUND, PLAIN.withPseudonyms(KEYED), again);
        for (String name : names(first)) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    @Test
    void rejectsOfAnEarlierRunDoNotStay() throws IOException {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        Files.writeString(folder.resolve("rejects.csv.part"), "left by a kill");
        ReportWriter.withDefaults().write(FOUND, PLAIN, Provenance.none(), folder);
        assertThat(folder.resolve("rejects.csv")).doesNotExist();
        assertThat(folder.resolve("rejects.csv.part")).doesNotExist();
    }

    @Test
    void aStrangersFormatIsOneClass() throws IOException {
        WrittenReport written = ReportWriter.withDefaults()
                .withFormats(ReportFormats.named("json"))
                .withFormat(new Members())
                .write(FOUND, PLAIN.withPseudonyms(KEYED), Provenance.none(), folder);
        assertThat(written.files()).containsExactly("campaigns.json", "members.txt", "manifest.json");
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(written.files());
        assertThat(read(folder, "members.txt").lines())
                .containsExactly(
                        "run " + written.run(),
                        "C1 " + KEYED.pseudonym("account", "amina_k"),
                        "C1 " + KEYED.pseudonym("account", "bruno.lefevre"),
                        "C1 " + KEYED.pseudonym("account", "Chidi Okafor"));
        assertThat(read(folder, "manifest.json")).contains("\"file\" : \"members.txt\"");
    }

    /** A format as somebody else would write it. */
    private static final class Members implements ReportFormat {
        @Override
        public String file() {
            return "members.txt";
        }

        @Override
        public void write(Report report, Writer out) throws IOException {
            out.write("run " + report.run() + "\n");
            for (Campaign campaign : report.findings().campaigns()) {
                for (Campaign.Member member : campaign.members()) {
                    out.write(campaign.id() + " " + report.names().account(member.account()) + "\n");
                }
            }
        }
    }

    @Test
    void formatsAreFoundByName() {
        assertThat(ReportFormats.names()).containsExactly("html", "json", "csv", "gexf", "graphml", "stix", "misp");
        assertThat(ReportFormats.named("csv").stream().map(ReportFormat::file).toList())
                .containsExactly(
                        "campaigns.csv", "accounts.csv", "posts.csv", "clusters.csv", "bursts.csv", "edges.csv");
        assertThat(ReportFormats.all()).hasSize(12);
        assertThatThrownBy(() -> ReportFormats.named("CSV"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("format must be one of html, json, csv, gexf, graphml, stix, misp but was 'CSV'");
    }

    @Test
    void filesHavePlainNamesOfTheirOwn() {
        for (String file : List.of("", "..", "../x", "a/b", "a\\b", ".x", "a b", "\u0000")) {
            assertThatThrownBy(() -> ReportWriter.withDefaults().withFormat(named(file)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("but was '" + file + "'");
        }
        for (String file : List.of("report.html", "rejects.csv", "manifest.json")) {
            assertThatThrownBy(() -> ReportWriter.withDefaults().withFormat(named(file)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("every format must have a file of its own but two write " + file);
        }
    }

    private static ReportFormat named(String file) {
        return new ReportFormat() {
            @Override
            public String file() {
                return file;
            }

            @Override
            public void write(Report report, Writer out) {}
        };
    }

    @Test
    void namesAreOfTheSameCorpus() {
        Names others =
                Names.plain(TestFindings.of(ACCOUNTS, TEXTS, "a", "b.example").corpus());
        assertThatThrownBy(() -> ReportWriter.withDefaults().write(FOUND, others, PROVENANCE, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names must be of the corpus of the findings but are of another one");
    }

    @Test
    void edgesKeepTheirTestsAndCampaigns() {
        Report report = new Report(new View(FOUND, PLAIN, List.of(), "1", "run"), PROVENANCE, Locale.ENGLISH);
        assertThat(report.edges().network().accounts()).containsExactly("Chidi Okafor", "amina_k", "bruno.lefevre");
        assertThat(List.of(report.account(0), report.account(1), report.account(2)))
                .containsExactly(2, 0, 1);
        assertThat(List.of(
                        report.edges().p(0), report.edges().p(1), report.edges().p(2)))
                .containsExactly(0.001, 0.002, 1e-9);
        assertThat(report.edges().q(2)).isEqualTo(1e-8);
        assertThat(report.campaign(0)).contains(FOUND.campaigns().get(0));
        assertThat(report.campaignOfEdge(2)).contains(FOUND.campaigns().get(0));
        assertThat(FOUND.bursts().stream().map(report::key).toList())
                .containsExactly("", "northpier", "1", "did:plc:dora9");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
