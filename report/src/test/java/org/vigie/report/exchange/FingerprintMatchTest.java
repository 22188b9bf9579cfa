/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.report.exchange.MadeUp.MAKER;
import static org.vigie.report.exchange.MadeUp.OTHER;
import static org.vigie.report.exchange.MadeUp.START;
import static org.vigie.report.exchange.MadeUp.print;
import static org.vigie.report.exchange.MadeUp.reworded;
import static org.vigie.report.exchange.MadeUp.text;
import static org.vigie.report.exchange.MadeUp.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.posts.Corpus;
import org.vigie.posts.Post;

/** Which findings and posts are seen here too, and which are not. */
class FingerprintMatchTest {
    @Test
    void theSameCampaignOfAnotherWeekIsFoundThoughHalfOfItIsOthersAndTheRestReworded() {
        SplittableRandom random = new SplittableRandom(7);
        int trials = 400;
        int found = 0;
        for (int trial = 0; trial < trials; trial++) {
            List<String> here = texts(random, 8);
            List<String> there = texts(random, 4);
            here.subList(0, 4).forEach(text -> there.add(reworded(random, text)));
            Fingerprint left = print(MAKER, 0, here, List.of());
            Fingerprint right = print(MAKER, 3, there, List.of());
            List<FingerprintMatch> matches = FingerprintMatcher.withDefaults().match(List.of(left), List.of(right));
            found += matches.size();
            for (FingerprintMatch match : matches) {
                assertThat(match.texts()).isLessThanOrEqualTo(4);
                assertThat(match.overlap()).isLessThanOrEqualTo(0.5);
                assertThat(match.jaccard().standardError()).isBetween(0.0, 0.04);
            }
        }
        assertThat(found).isGreaterThanOrEqualTo((int) (0.95 * trials));
    }

    private static Post post(int id, String account, String text, List<String> links) {
        return Post.builder("p" + id, account, START.plusSeconds(60L * id), text)
                .urls(links.stream().map(link -> "https://" + link).toList())
                .build();
    }

    /** Nobody has to have found it: half of it, reworded, is found among posts of others; what is not there is not. */
    @Test
    void findingsAreFoundAmongPosts() {
        SplittableRandom random = new SplittableRandom(17);
        List<Fingerprint> there = new ArrayList<>();
        List<Fingerprint> elsewhere = new ArrayList<>();
        List<Post> posts = new ArrayList<>();
        for (int f = 0; f < 100; f++) {
            List<String> texts = texts(random, 8);
            there.add(print(MAKER, 0, texts, List.of("news.example/" + f)));
            elsewhere.add(print(MAKER, 0, texts(random, 8), List.of("news.example/x" + f)));
            for (int t = 0; t < 4; t++) {
                posts.add(post(posts.size(), "a" + f + "-" + t, reworded(random, texts.get(t)), List.of()));
            }
            for (int other = 0; other < 20; other++) {
                posts.add(post(posts.size(), "b" + random.nextInt(500), text(random, 14), List.of("news.example/o")));
            }
        }
        Corpus corpus = Corpus.of(posts);
        FingerprintMatcher matcher = FingerprintMatcher.withDefaults();
        List<FingerprintMatch> found = matcher.match(there, corpus, MAKER);
        assertThat(found).hasSizeGreaterThanOrEqualTo(95);
        for (FingerprintMatch match : found) {
            assertThat(match.texts()).isBetween(2, 4);
            assertThat(match.overlap()).isLessThanOrEqualTo(4.0 / 9);
            assertThat(match.right().accounts()).isBetween(2L, 4L);
            assertThat(match.right().first()).isEqualTo(match.right().last());
        }
        assertThat(matcher.match(elsewhere, corpus, MAKER))
                .extracting(FingerprintMatch::texts)
                .isEmpty();
        assertThat(matcher.match(there, corpus, Fingerprinter.withKey(OTHER)))
                .as("another key")
                .isEmpty();
    }

    /** A campaign of links alone, as posts share them: two of four are enough, one and the first page of a site are not. */
    @Test
    void linksAreFoundAmongPosts() {
        Fingerprint theirs = print(
                MAKER, 0, List.of(), List.of("news.example/a", "news.example/b", "news.example/c", "news.example/d"));
        FingerprintMatcher matcher = FingerprintMatcher.withDefaults();
        List<Post> posts = List.of(
                post(0, "amina", "Look", List.of("news.example/a", "news.example")),
                post(61, "bruno", "Look", List.of("news.example/b")),
                post(62, "chidi", "Look", List.of("news.example/z")));
        List<FingerprintMatch> found = matcher.match(List.of(theirs), Corpus.of(posts), MAKER);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).links()).isEqualTo(2);
        assertThat(found.get(0).overlap()).isEqualTo(0.5);
        assertThat(found.get(0).right().posts()).isEqualTo(2);
        assertThat(matcher.match(List.of(theirs), Corpus.of(posts.subList(1, 3)), MAKER))
                .isEmpty();
    }

    @Test
    void aCampaignOfLinksIsFoundByItsLinks() {
        List<String> here = List.of("news.example/a", "news.example/b", "other.example", "video.example/watch?v=1");
        List<String> there = List.of("news.example/b", "other.example", "video.example/watch?v=1", "x.example/1");
        List<FingerprintMatch> matches = FingerprintMatcher.withDefaults()
                .match(List.of(print(MAKER, 0, List.of(), here)), List.of(print(MAKER, 9, List.of(), there)));
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).links())
                .as("the first page of a site does not count")
                .isEqualTo(2);
        assertThat(matches.get(0).domains()).isEqualTo(3);
        assertThat(matches.get(0).jaccard().jaccard()).isEqualTo(0.5);
        assertThat(FingerprintMatcher.withDefaults()
                        .match(
                                List.of(print(MAKER, 0, List.of(), List.of("news.example", "other.example"))),
                                List.of(print(MAKER, 0, List.of(), List.of("news.example", "other.example")))))
                .isEmpty();
    }

    /** Hashtags, domains and a popular link or phrase in common are no campaign in common. */
    @Test
    void unrelatedFindingsDoNotMatch() {
        SplittableRandom random = new SplittableRandom(11);
        List<Fingerprint> left = new ArrayList<>();
        List<Fingerprint> right = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            List<String> texts = texts(random, 1 + random.nextInt(5));
            texts.replaceAll(text -> text + " #topic" + random.nextInt(20) + " breaking news at https://news.example");
            List<String> links = new ArrayList<>();
            for (int l = random.nextInt(4); l > 0; l--) {
                links.add("news" + random.nextInt(20) + ".example/" + random.nextLong());
            }
            if (i % 10 == 0) {
                texts.add(text(random, 12));
                links.add("news1.example/" + random.nextLong());
                links.add("popular.example/the-video");
            }
            (i % 2 == 0 ? left : right).add(print(MAKER, i % 50, texts, links));
        }
        assertThat(FingerprintMatcher.withDefaults().match(left, right))
                .extracting(FingerprintMatch::texts)
                .isEmpty();
        assertThat(FingerprintMatcher.withDefaults().match(right, left.subList(0, 1)))
                .extracting(FingerprintMatch::texts)
                .isEmpty();
        assertThat(FingerprintMatcher.withDefaults().match(left.subList(0, 9), left))
                .extracting(FingerprintMatch::texts)
                .as("each matches itself")
                .hasSize(9);
    }
}
