/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Findings.NearMiss;
import org.vigie.campaign.findings.Signal;
import org.vigie.core.stats.FalseDiscovery;
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

    /** A candidate of two accounts with an object for each p-value of the timing and its q-value. */
    private static Candidate candidate(int row, double accounts, double[] timing, double[] q) {
        List<Sighting> objects = new ArrayList<>();
        for (int o = 0; o < timing.length; o++) {
            objects.add(new Sighting(
                    CORPUS,
                    ObjectKind.HASHTAG,
                    o,
                    new int[] {row, row + 1},
                    new Sighting.Count(9, 2, timing[o]),
                    q[o]));
        }
        int[] rows = {row, row + 1};
        return new Candidate(Signal.RETURNING_ACCOUNTS, rows, rows, objects, new Sighting.Count(7, 0.5, accounts));
    }

    private static Candidate candidate(int row, double accounts, double timing) {
        return candidate(row, accounts, new double[] {timing}, new double[] {timing});
    }

    @Test
    void aCandidateNeedsBothKindsOfEvidence() {
        Decision decision = new Decision(
                List.of(candidate(0, 0.001, 0.01), candidate(2, 0.9, 0.001), candidate(4, 0.0001, 0.2)), ALPHA);
        assertThat(decision.reported()).singleElement().satisfies(r -> {
            assertThat(r.pValue()).isEqualTo(0.01);
            assertThat(r.qValue()).isEqualTo(0.01);
            assertThat(r.candidate().rows()).containsExactly(0, 1);
        });
        assertThat(decision.nearMisses())
                .extracting(NearMiss::failed)
                .containsExactly(Evidence.Kind.TIMING, Evidence.Kind.ACCOUNTS);
        assertThat(decision.nearMisses().get(0))
                .isEqualTo(new NearMiss(
                        ImmutableIntArray.of(4, 5),
                        ImmutableIntArray.of(4, 5),
                        Signal.RETURNING_ACCOUNTS,
                        7,
                        0.5,
                        0.2,
                        0.2,
                        Evidence.Kind.TIMING));
    }

    @Test
    void alphaItselfIsReported() {
        assertThat(new Decision(List.of(candidate(0, ALPHA, 0.01)), ALPHA).reported())
                .hasSize(1);
        assertThat(new Decision(List.of(candidate(0, Math.nextUp(ALPHA), 0.01)), ALPHA).reported())
                .isEmpty();
    }

    @Test
    void theFalseDiscoveryRateIsOverAllCandidates() {
        List<Candidate> candidates = new ArrayList<>();
        double[] p = new double[10];
        for (int i = 0; i < p.length; i++) {
            p[i] = 0.004 * (i + 1);
            candidates.add(candidate(i, p[i], 1e-6));
        }
        double[] q = FalseDiscovery.benjaminiHochberg(p);
        Decision all = new Decision(candidates, ALPHA);
        assertThat(all.reported()).hasSize(10);
        for (int i = 0; i < p.length; i++) {
            assertThat(all.reported().get(i).qValue())
                    .isGreaterThanOrEqualTo(q[i])
                    .isLessThan(q[i] + 1e-12);
        }
        // Alone at 0.03 it is reported; among ninety that are by chance it is not.
        assertThat(new Decision(List.of(candidate(0, 0.03, 1e-6)), ALPHA).reported())
                .hasSize(1);
        List<Candidate> crowd = new ArrayList<>(List.of(candidate(0, 0.03, 1e-6)));
        for (int i = 0; i < 90; i++) {
            crowd.add(candidate(i % 30, 0.9, 1e-6));
        }
        assertThat(new Decision(crowd, ALPHA).reported()).isEmpty();
    }

    @Test
    void aQValueIsNeverBelowItsPValue() {
        // Two objects at 0.04 and 0.05: their q-values are 0.05, and so is the p-value of both together.
        Decision one =
                new Decision(List.of(candidate(0, 0.01, new double[] {0.04, 0.05}, new double[] {0.05, 0.05})), ALPHA);
        assertThat(one.reported()).singleElement().satisfies(r -> {
            assertThat(r.pValue()).isEqualTo(0.05);
            assertThat(r.qValue()).isEqualTo(0.05);
        });

        SplittableRandom random = new SplittableRandom(23);
        for (int trial = 0; trial < 300; trial++) {
            List<Candidate> candidates = new ArrayList<>();
            int n = 1 + random.nextInt(12);
            int[] objects = new int[n];
            int all = random.nextInt(20); // objects that are in no candidate
            for (int c = 0; c < n; c++) {
                objects[c] = 1 + random.nextInt(6);
                all += objects[c];
            }
            double[] timing = new double[all];
            for (int o = 0; o < all; o++) {
                timing[o] = Math.pow(random.nextDouble(), 1 + random.nextInt(8));
            }
            double[] q = FalseDiscovery.benjaminiHochberg(timing);
            int from = 0;
            for (int c = 0; c < n; c++) {
                candidates.add(candidate(
                        c,
                        Math.pow(random.nextDouble(), 1 + random.nextInt(8)),
                        Arrays.copyOfRange(timing, from, from + objects[c]),
                        Arrays.copyOfRange(q, from, from + objects[c])));
                from += objects[c];
            }
            Decision decision = new Decision(candidates, ALPHA);
            assertThat(decision.reported()).allMatch(r -> r.qValue() >= r.pValue() && r.qValue() <= ALPHA);
            assertThat(decision.nearMisses()).allMatch(m -> m.qValue() >= m.pValue() && m.qValue() > ALPHA);
            assertThat(decision.reported().size() + decision.nearMisses().size())
                    .isEqualTo(n);
        }
    }

    @Test
    void aFinderThatClaimsQBelowPIsNotBelieved() {
        Decision decision = new Decision(List.of(candidate(0, 0.001, new double[] {0.3}, new double[] {0.001})), ALPHA);
        assertThat(decision.reported()).isEmpty();
        assertThat(decision.nearMisses()).singleElement().satisfies(m -> {
            assertThat(m.qValue()).isEqualTo(0.3);
            assertThat(m.failed()).isEqualTo(Evidence.Kind.TIMING);
        });
    }

    @Test
    void manyObjectsOfOnePValueAreAsUnlikelyAsOne() {
        double[] p = new double[100];
        Arrays.fill(p, 0.001);
        Candidate candidate = candidate(0, 0.001, p, FalseDiscovery.benjaminiHochberg(p));
        assertThat(candidate.timing().pValue()).isEqualTo(0.001);
        assertThat(candidate.timing().observed()).isEqualTo(900);
        assertThat(candidate.timing().expected()).isEqualTo(200);
    }

    @Test
    void nearMissesComeByQThenByPThenByTheirFirstPost() {
        Decision decision = new Decision(
                List.of(
                        candidate(9, 0.9, 0.5),
                        candidate(8, 0.9, 0.6),
                        candidate(5, 0.9, 0.9),
                        candidate(3, 0.9, 0.95),
                        candidate(2, 0.9, 0.9)),
                ALPHA);
        assertThat(decision.reported()).isEmpty();
        assertThat(decision.nearMisses()).extracting(m -> m.rows().get(0)).containsExactly(2, 5, 8, 9, 3);
        assertThat(decision.nearMisses()).extracting(NearMiss::failed).containsOnly(Evidence.Kind.ACCOUNTS);
    }

    @Test
    void withoutCandidatesNothingIsDecided() {
        Decision none = new Decision(List.of(), ALPHA);
        assertThat(none.reported()).isEmpty();
        assertThat(none.nearMisses()).isEmpty();
    }
}
