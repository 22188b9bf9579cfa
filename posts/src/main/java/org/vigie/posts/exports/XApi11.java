/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import org.vigie.posts.rows.Row;

/** The Twitter API v1.1 as JSON, of searches and of streams. */
final class XApi11 {
    private static final List<String> ORIGINALS =
            List.of("retweeted_status.extended_tweet.full_text", "retweeted_status.full_text", "retweeted_status.text");

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
                    "entities.urls.url",
                    "retweeted_status.extended_tweet.entities.urls.expanded_url",
                    "retweeted_status.entities.urls.expanded_url")
            .withColumns(
                    Field.HASHTAGS,
                    "extended_tweet.entities.hashtags.text",
                    "entities.hashtags.text",
                    "retweeted_status.extended_tweet.entities.hashtags.text",
                    "retweeted_status.entities.hashtags.text")
            .withColumns(
                    Field.MENTIONS,
                    "extended_tweet.entities.user_mentions.screen_name",
                    "entities.user_mentions.screen_name")
            .withColumns(Field.REPOST_OF, "retweeted_status.id_str", "retweeted_status.id")
            .withColumns(Field.REPLY_TO, "in_reply_to_status_id_str", "in_reply_to_status_id")
            .withColumns(Field.REPLY_TO_ACCOUNT, "in_reply_to_screen_name")
            .withColumns(Field.ACCOUNT_CREATED, "user.created_at")
            .withValue(
                    Field.TEXT,
                    XApi11::text,
                    "text",
                    "full_text",
                    "retweeted_status.extended_tweet.full_text",
                    "retweeted_status.full_text",
                    "retweeted_status.text")
            .withSetAside(row -> row.has("delete.status.id") ? "deletions" : "");

    private XApi11() {}

    /** A repost is cut at 140 characters; the post that it repeats stands inside it, whole. */
    private static String text(Row row) {
        for (String whole : ORIGINALS) {
            String repost = row.get("full_text").isEmpty() ? row.get("text") : row.get("full_text");
            String text = Reposts.whole(repost, row.get(whole));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
