/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.vigie.posts.Post;

/** Copies of posts in which one thing is left to chance: when, by whom, or whether it is seen at all. */
final class Copies {
    private Copies() {}

    /** Everybody posts the same things at the same moments as before, only which of them when is drawn. */
    static List<Post> withTimesShuffled(List<Post> posts, long seed) {
        return permuted(posts, Post::account, seed, (post, other) -> post.withTime(other.time()));
    }

    /** The same texts at the same times, and as many an account; only whose each is, is drawn. */
    static List<Post> withAccountsPermuted(List<Post> posts, long seed) {
        return permuted(posts, post -> "", seed, (post, other) -> post.withAccount(other.account()));
    }

    /** The same inside each language: people go on writing what they can read. */
    static List<Post> withAccountsPermuted(List<Post> posts, Function<Post, String> language, long seed) {
        return permuted(posts, language, seed, (post, other) -> post.withAccount(other.account()));
    }

    /** A sample, as interfaces of platforms give it: each post is in it with this probability. */
    static List<Post> sampled(List<Post> posts, double probability, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return posts.stream().filter(post -> random.nextDouble() < probability).toList();
    }

    private interface Take {
        Post from(Post post, Post other);
    }

    /** Each post takes something from a post drawn without repeats among those with the same key. */
    private static List<Post> permuted(List<Post> posts, Function<Post, String> key, long seed, Take take) {
        Map<String, List<Integer>> rowsOf = new TreeMap<>();
        for (int i = 0; i < posts.size(); i++) {
            rowsOf.computeIfAbsent(key.apply(posts.get(i)), unused -> new ArrayList<>())
                    .add(i);
        }
        SplittableRandom random = new SplittableRandom(seed);
        List<Post> copy = new ArrayList<>(posts);
        for (List<Integer> rows : rowsOf.values()) {
            List<Integer> from = new ArrayList<>(rows);
            for (int row : rows) {
                int taken = from.set(random.nextInt(from.size()), from.get(from.size() - 1));
                from.remove(from.size() - 1);
                copy.set(row, take.from(posts.get(row), posts.get(taken)));
            }
        }
        return copy;
    }
}
