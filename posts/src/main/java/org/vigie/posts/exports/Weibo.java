/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.ZoneOffset;

/** Tables of weibo-search; times are those of China, which has had one offset since 1991. */
final class Weibo {
    static final Export EXPORT = Export.named("weibo", "weibo-search's tables")
            .recognisedBy("user_id", "微博正文", "发布时间")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "user_id", "用户昵称")
            .withColumns(Field.TIME, "发布时间")
            .withColumns(Field.TEXT, "微博正文")
            .withColumns(Field.HASHTAGS, "话题")
            .withColumns(Field.MENTIONS, "艾特用户")
            .withColumns(Field.REPOST_OF, "retweet_id")
            .withTimeZone(ZoneOffset.ofHours(8));

    private Weibo() {}
}
