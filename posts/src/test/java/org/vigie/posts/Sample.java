/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.vigie.nlp.duplicate.DuplicateCluster;
import org.vigie.posts.simulation.Simulator;

/** Small inputs, and the equality of corpora, which have none of their own. */
final class Sample {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private Sample() {}

    static Post.Builder post(String id, String account, long second, String text) {
        return Post.builder(id, account, START.plusSeconds(second), text);
    }

    /** Simulated posts, at most 2,000. */
    static List<Post> traffic(int posts) {
        List<Post> traffic = new ArrayList<>();
        Simulator.withDefaults().withPosts(2_000).withSeed(8).withCampaigns(2).run((post, label) -> traffic.add(post));
        return List.copyOf(traffic.subList(0, posts));
    }

    static List<Post> shuffled(List<Post> posts, long seed) {
        List<Post> shuffled = new ArrayList<>(posts);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    static Corpus corpus(CorpusBuilder builder, List<Post> posts) {
        for (Post post : posts) {
            assertThat(builder.post(post)).isTrue();
        }
        return builder.build();
    }

    /** Every column, every name, every layer and every cluster. */
    static void assertSame(Corpus corpus, Corpus expected) {
        assertThat(corpus.size()).isEqualTo(expected.size());
        assertThat(corpus.accounts()).isEqualTo(expected.accounts());
        assertThat(corpus.texts()).isEqualTo(expected.texts());
        assertThat(corpus.kinds()).isEqualTo(expected.kinds());
        assertThat(corpus.search()).hasToString(expected.search().toString());
        assertThat(corpus.resolution()).isEqualTo(expected.resolution());
        assertThat(corpus.concentration()).isEqualTo(expected.concentration());
        for (int r = 0; r < corpus.size(); r++) {
            assertThat(row(corpus, r)).isEqualTo(row(expected, r));
        }
        for (int a = 0; a < corpus.accounts(); a++) {
            assertThat(corpus.accountName(a)).isEqualTo(expected.accountName(a));
            assertThat(corpus.postsOf(a)).isEqualTo(expected.postsOf(a));
            assertThat(corpus.accountCreated(a)).isEqualTo(expected.accountCreated(a));
        }
        for (int t = 0; t < corpus.texts(); t++) {
            assertThat(corpus.normalized(t)).isEqualTo(expected.normalized(t));
            assertThat(corpus.firstRow(t)).isEqualTo(expected.firstRow(t));
        }
        for (ObjectKind kind : corpus.kinds()) {
            assertThat(objects(corpus, kind)).as(kind.name()).isEqualTo(objects(expected, kind));
        }
        assertThat(clusters(corpus)).isEqualTo(clusters(expected));
    }

    private static List<Object> row(Corpus corpus, int row) {
        return List.of(
                corpus.id(row),
                corpus.account(row),
                corpus.time(row),
                corpus.text(row),
                corpus.wordings.get(corpus.wording(row)),
                corpus.wording(row),
                corpus.isRepost(row),
                corpus.hasOwnText(row),
                corpus.language(row));
    }

    /** The name of each object of a kind, and the rows on it. */
    static List<String> objects(Corpus corpus, ObjectKind kind) {
        ObjectLayer layer = corpus.layer(kind);
        List<String> objects = new ArrayList<>();
        for (int o = 0; o < layer.objects(); o++) {
            List<Integer> rows = new ArrayList<>();
            for (int row : layer.rows(o)) {
                rows.add(row);
            }
            objects.add(corpus.objectName(kind, o) + rows);
        }
        return objects;
    }

    private static List<List<Object>> clusters(Corpus corpus) {
        List<List<Object>> clusters = new ArrayList<>();
        for (DuplicateCluster cluster : corpus.duplicates().clusters()) {
            List<Integer> members = new ArrayList<>();
            for (int member : cluster.members()) {
                members.add(member);
            }
            clusters.add(List.of(cluster.id(), cluster.medoid(), cluster.type(), members));
        }
        return clusters;
    }
}
