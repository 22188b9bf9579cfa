/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.Post;
import org.vigie.posts.rows.Row;

/** Posts that wait, in the order of the file, for a date that says whether the day or the month comes first. Not thread-safe. */
final class WaitingPosts {
    /** How many posts wait at most. */
    static final int MAX_POSTS = 100_000;

    /** How many characters the posts that wait have at most, so that long ones need no more memory. */
    static final int MAX_CHARACTERS = 1 << 25;

    private static final int CONTENT = 200;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long characters;

    /** A post that waits; its time is the reading with the day first. */
    record Waiting(Post post, long monthFirst, boolean isOpen, long line, String content) {
        /** The post, once it is known what its date means. */
        Post at(boolean isDayFirst) {
            return isDayFirst || !isOpen ? post : post.withTime(Instant.ofEpochMilli(monthFirst));
        }
    }

    void add(Post post, long monthFirst, boolean isOpen, Row row) {
        String content = row.content();
        String head = content.length() > CONTENT ? content.substring(0, CONTENT) : content;
        characters += characters(post);
        waiting.addLast(new Waiting(post, monthFirst, isOpen, row.line(), head));
    }

    private static long characters(Post post) {
        return post.text().length()
                + Stream.of(List.of(post.id(), post.account()), post.urls(), post.hashtags(), post.mentions())
                        .flatMap(Collection::stream)
                        .mapToLong(String::length)
                        .sum();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isFull() {
        return waiting.size() > MAX_POSTS || characters > MAX_CHARACTERS;
    }

    long firstLine() {
        return waiting.getFirst().line();
    }

    /** The next post, or null. */
    @Nullable
    Waiting poll() {
        Waiting next = waiting.pollFirst();
        characters -= next == null ? 0 : characters(next.post());
        return next;
    }
}
