/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Instant;

/**
 * A burst of one series of posts: all posts, or those with one text, link or hashtag.
 *
 * @param series {@code all}, or the {@link ObjectKind#label() kind} of the object
 * @param key the object; empty for all posts
 * @param level the burst's level; 2 is the first above the base
 * @param start the time of its first post
 * @param end the time of its last post
 * @param weight the cost that the burst saves (Kleinberg 2002): how marked it is
 * @param posts posts in it
 * @param accounts distinct accounts in it
 */
public record SeriesBurst(
        String series, String key, int level, Instant start, Instant end, double weight, int posts, int accounts) {
    SeriesBurst withKey(String newKey) {
        return new SeriesBurst(series, newKey, level, start, end, weight, posts, accounts);
    }
}
