/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Tables and objects of no known export: columns by the names that people give them, also in French and Spanish. */
final class ByName {
    static final Export EXPORT = Export.named("by column names", "no known export: columns by their usual names")
            .withColumns(
                    Field.ID,
                    "id",
                    "post_id",
                    "tweet_id",
                    "tweetid",
                    "message_id",
                    "content_id",
                    "status_id",
                    "comment_id",
                    "id_str",
                    "uri",
                    "url",
                    "permalink",
                    "identifiant")
            .withColumns(
                    Field.ACCOUNT,
                    "account",
                    "account_id",
                    "author_id",
                    "user_id",
                    "userid",
                    "author",
                    "account.acct",
                    "did",
                    "from_id",
                    "facebook_id",
                    "page_id",
                    "screen_name",
                    "user_screen_name",
                    "username",
                    "user_name",
                    "handle",
                    "author_handle",
                    "author_name",
                    "page_name",
                    "channel_id",
                    "channel",
                    "sender",
                    "user",
                    "from",
                    "from_user",
                    "compte",
                    "auteur",
                    "utilisateur",
                    "cuenta",
                    "autor",
                    "usuario",
                    "name")
            .withColumns(
                    Field.TIME,
                    "time",
                    "published_at",
                    "publish_date",
                    "created_at",
                    "created_utc",
                    "tweet_created",
                    "tweet_time",
                    "tweet_date",
                    "timestamp_share",
                    "unix_timestamp",
                    "timestamp_utc",
                    "date_unixtime",
                    "post_created",
                    "posted_at",
                    "publication_date",
                    "published",
                    "created",
                    "createdat",
                    "creation_time",
                    "create_time",
                    "time_us",
                    "timestamp",
                    "datetime",
                    "date_time",
                    "date",
                    "horodatage",
                    "fecha",
                    "fecha_hora")
            .withColumns(
                    Field.TEXT,
                    "text",
                    "full_text",
                    "tweet_text",
                    "tweet",
                    "message",
                    "body",
                    "content",
                    "message_text",
                    "post_text",
                    "comment_text",
                    "comment",
                    "caption",
                    "raw_content",
                    "rawcontent",
                    "description",
                    "texte",
                    "contenu",
                    "texto",
                    "mensaje",
                    "contenido")
            .withColumns(Field.LANGUAGE, "language", "lang", "tweet_language", "langue", "idioma")
            .withColumns(Field.URLS, "urls", "expanded_urls", "entities.urls.expanded_url", "links", "link")
            .withColumns(Field.HASHTAGS, "hashtags", "entities.hashtags.tag")
            .withColumns(Field.MENTIONS, "mentions", "user_mentions", "entities.mentions.username")
            .withColumns(
                    Field.REPOST_OF,
                    "repost_of",
                    "retweet_of",
                    "retweet_tweetid",
                    "repost_id",
                    "retweeted_status_id",
                    "retweet_id",
                    "retweeted_id")
            .withColumns(
                    Field.REPLY_TO,
                    "reply_to",
                    "in_reply_to_tweetid",
                    "reply_id",
                    "in_reply_to_id",
                    "in_reply_to_status_id",
                    "parent_id")
            .withColumns(Field.PLATFORM, "platform", "plateforme")
            .withColumns(
                    Field.ACCOUNT_CREATED,
                    "account_created",
                    "account_creation_date",
                    "account.created_at",
                    "user_created_at")
            .withValue(Field.TIME, ByName::dateAndTime, "date", "time");

    private ByName() {}

    /** Two columns where the date and the clock stand apart. */
    private static String dateAndTime(Row row) {
        String date = row.get("date").strip();
        String time = row.get("time").strip();
        return date.isEmpty() || time.indexOf(':') < 1 || time.length() > 15 || date.indexOf(':') >= 0
                ? ""
                : date + " " + time;
    }
}
