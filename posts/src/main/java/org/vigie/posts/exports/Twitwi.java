/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of minet and twitwi. */
final class Twitwi {
    static final Export EXPORT = Export.named("twitwi", "minet's and twitwi's tables of X")
            .recognisedBy("timestamp_utc", "user_screen_name", "retweeted_id", "text")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "user_id", "user_screen_name")
            .withColumns(Field.TIME, "timestamp_utc", "local_time")
            .withColumns(Field.TEXT, "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.URLS, "links")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "mentioned_names")
            .withColumns(Field.REPOST_OF, "retweeted_id")
            .withColumns(Field.REPLY_TO, "to_tweetid")
            .withColumns(Field.REPLY_TO_ACCOUNT, "to_username")
            .withColumns(Field.ACCOUNT_CREATED, "user_timestamp_utc", "user_created_at");

    private Twitwi() {}
}
