/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of twarc-csv: X API v2 in columns, lists as JSON in cells. */
final class TwarcCsv {
    static final Export EXPORT = Export.named("twarc-csv", "twarc-csv's tables of X API v2")
            .recognisedBy(
                    "referenced_tweets.retweeted.id|referenced_tweets.replied_to.id",
                    "author_id",
                    "created_at",
                    "conversation_id")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "author_id")
            .withColumns(Field.TIME, "created_at")
            .withColumns(Field.TEXT, "note_tweet.text", "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.REPOST_OF, "referenced_tweets.retweeted.id")
            .withColumns(Field.REPLY_TO, "referenced_tweets.replied_to.id")
            .withColumns(Field.REPLY_TO_ACCOUNT, "in_reply_to_username", "in_reply_to_user.username")
            .withColumns(Field.ACCOUNT_CREATED, "author.created_at")
            .withItems(Field.URLS, row -> row.list("entities.urls", "expanded_url"), "entities.urls")
            .withItems(Field.HASHTAGS, row -> row.list("entities.hashtags", "tag"), "entities.hashtags")
            .withItems(Field.MENTIONS, row -> row.list("entities.mentions", "username"), "entities.mentions");

    private TwarcCsv() {}
}
