/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.campaign.findings.SeriesBurst.Measure;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

class BurstFinderTest {
    private static List<SeriesBurst> find(Corpus corpus, int minPosts) {
        List<ObjectLayer> layers = corpus.kinds().stream().map(corpus::layer).toList();
        BitSet all = new BitSet();
        all.set(0, corpus.duplicates().clusters().size());
        return new BurstFinder(corpus, Scene.parameters(5, minPosts), all).find(layers);
    }

    private static String name(Corpus corpus, SeriesBurst burst) {
        return Names.plain(corpus).object(burst.kind().orElseThrow(), burst.object());
    }

    /** A tag once every six hours for 20 days, and 60 posts of 12 accounts within an hour on the tenth. */
    private static Scene surge() {
        Scene scene = new Scene();
        for (int i = 0; i < 80; i++) {
            scene.tags("slow" + i, i * 360, "claim");
        }
        for (int i = 0; i < 60; i++) {
            scene.tags("fast" + i % 12, 10 * 1440 + 190 + i, "claim");
        }
        return scene;
    }

    @Test
    void findsThePlantedBurst() {
        Corpus corpus = surge().corpus();
        List<SeriesBurst> bursts = find(corpus, 20);
        assertThat(bursts).extracting(SeriesBurst::series).contains("all", "hashtag");
        assertThat(bursts.get(0).series()).isEqualTo("all");
        SeriesBurst burst = bursts.stream()
                .filter(b -> b.series().equals("hashtag") && b.measure() == Measure.POSTS)
                .max(Comparator.comparingInt(SeriesBurst::level))
                .orElseThrow();
        assertThat(name(corpus, burst)).isEqualTo("claim");
        assertThat(burst.start()).isEqualTo(Scene.START.plusMillis((10 * 1440 + 190) * Scene.MINUTE));
        assertThat(burst.end()).isEqualTo(Scene.START.plusMillis((10 * 1440 + 249) * Scene.MINUTE));
        assertThat(burst.posts()).isEqualTo(60);
        assertThat(burst.accounts()).isEqualTo(12);
        ObjectLayer tags = corpus.layer(ObjectKind.HASHTAG);
        int first = tags.row(tags.start(burst.object()) + burst.from());
        int last = tags.row(tags.start(burst.object()) + burst.to() - 1);
        assertThat(corpus.time(first)).isEqualTo(burst.start().toEpochMilli());
        assertThat(corpus.time(last)).isEqualTo(burst.end().toEpochMilli());
        assertThat(burst.level()).isGreaterThan(1);
        assertThat(burst.weight()).isPositive();
    }

    @Test
    void leavesOutSeriesWithFewPosts() {
        assertThat(find(surge().corpus(), 141)).extracting(SeriesBurst::series).containsOnly("all");
    }

    @Test
    void postsOfOneInstantAndSinglePostsDoNoHarm() {
        Scene scene = new Scene();
        for (int i = 0; i < 50; i++) {
            scene.url("a" + i, 7, "x.org");
        }
        for (SeriesBurst burst : find(scene.corpus(), 20)) {
            assertThat(burst.posts()).isLessThanOrEqualTo(50);
        }
        assertThat(find(new Scene().url("a", 0, "x.org").corpus(), 1)).isEmpty();
    }

    private static List<SeriesBurst> of(List<SeriesBurst> bursts, String series, Measure measure) {
        return bursts.stream()
                .filter(b -> b.series().equals(series) && b.measure() == measure)
                .toList();
    }

    /** A quiet tag of many accounts, then one hour in which {@code accounts} accounts post 60 times. */
    private static List<SeriesBurst> hourOf(int accounts) {
        Scene scene = new Scene();
        for (int i = 0; i < 200; i++) {
            scene.tags("slow" + i, i * 144, "claim");
        }
        for (int i = 0; i < 60; i++) {
            scene.tags("fast" + i % accounts, 10 * 1440 + 190 + i, "claim");
        }
        return find(scene.corpus(), 20);
    }

