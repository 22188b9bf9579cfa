/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Reddit's comments; ids are written as answers refer to them ({@code t1_...}). */
final class RedditComments {
    static final Export EXPORT = Export.named("reddit-comments", "Reddit's comments as JSON")
            .recognisedBy("author", "created_utc", "body", "link_id|parent_id")
            .withColumns(Field.ACCOUNT, "author")
            .withColumns(Field.TIME, "created_utc")
            .withColumns(Field.TEXT, "body")
            .withColumns(Field.REPLY_TO, "parent_id", "link_id")
            .withColumns(Field.ACCOUNT_CREATED, "author_created_utc")
            .withValue(Field.ID, row -> row.get("id").startsWith("t1_") ? row.get("id") : "t1_" + row.get("id"), "id")
            .withValue(Field.REPLY_TO_ACCOUNT, RedditComments::answered, "link_author", "parent_id")
            .withSetAside(row -> row.get("author").equals("[deleted]") ? "posts of deleted accounts" : "")
            .withPages("children")
            .withNestedRows("replies.data.children.data");

    private RedditComments() {}

    /** Who opened the thread, where a comment answers it and no other comment. */
    private static String answered(Row row) {
        return row.get("parent_id").startsWith("t3_") ? row.get("link_author") : "";
    }
}
