/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.campaign.evaluation.Evaluation;
import org.vigie.campaign.evaluation.Labels;
import org.vigie.posts.Post;

/** Each rival finds what it is made for, and does not see what it can't. */
final class ContenderTest {
    private static Labels labels;
    private static List<Post> slow;
    private static List<Post> quick;

    @BeforeAll
    static void plant() {
        Phrases phrases = new Phrases();
        slow = scene(phrases, 86_400L * 3);
        quick = scene(phrases, 60);
    }

    /** Twelve accounts with four texts of their own, one after the other. */
    private static List<Post> scene(Phrases phrases, long step) {
        Scene scene = new Scene(Scene.simulated(3000, 1), phrases, 1);
        List<String> texts = phrases.texts(scene.random, "fr", 4, 2);
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            accounts.add(scene.account("planted"));
        }
        long start = Instant.parse("2026-03-04T10:00:00Z").getEpochSecond();
        for (int i = 0; i < 12; i++) {
            for (int k = 0; k < 4; k++) {
                scene.post(accounts.get(i), start + 40_000L * k + i * step, texts.get(k));
            }
        }
        labels = scene.labels();
        return scene.posts();
    }

    @ParameterizedTest
    @EnumSource(names = {"VIGIE", "TEXT_POOL_RULE", "TEXT_POOL", "SIMILARITY_NETWORK_HALF"})
    void poolsAreSeenAtAnyPace(Contender contender) {
        assertThat(found(contender, slow)).isEqualTo(12);
        assertThat(found(contender, quick)).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(names = {"CO_TWEET_10_MIN", "CO_TWEET_DAY"})
    void windowsSeeWhatIsInThem(Contender contender) {
        assertThat(found(contender, slow)).isZero();
        assertThat(found(contender, quick)).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(names = {"COORTWEET_10_MIN", "COORTWEET_DAY"})
    void aQuantileCutsEdgesOfEqualWeight(Contender contender) {
        assertThat(found(contender, slow)).isZero();
        assertThat(found(contender, quick)).isZero();
        List<Post> twice = new ArrayList<>(quick);
        List<Post> added = quick.subList(quick.size() - 48, quick.size());
        for (Post post : added.subList(0, 8)) {
            twice.add(Post.builder(
                            "again" + post.id(), post.account(), post.time().plusSeconds(5), post.text())
                    .build());
        }
        assertThat(found(contender, twice)).as("two accounts that say it twice").isGreaterThan(1);
    }

    @Test
    void repostsAndShortTextsAreNotOwn() {
        List<Post> posts = List.of(
                post("a", "RT @x: a long line that somebody else wrote"),
                post("a", "so true \"rt @x: a long line that somebody else wrote"),
                post("a", "too short @somebody https://a.example"),
                post("b", "Where IS the night-bus of Brenmoor? https://b.example/1"),
                post("c", "where is the night bus of brenmoor"));
        OwnTexts own = new OwnTexts(posts);
        assertThat(own.texts).containsExactly("where is the night bus of brenmoor");
        assertThat(own.carriers()).isEqualTo(new int[][] {{1, 2}});
        assertThat(own.textsOfAccounts()).isEqualTo(new int[][] {{}, {0}, {0}});
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsNamedInNothing(Contender contender) {
        assertThat(contender.groups(List.of(post("a", "one post alone in all the world"))))
                .isEmpty();
    }

    private static int found(Contender contender, List<Post> posts) {
        return Evaluation.of(contender.groups(posts), labels).campaigns().right();
    }

    private static Post post(String account, String text) {
        return Post.builder(account + text.hashCode(), account, Instant.EPOCH, text)
                .build();
    }
}
