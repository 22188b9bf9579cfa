/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Signal;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.campaign.findings.Traffic;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

/** Whoever changes what was given to a result, or what a result gave, changes nothing; numbers are checked. */
class ImmutabilityTest {
    private static final Corpus CORPUS =
            new Scene().tags("a", 0, "x").tags("b", 1, "x").tags("c", 2, "x").corpus();
    private static final Candidate.Count COUNT = new Candidate.Count(3, 1, 0.01);

    private static <T> void assertReadOnly(List<T> list, T element) {
        assertThatThrownBy(() -> list.add(element)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aSightingKeepsItsRows() {
        int[] rows = {0, 2};
        Sighting sighting = new Sighting(CORPUS, ObjectKind.HASHTAG, 0, rows);
        rows[0] = 1;
        sighting.rows()[0] = 1;
        sighting.accounts()[0] = 1;
        assertThat(sighting.rows()).containsExactly(0, 2);
        assertThat(sighting.accounts()).containsExactly(0, 2);
        assertThat(sighting.rowStream().toArray()).containsExactly(0, 2);
    }

    @Test
    void aCandidateKeepsItsNumbers() {
        int[] accounts = {0, 1};
        int[] rows = {0, 1};
        List<Sighting> objects = new ArrayList<>(List.of(new Sighting(CORPUS, ObjectKind.HASHTAG, 0, rows)));
        Candidate candidate =
                new Candidate(Signal.COMMON_POOL, accounts, rows, objects, COUNT, 0.5, Explanation.ANYBODY);
        accounts[0] = 2;
        rows[1] = 2;
        objects.clear();
        candidate.accounts()[0] = 2;
        candidate.rows()[1] = 2;
        assertThat(candidate.accounts()).containsExactly(0, 1);
        assertThat(candidate.rows()).containsExactly(0, 1);
        assertThat(candidate.objects()).hasSize(1);
        assertThat(candidate.hasAccount(0)).isTrue();
        assertThat(candidate.hasRow(2)).isFalse();
        assertReadOnly(candidate.objects(), candidate.objects().get(0));
    }

    @Test
    void aCampaignKeepsItsListsAndTheirOrder() {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("z", 0.5);
        parts.put("a", 0.25);
        Map<String, Integer> languages = new LinkedHashMap<>(Map.of("fr", 2));
        List<Campaign.Member> members = new ArrayList<>(List.of(new Campaign.Member(0, 1, 1, Instant.EPOCH, 0.5)));
        List<Campaign.Mention> mentions = new ArrayList<>(List.of(new Campaign.Mention(0, 1)));
        Campaign campaign = new Campaign(
                "C1",
                0.375,
                parts,
                0.01,
                0.02,
                members,
                List.of(),
                languages,
                List.of(),
                mentions,
                ImmutableIntArray.of(0),
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                List.of(),
                List.of(),
                List.of(),
                Campaign.State.MACHINE_SUSPECTED);
        parts.clear();
        languages.put("en", 7);
        members.clear();
        mentions.clear();
        assertThat(campaign.scoreParts().keySet()).containsExactly("z", "a");
        assertThat(campaign.languages()).containsOnlyKeys("fr");
        assertThat(campaign.members()).hasSize(1);
        assertThat(campaign.mentions()).hasSize(1);
        assertReadOnly(campaign.members(), campaign.members().get(0));
        assertThatThrownBy(() -> campaign.scoreParts().put("b", 1.0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(campaign.withId("C2").id()).isEqualTo("C2");
        assertThat(campaign.withId("C2").withId("C1")).isEqualTo(campaign);
    }

    @Test
    void findingsKeepTheirLists() {
        Findings found = CampaignDetector.withDefaults().detect(CORPUS);
        Map<String, String> parameters = new LinkedHashMap<>(found.parameters());
        List<Findings.NearMiss> misses = new ArrayList<>();
        Findings copy = new Findings(
                CORPUS,
                parameters,
                found.traffic(),
                new ArrayList<>(),
                misses,
                new ArrayList<>(),
                0,
                0,
                new ArrayList<>(),
                new ArrayList<>(),
                found.edges(),
                found.campaignOf(),
                found.minAccounts());
        parameters.clear();
        misses.add(new Findings.NearMiss(
                ImmutableIntArray.of(0),
                ImmutableIntArray.of(0),
                Signal.COMMON_POOL,
                1,
                1,
                1,
                1,
                Explanation.ANYBODY,
                new Findings.FailedTest(Findings.FailedTest.Test.CHANCE, 1, 0.05)));
        assertThat(copy.parameters()).isEqualTo(found.parameters());
        assertThat(copy.parameters().keySet())
                .containsExactlyElementsOf(found.parameters().keySet());
        assertThat(copy.nearMisses()).isEmpty();
        assertReadOnly(copy.nearMisses(), misses.get(0));
        assertThatThrownBy(copy.campaigns()::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy.smallGroups()::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy.clusters()::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy.bursts()::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void trafficKeepsItsLists() {
        Map<String, Integer> languages = new LinkedHashMap<>();
        languages.put("fr", 2);
        languages.put("en", 1);
        List<Integer> timeline = new ArrayList<>(List.of(2, 1));
        Traffic traffic =
                new Traffic(3, 3, Instant.EPOCH, Instant.EPOCH, languages, Duration.ofMinutes(1), timeline, 0);
        languages.clear();
        timeline.clear();
        assertThat(traffic.languages().keySet()).containsExactly("fr", "en");
        assertThat(traffic.timeline()).containsExactly(2, 1);
        assertReadOnly(traffic.timeline(), 7);
        assertThatThrownBy(traffic.languages()::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aTestedNetworkKeepsItsTests() {
        CoordinationNetwork network = CoordinationNetwork.builder(2, Integer::toString)
                .edge(0, 1, 1.0)
                .build();
        double[] p = {0.1};
        double[] q = {0.2};
        TestedNetwork tested = new TestedNetwork(network, p, q, 0);
        p[0] = 0.9;
        q[0] = 0.9;
        assertThat(tested.p(0)).isEqualTo(0.1);
        assertThat(tested.q(0)).isEqualTo(0.2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestedNetwork(network, p, new double[0], 0))
                .withMessage("there must be one p-value and one q-value for each of 1 edges but there are 1 and 0");
    }

    @Test
    void refusesNumbersThatMeanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate.Count(-1, 0, 1))
                .withMessage("counts must be at least 0 but were -1 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate.Count(1, Double.NaN, 1))
                .withMessage("counts must be at least 0 but were 1 and NaN");
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Candidate.Count(1, 1, p))
                    .withMessage("the p-value must be in [0, 1] but was " + p);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Candidate(
                            Signal.COMMON_POOL, new int[] {0}, new int[] {0}, List.of(), COUNT, p, Explanation.ANYBODY))
                    .withMessage("commitment must be in [0, 1] but was " + p);
        }
        assertThatThrownBy(() -> new Sighting(CORPUS, ObjectKind.HASHTAG, 0, new int[] {3}))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate(
                        Signal.COMMON_POOL,
                        new int[] {1, 0},
                        new int[] {0},
                        List.of(),
                        COUNT,
                        0.5,
                        Explanation.ANYBODY))
                .withMessage("accounts must be at least 0 and ascending but were [1, 0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate(
                        Signal.COMMON_POOL,
                        new int[] {0},
                        new int[] {1, 1},
                        List.of(),
                        COUNT,
                        0.5,
                        Explanation.ANYBODY))
                .withMessage("rows must be at least 0 and ascending but were [1, 1]");
    }

    @Test
    void aRatioTakesAtLeastOneAsExpected() {}
}
