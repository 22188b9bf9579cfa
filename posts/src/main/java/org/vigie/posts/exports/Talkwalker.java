/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of Talkwalker. */
final class Talkwalker {
    static final Export EXPORT = Export.named("talkwalker", "Talkwalker's tables of results")
            .recognisedBy(
                    "url",
                    "published",
                    "content_snippet|content",
                    "extra_author_attributes.name|extra_author_attributes.id")
            .withColumns(Field.ID, "url")
            .withColumns(
                    Field.ACCOUNT,
                    "extra_author_attributes.id",
                    "extra_author_attributes.name",
                    "extra_author_attributes.short_name")
            .withColumns(Field.TIME, "published")
            .withColumns(Field.TEXT, "content", "content_snippet", "title", "title_snippet")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.PLATFORM, "source_type")
            .withColumns(Field.REPLY_TO, "parent_url");

    private Talkwalker() {}
}
