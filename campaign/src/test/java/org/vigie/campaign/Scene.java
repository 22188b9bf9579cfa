/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.nlp.duplicate.NearDuplicates;

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

    PostTable table() {
        return PostTable.of(posts);
    }

    static Layer layer(ObjectKind kind, PostTable table) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            texts.add(table.post(i).text());
        }
        return Layer.of(kind, table, NearDuplicates.withDefaults().detect(texts));
    }

    static Synchrony synchrony() {
        return new Synchrony(10 * MINUTE, 2 * HOUR, 1);
    }

    /** All objects of a layer as if each were synchronous. */
    static List<SynchronousObject> synchronous(Layer layer, PostTable table) {
        List<SynchronousObject> objects = new ArrayList<>();
        for (int o = 0; o < layer.objects(); o++) {
            objects.add(new SynchronousObject(layer, o, table, new Synchrony.Result(10, 1, 0.001), 0.01));
        }
        return objects;
    }
}
