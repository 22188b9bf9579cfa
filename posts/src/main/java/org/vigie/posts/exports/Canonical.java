/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Vigie's own columns: what {@code vigie simulate} writes. */
final class Canonical {
    static final Export EXPORT = Export.named("vigie", "Vigie's own columns, as vigie simulate writes them")
            .recognisedBy("account", "time", "text|urls|hashtags|repost_of|reply_to")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "account")
            .withColumns(Field.TIME, "time")
            .withColumns(Field.TEXT, "text")
            .withColumns(Field.LANGUAGE, "language", "lang")
            .withColumns(Field.URLS, "urls")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "mentions")
            .withColumns(Field.REPOST_OF, "repost_of")
            .withColumns(Field.REPLY_TO, "reply_to")
            .withColumns(Field.REPLY_TO_ACCOUNT, "reply_to_account")
            .withColumns(Field.PLATFORM, "platform")
            .withColumns(Field.ACCOUNT_CREATED, "account_created")
            .withValue(Field.TIME, ByName::time, "date");

    private Canonical() {}
}
