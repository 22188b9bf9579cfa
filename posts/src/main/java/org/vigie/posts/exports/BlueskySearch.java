/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.rows.Row;

/** Bluesky's views of posts, as search gives them. */
final class BlueskySearch {
    static final Export EXPORT = Export.named("bluesky-search", "Bluesky's posts, as search and getPosts give them")
            .recognisedBy("uri", "author.did", "record.createdat|record.text")
            .withColumns(Field.ID, "uri")
            .withColumns(Field.ACCOUNT, "author.did", "author.handle")
            .withColumns(Field.TIME, "record.createdat", "indexedat")
            .withColumns(Field.TEXT, "record.text")
            .withColumns(Field.LANGUAGE, "record.langs")
            .withColumns(Field.HASHTAGS, "record.facets.features.tag")
            .withColumns(Field.MENTIONS, "record.facets.features.did")
            .withColumns(Field.REPLY_TO, "record.reply.parent.uri")
            .withValue(
                    Field.REPLY_TO_ACCOUNT,
                    row -> BlueskyRecords.account(row.get("record.reply.parent.uri")),
                    "record.reply.parent.uri")
            .withColumns(Field.ACCOUNT_CREATED, "author.createdat")
            .withValue(Field.LANGUAGE, BlueskySearch::language, "record.langs")
            .withItems(Field.URLS, BlueskySearch::urls, "record.facets.features.uri", "record.embed.external.uri")
            .withAlsoFromText(Field.URLS, Field.HASHTAGS);

    private BlueskySearch() {}

    private static String language(Row row) {
        List<String> languages = row.all("record.langs");
        return languages.isEmpty() ? "" : languages.get(0);
    }

    private static List<String> urls(Row row) {
        List<String> urls = new ArrayList<>(row.all("record.facets.features.uri"));
        urls.addAll(row.all("record.embed.external.uri"));
        return urls;
    }
}
