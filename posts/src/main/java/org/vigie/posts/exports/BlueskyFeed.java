/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.rows.Row;

/** Bluesky's feeds: each item wraps a post and may say who reposted it. */
final class BlueskyFeed {
    static final Export EXPORT = Export.named("bluesky-feed", "Bluesky's feeds of authors and lists")
            .recognisedBy("post.uri", "post.author.did")
            .withColumns(Field.ID, "post.uri")
            .withColumns(Field.ACCOUNT, "post.author.did", "post.author.handle")
            .withColumns(Field.TIME, "post.record.createdat", "post.indexedat")
            .withColumns(Field.TEXT, "post.record.text")
            .withColumns(Field.LANGUAGE, "post.record.langs")
            .withColumns(Field.HASHTAGS, "post.record.facets.features.tag")
            .withColumns(Field.MENTIONS, "post.record.facets.features.did")
            .withColumns(Field.REPLY_TO, "post.record.reply.parent.uri")
            .withValue(
                    Field.REPLY_TO_ACCOUNT,
                    row -> BlueskyRecords.account(row.get("post.record.reply.parent.uri")),
                    "post.record.reply.parent.uri")
            .withColumns(Field.ACCOUNT_CREATED, "post.author.createdat")
            .withValue(
                    Field.ID,
                    row -> isRepost(row) ? row.get("post.uri") + "#" + row.get("reason.by.did") : "",
                    "reason.by.did")
            .withValue(Field.ACCOUNT, row -> row.get("reason.by.did"), "reason.by.did")
            .withValue(Field.TIME, row -> isRepost(row) ? row.get("reason.indexedat") : "", "reason.indexedat")
            .withValue(Field.REPOST_OF, row -> isRepost(row) ? row.get("post.uri") : "", "reason.by.did")
            .withValue(Field.LANGUAGE, BlueskyFeed::language, "post.record.langs")
            .withItems(
                    Field.URLS, BlueskyFeed::urls, "post.record.facets.features.uri", "post.record.embed.external.uri")
            .withAlsoFromText(Field.URLS, Field.HASHTAGS)
            .withPages("thread");

    private BlueskyFeed() {}

    private static boolean isRepost(Row row) {
        return !row.get("reason.by.did").isEmpty();
    }

    private static String language(Row row) {
        List<String> languages = row.all("post.record.langs");
        return languages.isEmpty() ? "" : languages.get(0);
    }

    private static List<String> urls(Row row) {
        List<String> urls = new ArrayList<>(row.all("post.record.facets.features.uri"));
        urls.addAll(row.all("post.record.embed.external.uri"));
        return urls;
    }
}
