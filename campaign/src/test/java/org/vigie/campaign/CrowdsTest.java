/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Findings.FailedTest;

/** Whether those who say the same are a crowd, of whom most take part now and then, or an operation. */
class CrowdsTest extends PoolScene {
    @Test
    void theKeenestOfACrowdAreNoneForMostTakePartNowAndThen() {
        List<String> prayers = lines(10);
        for (int i = 0; i < 500; i++) {
            ownWords("faithful" + i, random.nextInt(20));
            double keen = random.nextDouble() * random.nextDouble() * 0.9;
            for (int day = 0; day < prayers.size(); day++) {
                if (random.nextDouble() < keen) {
                    double minutes = (1 + 2 * day + random.nextDouble()) * 24 * 60;
                    say("faithful" + i, minutes, prayers.get(day));
                }
            }
        }
        Findings findings = CampaignDetector.withDefaults().detect(scene.corpus());

        assertThat(findings.campaigns()).isEmpty();
        assertThat(findings.nearMisses())
                .filteredOn(miss -> miss.observed() > 50)
                .singleElement()
                .satisfies(miss -> {
                    assertThat(miss.failed().test()).isEqualTo(FailedTest.Test.EXCLUSIVITY);
                    assertThat(miss.failed().limit()).isEqualTo(2.0 / 3);
                    assertThat(miss.failed().value()).isBetween(0.4, 0.65);
                });
    }

    @Test
    void loversOfTheSameSayingsAreNoneForMostSayOneNowAndThen() {
        List<String> sayings = lines(40);
        for (int i = 0; i < 300; i++) {
            ownWords("lover" + i, 6 + random.nextInt(14));
            for (int said = i < 60 ? 12 : 1; said > 0; said--) {
                say("lover" + i, random.nextDouble() * 90 * 24 * 60, sayings.get(random.nextInt(40)));
            }
        }
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void whoWasSeenTooSeldomDoesNotSpeakAgainstAnOperationOfOneZeal() {
        List<String> lines = lines(20);
        for (int i = 0; i < 200; i++) {
            for (int post = random.nextInt(3, 8); post > 0; post--) {
                int line = random.nextInt(20);
                if (random.nextDouble() < 0.4) {
                    say("hired" + i, line * 24 * 60 + random.nextDouble() * 30, lines.get(line));
                } else {
                    ownWords("hired" + i, 1);
                }
            }
        }
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSizeBetween(60, 115));
    }

    @Test
    void thoseOfThemWhoArePaidForItAreOneWhereHardlyAnybodyElseTakesPart() {
        List<String> lines = lines(10);
        for (int i = 0; i < 80; i++) {
            ownWords("paid" + i, random.nextInt(20));
            for (int day = 0; day < lines.size(); day++) {
                if (random.nextDouble() < (i < 70 ? 0.5 : 0.1)) {
                    say("paid" + i, (1 + 2 * day + random.nextDouble()) * 24 * 60, lines.get(day));
                }
            }
        }
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSizeGreaterThan(60));
    }
}
