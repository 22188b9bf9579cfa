/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of DMI-TCAT. */
final class Tcat {
    static final Export EXPORT = Export.named("tcat", "DMI-TCAT's full exports")
            .recognisedBy("from_user_name", "text", "from_user_id|time")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "from_user_id", "from_user_name")
            .withColumns(Field.TIME, "time", "created_at")
            .withColumns(Field.TEXT, "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.URLS, "urls_expanded", "urls_followed", "urls")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "mentions")
            .withColumns(Field.REPOST_OF, "retweet_id")
            .withColumns(Field.REPLY_TO, "in_reply_to_status_id")
            .withColumns(Field.REPLY_TO_ACCOUNT, "to_user_name", "in_reply_to_screen_name")
            .withColumns(Field.ACCOUNT_CREATED, "from_user_created_at");

    private Tcat() {}
}
