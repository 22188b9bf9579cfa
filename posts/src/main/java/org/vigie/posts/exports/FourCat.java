/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of 4CAT, of every platform: the columns that all share, and those of some. */
final class FourCat {
    static final Export EXPORT = Export.named("4cat", "4CAT's tables of any platform")
            .recognisedBy("thread_id", "body", "timestamp", "author")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "author_id", "author", "author_username", "chat")
            .withColumns(Field.TIME, "unix_timestamp", "timestamp")
            .withColumns(Field.TEXT, "body", "subject")
            .withColumns(Field.LANGUAGE, "language_guess", "language")
            .withColumns(Field.URLS, "entities_linked", "all_links", "urls", "links")
            .withColumns(Field.HASHTAGS, "hashtags", "tags")
            .withColumns(Field.MENTIONS, "mentions")
            .withColumns(Field.REPLY_TO, "reply_to", "replied_to")
            .withColumns(Field.REPLY_TO_ACCOUNT, "replied_user")
            .withAlsoFromText(Field.URLS);

    private FourCat() {}
}
