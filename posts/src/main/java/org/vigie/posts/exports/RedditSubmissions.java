/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Reddit's submissions; ids are written as comments refer to them ({@code t3_...}). */
final class RedditSubmissions {
    static final Export EXPORT = Export.named("reddit-submissions", "Reddit's submissions as JSON")
            .recognisedBy("author", "created_utc", "title", "selftext|permalink", "id")
            .withColumns(Field.ACCOUNT, "author")
            .withColumns(Field.TIME, "created_utc")
            .withColumns(Field.URLS, "url")
            .withColumns(Field.REPOST_OF, "crosspost_parent")
            .withColumns(Field.ACCOUNT_CREATED, "author_created_utc")
            .withValue(Field.ID, row -> row.get("id").startsWith("t3_") ? row.get("id") : "t3_" + row.get("id"), "id")
            .withValue(Field.TEXT, RedditSubmissions::text, "title", "selftext")
            .withAlsoFromText(Field.URLS)
            .withSetAside(row -> row.get("author").equals("[deleted]") ? "posts of deleted accounts" : "")
            .withPages("children");

    private RedditSubmissions() {}

    private static String text(Row row) {
        String body = row.get("selftext");
        boolean isGone = body.isEmpty() || body.equals("[removed]") || body.equals("[deleted]");
        return isGone ? row.get("title") : row.get("title") + "\n" + body;
    }
}
