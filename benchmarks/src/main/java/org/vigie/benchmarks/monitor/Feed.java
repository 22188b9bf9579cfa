/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.Simulator;

/** Simulated posts that a thread of its own makes, so that the thread that takes them costs what taking them costs. */
final class Feed {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private static final int BATCH = 500;

    private final BlockingQueue<List<Post>> batches = new ArrayBlockingQueue<>(8);
    private final Thread thread;

    /**
     * Begins to make posts.
     *
     * @param keys each post has one hashtag more, of so many; 0 for none
     */
    Feed(int posts, Duration period, int keys) {
        thread = new Thread(() -> make(simulator(posts, period), keys), "feed");
        thread.setDaemon(true);
        thread.start();
    }

    static Simulator simulator(int posts, Duration period) {
        return Simulator.withDefaults().withPosts(posts).withTime(START, period).withSeed(7);
    }

    private void make(Simulator simulator, int keys) {
        List<Post> batch = new ArrayList<>();
        simulator.run((post, label) -> {
            batch.add(keys > 0 ? tagged(post, keys) : post);
            if (batch.size() == BATCH) {
                put(List.copyOf(batch));
                batch.clear();
            }
        });
        put(List.copyOf(batch));
        put(List.of());
    }

    /** The hashtag depends on the post alone, and no two posts one after another have the same. */
    private static Post tagged(Post post, int keys) {
        List<String> hashtags = new ArrayList<>(post.hashtags());
        hashtags.add("key" + Math.floorMod((Long.parseLong(post.id()) * 0x9e3779b97f4a7c15L) >>> 20, keys));
        return Post.builder(post.id(), post.account(), post.time(), post.text())
                .urls(post.urls())
                .hashtags(hashtags)
                .mentions(post.mentions())
                .repostOf(post.repostOf().orElse(""))
                .replyTo(post.replyTo().orElse(""))
                .build();
    }

    private void put(List<Post> batch) {
        try {
            batches.put(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the feed", e);
        }
    }

    /** The next posts; empty at the end. */
    List<Post> next() throws InterruptedException {
        return batches.take();
    }
}