    @Test
    void oneBusyAccountIsABurstOfPostsAndNotOfAccounts() {
        List<SeriesBurst> few = hourOf(1);
        assertThat(of(few, "hashtag", Measure.POSTS)).isNotEmpty();
        assertThat(of(few, "hashtag", Measure.ACCOUNTS)).isEmpty();
        assertThat(of(few, "all", Measure.ACCOUNTS)).isEmpty();

        List<SeriesBurst> many = hourOf(60);
        SeriesBurst posts = of(many, "hashtag", Measure.POSTS).get(0);
        SeriesBurst accounts = of(many, "hashtag", Measure.ACCOUNTS).get(0);
        // Nobody posts twice within an hour: both series are the same, and so are their bursts.
        assertThat(accounts)
                .isEqualTo(new SeriesBurst(
                        posts.kind(),
                        posts.object(),
                        posts.level(),
                        posts.start(),
                        posts.end(),
                        posts.weight(),
                        posts.from(),
                        posts.to(),
                        posts.accounts(),
                        Measure.ACCOUNTS));
    }

    @Test
    void aBurstOfAccountsCountsAllPostsInsideIt() {
        // Each of 30 accounts posts twice, one minute apart, one account after the other.
        Scene scene = new Scene();
        for (int i = 0; i < 80; i++) {
            scene.tags("slow" + i, i * 360, "claim");
        }
        for (int i = 0; i < 30; i++) {
            scene.tags("fast" + i, 14_590 + 2 * i, "claim").tags("fast" + i, 14_591 + 2 * i, "claim");
        }
        SeriesBurst burst = of(find(scene.corpus(), 20), "hashtag", Measure.ACCOUNTS).stream()
                .max(Comparator.comparingInt(SeriesBurst::level))
                .orElseThrow();
        assertThat(burst.start()).isEqualTo(Scene.START.plusMillis(14_590 * Scene.MINUTE));
        assertThat(burst.end()).isEqualTo(Scene.START.plusMillis(14_648 * Scene.MINUTE));
        assertThat(burst.accounts()).isEqualTo(30);
        assertThat(burst.posts()).isEqualTo(59);
    }

    @Test
    void textsOfOneAccountAreNotLookedAt() {
        Scene scene = new Scene();
        for (int i = 0; i < 60; i++) {
            scene.add(scene.post("seul", 14_580 + i, "toujours la même phrase, encore et encore, jusqu’au soir"));
            scene.add(scene.post("сосед" + i % 30, 14_580 + i, "у моста сегодня снова стоит очередь до самого рынка"));
        }
        for (int i = 0; i < 40; i++) {
            scene.add(scene.post("seul", i * 360, "toujours la même phrase, encore et encore, jusqu’au soir"));
            scene.add(scene.post("сосед" + i, i * 360, "у моста сегодня снова стоит очередь до самого рынка"));
        }
        List<SeriesBurst> bursts =
                CampaignDetector.withDefaults().detect(scene.corpus()).bursts();
        assertThat(bursts.stream().filter(b -> b.series().equals("text")))
                .isNotEmpty()
                .allMatch(b -> b.accounts() > 1);
    }

    @Test
    void mentionedAccountsAreTargets() {
        Scene scene = new Scene();
        for (int i = 0; i < 40; i++) {
            scene.add(scene.post("a" + i, i * 720, "").mentions(List.of("Candidate")));
        }
        for (int i = 0; i < 40; i++) {
            String name = i % 2 == 0 ? "candidate" : "CANDIDATE";
            scene.add(scene.post("b" + i, 14_580 + i, "").mentions(List.of(name, "Candidate", "other" + i)));
            // What a repost mentions is the first author's.
            scene.add(scene.post("c" + i, 20_000 + i, "")
                    .mentions(List.of("candidate"))
                    .repostOf("p"));
        }
        Corpus corpus = scene.corpus();
        List<SeriesBurst> bursts = find(corpus, 20);
        for (Measure measure : Measure.values()) {
            SeriesBurst burst = of(bursts, "target", measure).stream()
                    .max(Comparator.comparingInt(SeriesBurst::level))
                    .orElseThrow();
            assertThat(name(corpus, burst)).isEqualTo("candidate");
            assertThat(burst.start()).isEqualTo(Scene.START.plusMillis(14_580 * Scene.MINUTE));
            assertThat(burst.end()).isEqualTo(Scene.START.plusMillis(14_619 * Scene.MINUTE));
            assertThat(burst.posts()).isEqualTo(40);
        }
    }
}
