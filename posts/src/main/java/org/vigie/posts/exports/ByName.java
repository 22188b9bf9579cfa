/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import org.vigie.posts.rows.Row;

/** Tables and objects of no known export: columns by the names that people give them. */
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
                    "video_id",
                    "statusid",
                    "postid",
                    "_id")
            .withColumns(
                    Field.ACCOUNT,
                    "account",
                    "account_id",
                    "author_id",
                    "user_id",
                    "userid",
                    "author",
                    "account.acct",
                    "account.id",
                    "did",
                    "author_did",
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
                    "channel_name",
                    "sender",
                    "user",
                    "from",
                    "from_user",
                    "sender_id",
                    "sender_screen_name",
                    "author.id",
                    "author.username",
                    "user.id",
                    "user.username",
                    "user.screen_name",
                    "from.id",
                    "from.name",
                    "account.username",
                    "owner.id",
                    "owner.username",
                    "ownerid",
                    "ownerusername",
                    "authormeta.id",
                    "authormeta.name",
                    "authorchannelid",
                    "authorname",
                    "channelid",
                    "channeltitle",
                    "pagename",
                    "profilename",
                    "uid",
                    "creator",
                    "name",
                    "media_name")
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
                    "created_time",
                    "created_date",
                    "posted_time",
                    "posted_date",
                    "post_date",
                    "post_time",
                    "publishedat",
                    "published_date",
                    "comment_date",
                    "message_date",
                    "sent_at",
                    "upload_date",
                    "tweet_created_at",
                    "tweet_posted_time",
                    "tweet_posted_time_(utc)",
                    "timestamp_ms",
                    "createtimeiso",
                    "createtime",
                    "cdate")
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
                    "fulltext",
                    "tweet_content",
                    "post_content",
                    "post_body_text",
                    "post_message",
                    "message_content",
                    "txt",
                    "selftext",
                    "title",
                    "headline")
            .withColumns(Field.LANGUAGE, "language", "lang", "tweet_language", "txt_lang")
            .withColumns(
                    Field.URLS,
                    "urls",
                    "expanded_urls",
                    "entities.urls.expanded_url",
                    "links",
                    "link",
                    "urls.expanded_url",
                    "urls.url",
                    "links.url")
            .withColumns(
                    Field.HASHTAGS,
                    "hashtags",
                    "entities.hashtags.tag",
                    "hashtags.name",
                    "hashtags.text",
                    "hashtags.tag")
            .withColumns(
                    Field.MENTIONS,
                    "mentions",
                    "user_mentions",
                    "entities.mentions.username",
                    "mentions.username",
                    "mentions.screen_name",
                    "mentions.acct")
            .withColumns(
                    Field.REPOST_OF,
                    "repost_of",
                    "retweet_of",
                    "retweet_tweetid",
                    "repost_id",
                    "retweeted_status_id",
                    "retweet_id",
                    "retweeted_id",
                    "retweeted_tweet_id",
                    "retweetedtweetid",
                    "retweetedstatusid",
                    "retweetid")
            .withColumns(
                    Field.REPLY_TO,
                    "reply_to",
                    "in_reply_to_tweetid",
                    "reply_id",
                    "in_reply_to_id",
                    "in_reply_to_status_id",
                    "parent_id",
                    "parentid",
                    "inreplytoid",
                    "inreplytotweetid",
                    "inreplytostatusid")
            .withColumns(Field.PLATFORM, "platform")
            .withColumns(
                    Field.ACCOUNT_CREATED,
                    "account_created",
                    "account_creation_date",
                    "account.created_at",
                    "user_created_at")
            .withValue(Field.TIME, ByName::time, "date", "created_date", "post_date", "post_created_date")
            .withAlsoFromText(Field.URLS);

    private static final List<String> DATES = List.of("date", "created_date", "post_date", "post_created_date");
    private static final List<String> CLOCKS =
            List.of("time", "hour", "created_time", "post_time", "post_created_time");

    private ByName() {}

    /** A time whose date and clock stand apart. */
    static String time(Row row) {
        return DateAndClock.of(row, DATES, CLOCKS);
    }
}
