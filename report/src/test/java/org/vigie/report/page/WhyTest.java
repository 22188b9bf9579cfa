/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.campaign.findings.Findings.NearMiss;
import org.vigie.campaign.findings.Signal;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.report.TestFindings;

class WhyTest {
    private static final Findings FOUND =
            TestFindings.of(List.of("a", "b", "c", "d"), List.of("one text that is long enough"), "tag", "u");
    private static final Why ENGLISH = new Why(FOUND, Messages.of(Locale.ENGLISH));
    private static final Why FRENCH = new Why(FOUND, Messages.of(Locale.FRENCH));

    private static final Names NAMES = Names.plain(FOUND.corpus());
    private static final Pseudonymizer KEYED =
            Pseudonymizer.withKey(SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8)));
    private static final String REST =
            "The posts of the campaign are 75% of all their posts. Found: 30 accounts. Expected"
                    + " among accounts of the same languages, hours, hashtags, sites and addressees: 4.5.";

    private static NearMiss miss(Explanation explanation, FailedTest.Test test, double value, double limit) {
        ImmutableIntArray nine = ImmutableIntArray.of(0, 1, 2, 3, 4, 5, 6, 7, 8);
        return new NearMiss(
                nine, nine, Signal.COMMON_POOL, 6, 4.25, 0.2, 0.4, explanation, new FailedTest(test, value, limit));
    }

    @Test
    void aCampaignSaysHowMuchItSharesAndWhatChanceGives() {
        assertThat(ENGLISH.campaign(FOUND.campaigns().get(0)))
                .isEqualTo("3 accounts posted the same things. One text was posted by 3 of the 3. " + REST);
        assertThat(FRENCH.campaign(FOUND.campaigns().get(0)))
                .startsWith(
                        "3 comptes ont publié les mêmes contenus. Un texte a été publié par 3 des 3. Les publications")
                .contains("Trouvés\u00A0: 30 comptes. Attendus parmi des comptes comparables")
                .endsWith("\u00A0: 4,5.");
    }

    /** Most texts are of few accounts: the sentence must not read as if all had posted all. */
    @Test
    void severalThingsAreSaidToBeOfSomeOfTheAccountsEach() {
        Campaign c = CampaignChanges.of(FOUND.campaigns().get(0))
                .objects(List.of(
                        new SharedObject(ObjectKind.URL, 0, 3, 9, 4),
                        new SharedObject(ObjectKind.URL, 0, 2, 2, 2),
                        new SharedObject(ObjectKind.URL, 0, 1, 1, 2)))
                .shared(ObjectKind.URL)
                .campaign();
        assertThat(ENGLISH.campaign(c))
                .contains(" 2 links were each posted by at least two of them, the most shared one by 3 of the 3. ");
        assertThat(FRENCH.campaign(c)).contains(" 2 liens ont chacun été publiés par au moins deux d’entre eux, ");
    }

    @Test
    void whatIsSaidToTheSamePeopleIsToldAsSuch() {
        Campaign addressed = found(Signal.COMMON_ADDRESSEES);
        assertThat(ENGLISH.campaign(addressed))
                .isEqualTo(
                        "3 accounts said the same to the same people or below the same posts. One text was posted by 3 of"
                                + " the 3. " + REST);
        assertThat(FRENCH.campaign(addressed)).startsWith("3 comptes ont dit la même chose aux mêmes personnes");
    }

    @Test
    void swarmsAreToldAsSuch() {
        Campaign swarms = found(Signal.COMMON_SWARMS);
        assertThat(ENGLISH.campaign(swarms))
                .isEqualTo(
                        "3 accounts addressed the same people or posts in the same hours, again and again. One text was"
                                + " posted by 3 of the 3. " + REST);
        assertThat(FRENCH.campaign(swarms))
                .startsWith("3 comptes se sont adressés aux mêmes personnes ou publications");
    }

    /** The first campaign, as if another signal had been counted. */
    private static Campaign found(Signal signal) {
        return CampaignChanges.of(FOUND.campaigns().get(0)).counted(signal).campaign();
    }

    @Test
    void aSmallGroupNamesItsWeakestAccount() {
        assertThat(ENGLISH.small(FOUND.smallGroups().get(0)))
                .isEqualTo(
                        "2 accounts posted 1 text that at least two of them have. This is in 75% of their own posts. Each account"
                                + " has at least 3; people alike would share fewer than one.");
    }

    @Test
    void aNearMissNamesTheTestThatFailedAndByHowMuch() {
        assertThat(ENGLISH.nearMiss(miss(Explanation.TOO_FEW, FailedTest.Test.MEMBERS, 6, 7)))
                .isEqualTo("6 of 9 accounts share more than people alike do; a campaign has at least 7.");
        assertThat(ENGLISH.nearMiss(miss(Explanation.COMMON_PROPERTY, FailedTest.Test.EXCLUSIVITY, 0.31, 0.5)))
                .isEqualTo("6 accounts share more than people alike do, but are only 31% of those who posted the same;"
                        + " 50% is the least.");
        assertThat(ENGLISH.nearMiss(miss(Explanation.COMMON_PROPERTY, FailedTest.Test.ZEAL, 3.25, 1.75)))
                .isEqualTo(
                        "6 accounts share more than people alike do, but most of the texts come with one link each: a page or button may"
                                + " have supplied the words. Some share far more than others: their counts vary 3.25 times as much as with"
                                + " equal zeal, and 1.75 is too much.");
        for (Explanation explanation : Explanation.values()) {
            assertThat(ENGLISH.nearMiss(miss(explanation, FailedTest.Test.CHANCE, 0.4, 0.05)))
                    .startsWith("6 accounts share as much, and 4.2 would by chance, judged mostly by ")
                    .endsWith(": q is 0.4, above 0.05.");
        }
    }

    @Test
    void aSupportingTestOfAStrangerIsNamedAsItNamesItself() {
        assertThat(ENGLISH.support(new Support("moon-phase", 2, 3, 1.5, 0.25), NAMES))
                .isEqualTo("moon-phase: 2 of 3; 1.5 would be expected of others (p 0.25).");
        assertThat(FRENCH.support(new Support("created-together", 2, 3, 0.5, 0.25), NAMES))
                .startsWith("2 comptes sur 3 ont été ouverts en l’espace d’une semaine");
    }

    @Test
    void whoCameFirstIsNamedAsFarAsNamesMayBeShown() {
        Support first = new Support("first-mover", 2, 3, 0.5, 0.25, OptionalInt.of(1));
        assertThat(ENGLISH.support(first, NAMES))
                .isEqualTo(
                        "b came first with 2 of the 3 things that at least two of the accounts have. If all were alike,"
                                + " fewer than one would be expected (p 0.25).");
        assertThat(ENGLISH.support(first, NAMES.withPseudonyms(KEYED))).doesNotStartWith("b ");
        assertThat(FRENCH.support(new Support("first-mover", 2, 3, 0.5, 0.25), NAMES))
                .startsWith("Un compte a été le premier pour 2 des 3 éléments");
    }
}
