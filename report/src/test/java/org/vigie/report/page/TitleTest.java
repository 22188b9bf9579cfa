/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.report.TestFindings;

class TitleTest {
    private static String title(String text) {
        Findings findings = TestFindings.of(List.of("w", "x", "y", "z"), List.of(text), "tag", "a.example");
        return Title.of(findings.campaigns().get(0), Names.plain(findings.corpus()), Messages.of(Locale.ENGLISH));
    }

    @Test
    void leavesOutWhomAPostSpeaksTo() {
        assertThat(title("RT .@ann @ben The lamps stay dark")).isEqualTo("The lamps stay dark");
        assertThat(title("The lamps @ann stay dark")).isEqualTo("The lamps @ann stay dark");
        assertThat(title("@ann @ben")).isEqualTo("@ben");
    }

    @Test
    void anyNumberOfNamesMayStandBefore() {
        assertThat(title("@a ".repeat(200_000) + "The lamps stay dark")).isEqualTo("The lamps stay dark");
    }

    @Test
    void whatShowsNothingIsLeftOut() {
        assertThat(title("\u3164 is \u2800following me now")).isEqualTo("is following me now");
        assertThat(title("\u200B\uFEFF\u2060The lamps stay dark")).isEqualTo("The lamps stay dark");
        assertThat(title("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 lamps"))
                .as("a joiner within a word is its spelling")
                .isEqualTo("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 lamps");
    }

    /** A short link says nothing to a reader. */
    @Test
    void aLinkIsCalledByTheTextThatMostOfItsPostsHave() {
        assertThat(ofLink("The lamps stay dark https://t.example/1", "The lamps stay dark https://t.example/2"))
                .isEqualTo("link with \u201CThe lamps stay dark\u201D");
        assertThat(ofLink("The lamps stay dark", "No lamp is lit", "Who put them out", "It was not me"))
                .isEqualTo("link a.example");
    }

    @Test
    void aLinkIsItsNameWhereTextsAreWithheld() {
        Findings findings = findings(List.of("The lamps stay dark"));
        assertThat(Title.of(
                        linked(findings),
                        Names.plain(findings.corpus()).withRetention(Names.Retention.NONE),
                        Messages.of(Locale.FRENCH)))
                .isEqualTo("lien a.example");
    }

    private static String ofLink(String... texts) {
        Findings findings = findings(List.of(texts));
        return Title.of(linked(findings), Names.plain(findings.corpus()), Messages.of(Locale.ENGLISH));
    }

    private static Findings findings(List<String> texts) {
        return TestFindings.of(List.of("w", "x", "y", "z"), texts, "tag", "a.example");
    }

    private static Campaign linked(Findings findings) {
        return CampaignChanges.of(findings.campaigns().get(0))
                .objects(List.of(new SharedObject(ObjectKind.URL, 0, 3, 9, 4)))
                .campaign();
    }
}
