/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.campaign.findings.Findings.NearMiss;
import org.vigie.campaign.findings.Signal;
import org.vigie.report.TestFindings;

class WhyTest {
    private static final Findings FOUND =
            TestFindings.of(List.of("a", "b", "c", "d"), List.of("one text that is long enough"), "tag", "u");
    private static final Why ENGLISH = new Why(FOUND, Messages.of(Locale.ENGLISH));
    private static final Why FRENCH = new Why(FOUND, Messages.of(Locale.FRENCH));

    private static NearMiss miss(Explanation explanation, FailedTest.Test test, double value, double limit) {
        ImmutableIntArray nine = ImmutableIntArray.of(0, 1, 2, 3, 4, 5, 6, 7, 8);
        return new NearMiss(
                nine, nine, Signal.COMMON_POOL, 6, 4.25, 0.2, 0.4, explanation, new FailedTest(test, value, limit));
    }

    @Test
    void aCampaignSaysHowMuchItSharesAndWhatChanceGives() {
        assertThat(ENGLISH.campaign(FOUND.campaigns().get(0)))
                .isEqualTo("3 accounts have 1 text in common, in 75% of all their posts. By chance, 4.5 of the 4"
                        + " accounts of the input would share as much.");
        assertThat(FRENCH.campaign(FOUND.campaigns().get(0))).startsWith("3 comptes ont 1 texte en commun, dans 75");
    }

    @Test
    void whatIsSaidToTheSamePeopleIsToldAsSuch() {
        Campaign addressed = found(Signal.COMMON_ADDRESSEES);
        assertThat(ENGLISH.campaign(addressed))
                .isEqualTo("3 accounts say 1 text to the same people or below the same posts, in 75% of all their"
                        + " posts. By chance, 4.5 of the 4 accounts of the input would share as much.");
        assertThat(FRENCH.campaign(addressed)).startsWith("3 comptes adressent 1 texte aux mêmes personnes");
    }

    @Test
    void swarmsAreToldAsSuch() {
        Campaign swarms = found(Signal.COMMON_SWARMS);
        assertThat(ENGLISH.campaign(swarms))
                .isEqualTo(
                        "3 accounts address the same people or posts in the same hours, again and again: 1 text, in"
                                + " 75% of all their posts. By chance, 4.5 of the 4 accounts of the input would share as much.");
        assertThat(FRENCH.campaign(swarms)).startsWith("3 comptes s’adressent aux mêmes personnes ou publications");
    }

    /** The first campaign, as if another signal had been counted. */
    private static Campaign found(Signal signal) {
        Campaign c = FOUND.campaigns().get(0);
        List<Evidence> evidence = c.evidence().stream()
                .map(e -> e.kind() == Evidence.Kind.CONTENT
                        ? e
                        : new Evidence(e.kind(), signal, e.objects(), e.observed(), e.expected(), e.pValue(), e.rows()))
                .toList();
        return new Campaign(
                c.id(),
                c.score(),
                c.scoreParts(),
                c.pValue(),
                c.qValue(),
                c.members(),
                c.texts(),
                c.languages(),
                c.objects(),
                c.mentions(),
                c.rows(),
                c.first(),
                c.peak(),
                c.last(),
                c.density(),
                evidence,
                c.support(),
                c.techniques(),
                c.state());
    }

    @Test
    void aSmallGroupNamesItsWeakestAccount() {
        assertThat(ENGLISH.small(FOUND.smallGroups().get(0)))
                .isEqualTo(
                        "2 accounts have 1 text in common, in 75% of their own posts: each has at least 3, where people"
                                + " alike would share fewer than one.");
    }

    @Test
    void aNearMissNamesTheTestThatFailedAndByHowMuch() {
        assertThat(ENGLISH.nearMiss(miss(Explanation.TOO_FEW, FailedTest.Test.MEMBERS, 6, 7)))
                .isEqualTo("6 of 9 accounts share more than people alike do; a campaign has at least 7.");
        assertThat(ENGLISH.nearMiss(miss(Explanation.COMMON_PROPERTY, FailedTest.Test.EXCLUSIVITY, 0.31, 0.5)))
                .isEqualTo("6 accounts share more than people alike do, but are only 31% of those who posted the same;"
                        + " 50% is the least.");
        for (Explanation explanation : Explanation.values()) {
            assertThat(ENGLISH.nearMiss(miss(explanation, FailedTest.Test.CHANCE, 0.4, 0.05)))
                    .startsWith("6 accounts share as much, and 4.2 would by chance, judged mostly by ")
                    .endsWith(": q is 0.4, above 0.05.");
        }
    }

    @Test
    void aSupportingTestOfAStrangerIsNamedAsItNamesItself() {
        assertThat(ENGLISH.support(new Support("moon-phase", 2, 3, 1.5, 0.25)))
                .isEqualTo("moon-phase: 2 of 3; 1.5 would be expected of others (p 0.25).");
        assertThat(FRENCH.support(new Support("created-together", 2, 3, 0.5, 0.25)))
                .startsWith("2 comptes sur 3 ont été ouverts en une semaine");
    }
}
