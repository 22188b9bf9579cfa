/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a monitor is: what it has acknowledged is durable. A feeder goes on after the last post, or sends again from
 * earlier. Immutable and thread-safe.
 *
 * @param posts how many posts were accepted since the state was begun
 * @param lastId the id of the last of them; empty if there is none or its account was forgotten
 * @param lastTime its time
 * @param clock the time of the monitor: that of the newest post that is not far ahead of all others
 * @param cursor what the feeder wanted to be kept with the last post; empty if nothing
 * @param alerts how many alerts there were
 * @param counts what happened to posts and keys, by name: docs/formats/monitor-store.md
 */
public record Position(
        long posts,
        Optional<String> lastId,
        Optional<Instant> lastTime,
        Optional<Instant> clock,
        Optional<String> cursor,
        long alerts,
        Map<String, Long> counts) {
    /**
     * Copies the counts, in the order of their names.
     *
     * @param posts as {@link #posts()}
     * @param lastId as {@link #lastId()}
     * @param lastTime as {@link #lastTime()}
     * @param clock as {@link #clock()}
     * @param cursor as {@link #cursor()}
     * @param alerts as {@link #alerts()}
     * @param counts as {@link #counts()}
     */
    public Position {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
