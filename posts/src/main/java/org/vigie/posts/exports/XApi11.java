/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** The Twitter API v1.1 as JSON, of searches and of streams. */
final class XApi11 {
    static final Export EXPORT = Export.named("x-v1.1", "Twitter API v1.1 as JSON")
            .recognisedBy("user.id_str|user.screen_name", "created_at", "full_text|text", "id_str|id")
            .withColumns(Field.ID, "id_str", "id")
            .withColumns(Field.ACCOUNT, "user.id_str", "user.id", "user.screen_name")
            .withColumns(Field.TIME, "created_at")
            .withColumns(Field.TEXT, "extended_tweet.full_text", "full_text", "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(
                    Field.URLS,
                    "extended_tweet.entities.urls.expanded_url",
                    "entities.urls.expanded_url",
                    "entities.urls.url")
            .withColumns(Field.HASHTAGS, "extended_tweet.entities.hashtags.text", "entities.hashtags.text")
            .withColumns(
                    Field.MENTIONS,
                    "extended_tweet.entities.user_mentions.screen_name",
                    "entities.user_mentions.screen_name")
            .withColumns(Field.REPOST_OF, "retweeted_status.id_str", "retweeted_status.id")
            .withColumns(Field.REPLY_TO, "in_reply_to_status_id_str", "in_reply_to_status_id")
            .withColumns(Field.ACCOUNT_CREATED, "user.created_at")
            .withSetAside(row -> row.has("delete.status.id") ? "deletions" : "");

    private XApi11() {}
}
