/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** JSON Lines of snscrape, older and newer, and the tables that pandas makes of them. */
final class Snscrape {
    static final Export EXPORT = Export.named("snscrape", "snscrape's JSON Lines of X, and tables of them")
            .recognisedBy(
                    "user.username|user", "date", "rawcontent|content|renderedcontent", "_type|tcooutlinks|outlinks")
            .withColumns(Field.ID, "id", "url")
            .withColumns(Field.ACCOUNT, "user.id", "user.username", "user")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "rawcontent", "content", "renderedcontent")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.URLS, "links.url", "outlinks")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "mentionedusers.username")
            .withColumns(Field.REPOST_OF, "retweetedtweet.id")
            .withColumns(Field.REPLY_TO, "inreplytotweetid")
            .withColumns(Field.REPLY_TO_ACCOUNT, "inreplytouser.username")
            .withColumns(Field.ACCOUNT_CREATED, "user.created")
            .withItems(Field.MENTIONS, row -> row.list("mentionedusers", "username"), "mentionedusers");

    private Snscrape() {}
}
