/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.nlp.duplicate.ClusterType;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.Post;
import org.vigie.report.TestFindings;
import org.vigie.report.page.TextOwners.Owner;

/** Of which campaign a text is, or why of none. */
class TextOwnersTest {
    /** Accounts w, x, y are the campaign; rows 1 and 3 are of a near miss. */
    private static Corpus corpus(String text, String url, boolean areReposts) {
        CorpusBuilder builder = Corpus.builder().withoutLanguages().withThreads(1);
        for (int i = 0; i < 12; i++) {
            builder.post(Post.builder(
                            "p" + i,
                            List.of("w", "x", "y", "z").get(i % 4),
                            Instant.parse("2026-03-02T08:00:00Z").plusSeconds(60L * i),
                            text + " " + (i < 2 ? i : ""))
                    .urls(url.isEmpty() || i == 11 ? List.of() : List.of(url))
                    .repostOf(areReposts ? "p" : "")
                    .build());
        }
        return builder.build();
    }

    private static Owner owner(Corpus corpus, int... rows) {
        return new TextOwners(TestFindings.of(corpus), Messages.of(Locale.ENGLISH)).of(cluster(9, rows));
    }

    private static TextCluster cluster(int id, int... rows) {
        int accounts = (int) IntStream.of(rows).map(r -> r % 4).distinct().count();
        return new TextCluster(
                id, 1000 + id, ClusterType.IDENTICAL, rows[0], "en", ImmutableIntArray.copyOf(rows), accounts);
    }

    private static final String LONG = "The lamps on the pier stay dark tonight";

    @Test
    void theReasonIsTheFirstThatTheDetectorMeets() {
        Corpus own = corpus(LONG, "", false);
        Findings findings = TestFindings.of(own);
        TextOwners owners = new TextOwners(findings, Messages.of(Locale.ENGLISH));
        assertThat(owners.of(findings.clusters().get(0))).isEqualTo(new Owner("C1", ""));
        TextCluster small = new TextCluster(
                8,
                findings.smallGroups().get(0).texts().get(0),
                ClusterType.IDENTICAL,
                4,
                "en",
                ImmutableIntArray.of(4, 5),
                2);
        assertThat(owners.of(small)).isEqualTo(new Owner("none: a pair or small group has it", "small"));
        assertThat(owner(own, 3, 4)).isEqualTo(new Owner("none: the group that has it did not pass", "near"));
        assertThat(owner(own, 4, 7).words())
                .isEqualTo("none: 1 of its 2 accounts is in C1, but it did not count in that test");
        assertThat(owner(own, 4, 5, 7).words())
                .isEqualTo("none: 2 of its 3 accounts are in C1, but it did not count in that test");
        assertThat(owner(own, 7, 11).words()).isEqualTo("none: its accounts have too little else in common");
        assertThat(owner(corpus("Good night", "", false), 4, 5).words())
                .isEqualTo("none: too short to be told from greetings");
        assertThat(owner(corpus(LONG, "", true), 4, 5).words()).isEqualTo("none: its posts are reposts");
        assertThat(owner(corpus(LONG, "a.example", false), 4, 5, 6, 7, 11).words())
                .isEqualTo(
                        "none: more than three quarters of its posts have one link, so a page may have supplied its words");
        assertThat(owner(corpus(LONG, "a.example", false), 5, 6, 7, 11).words())
                .startsWith("none: 2 of its 3 accounts");
        Findings nothing = TestFindings.nothing(own);
        assertThat(new TextOwners(nothing, Messages.of(Locale.FRENCH))
                        .of(cluster(9, 4, 5))
                        .words())
                .isEqualTo("aucune\u00A0: trop peu de publications à tester");
    }

    @Test
    void theTableLeadsToTheSectionThatSaysMore() {
        Findings findings = TestFindings.of(List.of("w", "x", "y", "z"), List.of(LONG), "tag", "a.example");
        List<TextCluster> clusters = new ArrayList<>(findings.clusters());
        clusters.add(cluster(2, 3, 4));
        StringWriter out = new StringWriter();
        Findings changed = TestFindings.withClusters(findings, clusters);
        ReportPage.write(
                new View(changed, Names.plain(findings.corpus()), List.of(), "test", "0".repeat(64)),
                Locale.ENGLISH,
                out);
        assertThat(out.toString())
                .contains("<td><a href=\"#near\">none: the group that has it did not pass</a></td>", "id=\"near\"")
                .contains(
                        "The last column names the campaigns in whose test a text counted, or says why there is none.")
                .contains(
                        "Behaviour as the DISARM framework names it (the way of posting only; no meaning was judged):");
    }
}
