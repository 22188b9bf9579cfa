/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Tables of the R package rtweet before version 1, whose writer puts an x before ids. */
final class Rtweet {
    static final Export EXPORT = Export.named("rtweet", "tables of the R package rtweet, before version 1")
            .recognisedBy("status_id", "screen_name", "created_at", "is_retweet|retweet_status_id")
            .withColumns(Field.ACCOUNT, "screen_name")
            .withColumns(Field.TIME, "created_at")
            .withColumns(Field.TEXT, "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "mentions_screen_name")
            .withColumns(Field.REPLY_TO_ACCOUNT, "reply_to_screen_name")
            .withColumns(Field.URLS, "urls_expanded_url", "urls_url")
            .withColumns(Field.ACCOUNT_CREATED, "account_created_at")
            .withValue(Field.ID, row -> bare(row, "status_id"), "status_id")
            .withValue(Field.ACCOUNT, row -> bare(row, "user_id"), "user_id")
            .withValue(Field.REPOST_OF, row -> bare(row, "retweet_status_id"), "retweet_status_id")
            .withValue(Field.REPLY_TO, row -> bare(row, "reply_to_status_id"), "reply_to_status_id");

    private Rtweet() {}

    private static String bare(Row row, String column) {
        String id = row.get(column);
        boolean isMarked = id.length() > 1 && id.charAt(0) == 'x' && id.charAt(1) >= '0' && id.charAt(1) <= '9';
        return isMarked ? id.substring(1) : id;
    }
}
