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

class GroupFinderTest {
    private static List<Group> find(PostTable table, Layer layer, int minAccounts) {
        return new GroupFinder(table, Scene.synchrony(), minAccounts).find(Scene.synchronous(layer, table));
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
        PostTable table = scene.table();
        List<Group> groups = find(table, Scene.layer(ObjectKind.URL, table), 5);
        assertThat(groups).hasSize(1);
        Group group = groups.get(0);
        assertThat(group.objects()).hasSize(3);
        assertThat(group.returns()).isEqualTo(11); // five come back twice, one once
        double n = table.size();
        double concentration = (400 + 5 * 9 + 4 + 2) / (n * n);
        double expected = concentration * (6 * 5 + 6 * 7 + 5 * 7);
        assertThat(group.expectedReturns()).isCloseTo(expected, within(1e-12));
        assertThat(group.returnsP()).isCloseTo(6 * Tails.poisson(11, expected), within(1e-15));
        // The guest acted together with members on an object of members; the late one with nobody.
        assertThat(group.accounts().stream().map(table.accounts()::get))
                .containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4", "a5", "guest");
        assertThat(group.posts()).hasSize(18);
    }

    @Test
    void whoBringsEachAccountOnceIsNoGroup() {
        Scene scene = crowd();
        for (int i = 0; i < 300; i++) {
            scene.url("reader" + i, 100 + i * 0.5, "news.org/headline");
        }
        PostTable table = scene.table();
        assertThat(find(table, Scene.layer(ObjectKind.URL, table), 2)).isEmpty();
    }

    @Test
    void objectsWithOneAccountInCommonStayApart() {
        Scene scene = crowd();
        for (int i = 0; i < 6; i++) {
            scene.url("a" + i, i, "x.org/1").url("a" + i, 1440 + i, "x.org/1");
            scene.url(i == 0 ? "a0" : "b" + i, 2880 + i, "x.org/2");
            scene.url(i == 0 ? "a0" : "b" + i, 4320 + i, "x.org/2");
        }
        PostTable table = scene.table();
        assertThat(find(table, Scene.layer(ObjectKind.URL, table), 5))
                .hasSize(2)
                .allSatisfy(group -> {
                    assertThat(group.objects()).hasSize(1);
                    assertThat(group.accounts()).hasSize(6);
                });
        assertThat(find(table, Scene.layer(ObjectKind.URL, table), 7)).isEmpty();
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
        PostTable table = scene.table();
        Layer layer = Scene.layer(ObjectKind.HASHTAG, table).carried(4);
        List<SynchronousObject> claim = Scene.synchronous(layer, table).stream()
                .filter(o -> layer.key(o.object()).equals("claim"))
                .toList();
        List<Group> groups = new GroupFinder(table, Scene.synchrony(), 5).find(claim);
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).accounts().stream().map(table.accounts()::get))
                .containsExactlyInAnyOrder("a0", "a1", "a2", "a3", "a4");
    }

    @Test
    void aPostIsTogetherWhicheverSideItsNeighbourIsOn() {
        // a posts twice, then b: both of a's posts are within the window of b's.
        Scene scene = crowd();
        scene.url("a", 0, "x.org").url("a", 1, "x.org").url("b", 2, "x.org");
        scene.url("b", 1440, "x.org").url("a", 1441, "x.org").url("a", 1442, "x.org");
        PostTable table = scene.table();
        List<Group> groups = find(table, Scene.layer(ObjectKind.URL, table), 2);
        assertThat(groups.get(0).posts()).hasSize(6);
        assertThat(groups.get(0).returns()).isEqualTo(2);
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
            PostTable table = scene.table();
            for (Group group : find(table, Scene.layer(ObjectKind.URL, table), 2)) {
                rejected += group.returnsP() <= 0.05 ? 1 : 0;
            }
        }
        assertThat(Tails.binomial(rejected, trials, 0.05)).isGreaterThan(0.001);
    }

    @Test
    void oneAccountsFloodTakesLinearTime() {
        Scene scene = crowd();
        for (int i = 0; i < 100_000; i++) {
            scene.url("flood", i * 0.0001, "x.org");
        }
        for (int i = 0; i < 5; i++) {
            scene.url("a" + i, 30 + i, "x.org");
        }
        PostTable table = scene.table();
        long start = System.nanoTime();
        find(table, Scene.layer(ObjectKind.URL, table), 2);
        assertThat((System.nanoTime() - start) / 1e9).isLessThan(10);
    }
}
