/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.core.burst.Kleinberg;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectLayer;
import org.vigie.posts.Post;

/** Builds small inputs by hand. */
final class Scene {
    static final long MINUTE = 60_000;
    static final long HOUR = 60 * MINUTE;
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final List<Post> posts = new ArrayList<>();

    /** Starts a post by an account so many minutes after the start. */
    Post.Builder post(String account, double minutes, String text) {
        String id = String.format(Locale.ROOT, "p%05d", posts.size());
        return Post.builder(id, account, START.plusMillis(Math.round(minutes * MINUTE)), text);
    }

    Scene add(Post.Builder post) {
        posts.add(post.build());
        return this;
    }

    Scene url(String account, double minutes, String url) {
        return add(post(account, minutes, "").urls(List.of(url)));
    }

    Scene tags(String account, double minutes, String... tags) {
        return add(post(account, minutes, "").hashtags(List.of(tags)));
    }

    List<Post> posts() {
        return posts;
    }

    Corpus corpus() {
        return Corpus.of(posts);
    }

    /** The defaults of the detector but for two sizes. */
    static Parameters parameters(int minAccounts, int minBurstPosts) {
        return new Parameters(
                Kleinberg.withDefaults(),
                Duration.ofMinutes(10),
                Duration.ofHours(2),
                0.05,
                minAccounts,
                minBurstPosts,
                2);
    }

    static Parameters parameters(int minAccounts) {
        return parameters(minAccounts, 20);
    }

    /** All objects of a layer that anybody acts on, as evidence. */
    static List<Sighting> sightings(ObjectLayer layer, Corpus corpus) {
        List<Sighting> objects = new ArrayList<>();
        for (int o = 0; o < layer.objects(); o++) {
            if (layer.acts(o) > 0) {
                objects.add(new Sighting(corpus, layer.kind(), o, layer.rows(o)));
            }
        }
        return objects;
    }

    /** The names of some accounts. */
    static List<String> names(Corpus corpus, int[] accounts) {
        Names names = Names.plain(corpus);
        List<String> result = new ArrayList<>();
        for (int account : accounts) {
            result.add(names.account(account));
        }
        return result;
    }
}
