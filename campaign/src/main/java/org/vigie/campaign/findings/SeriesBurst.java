/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.vigie.posts.ObjectKind;

/**
 * A burst of one series: of all posts, or of those on one object. What is counted is either every post or the accounts,
 * so that one busy account is not taken for a crowd.
 *
 * @param kind the kind of the object; empty for all posts
 * @param object the object's number; 0 for all posts
 * @param level the burst's level; 2 is the first above the base
 * @param start the time of the first post counted in it
 * @param end the time of the last post counted in it
 * @param weight the cost that the burst saves (Kleinberg 2002): how marked it is
 * @param from the first of the series' acts in it: {@code layer.start(object) + from} is the act's number
 * @param to the act after the last
 * @param accounts distinct accounts in it
 * @param measure what was counted
 */
public record SeriesBurst(
        Optional<ObjectKind> kind,
        int object,
        int level,
        Instant start,
        Instant end,
        double weight,
        int from,
        int to,
        int accounts,
        Measure measure) {

    /** What a series counts. */
    public enum Measure {
        /** Every post. */
        POSTS,
        /** Accounts: one counts again only an hour after it counted last. */
        ACCOUNTS;

        /**
         * The name in files: lower case.
         *
         * @return the name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Returns how many posts are in it.
     *
     * @return the number of posts
     */
    public int posts() {
        return to - from;
    }

    /**
     * The series' name in files: {@code all}, {@code target} for a mentioned account, or the name of the kind.
     *
     * @return the name
     */
    public String series() {
        return kind.map(k -> k.equals(ObjectKind.MENTION) ? "target" : k.name()).orElse("all");
    }
}
