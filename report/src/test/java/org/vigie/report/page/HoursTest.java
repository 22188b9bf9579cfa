/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.Post;
import org.vigie.report.TestFindings;

/** When the posts of a campaign came, as far as they show it. */
class HoursTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
    /** Others, one post an hour at the half hour, for ten days. */
    private static final int OTHERS = 240;

    /** What is said of posts at these minutes after midnight. */
    private static String said(IntStream minutes, Locale locale) {
        CorpusBuilder builder = Corpus.builder().withoutLanguages().withThreads(1);
        IntStream.range(0, OTHERS).forEach(h -> post(builder, "z", 30L + 60L * h));
        int[] own = minutes.toArray();
        for (int i = 0; i < own.length; i++) {
            post(builder, List.of("w", "x", "y").get(i % 3), own[i]);
        }
        Corpus corpus = builder.build();
        Names names = Names.plain(corpus);
        Findings findings = TestFindings.of(corpus);
        ImmutableIntArray rows = ImmutableIntArray.copyOf(IntStream.range(0, corpus.size())
                .filter(row -> !names.account(corpus.account(row)).equals("z")));
        Campaign campaign = CampaignChanges.of(findings.campaigns().get(0))
                .rows(rows, corpus)
                .campaign();
        return new Hours(findings, Messages.of(locale)).of(campaign);
    }

    private static void post(CorpusBuilder builder, String account, long minute) {
        builder.post(Post.builder(account + minute, account, MIDNIGHT.plus(Duration.ofMinutes(minute)), "x")
                .build());
    }

    /** One post at 1 and one at 13 o'clock of each day, and some more. */
    private static IntStream spread(int... more) {
        return IntStream.concat(
                IntStream.range(0, 10).flatMap(d -> IntStream.of(60 + 1440 * d, 780 + 1440 * d)), IntStream.of(more));
    }

    @Test
    void theBusiestHourIsNamedWithItsPosts() {
        assertThat(said(spread(3001, 3010, 3020, 3030, 3060), Locale.ENGLISH))
                .isEqualTo("Busiest hour: 5 of its 25 posts, from 3 March 2026, 02:01 UTC."
                        + " 56% of its posts come between 01:00 and 03:00 UTC; of the other posts 8.3% do.");
        assertThat(said(spread(3001, 3010, 3020, 3030, 3060), Locale.FRENCH))
                .isEqualTo("Heure la plus dense\u00A0: 5 de ses 25 publications, à partir du 3 mars 2026 à 02:01 UTC."
                        + " 56\u00A0% de ses publications tombent entre 01:00 et 03:00 UTC, contre 8,3\u00A0% des autres"
                        + " publications.");
    }

    @Test
    void anEvenCourseIsSaidToBeSo() {
        assertThat(said(spread(3001, 3010, 3020, 3030, 3061), Locale.ENGLISH))
                .as("the fifth is in the next hour")
                .startsWith("No hour stands out: the busiest has 4 of its 25 posts.");
        assertThat(said(spread(3001, 3010, 3020, 3062), Locale.ENGLISH))
                .as("four are few")
                .startsWith("No hour stands out: the busiest has 3 of its 24 posts.");
        assertThat(said(IntStream.range(0, 60).map(i -> 10 * i), Locale.ENGLISH))
                .as("six an hour, and as many in each")
                .startsWith("No hour stands out: the busiest has 6 of its 60 posts.");
        assertThat(said(IntStream.range(0, 20).map(i -> 3 * i), Locale.ENGLISH))
                .as("all within one hour is said elsewhere")
                .isEmpty();
    }

    @Test
    void hoursOfTheDayAreNamedWhereOthersDoNotGather() {
        IntStream nightly = IntStream.range(0, 10)
                .flatMap(d -> IntStream.of(1390, 1410, 1450, 700).map(m -> m + 1440 * d));
        assertThat(said(nightly, Locale.ENGLISH))
                .isEqualTo("No hour stands out: the busiest has 2 of its 40 posts."
                        + " 50% of its posts come between 23:00 and 00:00 UTC; of the other posts 4.2% do.");
        IntStream twoDays =
                IntStream.range(0, 2).flatMap(d -> IntStream.range(1380, 1392).map(m -> m + 1440 * d));
        assertThat(said(twoDays, Locale.ENGLISH))
                .startsWith("Busiest hour: 12 of its 24")
                .doesNotContain("come between");
        assertThat(said(spread(), Locale.ENGLISH)).contains("50% of its posts come between 01:00 and 02:00 UTC");
        assertThat(said(IntStream.range(0, 20).map(i -> 1440 * i / 2 + 60 * i), Locale.ENGLISH))
                .as("all round the clock")
                .doesNotContain("come between");
    }
}
