/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tables of comments below posts or videos, of whatever tool: both the comment and what it stands below have an id. So a
 * page or a channel, if one is named, is that of the post, and not the account.
 */
final class CommentTables {
    private static final List<String> IDS = List.of("comment_id", "commentid");
    private static final List<String> BELOW = List.of(
            "parent_comment_id",
            "reply_to_comment_id",
            "parent_id",
            "post_id",
            "postid",
            "video_id",
            "videoid",
            "media_id",
            "article_id",
            "post_url",
            "video_url",
            "media_url");
    private static final List<String> ACCOUNTS = List.of(
            "author_id",
            "user_id",
            "userid",
            "commenter_id",
            "comment_author_id",
            "author_channel_id",
            "authorchannelid",
            "from_id",
            "account",
            "author",
            "username",
            "user_name",
            "screen_name",
            "commenter",
            "commenter_name",
            "comment_author",
            "author_name",
            "from_name",
            "profile_id",
            "profile_name",
            "user",
            "name");
    private static final List<String> TIMES = List.of(
            "time",
            "created_at",
            "published_at",
            "publishedat",
            "comment_date",
            "comment_time",
            "created_time",
            "created_utc",
            "timestamp",
            "datetime",
            "date");
    private static final List<String> TEXTS =
            List.of("text", "comment", "comment_text", "message", "body", "content", "comment_content");
    private static final List<String> OWNERS = List.of(
            "page_id",
            "pageid",
            "page_name",
            "page",
            "channel_id",
            "channelid",
            "channel",
            "channel_name",
            "channel_title",
            "profile");

    static final Export EXPORT = Export.named("comments", "tables of comments below posts or videos, of any tool")
            .recognisedBy(
                    String.join("|", IDS),
                    String.join("|", BELOW),
                    String.join("|", ACCOUNTS),
                    String.join("|", TIMES),
                    String.join("|", TEXTS))
            .withColumns(Field.ID, IDS.toArray(String[]::new))
            .withColumns(Field.ACCOUNT, ACCOUNTS.toArray(String[]::new))
            .withColumns(Field.TIME, TIMES.toArray(String[]::new))
            .withColumns(Field.TEXT, TEXTS.toArray(String[]::new))
            .withColumns(Field.LANGUAGE, "language", "lang")
            .withColumns(Field.MENTIONS, "mentions")
            .withColumns(Field.REPLY_TO, BELOW.toArray(String[]::new))
            .withColumns(
                    Field.REPLY_TO_ACCOUNT,
                    Stream.of(ByName.EXPORT.plainColumns(Field.REPLY_TO_ACCOUNT), OWNERS)
                            .flatMap(List::stream)
                            .toArray(String[]::new))
            .withColumns(Field.PLATFORM, "platform");

    private CommentTables() {}
}
