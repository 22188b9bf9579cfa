/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The input as a whole.
 *
 * @param posts how many
 * @param accounts how many
 * @param first the time of the first post
 * @param last the time of the last post
 * @param languages posts by identified language, the most frequent first
 * @param bin the width of a bin of the timelines
 * @param timeline posts in each bin from {@code first}, rounded down to a bin, on
 * @param ofUnknownAddressee own texts that answer posts whose authors the input does not tell, so that nobody knows whom
 *     they address; 0 if they answer fewer than ten such posts, or are less than a twentieth of all own texts
 */
public record Traffic(
        int posts,
        int accounts,
        Instant first,
        Instant last,
        Map<String, Integer> languages,
        Duration bin,
        List<Integer> timeline,
        int ofUnknownAddressee) {
    /**
     * Copies the lists.
     *
     * @param posts as {@link #posts()}
     * @param accounts as {@link #accounts()}
     * @param first as {@link #first()}
     * @param last as {@link #last()}
     * @param languages as {@link #languages()}; its order is kept
     * @param bin as {@link #bin()}
     * @param timeline as {@link #timeline()}
     * @param ofUnknownAddressee as {@link #ofUnknownAddressee()}
     */
    public Traffic {
        languages = ImmutableMap.copyOf(languages);
        timeline = List.copyOf(timeline);
    }
}
