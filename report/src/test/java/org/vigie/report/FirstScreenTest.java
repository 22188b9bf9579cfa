/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;

/** The first screen says what was found, and the table of campaigns can be searched and sorted. */
class FirstScreenTest {
    private static final Findings FOUND = TestFindings.of(
            List.of("amina_k", "bruno.lefevre", "Chidi Okafor", "did:plc:dora9"),
            List.of("The ferry <b>to</b> the north pier stops at noon, tell your neighbours today"),
            "northpier",
            "news.example/ferry");

    @TempDir
    private Path folder;

    private String page(Findings findings, Names names, Locale locale) throws IOException {
        ReportWriter.withDefaults()
                .withLocale(locale)
                .withFormats(ReportFormats.named("html"))
                .write(findings, names, Provenance.none(), folder);
        return Files.readString(folder.resolve("report.html"));
    }

    private static String firstScreen(String page) {
        return page.substring(page.indexOf("<section id=\"summary\""), page.indexOf("<section id=\"timeline\""));
    }

    @Test
    void everyCampaignHasATitleAndAReasonOnTheFirstScreen() throws IOException {
        Names plain = Names.plain(FOUND.corpus());
        assertThat(firstScreen(page(FOUND, plain, Locale.ENGLISH)))
                .contains(
                        "<a href=\"#C1\">C1</a> <bdi>The ferry &lt;b&gt;to&lt;/b&gt; the north pier stops at noon, tell your")
                .contains(
                        "3 accounts posted the same things. One text was posted by 3 of the 3.",
                        "3 accounts · 9 posts · ",
                        "No hour stands out: the busiest has 9 of its 9 posts.",
                        "2 March 2026",
                        "q\u00A0=\u00A00.005")
                .contains("Read its posts first, and ask what else could explain them.");
        assertThat(firstScreen(page(FOUND, plain, Locale.FRENCH)))
                .contains("<a href=\"#C1\">C1</a> <bdi>The ferry", "2 mars 2026");
        assertThat(firstScreen(page(FOUND, plain.withRetention(Names.Retention.NONE), Locale.ENGLISH)))
                .contains("<bdi>link news.example/ferry</bdi>")
                .doesNotContain("north pier");
        assertThat(firstScreen(page(TestFindings.nothing(FOUND.corpus()), plain, Locale.ENGLISH)))
                .doesNotContain("class=\"found\"");
    }

    @Test
    void allPostsAreShownOnDemand() throws IOException {
        Names plain = Names.plain(FOUND.corpus());
        String page = page(FOUND, plain, Locale.ENGLISH);
        String posts = page.substring(page.indexOf("Show all 9 posts"));
        assertThat(posts.substring(0, posts.indexOf("</details>")).split("<tr><td>", -1))
                .hasSize(1 + 9);
        assertThat(posts)
                .contains(
                        "<tr><td>2026-03-02 08:00</td><td dir=\"auto\">amina_k</td><td dir=\"auto\">The ferry &lt;b&gt;to");
        assertThat(page(FOUND, plain.withRetention(Names.Retention.NONE), Locale.FRENCH))
                .contains("Montrer les 9 publications", "<td dir=\"auto\">amina_k</td><td dir=\"auto\"></td>");
    }

    /** A screen reader reads a quoted text with the voice of its own language. */
    @Test
    void quotedTextsSayTheirLanguage() throws IOException {
        assertThat(page(FOUND, Names.plain(FOUND.corpus()), Locale.FRENCH))
                .contains("<html lang=\"fr\">", "<blockquote dir=\"auto\" lang=\"en\">");
    }

    /** Without script the field stays hidden and the table is whole. */
    @Test
    void theTableCanBeSearchedAndSorted() throws IOException {
        String page = page(FOUND, Names.plain(FOUND.corpus()), Locale.FRENCH);
        assertThat(page)
                .contains(
                        "id=\"filter\" data-sort=\"Trier par {0}\" hidden>", "<label for=\"find\">", "type=\"search\"")
                .contains("<table id=\"ranks\">")
                .contains("<tr data-id=\"C1\" data-values=\"0 0.95 0.005 3 9 0 1772438400\">");
        assertThat(page(TestFindings.nothing(FOUND.corpus()), Names.plain(FOUND.corpus()), Locale.ENGLISH))
                .doesNotContain("id=\"filter\"");
    }

    /** The lead says what was found, of how many, and what it does not say, before the list begins. */
    @Test
    void theLeadNamesOnlyWhatWasFound() throws IOException {
        Names plain = Names.plain(FOUND.corpus());
        String first = firstScreen(page(FOUND, plain, Locale.ENGLISH));
        assertThat(first)
                .contains("Among them, 1 group of accounts posted the same texts more than chance explains.")
                .contains("These are 3 different accounts (75% of all accounts), with 9 posts (75% of all posts).")
                .contains("Input: 2 March 2026")
                .contains("is what the other accounts of this input do, whoever chose them.")
                .doesNotContain("same hours,", "Hardly anybody", "0.05</dd>");
        assertThat(first.indexOf("It does not say who did it, why, or by whose order. No person has reviewed it yet."))
                .isBetween(first.indexOf("class=\"lede\""), first.indexOf("class=\"found\""));
        assertThat(firstScreen(page(FOUND, plain, Locale.FRENCH)))
                .contains(
                        "les comptes de 1 groupe ont publié les mêmes textes, plus que le hasard",
                        "3 comptes différents");
        assertThat(firstScreen(page(TestFindings.nothing(FOUND.corpus()), plain, Locale.ENGLISH)))
                .doesNotContain("class=\"caution\"");
    }

    /** Each text says whose it is, and each posts' table that its texts are cut. */
    @Test
    void textsNameTheirCampaignsAndPostsSayThatTheyAreCut() throws IOException {
        String page = page(FOUND, Names.plain(FOUND.corpus()), Locale.ENGLISH);
        String texts = page.substring(page.indexOf("<section id=\"texts\""), page.indexOf("<section id=\"bursts\""));
        assertThat(texts).contains("<th scope=\"col\">Campaign</th>", "<td>C1</td></tr>");
        assertThat(page).contains("Texts are cut here after 80 signs");
        assertThat(page(FOUND, Names.plain(FOUND.corpus()).withRetention(Names.Retention.NONE), Locale.ENGLISH))
                .doesNotContain("Texts are cut here");
    }
}
