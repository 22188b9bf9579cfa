/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.report.ReportSample.FOUND;
import static org.vigie.report.ReportSample.PLAIN;
import static org.vigie.report.ReportSample.read;
import static org.vigie.report.ReportSample.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Findings;

/** What the page says, in both languages, and what its policy allows. */
class ReportPageTest {
    @TempDir
    Path folder;

    @Test
    void thePageListsSmallGroupsAndNearMissesUnderTheirOwnHeadings() throws IOException {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        assertThat(read(folder, "report.html"))
                .contains("<section id=\"small\"", "Pairs and small groups", "Their q is among the 3 that were tested")
                .contains("<section id=\"near\"", "What was not reported", "q is 0.4, above 0.05")
                .contains("<bdi class=\"chip\">bruno.lefevre</bdi>", "3 of 3 accounts were opened within one week")
                .doesNotContain("moon-phase");
        write(ReportWriter.withDefaults().withLocale(Locale.FRENCH), FOUND, PLAIN, folder);
        assertThat(read(folder, "report.html")).contains("Paires et petits groupes", "Ce qui n’a pas été retenu");
        assertThat(read(folder, "campaigns.json")).contains("moon-phase", "\"small_candidates\" : 3");
    }

    @Test
    void edgesThatWereNotDrawnAreNamed() throws IOException {
        WrittenReport written = write(ReportWriter.withDefaults(), TestFindings.limited(FOUND, 2), PLAIN, folder);
        assertThat(written.warnings())
                .containsExactly("on 2 texts, links or posts that too many accounts share at once, the network joins"
                        + " only those that were closest in time; nothing else is changed by it");
        assertThat(Files.readString(folder.resolve("manifest.json"))).contains(written.warnings());
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("On 2 texts, links or posts that too many accounts share at once, only those closest in time"
                        + " are joined.");
        write(ReportWriter.withDefaults().withLocale(Locale.FRENCH), TestFindings.limited(FOUND, 1), PLAIN, folder);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Pour un texte, lien ou publication que trop de comptes partagent à la fois");
        assertThat(write(ReportWriter.withDefaults(), FOUND, PLAIN, folder).warnings())
                .isEmpty();
    }

    @Test
    void answersToPostsOfUnknownAuthorsAreSaid() throws IOException {
        Findings found = TestFindings.ofUnknownAddressee(FOUND, 7);
        WrittenReport written = write(ReportWriter.withDefaults(), found, PLAIN, folder);
        assertThat(written.warnings())
                .singleElement()
                .asString()
                .startsWith("7 of " + found.traffic().posts() + " posts answer posts that are not in the input")
                .endsWith("--map reply_to_account=COLUMN");
        assertThat(Files.readString(folder.resolve("manifest.json"))).contains(written.warnings());
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("7 posts answer posts that are not in the input, and nothing says whose they are.");
        write(ReportWriter.withDefaults().withLocale(Locale.FRENCH), found, PLAIN, folder);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("publications répondent à des publications absentes des données");
    }

    @Test
    void nothingFoundReadsWell() throws IOException {
        write(ReportWriter.withDefaults(), TestFindings.quiet(FOUND.corpus()), PLAIN, folder);
        assertThat(read(folder, "report.html"))
                .contains("No group of accounts", "A quiet result is a result.", "No burst was found.")
                .contains("1 row could not be read")
                .doesNotContain("id=\"network\"", "id=\"campaigns\"", "href=\"#campaigns\"", "too few");
    }

    @Test
    void nothingTestedIsNoQuietResult() throws IOException {
        WrittenReport written = write(ReportWriter.withDefaults(), TestFindings.nothing(FOUND.corpus()), PLAIN, folder);
        assertThat(read(folder, "report.html"))
                .contains("Too few posts to test anything.", "12 posts by 4 accounts")
                .doesNotContain("nothing to escalate", "A quiet result");
        assertThat(written.warnings()).hasSize(1);
        assertThat(read(folder, "manifest.json")).contains(written.warnings());
        write(
                ReportWriter.withDefaults().withLocale(Locale.FRENCH),
                TestFindings.nothing(FOUND.corpus()),
                PLAIN,
                folder);
        assertThat(read(folder, "report.html"))
                .contains("Trop peu de publications pour tester")
                .doesNotContain("rien \u00e0 signaler");
    }

    @Test
    void frenchPageIsFrench() throws IOException {
        write(ReportWriter.withDefaults().withLocale(Locale.CANADA_FRENCH), FOUND, PLAIN, folder);
        assertThat(read(folder, "report.html"))
                .contains("<html lang=\"fr\">", "Comportements coordonn\u00e9s", "2 mars 2026", "0,95")
                .doesNotContain("What was looked at");
    }

    @Test
    void policyAllowsTheOneStyleAndTheOneScriptByTheirHashes() throws Exception {
        write(ReportWriter.withDefaults(), FOUND, PLAIN, folder);
        String html = read(folder, "report.html");
        String policy = group(html, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")
                .replace("&#39;", "'");
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe", "http", "*");
        assertThat(policy).contains("style-src " + hash(group(html, "(?s)<style>(.*?)</style>")));
        assertThat(policy).contains("script-src " + hash(group(html, "(?s)<script>(.*?)</script>")));
        assertThat(html).doesNotContain(" style=", " onclick", "src=", "url(", "@import");
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}
