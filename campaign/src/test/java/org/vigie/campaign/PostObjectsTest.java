/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.Layer;
import org.vigie.posts.simulation.Simulator;

class PostObjectsTest {
    private static final String TEXT = "Seventeen geese walked home";

    private static Post.Builder post(String text) {
        return new Scene()
                .post("a", 0, text)
                .urls(List.of("https://www.site.example/a?utm_source=x", "http://site.example/a"))
                .hashtags(List.of("Pick", "TITLE", "pick"))
                .mentions(List.of("Ida", "ida"));
    }

    @Test
    void namesDistinctObjectsInOneForm() {
        Post post = post(TEXT).replyTo("p9").build();
        assertThat(PostObjects.of(post, Layer.URL, "7")).containsExactly("site.example/a");
        assertThat(PostObjects.of(post, Layer.HASHTAG, "7")).containsExactly("pick", "title");
        assertThat(PostObjects.of(post, Layer.HASHTAG_SEQUENCE, "7")).containsExactly("pick#title");
        assertThat(PostObjects.of(post, Layer.MENTION, "7")).containsExactly("ida");
        assertThat(PostObjects.of(post, Layer.TEXT_CLUSTER, "7")).containsExactly("7");
        assertThat(PostObjects.of(post, Layer.TEXT_CLUSTER, "")).isEmpty();
        assertThat(PostObjects.of(post, Layer.REPLY, "7")).containsExactly("p9");
        assertThat(PostObjects.of(post, Layer.REPOST, "7")).isEmpty();
        assertThat(PostObjects.targets(post)).containsExactly("ida", "p9");
    }

    @Test
    void repostIsNothingButARepost() {
        Post post = post(TEXT).replyTo("p9").repostOf("p8").build();
        for (Layer layer : Layer.values()) {
            if (layer != Layer.CO_TARGET && layer != Layer.FIRST_HOUR) {
                assertThat(PostObjects.of(post, layer, "7"))
                        .isEqualTo(layer == Layer.REPOST ? List.of("p8") : List.of());
            }
        }
    }

    @Test
    void shortTextsAndSingleHashtagsAreNoObjects() {
        assertThat(PostObjects.of(post("x".repeat(19)).build(), Layer.TEXT_CLUSTER, "7"))
                .isEmpty();
        assertThat(PostObjects.of(post("x".repeat(20)).build(), Layer.TEXT_CLUSTER, "7"))
                .containsExactly("7");
        Post one = post(TEXT).hashtags(List.of("Pick", "pick")).build();
        assertThat(PostObjects.of(one, Layer.HASHTAG_SEQUENCE, "7")).isEmpty();
    }

    @Test
    void refusesLayersMadeOfOthers() {
        assertThatThrownBy(() -> PostObjects.of(post(TEXT).build(), Layer.CO_TARGET, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("CO_TARGET is made of other layers");
    }

    /** The detector's columns and the public actions say the same of the same posts. */
    @Test
    void columnsAndActionsAgree() {
        List<Post> posts = new ArrayList<>();
        Simulator.withDefaults().withPosts(3_000).withCampaigns(4).run((post, label) -> posts.add(post));
        PostTable table = PostTable.of(posts);
        List<Layer> layers = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            layers.add(kind.layer());
        }
        Map<Layer, Actions> actions = PostLayers.withDefaults().actions(posts, layers);
        for (ObjectKind kind : ObjectKind.values()) {
            Actions columns = Scene.layer(kind, table).actions();
            assertThat(acts(columns)).as(kind.label()).isNotEmpty().isEqualTo(acts(actions.get(kind.layer())));
        }
    }

    /** For each object the posts on it, without the object's name, which numbers clusters of texts differently. */
    private static List<List<String>> acts(Actions actions) {
        List<List<String>> posts = new ArrayList<>();
        for (int o = 0; o < actions.objectCount(); o++) {
            posts.add(new ArrayList<>());
        }
        for (int a = 0; a < actions.size(); a++) {
            posts.get(actions.object(a))
                    .add(actions.accountName(actions.account(a)) + " " + actions.contentName(actions.content(a)));
        }
        posts.forEach(p -> p.sort(null));
        posts.sort((x, y) -> x.toString().compareTo(y.toString()));
        return posts;
    }
}
