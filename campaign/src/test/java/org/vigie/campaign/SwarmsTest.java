/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Evidence;
import org.vigie.posts.Post;
import org.vigie.posts.Technique;

/** Who gets into a campaign of words of their own that are said to the same people in the same hours. */
class SwarmsTest extends PoolScene {
    @Test
    void thoseWhoComeToOneTargetAfterTheOtherInWordsOfTheirOwnAreFound() {
        comment("troll", 30, 12, 6 * 60);
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts ->
                        assertThat(accounts).hasSizeGreaterThan(25).allMatch(name -> name.startsWith("troll")));
    }

    @Test
    void whatWasCountedOfSwarmsIsSaid() {
        comment("troll", 30, 12, 6 * 60);
        assertThat(CampaignDetector.withDefaults().detect(scene.corpus()).campaigns())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.evidence()).extracting(Evidence::label).contains("shared-mention", "common-swarms");
                    assertThat(c.techniques()).contains(Technique.SWARMING);
                });
    }

    @Test
    void swarmsBelowThePostsOfManyAreFoundToo() {
        for (int wave = 0; wave < 12; wave++) {
            publish("post" + wave, "member" + wave, "my speech of today, the one about item " + wave);
        }
        answer();
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts ->
                        assertThat(accounts).hasSizeGreaterThan(15).allMatch(name -> name.startsWith("viewer")));
    }

    @Test
    void thoseWhoCommentBelowEveryPostOfAChannelAreNone() {
        for (int wave = 0; wave < 12; wave++) {
            publish("post" + wave, "channel", "our film of today, the one about item " + wave);
        }
        answer();
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void norAreTheyWhereTheInputHasOnlyTheComments() {
        answer();
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void answersToPostsWhoseAuthorsNothingTellsAreCounted() {
        answer();
        long answers =
                scene.posts().stream().filter(p -> p.replyTo().isPresent()).count();
        assertThat(ofUnknownAddressee()).isEqualTo(answers).isPositive();

        for (int wave = 0; wave < 3; wave++) {
            publish("post" + wave, "member" + wave, "my speech of today, the one about item " + wave);
        }
        assertThat(ofUnknownAddressee()).as("answers to nine unknown posts").isZero();
    }

    @Test
    void whereTheTextNamesSomebodyNoAddresseeIsUnknown() {
        for (int i = 0; i < 40; i++) {
            scene.add(scene.post("a" + i, i, line()).replyTo("post" + i).mentions(List.of("member" + i)));
        }
        assertThat(ofUnknownAddressee()).isZero();
    }

    @Test
    void fewAnswersToUnknownPostsAmongManyPostsAreNotWorthAWord() {
        answer();
        for (int i = 0; i < 30; i++) {
            ownWords("other" + i, 100);
        }
        assertThat(ofUnknownAddressee()).isZero();
    }

    private int ofUnknownAddressee() {
        return CampaignDetector.withDefaults().detect(scene.corpus()).traffic().ofUnknownAddressee();
    }

    /** Each of twenty accounts answers half of twelve posts, soon after one another. */
    private void answer() {
        for (int wave = 0; wave < 12; wave++) {
            double start = random.nextDouble() * MONTH;
            for (int i = 0; i < 20; i++) {
                if (random.nextBoolean()) {
                    double minutes = start + random.nextDouble() * 300;
                    scene.add(scene.post("viewer" + i, minutes, line()).replyTo("post" + wave));
                }
            }
        }
        for (int i = 0; i < 20; i++) {
            ownWords("viewer" + i, 10);
        }
    }

    @Test
    void commentsOnTheSameTargetsAtAnyTimeAreNone() {
        comment("reader", 30, 12, MONTH);
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void swarmsAtFewerThanTenTargetsAreNone() {
        comment("troll", 30, 9, 6 * 60);
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void thoseWhoCommentAmongManyWhoComeOnceAreNone() {
        comment("keen", 20, 12, 6 * 60);
        List<Post> keen = List.copyOf(scene.posts());
        for (Post post : keen) {
            for (String target : post.mentions()) {
                for (int once = 0; once < 2; once++) {
                    String name = "casual" + scene.posts().size();
                    double minutes = (post.time().toEpochMilli() - Scene.START.toEpochMilli()) / 60_000.0;
                    say(name, minutes, "@" + target + " " + line());
                }
            }
        }
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void friendsWhoCongratulateEachOtherAreNone() {
        congratulate("Friend");
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void friendsWhoAreMentionedByNamesThatAreNotKnownLookLikeASwarm() {
        congratulate("nick");
        assertThat(campaigns()).hasSize(1);
    }

    /** Fifteen friends congratulate each other, each on a day of its own. */
    private void congratulate(String names) {
        for (int friend = 0; friend < 15; friend++) {
            ownWords("friend" + friend, 10);
            double start = friend * 2 * 24 * 60;
            for (int other = 0; other < 15; other++) {
                if (other != friend) {
                    say("friend" + other, start + random.nextDouble() * 300, "@" + names + friend + " " + line());
                }
            }
        }
    }

    @Test
    void supportersWhoSpeakToAllPlayersDuringEveryMatchAreNone() {
        for (int fan = 0; fan < 40; fan++) {
            ownWords("fan" + fan, 5);
            for (int match = 0; match < 6; match++) {
                for (int k = 0; k < 3; k++) {
                    double time = (2 + 4 * match) * 24 * 60 + EVENING + random.nextDouble() * 120;
                    say("fan" + fan, time, "@player" + random.nextInt(11) + "of" + match + " " + line());
                }
            }
        }
        assertThat(campaigns()).isEmpty();
    }

    /** Each of some accounts comments on half of the targets, in words of its own, a wave to a target. */
    private void comment(String who, int accounts, int targets, double minutes) {
        for (int target = 0; target < targets; target++) {
            double start = random.nextDouble() * (MONTH - minutes);
            for (int i = 0; i < accounts; i++) {
                if (random.nextBoolean()) {
                    say(who + i, start + random.nextDouble() * minutes, "@target" + target + " " + line());
                }
            }
        }
        for (int i = 0; i < accounts; i++) {
            ownWords(who + i, 10);
        }
    }
}
