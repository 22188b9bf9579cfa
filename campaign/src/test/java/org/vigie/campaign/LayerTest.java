/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerTest {
    private static List<String> keys(Layer layer) {
        List<String> keys = new ArrayList<>();
        for (int o = 0; o < layer.objects(); o++) {
            keys.add(layer.key(o));
        }
        return keys;
    }

    private static int find(Layer layer, String key) {
        return keys(layer).indexOf(key);
    }

    @Test
    void keepsTheRarestObjectOfEachPost() {
        Scene scene = new Scene();
        for (int i = 0; i < 6; i++) {
            scene.tags("loud" + i, i, "news");
        }
        for (int i = 0; i < 4; i++) {
            scene.tags("push" + i, 10 + i, "News", "claim", "only" + i);
        }
        PostTable table = scene.table();
        Layer all = Scene.layer(ObjectKind.HASHTAG, table);
        assertThat(keys(all)).containsExactly("news", "claim", "only0", "only1", "only2", "only3");
        assertThat(all.postsOf(find(all, "news"))).hasSize(10);
        Layer carried = all.carried(4);
        assertThat(keys(carried)).containsExactly("news", "claim");
        assertThat(carried.postsOf(0)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(carried.postsOf(1)).containsExactly(6, 7, 8, 9);
        assertThat(carried.acts()).isEqualTo(10);
        assertThat(carried.objectsOfAccounts()).containsOnly(1);
        assertThat(carried.objectOfActs()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void objectsOfTheSamePostsNeverLink() {
        Scene scene = new Scene();
        for (int wave = 0; wave < 3; wave++) {
            for (int i = 0; i < 8; i++) {
                scene.tags("a" + i, wave * 300 + i, "one", "two", "three");
            }
        }
        PostTable table = scene.table();
        Layer carried = Scene.layer(ObjectKind.HASHTAG, table).carried(4);
        int busy = 0;
        for (int o = 0; o < carried.objects(); o++) {
            busy += carried.postsOf(o).length > 0 ? 1 : 0;
        }
        assertThat(busy).isEqualTo(1);
        assertThat(carried.acts()).isEqualTo(24);
    }

    @Test
    void aPostTouchesAnObjectOnce() {
        PostTable table = new Scene()
                .tags("a", 0, "İstanbul", "ISTANBUL", "istanbul", "", "istanbul")
                .add(new Scene().post("b", 1, "").urls(List.of("http://www.x.org/", "https://x.org?utm_source=b")))
                .table();
        Layer tags = Scene.layer(ObjectKind.HASHTAG, table);
        assertThat(tags.postsOf(find(tags, "istanbul"))).hasSize(1);
        assertThat(keys(tags)).doesNotContain("").hasSize(2);
        assertThat(keys(Scene.layer(ObjectKind.URL, table))).containsExactly("x.org");
    }

    @Test
    void aRepostCountsAsARepostOnly() {
        String text = "The harbour bridge will be closed on Sunday morning.";
        Scene scene = new Scene();
        for (int i = 0; i < 5; i++) {
            scene.add(scene.post("a" + i, i, text)
                    .urls(List.of("x.org"))
                    .hashtags(List.of("bridge"))
                    .repostOf(i < 4 ? "origin" : ""));
        }
        scene.add(scene.post("z", 9, text).replyTo("origin"));
        PostTable table = scene.table();
        assertThat(Scene.layer(ObjectKind.REPOST, table).postsOf(0)).containsExactly(0, 1, 2, 3);
        assertThat(Scene.layer(ObjectKind.REPLY, table).postsOf(0)).containsExactly(5);
        assertThat(Scene.layer(ObjectKind.URL, table).postsOf(0)).containsExactly(4);
        assertThat(Scene.layer(ObjectKind.HASHTAG, table).postsOf(0)).containsExactly(4);
        assertThat(Scene.layer(ObjectKind.TEXT, table).postsOf(0)).containsExactly(4, 5);
    }

    @Test
    void shortTextsTieNobodyTogether() {
        Scene scene = new Scene();
        for (int i = 0; i < 5; i++) {
            scene.add(scene.post("a" + i, i, "Good morning all!"));
        }
        assertThat(Scene.layer(ObjectKind.TEXT, scene.table()).objects()).isZero();
    }

    @Test
    void postsComeByTimeThenByIdWhateverTheirOrder() {
        Scene scene = new Scene().tags("b", 5, "x").tags("a", 5, "x").tags("c", 1, "x");
        List<Post> turned = new ArrayList<>(scene.posts());
        java.util.Collections.reverse(turned);
        PostTable table = PostTable.of(turned);
        assertThat(table.accounts()).containsExactly("c", "b", "a");
        assertThat(table.number("a")).isEqualTo(2);
        assertThat(table.postsOf(0)).isEqualTo(1);
        assertThat(Optional.of(table.post(0).account())).contains("c");
        assertThat(table.resolution()).isEqualTo(4 * Scene.MINUTE);
        assertThat(new Scene().tags("a", 3, "x").table().resolution()).isZero();
    }
}
