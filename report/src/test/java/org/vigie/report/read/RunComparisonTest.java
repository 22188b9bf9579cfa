/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;
import org.vigie.report.read.RunComparison.Change;
import org.vigie.report.read.RunComparison.State;

class RunComparisonTest {
    private static ReportedGroup group(String id, int from, int to) {
        return new ReportedGroup(
                id,
                Kind.CAMPAIGN,
                IntStream.range(from, to).mapToObj(a -> "compte\u00a0" + a).toList(),
                IntStream.range(10 * from, 10 * to).mapToObj(p -> "p" + p).toList());
    }

    private static CampaignsFile run(ReportedGroup... groups) {
        return new CampaignsFile(Optional.empty(), List.of(groups));
    }

    @Test
    void everyCampaignHasOneState() {
        RunComparison comparison = RunComparison.of(
                run(group("C1", 0, 10), group("C2", 20, 30), group("C3", 40, 50), group("C4", 60, 70)),
                run(group("C1", 40, 55), group("C2", 0, 10), group("C3", 21, 28), group("C4", 80, 90)));
        assertThat(comparison.changes())
                .containsExactly(
                        new Change(State.GREW, Optional.of("C3"), Optional.of("C1"), 10, 15, 10, 100, 150, 100),
                        new Change(State.STAYED, Optional.of("C1"), Optional.of("C2"), 10, 10, 10, 100, 100, 100),
                        new Change(State.SHRANK, Optional.of("C2"), Optional.of("C3"), 10, 7, 7, 100, 70, 70),
                        new Change(State.APPEARED, Optional.empty(), Optional.of("C4"), 0, 10, 0, 0, 100, 0),
                        new Change(State.ENDED, Optional.of("C4"), Optional.empty(), 10, 0, 0, 100, 0, 0));
        for (State state : State.values()) {
            assertThat(comparison.count(state)).isEqualTo(1);
        }
    }

    @Test
    void ofSeveralTheOneWithMostInCommonIsTheSame() {
        RunComparison split = RunComparison.of(run(group("C1", 0, 20)), run(group("C1", 0, 8), group("C2", 8, 20)));
        assertThat(split.changes().stream().map(Change::state)).containsExactly(State.APPEARED, State.SHRANK);
        RunComparison joined = RunComparison.of(run(group("C1", 0, 8), group("C2", 8, 20)), run(group("C1", 0, 20)));
        assertThat(joined.changes().stream().map(Change::state)).containsExactly(State.GREW, State.ENDED);
        assertThat(joined.changes().get(0).before()).contains("C2");
    }

    /** Accounts may be in one campaign by their links, and in a larger one by their texts; ranks change from run to run. */
    @Test
    void ofCampaignsOfTheSameAccountsPostsTellWhichIsWhich() {
        ReportedGroup texts = group("C1", 0, 50);
        ReportedGroup links =
                new ReportedGroup("C2", Kind.CAMPAIGN, texts.accounts().subList(0, 6), List.of("l1", "l2", "l3"));
        ReportedGroup reposts = new ReportedGroup("C3", Kind.CAMPAIGN, links.accounts(), List.of("r1", "r2"));
        RunComparison linksOnly = RunComparison.of(run(texts, links), run(links));
        assertThat(linksOnly.changes().stream().map(Change::before))
                .containsExactly(Optional.of("C2"), Optional.of("C1"));
        assertThat(linksOnly.changes().stream().map(Change::state)).containsExactly(State.STAYED, State.ENDED);
        assertThat(RunComparison.of(run(links), run(texts, links)).changes().stream()
                        .map(Change::state))
                .containsExactly(State.APPEARED, State.STAYED);
        assertThat(RunComparison.of(run(links, reposts), run(reposts, links)).changes())
                .allMatch(change -> change.before().equals(change.after()))
                .allMatch(change -> change.postsCommon() == change.postsAfter());
    }

    @Test
    void aFewAccountsInCommonAreNotTheSameCampaign() {
        RunComparison comparison = RunComparison.of(run(group("C1", 0, 10)), run(group("C1", 6, 16)));
        assertThat(comparison.changes().stream().map(Change::state)).containsExactly(State.APPEARED, State.ENDED);
    }

    @Test
    void groupsThatAreNoCampaignsDoNotCount() {
        ReportedGroup near = new ReportedGroup("N1", Kind.NEAR_MISS, List.of("a", "b"), List.of());
        assertThat(RunComparison.of(run(near), run(near)).changes()).isEmpty();
    }

    @Test
    void namesOfTwoKeysAreNeverCompared() {
        CampaignsFile keyed = new CampaignsFile(Optional.of("0123456789abcdef"), List.of());
        assertThatThrownBy(() -> RunComparison.of(keyed, run()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("both runs must have names of one key but have those of 0123456789abcdef and none");
    }

    @Test
    void largeRunsTakeTimeInProportion() throws IOException {
        List<ReportedGroup> many = new ArrayList<>();
        for (int g = 0; g < 2_000; g++) {
            many.add(group("C" + g, 30 * g, 30 * g + 30));
        }
        CampaignsFile run = new CampaignsFile(Optional.empty(), many);
        RunComparison comparison = RunComparison.of(run, run);
        assertThat(comparison.count(State.STAYED)).isEqualTo(2_000);
        StringWriter text = new StringWriter();
        ComparisonFormat.TEXT.write(comparison, text);
        assertThat(text.toString().lines()).hasSize(2_001);
    }
}
