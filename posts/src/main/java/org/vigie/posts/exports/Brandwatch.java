/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of Brandwatch, below the lines that describe the query. */
final class Brandwatch {
    static final Export EXPORT = Export.named("brandwatch", "Brandwatch's tables of mentions")
            .recognisedBy("query_id|query_name", "date", "author", "snippet|full_text")
            .withColumns(Field.ID, "resource_id", "url")
            .withColumns(Field.ACCOUNT, "author", "full_name")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "full_text", "snippet", "title")
            .withColumns(Field.LANGUAGE, "language")
            .withColumns(Field.URLS, "expanded_urls")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "mentioned_authors")
            .withColumns(Field.REPOST_OF, "twitter_retweet_of")
            .withColumns(Field.REPLY_TO, "twitter_reply_to")
            .withColumns(Field.PLATFORM, "page_type");

    private Brandwatch() {}
}
