/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

class GroupFinderTest {
    private static List<Candidate> find(Corpus corpus, int minAccounts) {
        return new GroupFinder(corpus, Scene.parameters(minAccounts))
                .find(Scene.synchronous(corpus.layer(ObjectKind.URL), corpus));
    }

    /** 400 accounts with one post each, so that nobody is busy. */
    private static Scene crowd() {
        Scene scene = new Scene();
        for (int i = 0; i < 400; i++) {
            scene.tags("crowd" + i, i * 50.0, "daily" + i % 7);
        }
        return scene;
    }

    @Test
    void countsReturnsByHand() {
        Scene scene = crowd();
        // Six accounts in three waves on three links; the sixth misses the second wave, a guest comes once.
        for (int wave = 0; wave < 3; wave++) {
            for (int i = 0; i < 6; i++) {
                if (wave != 1 || i != 5) {
                    scene.url("a" + i, wave * 1440 + i, "x.org/" + wave);
                }
            }
        }
        scene.url("guest", 2 * 1440 + 7, "x.org/2");
        scene.url("late", 2 * 1440 + 300, "x.org/2");
        Corpus corpus = scene.corpus();
        List<Candidate> groups = find(corpus, 5);
        assertThat(groups).hasSize(1);
        Candidate group = groups.get(0);
        assertThat(group.objects()).hasSize(3);
        assertThat(group.count().observed()).isEqualTo(11); // five come back twice, one once
        double n = corpus.size();
        double concentration = (400 + 5 * 9 + 4 + 2) / (n * n);
        double expected = concentration * (6 * 5 + 6 * 7 + 5 * 7);
        assertThat(group.count().expected()).isCloseTo(expected, within(1e-12));
        assertThat(group.count().pValue()).isCloseTo(6 * Tails.poisson(11, expected), within(1e-15));
        // The guest acted together with members on an object of members; the late one with nobody.
        assertThat(Scene.names(corpus, group.accounts()))
                .containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4", "a5", "guest");
        assertThat(group.rows()).hasSize(18);
    }

    @Test
    void whoBringsEachAccountOnceIsNoGroup() {
        Scene scene = crowd();
        for (int i = 0; i < 300; i++) {
            scene.url("reader" + i, 100 + i * 0.5, "news.org/headline");
        }
        Corpus corpus = scene.corpus();
        assertThat(find(corpus, 2)).isEmpty();
    }

    @Test
    void objectsWithOneAccountInCommonStayApart() {
        Scene scene = crowd();
        for (int i = 0; i < 6; i++) {
            scene.url("a" + i, i, "x.org/1").url("a" + i, 1440 + i, "x.org/1");
            scene.url(i == 0 ? "a0" : "b" + i, 2880 + i, "x.org/2");
            scene.url(i == 0 ? "a0" : "b" + i, 4320 + i, "x.org/2");
        }
        Corpus corpus = scene.corpus();
        assertThat(find(corpus, 5)).hasSize(2).allSatisfy(group -> {
            assertThat(group.objects()).hasSize(1);
            assertThat(group.accounts()).hasSize(6);
        });
        assertThat(find(corpus, 7)).isEmpty();
    }

    @Test
    void anOccasionalVisitorOfAPopularTagIsNoMember() {
        Scene scene = crowd();
        for (int wave = 0; wave < 2; wave++) {
            for (int i = 0; i < 5; i++) {
                scene.tags("a" + i, wave * 1440 + i, "claim");
            }
        }
        for (int i = 0; i < 30; i++) {
            scene.tags("visitor" + i, 1440 + 5 + i * 0.1, "claim");
        }
        Corpus corpus = scene.corpus();
        ObjectLayer layer = corpus.layer(ObjectKind.HASHTAG).carried(4);
        Names names = Names.plain(corpus);
        List<Sighting> claim = Scene.synchronous(layer, corpus).stream()
                .filter(o -> names.object(o.kind(), o.object()).equals("claim"))
                .toList();
        List<Candidate> groups = new GroupFinder(corpus, Scene.parameters(5)).find(claim);
        assertThat(groups).hasSize(1);
        assertThat(Scene.names(corpus, groups.get(0).accounts()))
                .containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4");
    }

    @Test
    void aPostIsTogetherWhicheverSideItsNeighbourIsOn() {
        // a posts twice, then b: both of a's posts are within the window of b's.
        Scene scene = crowd();
        scene.url("a", 0, "x.org").url("a", 1, "x.org").url("b", 2, "x.org");
        scene.url("b", 1440, "x.org").url("a", 1441, "x.org").url("a", 1442, "x.org");
        Corpus corpus = scene.corpus();
        List<Candidate> groups = find(corpus, 2);
        assertThat(groups.get(0).rows()).hasSize(6);
        assertThat(groups.get(0).count().observed()).isEqualTo(2);
    }

    /** Accounts of each interval drawn at random come back by chance; such returns must not be called evidence. */
    @Test
    void returnsByChanceKeepTheLevel() {
        SplittableRandom random = new SplittableRandom(11);
        int trials = 50;
        int rejected = 0;
        for (int t = 0; t < trials; t++) {
            Scene scene = new Scene();
            for (int i = 0; i < 1500; i++) {
                scene.tags("u" + random.nextInt(1000), i * 20.0, "x");
            }
            for (int wave = 0; wave < 2; wave++) {
                for (int i = 0; i < 150; i++) {
                    scene.url("u" + random.nextInt(1000), 60 + wave * 1440 + i * 0.1, "news.org/a");
                }
            }
            Corpus corpus = scene.corpus();
            for (Candidate group : find(corpus, 2)) {
                rejected += group.count().pValue() <= 0.05 ? 1 : 0;
            }
        }
        assertThat(Tails.binomial(rejected, trials, 0.05)).isGreaterThan(0.001);
    }

    @Test
    void aFloodOfOneAccountIsNoGroup() {
        Scene scene = crowd();
        for (int i = 0; i < 100_000; i++) {
            scene.url("flood", i * 0.0001, "x.org");
        }
        for (int i = 0; i < 5; i++) {
            scene.url("a" + i, 30 + i, "x.org");
        }
        Corpus corpus = scene.corpus();
        // A count of pairs of posts would never end here.
        assertThat(find(corpus, 2)).isEmpty();
    }
}
