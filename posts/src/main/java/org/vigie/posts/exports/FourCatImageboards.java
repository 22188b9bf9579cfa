/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of 4CAT that hold an imageboard: the id of a poster stands in {@code author_type}, and texts are HTML. */
final class FourCatImageboards {
    static final Export EXPORT = Export.named("4cat-imageboard", "4CAT's tables of 4chan and 8kun")
            .recognisedBy("thread_id", "body", "timestamp", "author", "author_trip")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "author_type", "author_trip", "author")
            .withColumns(Field.TIME, "unix_timestamp", "timestamp")
            .withValue(Field.TEXT, row -> Imageboards.text(row.html("subject"), row.html("body")), "subject", "body")
            .withValue(
                    Field.REPLY_TO,
                    row -> Imageboards.answered(row.html("body"), row.get("thread_id"), row.get("id")),
                    "body",
                    "thread_id",
                    "id")
            .withDoubt(Field.ACCOUNT, row -> Imageboards.poster(row, "author_type", "author_trip"));

    private FourCatImageboards() {}
}
