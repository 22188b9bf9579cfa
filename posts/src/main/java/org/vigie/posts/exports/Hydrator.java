/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of DocNow's Hydrator. */
final class Hydrator {
    static final Export EXPORT = Export.named("hydrator", "DocNow Hydrator's tables")
            .recognisedBy("tweet_url", "user_screen_name", "retweet_id", "created_at")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "user_id", "user_screen_name")
            .withColumns(Field.TIME, "created_at")
            .withColumns(Field.TEXT, "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.URLS, "urls")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.REPOST_OF, "retweet_id")
            .withColumns(Field.REPLY_TO, "in_reply_to_status_id")
            .withColumns(Field.REPLY_TO_ACCOUNT, "in_reply_to_screen_name")
            .withColumns(Field.ACCOUNT_CREATED, "user_created_at");

    private Hydrator() {}
}
