/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

class MeetingsTest {
    private static final Duration WINDOW = Duration.ofMinutes(30);

    /** Those of some accounts who act on links. */
    private static Candidate group(Corpus corpus, int[] accounts) {
        int[] rows = IntStream.range(0, corpus.size())
                .filter(r -> IntStream.of(accounts).anyMatch(a -> a == corpus.account(r)))
                .toArray();
        return new Candidate(
                Signal.COMMON_POOL,
                accounts,
                rows,
                Scene.sightings(corpus.layer(ObjectKind.URL), corpus),
                new Candidate.Count(9, 1, 0.01),
                0.5,
                Explanation.ANYBODY);
    }

    /** Accounts act on few links, often, at few moments; so ties, repeats and strangers are many. */
    private static Corpus corpus(SplittableRandom random, int accounts, int posts) {
        Scene scene = new Scene();
        for (int i = 0; i < posts; i++) {
            scene.url("a" + random.nextInt(accounts), 10 * random.nextInt(40), "x.org/" + random.nextInt(4));
        }
        return scene.corpus();
    }

    @Test
    void isWhatACountPairByPairSays() {
        SplittableRandom random = new SplittableRandom(23);
        for (int trial = 0; trial < 30; trial++) {
            Corpus corpus = corpus(random, 12, 2 + random.nextInt(100));
            int[] members = IntStream.range(0, corpus.accounts())
                    .filter(a -> random.nextInt(3) > 0)
                    .toArray();
            if (members.length < 2) {
                continue;
            }
            Candidate group = group(corpus, members);
            Meetings meetings = new Meetings(corpus, group, WINDOW);
            Set<List<Integer>> met = new HashSet<>();
            for (int u : members) {
                double first = 0;
                int all = 0;
                for (Sighting object : group.objects()) {
                    for (int own : object.rows()) {
                        for (int other : object.rows()) {
                            int v = corpus.account(other);
                            long later = corpus.time(other) - corpus.time(own);
                            if (corpus.account(own) == u
                                    && v != u
                                    && IntStream.of(members).anyMatch(m -> m == v)
                                    && Math.abs(later) <= WINDOW.toMillis()) {
                                all++;
                                first += later > 0 ? 1 : later == 0 ? 0.5 : 0;
                                met.add(List.of(u, v));
                            }
                        }
                    }
                }
                assertThat(meetings.lead(u)).isEqualTo(all == 0 ? 0 : first / all);
            }
            assertThat(meetings.density()).isEqualTo(met.size() / (double) (members.length * (members.length - 1)));
        }
    }

    @Test
    void ofManyPairsSomeMembersSpeakForAll() {
        Corpus corpus = corpus(new SplittableRandom(5), 400, 900);
        Candidate group = group(corpus, IntStream.range(0, corpus.accounts()).toArray());
        double exact = new Meetings(corpus, group, WINDOW).density();
        assertThat(new Meetings(corpus, group, WINDOW, 8_000).density())
                .isNotEqualTo(exact)
                .isCloseTo(exact, within(0.1 * exact));
    }

    @Test
    void oneMemberMeetsNobody() {
        Corpus corpus = new Scene().url("a", 0, "x.org").url("a", 1, "x.org").corpus();
        Meetings meetings = new Meetings(corpus, group(corpus, new int[] {0}), WINDOW);
        assertThat(meetings.density()).isZero();
        assertThat(meetings.lead(0)).isZero();
    }
}
