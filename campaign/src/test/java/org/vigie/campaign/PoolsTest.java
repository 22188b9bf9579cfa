/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;
import org.vigie.posts.Technique;

/** Who gets into a campaign of own texts, on traffic of two hundred people who each write words of their own for a month. */
class PoolsTest {
    private static final int PEOPLE = 200;
    private static final double MONTH = 30 * 24 * 60;
    private static final double EVENING = 20 * 60;
    private static final String LETTER = "please vote against the harbour bill before it is too late for all of us";

    private final Scene scene = new Scene();
    private final Random random = new Random(20);

    private String line() {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < 7; word++) {
            for (int syllable = 0; syllable < 3; syllable++) {
                words.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
            }
            words.append(' ');
        }
        return words.toString();
    }

    private List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line());
        }
        return lines;
    }

    /** A name at the beginning is mentioned. */
    private void say(String account, double minutes, String text) {
        Post.Builder post = scene.post(account, minutes, text);
        scene.add(text.startsWith("@") ? post.mentions(List.of(text.substring(1, text.indexOf(' ')))) : post);
    }

    private void publish(String id, String account, String text) {
        scene.add(Post.builder(id, account, Scene.START, text));
    }

    private void ownWords(String account, int posts) {
        for (int i = 0; i < posts; i++) {
            say(account, random.nextDouble() * MONTH, line());
        }
    }

    /** The accounts of each campaign, without the people of the background. */
    private List<List<String>> campaigns() {
        for (int person = 0; person < PEOPLE; person++) {
            ownWords("person" + person, 10);
        }
        Corpus corpus = scene.corpus();
        Names names = Names.plain(corpus);
        return CampaignDetector.withDefaults().detect(corpus).campaigns().stream()
                .map(Campaign::members)
                .map(members -> List.copyOf(new TreeSet<>(
                        members.stream().map(m -> names.account(m.account())).toList())))
                .toList();
    }

    @Test
    void aThinPoolIsFoundWhereEveryTextHasTwoCarriers() {
        for (int i = 0; i < 40; i++) {
            ownWords("bought" + i, 10);
            List<Integer> others = List.of((i + 1) % 40, (i + 20) % 40, (i + 11) % 40);
            for (int other : others) {
                String text = line();
                say("bought" + i, random.nextDouble() * MONTH, text);
                say("bought" + other, random.nextDouble() * MONTH, text);
            }
        }
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSize(40).allMatch(name -> name.startsWith("bought")));
    }

    @Test
    void manyWhoEachShareWithOneAndTheSameAreNone() {
        for (int friend = 0; friend < 12; friend++) {
            ownWords("friend" + friend, 4);
            for (String joke : lines(2)) {
                say("friend" + friend, random.nextDouble() * MONTH, joke);
                say("joker", random.nextDouble() * MONTH, joke);
            }
        }
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void viewersWithoutAHashtagWhoAlsoWriteWordsOfTheirOwnAreNone() {
        watch(0.4);
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void thoseWhoHaveNothingToSayInTheirWavesButTheCommonLinesAreOne() {
        watch(1);
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts ->
                        assertThat(accounts).hasSizeGreaterThan(50).allMatch(name -> name.startsWith("viewer")));
    }

    /** Sixty accounts on three evenings, a share of whose posts there are lines of a common stock. */
    private void watch(double stock) {
        List<String> lines = lines(40);
        for (int viewer = 0; viewer < 60; viewer++) {
            ownWords("viewer" + viewer, 5);
            for (int post = 0; post < 12; post++) {
                double evening = (2 + random.nextInt(3) * 7) * 24 * 60 + EVENING;
                String text = random.nextDouble() < stock ? lines.get(random.nextInt(lines.size())) : line();
                say("viewer" + viewer, evening + random.nextDouble() * 120, text);
            }
        }
    }

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

    /** A message of eight phrases, each of which can be put in three ways. */
    private List<List<String>> message() {
        List<List<String>> phrases = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String[] words = line().split(" ");
            String common = String.join(" ", List.of(words).subList(0, 3));
            phrases.add(List.of(common + " " + words[3], common + " " + words[4], common + " " + words[5]));
        }
        return phrases;
    }

    private String worded(List<List<String>> message) {
        StringBuilder text = new StringBuilder();
        message.forEach(phrase -> text.append(phrase.get(random.nextInt(3))).append(' '));
        return text.toString();
    }

    @Test
    void wavesOfOneMessageThatEachPutsInOtherWordsAreFound() {
        for (int wave = 0; wave < 6; wave++) {
            List<List<String>> message = message();
            double start = random.nextDouble() * MONTH;
            for (int i = 0; i < 20; i++) {
                if (random.nextInt(3) > 0) {
                    say("ring" + i, start + random.nextDouble() * 60, worded(message));
                }
            }
        }
        for (int i = 0; i < 20; i++) {
            ownWords("ring" + i, 10);
        }
        assertThat(campaigns().stream().flatMap(List::stream))
                .hasSizeGreaterThan(15)
                .allSatisfy(account -> assertThat(account).startsWith("ring"));
    }

    @Test
    void manyWhoEachPutOneMessageInOtherWordsOnceAreNone() {
        for (int wave = 0; wave < 6; wave++) {
            List<List<String>> message = message();
            double start = random.nextDouble() * MONTH;
            for (int i = 0; i < 15; i++) {
                String reader = "reader" + wave + "of" + i;
                say(reader, start + random.nextDouble() * 60, worded(message));
                ownWords(reader, 5);
            }
        }
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
