/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import org.vigie.posts.rows.Row;

/** The X API v2 as JSON: pages, the filtered stream, flattened posts of twarc. */
final class XApi2 {
    static final Export EXPORT = Export.named("x-v2", "X API v2 as JSON: pages, filtered stream, twarc flatten")
            .recognisedBy("author_id", "created_at", "text", "id")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "author_id")
            .withColumns(Field.TIME, "created_at")
            .withColumns(Field.TEXT, "note_tweet.text", "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.URLS, "entities.urls.expanded_url", "entities.urls.url", "urls")
            .withColumns(Field.HASHTAGS, "entities.hashtags.tag", "hashtags")
            .withColumns(Field.MENTIONS, "entities.mentions.username", "mentions")
            .withColumns(Field.REPOST_OF, "retweeted_id", "retweeted_status_id", "retweet_id", "repost_of")
            .withColumns(Field.REPLY_TO, "replied_to_id", "in_reply_to_status_id", "in_reply_to_id", "reply_to")
            .withColumns(Field.REPLY_TO_ACCOUNT, "in_reply_to_user.username", "in_reply_to_username")
            .withColumns(Field.ACCOUNT_CREATED, "author.created_at")
            .withValue(Field.TEXT, XApi2::text, "note_tweet.text", "text")
            .withValue(
                    Field.REPOST_OF,
                    row -> referenced(row, "retweeted"),
                    "referenced_tweets.id",
                    "referenced_tweets.type")
            .withValue(
                    Field.REPLY_TO,
                    row -> referenced(row, "replied_to"),
                    "referenced_tweets.id",
                    "referenced_tweets.type")
            .withValue(
                    Field.REPLY_TO_ACCOUNT,
                    row -> row.joined("includes.users", row.get("in_reply_to_user_id"), "username"),
                    "in_reply_to_user_id")
            .withValue(
                    Field.ACCOUNT_CREATED,
                    row -> row.joined("includes.users", row.get("author_id"), "created_at"),
                    "author_id");

    private XApi2() {}

    /** What a post refers to are parallel types and ids. */
    private static String referenced(Row row, String type) {
        int i = row.all("referenced_tweets.type").indexOf(type);
        List<String> ids = row.all("referenced_tweets.id");
        return i >= 0 && i < ids.size() ? ids.get(i) : "";
    }

    /** A repost is cut at 140 characters; the page has the whole text beside it. */
    private static String text(Row row) {
        String text = row.get("text");
        if (!row.get("note_tweet.text").isEmpty() || !text.endsWith("\u2026")) {
            return row.get("note_tweet.text");
        }
        String original = referenced(row, "retweeted");
        String whole = original.isEmpty() ? "" : row.joined("includes.tweets", original, "note_tweet.text");
        whole = whole.isEmpty() && !original.isEmpty() ? row.joined("includes.tweets", original, "text") : whole;
        return Reposts.whole(text, whole);
    }
}
