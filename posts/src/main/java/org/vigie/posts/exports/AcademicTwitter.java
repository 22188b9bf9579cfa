/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Tidy tables of the R package academictwitteR: X API v2 with the post that is referred to in columns of its own. */
final class AcademicTwitter {
    static final Export EXPORT = Export.named("academictwitter", "tidy tables of the R package academictwitteR")
            .recognisedBy("tweet_id", "author_id", "created_at", "sourcetweet_type", "sourcetweet_id")
            .withColumns(Field.ID, "tweet_id")
            .withColumns(Field.ACCOUNT, "author_id", "user_username")
            .withColumns(Field.TIME, "created_at")
            .withColumns(Field.TEXT, "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.ACCOUNT_CREATED, "user_created_at")
            .withValue(Field.REPOST_OF, row -> source(row, "retweeted"), "sourcetweet_id", "sourcetweet_type")
            .withValue(Field.REPLY_TO, row -> source(row, "replied_to"), "sourcetweet_id", "sourcetweet_type");

    private AcademicTwitter() {}

    private static String source(Row row, String type) {
        return row.get("sourcetweet_type").equals(type) ? row.get("sourcetweet_id") : "";
    }
}
