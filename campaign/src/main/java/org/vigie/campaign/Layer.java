/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.graph.coaction.Actions;
import org.vigie.nlp.duplicate.DuplicateReport;

/**
 * The acts of one kind: which post touches which object, as parallel columns sorted by object and, within an object, by
 * time. A post touches an object at most once.
 */
final class Layer {
    private final ObjectKind kind;
    private final PostTable posts;
    private final List<String> keys;
    private final int[] starts;
    private final int[] post;

    private Layer(ObjectKind kind, PostTable posts, List<String> keys, int[] starts, int[] post) {
        this.kind = kind;
        this.posts = posts;
        this.keys = keys;
        this.starts = starts;
        this.post = post;
    }

    /** The objects of a post, as keys. */
    private interface Objects {
        void of(int post, java.util.function.Consumer<String> sink);
    }

    /**
     * Builds a layer.
     *
     * @param duplicates the near-duplicates among the posts' texts
     * @param minTextLength texts shorter than this, such as greetings, tie nobody together
     */
    static Layer of(ObjectKind kind, PostTable posts, DuplicateReport duplicates, int minTextLength) {
        return switch (kind) {
            case TEXT ->
                build(kind, posts, (i, sink) -> {
                    int cluster = duplicates.clusterOf(i);
                    if (cluster >= 0 && posts.post(i).text().length() >= minTextLength) {
                        sink.accept(Integer.toString(cluster));
                    }
                });
            case URL ->
                build(kind, posts, (i, sink) -> posts.post(i).urls().forEach(url -> sink.accept(Urls.canonical(url))));
            case HASHTAG ->
                build(
                        kind,
                        posts,
                        (i, sink) ->
                                posts.post(i).hashtags().forEach(tag -> sink.accept(tag.toLowerCase(Locale.ROOT))));
            case REPOST ->
                build(kind, posts, (i, sink) -> posts.post(i).repostOf().ifPresent(sink));
            case REPLY ->
                build(kind, posts, (i, sink) -> posts.post(i).replyTo().ifPresent(sink));
        };
    }

    private static Layer build(ObjectKind kind, PostTable posts, Objects objects) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> keys = new ArrayList<>();
        IntList object = new IntList();
        IntList post = new IntList();
        Set<String> ofPost = new HashSet<>();
        for (int i = 0; i < posts.size(); i++) {
            int row = i;
            ofPost.clear();
            objects.of(i, key -> {
                if (!key.isEmpty() && ofPost.add(key)) {
                    object.add(numbers.computeIfAbsent(key, k -> {
                        keys.add(k);
                        return keys.size() - 1;
                    }));
                    post.add(row);
                }
            });
        }
        // A counting sort by object keeps the order of time, because posts come in it.
        int[] starts = new int[keys.size() + 1];
        for (int a = 0; a < object.size(); a++) {
            starts[object.get(a) + 1]++;
        }
        for (int o = 0; o < keys.size(); o++) {
            starts[o + 1] += starts[o];
        }
        int[] next = Arrays.copyOf(starts, keys.size());
        int[] sorted = new int[object.size()];
        for (int a = 0; a < object.size(); a++) {
            sorted[next[object.get(a)]++] = post.get(a);
        }
        return new Layer(kind, posts, keys, starts, sorted);
    }

    ObjectKind kind() {
        return kind;
    }

    int objects() {
        return keys.size();
    }

    String key(int object) {
        return keys.get(object);
    }

    /** The first act on an object; the acts are {@code start(o) .. start(o + 1)}. */
    int start(int object) {
        return starts[object];
    }

    /** The post of an act. */
    int post(int act) {
        return post[act];
    }

    int acts() {
        return post.length;
    }

    /** How many accounts acted on an object. */
    int accounts(int object) {
        return (int) Arrays.stream(post, starts[object], starts[object + 1])
                .map(posts::account)
                .distinct()
                .count();
    }

    Actions actions() {
        int n = post.length;
        int[] account = new int[n];
        int[] object = new int[n];
        long[] time = new long[n];
        for (int o = 0; o < objects(); o++) {
            Arrays.fill(object, starts[o], starts[o + 1], o);
        }
        for (int a = 0; a < n; a++) {
            account[a] = posts.account(post[a]);
            time[a] = posts.time(post[a]);
        }
        return Actions.ofIds(
                account,
                object,
                post,
                time,
                posts.accounts()::get,
                keys::get,
                i -> posts.post(i).id());
    }
}
