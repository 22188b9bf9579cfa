/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Instant;
import java.util.Objects;

/**
 * An account acted on an object at a time. It shared a url, used a hashtag, reposted a post, replied to it, or posted a
 * text of a cluster.
 *
 * @param account who acted
 * @param object what was acted on
 * @param content the post that carries the action; one post with two hashtags is two actions of one content
 * @param time when; only milliseconds count
 */
public record Action(String account, String object, String content, Instant time) {
    /**
     * Refuses null.
     *
     * @param account who acted
     * @param object what was acted on
     * @param content the post that carries the action
     * @param time when
     */
    public Action {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(time, "time");
    }
}
