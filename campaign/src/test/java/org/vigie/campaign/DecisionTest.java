/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.campaign.findings.Findings.NearMiss;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

class DecisionTest {
    private static final double ALPHA = 0.05;
    private static final Corpus CORPUS = corpus();

    private static Corpus corpus() {
        Scene scene = new Scene();
        for (int i = 0; i < 40; i++) {
            scene.tags("a" + i, i, "tag");
        }
        return scene.corpus();
    }

    private static Candidate candidate(int row, double p) {
        return candidate(2, row, p, Explanation.HOURS);
    }

    private static Candidate candidate(int accounts, int row, double p, Explanation explanation) {
        int[] rows = IntStream.range(row, row + accounts).toArray();
        return new Candidate(
                Signal.COMMON_POOL,
                rows,
                rows,
                List.of(new Sighting(CORPUS, ObjectKind.HASHTAG, 0, rows)),
                new Candidate.Count(7, 0.5, p),
                0.4,
                explanation);
    }

    @Test
    void reportsThoseAtMostAlphaAndKeepsTheOthers() {
        Decision decision =
                new Decision(CORPUS, List.of(candidate(0, 0.001), candidate(2, 0.9), candidate(4, 0.2)), ALPHA, 2);
        assertThat(decision.reported()).singleElement().satisfies(r -> {
            assertThat(r.qValue()).isCloseTo(0.003, within(1e-12));
            assertThat(r.candidate().rows()).containsExactly(0, 1);
        });
        assertThat(decision.nearMisses())
                .as("the nearest first")
                .extracting(NearMiss::pValue)
                .containsExactly(0.2, 0.9);
        NearMiss nearest = decision.nearMisses().get(0);
        assertThat(nearest.accounts().asList()).containsExactly(4, 5);
        assertThat(nearest.explanation()).isEqualTo(Explanation.HOURS);
        assertThat(nearest.observed()).isEqualTo(7);
        assertThat(nearest.expected()).isEqualTo(0.5);
    }

    @Test
    void alphaItselfIsReported() {
        assertThat(new Decision(CORPUS, List.of(candidate(0, ALPHA)), ALPHA, 2).reported())
                .hasSize(1);
        assertThat(new Decision(CORPUS, List.of(candidate(0, Math.nextUp(ALPHA))), ALPHA, 2).reported())
                .isEmpty();
    }

    @Test
    void theFalseDiscoveryRateIsOverAllCandidates() {
        List<Candidate> crowd = new ArrayList<>(List.of(candidate(0, 0.03)));
        assertThat(new Decision(CORPUS, crowd, ALPHA, 2).reported()).hasSize(1);
        for (int i = 0; i < 90; i++) {
            crowd.add(candidate(i % 30, 0.9));
        }
        assertThat(new Decision(CORPUS, crowd, ALPHA, 2).reported()).isEmpty();
    }

    @Test
    void aQValueIsNeverBelowItsPValue() {
        SplittableRandom random = new SplittableRandom(23);
        for (int trial = 0; trial < 300; trial++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int c = 1 + random.nextInt(12); c > 0; c--) {
                candidates.add(candidate(c, Math.pow(random.nextDouble(), 1 + random.nextInt(8))));
            }
            Decision decision = new Decision(CORPUS, candidates, ALPHA, 2);
            assertThat(decision.reported())
                    .allMatch(r -> r.qValue() >= r.candidate().count().pValue() && r.qValue() <= ALPHA);
            assertThat(decision.nearMisses()).allMatch(m -> m.qValue() >= m.pValue() && m.qValue() > ALPHA);
            assertThat(decision.reported().size() + decision.nearMisses().size())
                    .isEqualTo(candidates.size());
        }
    }

    @Test
    void aNearMissTellsTheTestThatFailedAndByHowMuch() {
        assertThat(failed(Explanation.TOO_FEW)).isEqualTo(new FailedTest(FailedTest.Test.MEMBERS, 7, 9));
        assertThat(failed(Explanation.COMMON_PROPERTY)).isEqualTo(new FailedTest(FailedTest.Test.EXCLUSIVITY, 1, 0.5));
        assertThat(failed(Explanation.SOURCE)).isEqualTo(new FailedTest(FailedTest.Test.CHANCE, 0.3, ALPHA));
    }

    private static FailedTest failed(Explanation explanation) {
        return new Decision(CORPUS, List.of(candidate(9, 0, 0.3, explanation)), ALPHA, 9)
                .nearMisses()
                .get(0)
                .failed();
    }

    @Test
    void fewerAccountsThanACampaignHasAreNoneWhateverTheirPValue() {
        Candidate few = candidate(4, 0, 1e-9, Explanation.ANYBODY);
        Candidate enough = candidate(5, 10, 0.03, Explanation.ANYBODY);
        Decision decision = new Decision(CORPUS, List.of(few, enough), ALPHA, 5);
        assertThat(decision.reported())
                .as("what cannot be reported makes no other one look better: q is 2 x 0.03")
                .isEmpty();
        assertThat(decision.nearMisses())
                .extracting(NearMiss::failed)
                .containsExactly(
                        new FailedTest(FailedTest.Test.CHANCE, 0.06, ALPHA),
                        new FailedTest(FailedTest.Test.MEMBERS, 4, 5));
        assertThat(decision.nearMisses().get(1).pValue()).isEqualTo(1);
        assertThat(new Decision(CORPUS, List.of(few, enough), ALPHA, 4).reported())
                .hasSize(2);
    }

    @Test
    void anAccountThatPostedNothingOfItDoesNotCount() {
        Candidate named = new Candidate(
                Signal.COMMON_POOL,
                new int[] {0, 1, 2, 3, 4},
                new int[] {0, 1},
                List.of(),
                new Candidate.Count(5, 0.5, 1e-9),
                0.4,
                Explanation.ANYBODY);
        assertThat(new Decision(CORPUS, List.of(named), ALPHA, 5).nearMisses())
                .singleElement()
                .satisfies(m -> assertThat(m.failed()).isEqualTo(new FailedTest(FailedTest.Test.MEMBERS, 2, 5)));
    }

    @Test
    void nothingGivesNothing() {
        assertThat(new Decision(CORPUS, List.of(), ALPHA, 2).reported()).isEmpty();
        assertThat(new Decision(CORPUS, List.of(), ALPHA, 2).nearMisses()).isEmpty();
    }
}
