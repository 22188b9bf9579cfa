/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.report.ReportSample.ACCOUNTS;
import static org.vigie.report.ReportSample.FOUND;
import static org.vigie.report.ReportSample.KEYED;
import static org.vigie.report.ReportSample.PLAIN;
import static org.vigie.report.ReportSample.fields;
import static org.vigie.report.ReportSample.names;
import static org.vigie.report.ReportSample.read;
import static org.vigie.report.ReportSample.write;
import static org.vigie.report.ReportSample.xml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;

/** Hostile texts break and run nothing; withheld texts and hidden names are in no file. */
class ReportSecretsTest {
    @TempDir
    Path folder;

    @Test
    void hostileTextNeitherBreaksNorRunsAnywhere() throws Exception {
        String hostile =
                "<script>alert(1)</script>\"><img src=x onerror=alert(2)>'`${7*7}</style></title>\u202Etxet\u0000\uD800";
        String formula = "=HYPERLINK(\"https://evil.example\")";
        List<String> accounts = List.of("=cmd|' /C calc'!A0", hostile, "@sum(A1)", "-1+1");
        Findings report = TestFindings.of(
                accounts,
                List.of(formula, hostile + " x".repeat(500_000), "\tTab first", "\uDFFF low"),
                hostile,
                hostile);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            write(ReportWriter.withDefaults().withLocale(locale), report, Names.plain(report.corpus()), folder);
            String html = read(folder, "report.html");
            assertThat(html).doesNotContain("<script>alert", "<img", "</style></title>", "\u0000");
            assertThat(occurrences(html, "<script")).isEqualTo(1);
            assertThat(occurrences(html, "<style")).isEqualTo(1);
            assertThat(html).contains("&lt;script");
            assertThat(html.length()).isLessThan(200_000);
        }
        for (String csv :
                List.of("campaigns.csv", "accounts.csv", "posts.csv", "clusters.csv", "bursts.csv", "edges.csv")) {
            assertThat(cells(read(folder, csv))).noneMatch(c -> !c.isEmpty() && "=+-@\t\r".indexOf(c.charAt(0)) >= 0);
        }
        assertThat(read(folder, "clusters.csv")).contains("'=cmd|", "'@sum", "'-1+1", "'=HYPERLINK(");
        xml(folder, "network.gexf");
        xml(folder, "network.graphml");
        assertThat(fields(read(folder, "campaigns.json"))).isNotEmpty();
    }

    @Test
    void withheldTextIsInNoOutput() throws IOException {
        String canary = "canary7391";
        String head = "In the first eighty characters stands almost nothing that would tell anything, ";
        Findings report =
                TestFindings.of(ACCOUNTS, List.of(head + "but " + canary, head + canary), "tag", "a.example/b");
        Names names = Names.plain(report.corpus());
        write(ReportWriter.withDefaults(), report, names, folder);
        assertThat(read(folder, "report.html") + read(folder, "clusters.csv")).contains(canary);
        write(ReportWriter.withDefaults(), report, names.withRetention(Names.Retention.SNIPPET), folder);
        for (String name : names(folder)) {
            assertThat(read(folder, name)).as(name).doesNotContain(canary);
        }
        assertThat(read(folder, "clusters.csv")).contains("In the first eighty");
        write(ReportWriter.withDefaults(), report, names.withRetention(Names.Retention.NONE), folder);
        for (String name : names(folder)) {
            assertThat(read(folder, name)).as(name).doesNotContain(canary, "first eighty", "amina_k' is");
        }
        assertThat(read(folder, "report.html")).contains("Text withheld");
    }

    @Test
    void pseudonymisedOutputNamesNobody() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            write(ReportWriter.withDefaults().withLocale(locale), FOUND, PLAIN.withPseudonyms(KEYED), folder);
            for (String name : names(folder)) {
                assertThat(read(folder, name).toLowerCase(Locale.ROOT))
                        .as(name)
                        .doesNotContain("amina", "lefevre", "okafor", "dora9", "someone.else", "\"p0\"", ",p0,");
            }
        }
        String pseudonym = KEYED.pseudonym("account", "amina_k");
        assertThat(read(folder, "clusters.csv")).contains("," + pseudonym + ",", "now @" + pseudonym);
        assertThat(read(folder, "report.html")).contains(pseudonym, KEYED.keyId());
        assertThat(read(folder, "campaigns.json")).contains(pseudonym, KEYED.keyId());
        assertThat(read(folder, "network.gexf")).contains(pseudonym);
        assertThat(read(folder, "edges.csv")).contains(pseudonym);
        assertThat(read(folder, "bursts.csv")).contains("target," + KEYED.pseudonym("account", "did:plc:dora9") + ",");
    }

    private static List<String> cells(String csv) {
        List<String> cells = new ArrayList<>();
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(csv)) {
            reader.forEach(row -> cells.addAll(row.getFields()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return cells;
    }

    private static int occurrences(String text, String part) {
        return (text.length() - text.replace(part, "").length()) / part.length();
    }
}
