/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.nlp.duplicate.ClusterType;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;
import org.vigie.report.TestFindings;

class TitleTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);

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

    /** What outsiders have too tells less than what is the campaign's own, however many of its accounts have it. */
    @Test
    void whatIsTheCampaignsOwnComesBeforeWhatIsMostFrequent() {
        Findings findings = own("", "");
        Campaign base = findings.campaigns().get(0);
        TextCluster everybodys = cluster(1, 0, rows(0, 1, 2), 400);
        TextCluster own = cluster(2, 4, rows(4, 5), 2);
        assertThat(of(CampaignChanges.of(base).texts(List.of(everybodys, own)).campaign(), findings))
                .isEqualTo("No lamp is lit on the pier");
        assertThat(of(
                        CampaignChanges.of(base)
                                .texts(List.of(cluster(1, 0, rows(0, 1, 2), 3), own))
                                .campaign(),
                        findings))
                .isEqualTo("The lamps stay dark tonight");
        Campaign links = CampaignChanges.of(base)
                .objects(List.of(
                        new SharedObject(ObjectKind.URL, 0, 3, 9, 300), new SharedObject(ObjectKind.URL, 1, 2, 2, 2)))
                .campaign();
        assertThat(Title.of(links, Names.plain(findings.corpus()).withRetention(Names.Retention.NONE), ENGLISH))
                .isEqualTo("link b.example");
    }

    @Test
    void aHashtagOfMostAccountsAndOfNobodyElseIsTheTitleWhereTextsMayBeShown() {
        Findings findings = own("ownTag", "other");
        Campaign base = findings.campaigns().get(0);
        Campaign campaign = CampaignChanges.of(base)
                .texts(List.of(cluster(2, 4, rows(4, 5), 2)))
                .campaign();
        assertThat(of(campaign, findings)).isEqualTo("#owntag");
        Names names = Names.plain(findings.corpus());
        for (Names.Retention less : List.of(Names.Retention.SNIPPET, Names.Retention.NONE)) {
            assertThat(Title.of(campaign, names.withRetention(less), ENGLISH)).doesNotContain("#owntag");
        }
        assertThat(of(
                        CampaignChanges.of(base)
                                .texts(List.of(cluster(2, 4, rows(4, 5), 2), cluster(3, 7, rows(7), 9)))
                                .campaign(),
                        findings))
                .as("a text that has it says more")
                .isEqualTo("Light them again #ownTag");
        Findings everybodys = own("tag", "tag");
        assertThat(of(
                        CampaignChanges.of(everybodys.campaigns().get(0))
                                .texts(List.of(cluster(2, 4, rows(4, 5), 2)))
                                .campaign(),
                        everybodys))
                .as("two thirds of those who use it must be the campaign's, and it must tell more than the text")
                .isEqualTo("#tag");
        assertThat(of(
                        CampaignChanges.of(everybodys.campaigns().get(0))
                                .texts(List.of(cluster(1, 0, rows(0, 1, 2), 3)))
                                .campaign(),
                        everybodys))
                .isEqualTo("The lamps stay dark tonight");
    }

    @Test
    void linksSayNothingToAReader() {
        assertThat(title("http://t.example/1 - The lamps stay dark | https://t.example/2"))
                .isEqualTo("The lamps stay dark");
        assertThat(title("The lamps - all of them - https://t.example/2 stay dark"))
                .isEqualTo("The lamps - all of them - stay dark");
        assertThat(title("https://t.example/1")).isEqualTo("https://t.example/1");
    }

    /** Posts of w, x and y are of the campaign, with a hashtag; those of z have another one. */
    private static Findings own(String tag, String others) {
        CorpusBuilder builder = Corpus.builder().withoutLanguages().withThreads(1);
        List<String> texts = List.of(
                "The lamps stay dark tonight", "No lamp is lit on the pier", "Light them again #ownTag, they said");
        for (int i = 0; i < 12; i++) {
            String text = i == 7 ? "Light them again #ownTag" : texts.get(i / 4);
            builder.post(Post.builder(
                            "p" + i,
                            List.of("w", "x", "y", "z").get(i % 4),
                            Instant.parse("2026-03-02T08:00:00Z").plusSeconds(60L * i),
                            text)
                    .hashtags(tag.isEmpty() ? List.of() : List.of(i % 4 == 3 ? others : tag))
                    .urls(List.of(i < 8 ? "a.example" : "b.example"))
                    .build());
        }
        return TestFindings.of(builder.build());
    }

    private static ImmutableIntArray rows(int... rows) {
        return ImmutableIntArray.copyOf(rows);
    }

    private static TextCluster cluster(int id, int medoid, ImmutableIntArray rows, int accounts) {
        return new TextCluster(id, id, ClusterType.COPYPASTA, medoid, "en", rows, accounts);
    }

    private static String of(Campaign campaign, Findings findings) {
        return Title.of(campaign, Names.plain(findings.corpus()), ENGLISH);
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
