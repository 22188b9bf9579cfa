/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Signal;

/** Who gets into a campaign of one text that is said to many. */
class FloodsTest extends PoolScene {
    private static final String LETTER = "please vote against the harbour bill before it is too late for all of us";

    @Test
    void oneTextSaidToManyMembersByAccountsThatAlsoWriteOtherThingsIsFound() {
        flood("", 4);
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSize(30).allMatch(name -> name.startsWith("flood")));
    }

    @Test
    void whatWasCountedOfAFloodIsSaid() {
        flood("", 4);
        assertThat(CampaignDetector.withDefaults().detect(scene.corpus()).campaigns())
                .singleElement()
                .satisfies(c ->
                        assertThat(c.evidence()).extracting(Evidence::signal).contains(Signal.COMMON_ADDRESSEES));
    }

    @Test
    void oneTextBelowManyPostsIsFoundToo() {
        flood("post", 4);
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSize(30));
    }

    @Test
    void oneTextBelowThePostsOfManyIsFoundWhateverPostOfTheirsIsAnswered() {
        for (int member = 0; member < 12; member++) {
            for (int k = 0; k < 10; k++) {
                publish("speech" + k + "of" + member, "member" + member, "my speech of today, the one about item " + k);
            }
        }
        for (int i = 0; i < 30; i++) {
            ownWords("flood" + i, 10);
            for (int k = 0; k < 4; k++) {
                int member = (5 * i + k * (1 + i % 3)) % 12;
                scene.add(scene.post("flood" + i, random.nextDouble() * MONTH, LETTER)
                        .replyTo("speech" + random.nextInt(10) + "of" + member));
            }
        }
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSize(30));
    }

    @Test
    void thoseWhoEnterTheRafflesOfOneAccountInOneLineAreNone() {
        for (int raffle = 0; raffle < 12; raffle++) {
            publish("post" + raffle, "shop", "win our basket of the week, number " + raffle);
        }
        flood("post", 4);
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void aReadyMadeLetterThatEverybodySendsToOneMemberIsNone() {
        flood("", 1);
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void aLetterThatAFewSendToSeveralAndMostToOneIsNone() {
        flood("", 1);
        for (int i = 0; i < 8; i++) {
            for (int member = 0; member < 3; member++) {
                say("eager" + i, random.nextDouble() * MONTH, "@member" + member + " " + LETTER);
            }
        }
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void aClassThatCongratulatesAFewInOneLineIsNone() {
        for (int i = 0; i < 25; i++) {
            ownWords("pupil" + i, 10);
            for (int k = 0; k < 4; k++) {
                say(
                        "pupil" + i,
                        random.nextDouble() * MONTH,
                        "@winner" + (i + k) % 5 + " well done, we are all so very proud");
            }
        }
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void fansWhoAskTheSameStarInLinesThatOthersAskItInAreNone() {
        List<String> lines = lines(12);
        for (int fan = 0; fan < 40; fan++) {
            ownWords("fan" + fan, 5);
            for (int i = 0; i < 6; i++) {
                say("fan" + fan, random.nextDouble() * MONTH, "@star " + lines.get(random.nextInt(lines.size())));
            }
        }
        for (int once = 0; once < 120; once++) {
            say("person" + once, random.nextDouble() * MONTH, "@star " + lines.get(random.nextInt(lines.size())));
        }
        assertThat(campaigns()).isEmpty();
    }

    /** Thirty accounts say one text to some of twelve members of a parliament, by name or below their posts. */
    private void flood(String below, int each) {
        for (int i = 0; i < 30; i++) {
            ownWords("flood" + i, 10);
            for (int k = 0; k < each; k++) {
                int member = (5 * i + k * (1 + i % 3)) % 12;
                double time = random.nextDouble() * MONTH;
                if (below.isEmpty()) {
                    say("flood" + i, time, "@member" + member + " " + LETTER);
                } else {
                    scene.add(scene.post("flood" + i, time, LETTER).replyTo(below + member));
                }
            }
        }
    }
}
