/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Mastodon's statuses, in HTML. */
final class Mastodon {
    static final Export EXPORT = Export.named("mastodon", "Mastodon's statuses as JSON")
            .recognisedBy("account.acct", "content", "created_at", "id|uri")
            .withColumns(Field.ID, "uri", "id")
            .withColumns(Field.ACCOUNT, "account.acct")
            .withColumns(Field.TIME, "created_at")
            .withColumns(Field.TEXT, "content")
            .withColumns(Field.LANGUAGE, "language")
            .withColumns(Field.URLS, "card.url")
            .withColumns(Field.HASHTAGS, "tags.name")
            .withColumns(Field.MENTIONS, "mentions.acct")
            .withColumns(Field.REPOST_OF, "reblog.uri", "reblog.id")
            .withColumns(Field.REPLY_TO, "in_reply_to_id")
            .withColumns(Field.ACCOUNT_CREATED, "account.created_at")
            .withValue(Field.TEXT, row -> row.html(content(row)), "content", "reblog.content")
            .withItems(Field.URLS, row -> row.links(content(row)), "content", "reblog.content")
            .withAlsoFromText(Field.URLS);

    private Mastodon() {}

    private static String content(Row row) {
        return row.get("content").isEmpty() ? "reblog.content" : "content";
    }
}
