/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/** Rings through the whole detector: slow waves in which nothing but the company is unusual. */
class RingFinderTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final int DAYS = 20;
    private static final int CROWD = 300;

    private final SplittableRandom random = new SplittableRandom(42);
    private final List<Post> posts = new ArrayList<>();

    private void post(String account, long second, String text) {
        posts.add(Post.builder("p" + posts.size(), account, START.plusSeconds(second), text)
                .build());
    }

    /** A text that resembles no other one. */
    private String text(int number) {
        StringBuilder text = new StringBuilder("n").append(number);
        for (int word = 0; word < 9; word++) {
            text.append(' ');
            for (int letter = 0; letter < 7; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    /** A text goes through some accounts in a wave. */
    private void wave(int number, int minutes, List<String> accounts) {
        String text = text(number);
        long start = (number % DAYS) * 86_400L + 3_600L * (6 + random.nextInt(10));
        for (String account : accounts) {
            post(account, start + random.nextInt(60 * minutes), text);
        }
    }

    private Findings detect() {
        return CampaignDetector.withDefaults().detect(Corpus.of(posts));
    }

    private List<String> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> "crowd" + random.nextInt(CROWD))
                .distinct()
                .toList();
    }

    private void everydayPosts() {
        for (int i = 0; i < 6_000; i++) {
            post("crowd" + random.nextInt(CROWD), random.nextInt(DAYS * 86_400), text(100_000 + i));
        }
    }

    @Test
    void findsAccountsThatMeetOnTextAfterTextInSlowWaves() {
        List<String> ring = IntStream.range(0, 10).mapToObj(i -> "ring" + i).toList();
        everydayPosts();
        for (int t = 0; t < 300; t++) {
            wave(t, 240, crowd(20));
        }
        for (int t = 0; t < 60; t++) {
            wave(1_000 + t, 90, ring);
        }

        Findings findings = detect();
        Names names = Names.plain(findings.corpus());

        assertThat(findings.campaigns()).singleElement().satisfies(campaign -> {
            assertThat(campaign.members())
                    .extracting(m -> names.account(m.account()))
                    .containsExactlyInAnyOrderElementsOf(ring);
            assertThat(campaign.evidence())
                    .filteredOn(e -> e.signal() == Signal.REPEATED_PAIRS)
                    .singleElement()
                    .satisfies(e -> assertThat(e.observed())
                            .isGreaterThan(2 * e.expected().orElseThrow()));
        });
    }

    @Test
    void aCrowdInWhichAnybodyMayShareAnyTextIsNoRing() {
        everydayPosts();
        for (int t = 0; t < 120; t++) {
            wave(t, 90, crowd(30));
        }

        assertThat(detect().campaigns()).isEmpty();
    }

    /** Everybody at work in the same minutes, each repeating some of what goes round: the hours are common, no more. */
    @Test
    void accountsWithCommonHoursAndACommonPoolOfTextsAreNoRing() {
        everydayPosts();
        List<String> pool = IntStream.range(0, 120).mapToObj(this::text).toList();
        for (String text : pool) {
            for (String account : crowd(20)) {
                post(account, random.nextInt(DAYS * 86_400), text);
            }
        }
        for (int day = 0; day < DAYS; day++) {
            long start = day * 86_400L + random.nextInt(50_000);
            for (int account = 0; account < 10; account++) {
                for (int i = 0; i < 12; i++) {
                    post("desk" + account, start + random.nextInt(1_200), pool.get(random.nextInt(pool.size())));
                }
            }
        }

        assertThat(detect().campaigns()).isEmpty();
    }
}
