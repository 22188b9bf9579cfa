/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/** Slow drips through the whole detector, and people who have one of their traits. */
class DripFinderTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAYS = 14;
    private static final int CROWD = 4_000;

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Post> posts = new ArrayList<>();
    private final List<String> texts =
            IntStream.range(0, 40).mapToObj(i -> text()).toList();

    private void post(String account, long second, String text) {
        posts.add(Post.builder("p" + posts.size(), account, START.plusSeconds(second), text)
                .build());
    }

    /** A text that resembles no other one. */
    private String text() {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 9; word++) {
            text.append(word == 0 ? "" : " ");
            for (int letter = 0; letter < 7; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private long anyTime() {
        return random.nextInt(DAYS * 86_400);
    }

    @BeforeEach
    void everydayPosts() {
        for (int i = 0; i < 12_000; i++) {
            post("crowd" + random.nextInt(CROWD), anyTime(), text());
        }
    }

    /** Each of some accounts posts six times, at times and with texts that are given. */
    private void act(String name, int accounts, IntUnaryOperator second, IntBinaryOperator text) {
        for (int account = 0; account < accounts; account++) {
            for (int i = 0; i < 6; i++) {
                int at = second.applyAsInt(i);
                post(name + account, at, texts.get(text.applyAsInt(i, at)));
            }
        }
    }

    private Findings detect() {
        return CampaignDetector.withDefaults().detect(Corpus.of(posts));
    }

    @Test
    void findsAccountsThatComeBackToTheSameTextsForDays() {
        act("drip", 18, i -> (int) anyTime(), (i, at) -> random.nextInt(3));

        Findings findings = detect();
        Names names = Names.plain(findings.corpus());

        assertThat(findings.campaigns()).singleElement().satisfies(campaign -> {
            assertThat(campaign.members())
                    .hasSizeGreaterThanOrEqualTo(17)
                    .allMatch(m -> names.account(m.account()).startsWith("drip"));
            assertThat(campaign.texts()).hasSize(3);
            assertThat(campaign.scoreParts()).containsKey("persistence").doesNotContainKey("synchrony");
            assertThat(campaign.evidence())
                    .extracting(Evidence::kind, Evidence::label)
                    .containsExactly(
                            tuple(Evidence.Kind.CONTENT, "shared-text"),
                            tuple(Evidence.Kind.TIMING, Signal.OTHER_DAYS.label()),
                            tuple(Evidence.Kind.ACCOUNTS, Signal.COMMON_TEXTS.label()));
            assertThat(campaign.evidence().subList(1, 3))
                    .allMatch(e ->
                            e.observed() > DripFinder.MIN_RATIO * e.expected().orElseThrow());
        });
    }

    @Test
    void supportersWhoChantOnMatchDaysAreNone() {
        act("fan", 18, i -> i * 2 * 86_400 + 68_400 + random.nextInt(7_200), (i, at) -> random.nextInt(3));
        assertThat(detect().campaigns()).isEmpty();
    }

    @Test
    void usersOfOneAppAreNone() {
        act("user", 18, i -> (int) anyTime(), (i, at) -> 0);
        assertThat(detect().campaigns()).isEmpty();
    }

    @Test
    void twoTextsMayBePartsOfOneAppeal() {
        act("pair", 18, i -> (int) anyTime(), (i, at) -> random.nextInt(2));
        assertThat(detect().campaigns()).isEmpty();
    }

    @Test
    void aCircleThatPassesOnEachTextOnceIsNone() {
        act("friend", 18, i -> (int) anyTime(), (i, at) -> i);
        assertThat(detect().campaigns()).isEmpty();
    }

    @Test
    void playersOfADailyPuzzleAreNone() {
        act("player", 18, i -> (int) anyTime(), (i, at) -> at / 86_400);
        assertThat(detect().campaigns()).isEmpty();
    }

    @Test
    void textsThatMostOthersPostTooAreNone() {
        act("greeter", 18, i -> (int) anyTime(), (i, at) -> random.nextInt(3));
        for (int text = 0; text < 3; text++) {
            for (int i = 0; i < 25; i++) {
                post("crowd" + random.nextInt(CROWD), anyTime(), texts.get(text));
            }
        }
        assertThat(detect().campaigns()).isEmpty();
    }
}
