/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.evaluation.Evaluation.GroupScore;
import org.vigie.campaign.evaluation.Evaluation.LabelScore;
import org.vigie.campaign.evaluation.Evaluation.Score;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;

final class EvaluationTest {
    private static final Labels LABELS = Labels.of(labels());

    /** Two campaigns, of four accounts and of two; three honest accounts. */
    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String account : List.of("a1", "a2", "a3", "a4")) {
            labels.put(account, "alpha");
        }
        labels.put("b1", "beta");
        labels.put("b2", "beta");
        List.of("h1", "h2", "h3").forEach(account -> labels.put(account, ""));
        return labels;
    }

    @Test
    void countsEachAccountOnceAndEveryGroup() {
        Evaluation e = Evaluation.of(
                List.of(
                        group("C1", Kind.CAMPAIGN, "a1", "a2", "a3", "b1", "h1"),
                        group("C2", Kind.CAMPAIGN, "a1", "h1", "h2", "x"),
                        group("S1", Kind.SMALL_GROUP, "b2", "y"),
                        group("N1", Kind.NEAR_MISS, "a1", "a4", "h3")),
                LABELS);
        assertThat(e.campaigns()).isEqualTo(new Score(6, 4, 2, 1));
        assertThat(e.campaigns().precision()).isEqualTo(4 / 7.0);
        assertThat(e.campaigns().recall()).isEqualTo(4 / 6.0);
        assertThat(e.campaigns().f1()).isEqualTo(8 / 13.0);
        assertThat(e.withSmallGroups()).isEqualTo(new Score(6, 5, 2, 2));
        assertThat(e.nearMissed()).as("a4: a1 is reported").isEqualTo(1);
        assertThat(e.posts()).isEmpty();
        assertThat(e.groups())
                .containsExactly(
                        new GroupScore("C1", Kind.CAMPAIGN, 5, 4, 1, 0, "alpha", 3),
                        new GroupScore("C2", Kind.CAMPAIGN, 4, 1, 2, 1, "alpha", 1),
                        new GroupScore("S1", Kind.SMALL_GROUP, 2, 1, 0, 1, "beta", 1),
                        new GroupScore("N1", Kind.NEAR_MISS, 3, 2, 1, 0, "alpha", 2));
        assertThat(e.mostlyOthers()).extracting(GroupScore::id).containsExactly("C2");
        assertThat(e.labels())
                .containsExactly(
                        new LabelScore("beta", 2, 1, 1, 0, "C1", 1), new LabelScore("alpha", 4, 3, 0, 1, "C1", 3));
    }

    @Test
    void nothingReportedHasNoPrecision() {
        Evaluation e = Evaluation.of(List.of(), LABELS);
        assertThat(e.campaigns().precision()).isNaN();
        assertThat(e.campaigns().recall()).isZero();
        assertThat(e.campaigns().f1()).isZero();
        assertThat(e.mostlyOthers()).isEmpty();
        assertThat(e.labels()).extracting(LabelScore::group).containsOnly("");
    }

    @Test
    void nobodyLabelledHasNoRecall() {
        Evaluation e = Evaluation.of(List.of(group("C1", Kind.CAMPAIGN, "h1")), Labels.of(Map.of("h1", "")));
        assertThat(e.campaigns()).isEqualTo(new Score(0, 0, 1, 0));
        assertThat(e.campaigns().recall()).isNaN();
        assertThat(e.mostlyOthers()).hasSize(1);
    }

    @Test
    void halfIsEnoughForAGroupToCountAsRight() {
        Evaluation e = Evaluation.of(List.of(group("C1", Kind.CAMPAIGN, "a1", "h1")), LABELS);
        assertThat(e.mostlyOthers()).isEmpty();
    }

    @Test
    void postsCountWhereTheyAreKnown() {
        Labels labels = LABELS.withPosts(Set.of("p1", "p2", "p3"));
        ReportedGroup told = new ReportedGroup("C1", Kind.CAMPAIGN, List.of("a1"), List.of("p1", "p9", "p1"));
        ReportedGroup miss = new ReportedGroup("N1", Kind.NEAR_MISS, List.of("a1"), List.of("p2"));
        assertThat(Evaluation.of(List.of(told, miss), labels).posts()).contains(new Score(3, 1, 1, 0));
        assertThat(Evaluation.of(List.of(group("C1", Kind.CAMPAIGN, "a1")), labels)
                        .posts())
                .as("a report that names no posts")
                .isEmpty();
        assertThat(Evaluation.of(List.of(), labels).posts()).contains(new Score(3, 0, 0, 0));
    }

    @Test
    void pseudonymsOfTheSameKeyAgree() {
        Pseudonymizer key = Pseudonymizer.withKey(SecretKey.of(new byte[16]));
        Labels labels = LABELS.withPosts(Set.of("p1")).withPseudonyms(key);
        ReportedGroup group = new ReportedGroup(
                "C1",
                Kind.CAMPAIGN,
                List.of(key.pseudonym("account", "a1"), key.pseudonym("account", "h1")),
                List.of(key.pseudonym("post", "p1")));
        Evaluation e = Evaluation.of(List.of(group), labels);
        assertThat(e.campaigns()).isEqualTo(new Score(6, 1, 1, 0));
        assertThat(e.posts()).contains(new Score(1, 1, 0, 0));
    }

    private static ReportedGroup group(String id, Kind kind, String... accounts) {
        return new ReportedGroup(id, kind, List.of(accounts), List.of());
    }
}
