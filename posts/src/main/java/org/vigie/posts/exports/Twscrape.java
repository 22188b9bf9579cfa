/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** JSON Lines of twscrape. */
final class Twscrape {
    static final Export EXPORT = Export.named("twscrape", "twscrape's JSON Lines of X")
            .recognisedBy("rawcontent", "date", "user.id_str|user.username")
            .withColumns(Field.ID, "id_str", "id")
            .withColumns(Field.ACCOUNT, "user.id_str", "user.id", "user.username")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "rawcontent")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.URLS, "links.url")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "mentionedusers.username")
            .withColumns(Field.REPOST_OF, "retweetedtweet.id_str", "retweetedtweet.id")
            .withColumns(Field.REPLY_TO, "inreplytotweetidstr", "inreplytotweetid")
            .withColumns(Field.REPLY_TO_ACCOUNT, "inreplytouser.username")
            .withColumns(Field.ACCOUNT_CREATED, "user.created");

    private Twscrape() {}
}
