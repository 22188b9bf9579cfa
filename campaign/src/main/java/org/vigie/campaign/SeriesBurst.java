/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * A burst of one series: of all posts, or of those with one text, link, hashtag or mentioned account. What is counted is
 * either every post or the accounts, so that one busy account is not taken for a crowd.
 *
 * @param series {@code all}, the {@link ObjectKind#label() kind} of the object, or {@code target} for a mentioned account
 * @param key the object; empty for all posts
 * @param level the burst's level; 2 is the first above the base
 * @param start the time of the first post counted in it
 * @param end the time of the last post counted in it
 * @param weight the cost that the burst saves (Kleinberg 2002): how marked it is
 * @param posts posts in it
 * @param accounts distinct accounts in it
 * @param measure what was counted
 */
public record SeriesBurst(
        String series,
        String key,
        int level,
        Instant start,
        Instant end,
        double weight,
        int posts,
        int accounts,
        Measure measure) {
    /** The series of all posts. */
    public static final String ALL = "all";

    /** The series of the posts that mention an account. */
    public static final String TARGET = "target";

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
     * Checks the parts.
     *
     * @param series the series
     * @param key the object
     * @param level the level
     * @param start the begin
     * @param end the end
     * @param weight the weight
     * @param posts the posts
     * @param accounts the accounts
     * @param measure what was counted
     */
    public SeriesBurst {
        Objects.requireNonNull(measure, "measure");
    }

    SeriesBurst withKey(String newKey) {
        return new SeriesBurst(series, newKey, level, start, end, weight, posts, accounts, measure);
    }
}
