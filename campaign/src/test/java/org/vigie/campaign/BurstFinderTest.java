/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.core.burst.Kleinberg;

class BurstFinderTest {
    private static List<SeriesBurst> find(PostTable table, int minPosts) {
        return new BurstFinder(table, Kleinberg.withDefaults(), minPosts)
                .find(List.of(Scene.layer(ObjectKind.URL, table), Scene.layer(ObjectKind.HASHTAG, table)));
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
        List<SeriesBurst> bursts = find(surge().table(), 20);
        assertThat(bursts).extracting(SeriesBurst::series).contains("all", "hashtag");
        assertThat(bursts.get(0).series()).isEqualTo("all");
        SeriesBurst burst = bursts.stream()
                .filter(b -> b.series().equals("hashtag"))
                .max(Comparator.comparingInt(SeriesBurst::level))
                .orElseThrow();
        assertThat(burst.key()).isEqualTo("claim");
        assertThat(burst.start()).isEqualTo(Scene.START.plusMillis((10 * 1440 + 190) * Scene.MINUTE));
        assertThat(burst.end()).isEqualTo(Scene.START.plusMillis((10 * 1440 + 249) * Scene.MINUTE));
        assertThat(burst.posts()).isEqualTo(60);
        assertThat(burst.accounts()).isEqualTo(12);
        assertThat(burst.level()).isGreaterThan(1);
        assertThat(burst.weight()).isPositive();
    }

    @Test
    void leavesOutSeriesWithFewPosts() {
        assertThat(find(surge().table(), 141)).extracting(SeriesBurst::series).containsOnly("all");
    }

    @Test
    void postsOfOneInstantAndSinglePostsDoNoHarm() {
        Scene scene = new Scene();
        for (int i = 0; i < 50; i++) {
            scene.url("a" + i, 7, "x.org");
        }
        for (SeriesBurst burst : find(scene.table(), 20)) {
            assertThat(burst.posts()).isLessThanOrEqualTo(50);
        }
        assertThat(find(new Scene().url("a", 0, "x.org").table(), 1)).isEmpty();
    }
}
