/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Post;

class SupportingTestsTest {
    private static final double DAY = 24 * 60;
    private static final Instant OPENED = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<String> TEXTS = List.of(
            "the lighthouse keeper sells the lamp to the highest bidder tonight",
            "forty goats blocked the bridge and the council blamed the weather",
            "whoever counts the boats at dawn finds one more than was counted");

    private boolean isCreatedTogether;
    private boolean isWoken;
    private boolean isForeign;
    private boolean isLed;
    private boolean isAddressed;

    /** Forty people for forty days, and six accounts that share three texts in the last ten. */
    private Findings detect() {
        Scene scene = new Scene();
        for (int a = 0; a < 40; a++) {
            for (int i = 0; i < 12; i++) {
                String text = String.format("we saw number %d of house %d and thought it was a pity", 7919 * a + i, i);
                scene.add(opened(scene.post("person" + a, i * 3.4 * DAY + 31 * a, text), 40 * a));
            }
            String english = String.format("this is what I wanted to tell you about the number %d", 31 * a);
            scene.add(opened(scene.post("person" + a, 20 * DAY + a, english), 40 * a));
        }
        for (int b = 0; b < 6; b++) {
            int opened = isCreatedTogether ? 700 + b % 3 : 11 + 190 * b;
            for (int i = 0; i < (isWoken ? 1 : 9); i++) {
                String text = isForeign
                        ? String.format("nous avons vu la maison %d et le jardin %d de notre voisine", b, 13 * i + b)
                        : String.format("my neighbour %d told me about the garden %d of his sister", b, 13 * i + b);
                scene.add(opened(scene.post("fake" + b, i * 3.3 * DAY + b, text), opened));
            }
            for (int t = 0; t < TEXTS.size(); t++) {
                int turn = isLed ? b : (b + 2 * t) % 6;
                Post.Builder post = scene.post("fake" + b, (30 + 3 * t) * DAY + 40 * turn, TEXTS.get(t));
                scene.add(opened(isAddressed ? post.mentions(List.of("mayor" + b + t)) : post, opened));
            }
        }
        Findings findings = CampaignDetector.withDefaults().detect(scene.corpus());
        assertThat(findings.campaigns()).hasSize(1);
        return findings;
    }

    private static Post.Builder opened(Post.Builder post, int days) {
        return post.accountCreated(OPENED.plus(Duration.ofDays(days)));
    }

    private Optional<Support> support(String test) {
        return detect().campaigns().get(0).support().stream()
                .filter(s -> s.test().equals(test))
                .findFirst();
    }

    @Test
    void accountsOpenedInOneWeek() {
        assertThat(support(CreatedTogether.NAME).orElseThrow().pValue()).isGreaterThan(0.05);
        isCreatedTogether = true;
        Support support = support(CreatedTogether.NAME).orElseThrow();
        assertThat(support.observed()).isEqualTo(6);
        assertThat(support.pValue()).isLessThan(0.001);
    }

    @Test
    void accountsThatWakeFromASilence() {
        assertThat(support(AfterSilence.NAME).orElseThrow().observed()).isZero();
        isWoken = true;
        assertThat(support(AfterSilence.NAME).orElseThrow().observed()).isEqualTo(6);
    }

    @Test
    void accountsThatOtherwiseWriteInAnotherLanguage() {
        assertThat(support(NewLanguage.NAME).orElseThrow().observed()).isZero();
        isForeign = true;
        Support support = support(NewLanguage.NAME).orElseThrow();
        assertThat(support.observed()).isEqualTo(6);
        assertThat(support.pValue()).isLessThan(0.01);
    }

    @Test
    void oneAccountThatComesFirst() {
        assertThat(support(FirstMover.NAME).orElseThrow().observed()).isEqualTo(1);
        isLed = true;
        Support led = support(FirstMover.NAME).orElseThrow();
        assertThat(led.observed()).isEqualTo(3);
        assertThat(led.account()).as("the account that leads is named").isPresent();
    }

    @Test
    void oneTextAtManyTargets() {
        assertThat(support(Addressing.NAME)).as("nobody addresses anybody").isEmpty();
        isAddressed = true;
        Support support = support(Addressing.NAME).orElseThrow();
        assertThat(support.observed()).isEqualTo(6);
        assertThat(support.pValue()).isLessThan(0.001);
    }

    @Test
    void aSupportingTestNeverChangesWhatIsFound() {
        Findings plain = detect();
        isCreatedTogether = true;
        Findings together = detect();
        assertThat(together.campaigns().get(0).qValue())
                .isEqualTo(plain.campaigns().get(0).qValue());
        assertThat(together.campaigns().get(0).score())
                .isEqualTo(plain.campaigns().get(0).score());
    }

    @Test
    void aStrangersTestIsAskedAfterTheOthers() {
        Findings findings = detect();
        SupportingTest stranger = (corpus, campaign) ->
                Optional.of(new Support("moon-phase", 1, campaign.members().size(), 1, 0.6));
        Campaign campaign = CampaignDetector.withDefaults()
                .withSupport(stranger)
                .detect(findings.corpus())
                .campaigns()
                .get(0);
        assertThat(campaign.support()).last().isEqualTo(new Support("moon-phase", 1, 6, 1, 0.6));
        assertThat(campaign.support())
                .hasSize(findings.campaigns().get(0).support().size() + 1);
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Support("x", 4, 3, 1, 0.5))
                .withMessage("observed must be in [0, 3] but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Support("x", 1, 3, 1, Double.NaN))
                .withMessage("the p-value must be in [0, 1] but was NaN");
    }
}
