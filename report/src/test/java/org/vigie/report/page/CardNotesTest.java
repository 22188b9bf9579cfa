/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.ObjectKind;
import org.vigie.report.TestFindings;

class CardNotesTest {
    private static final Campaign BASE = TestFindings.of(
                    List.of("a", "b", "c", "d"), List.of("one text that is long enough"), "tag", "u")
            .campaigns()
            .get(0);
    /** Two links that stand together in each of the nine posts. */
    private static final Campaign ONE_ACT = CampaignChanges.of(BASE)
            .objects(
                    List.of(new SharedObject(ObjectKind.URL, 0, 3, 9, 4), new SharedObject(ObjectKind.URL, 1, 3, 9, 4)))
            .campaign();

    private static List<String> notes(Campaign campaign) {
        return new CardNotes(List.of(campaign), Messages.of(Locale.ENGLISH)).of(campaign);
    }

    @Test
    void nothingIsSaidOfAGroupWithMoreThanOneHourAndOneAct() {
        assertThat(notes(BASE)).isEmpty();
    }

    @Test
    void thingsThatStandTogetherInEachPostAreOneAct() {
        assertThat(notes(ONE_ACT))
                .containsExactly(
                        "Thin evidence: each of its posts has all 2 things in common. That is one act, not 2.");
        Campaign swarm =
                CampaignChanges.of(ONE_ACT).counted(Signal.COMMON_SWARMS).campaign();
        assertThat(notes(swarm)).as("many addressees are many acts").isEmpty();
        assertThat(CardNotes.isThin(ONE_ACT)).isTrue();
        assertThat(CardNotes.isThin(swarm)).isFalse();
    }

    @Test
    void postsOfOneHourAreOneOccasion() {
        Campaign hour = CampaignChanges.of(BASE)
                .last(BASE.first().plus(Duration.ofHours(1)))
                .campaign();
        assertThat(notes(hour))
                .singleElement()
                .asString()
                .startsWith("Thin evidence: all its posts fall into one hour.");
        Campaign later = CampaignChanges.of(BASE)
                .last(BASE.first().plus(Duration.ofHours(1)).plusMillis(1))
                .campaign();
        assertThat(notes(later)).isEmpty();
        assertThat(notes(CampaignChanges.of(ONE_ACT).last(BASE.first()).campaign()))
                .containsExactly("Thin evidence: all its posts fall into one hour, and each has all 2 things in common."
                        + " That is one act, not 2.");
    }

    @Test
    void campaignsThatShareAccountsNameOneAnother() {
        Campaign other = CampaignChanges.of(BASE).id("C2").campaign();
        CardNotes notes = new CardNotes(List.of(BASE, other), Messages.of(Locale.ENGLISH));
        assertThat(notes.of(BASE)).containsExactly("3 of its 3 accounts are also in C2.");
        assertThat(notes.of(other)).containsExactly("3 of its 3 accounts are also in C1.");
    }

    @Test
    void aMomentHasNoCourse() {
        Campaign moment =
                CampaignChanges.of(BASE).last(BASE.first().plusSeconds(59)).campaign();
        assertThat(Card.isMoment(moment)).isTrue();
        assertThat(Card.isMoment(BASE)).isFalse();
    }
}
