/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.rows.Row;

/** Records of a repository, as listRecords of the AT Protocol gives them: the account stands in the address. */
final class BlueskyRecords {
    static final Export EXPORT = Export.named("bluesky-records", "Bluesky's records of an account, from listRecords")
            .recognisedBy("uri", "value.$type", "value.createdat")
            .withColumns(Field.ID, "uri")
            .withColumns(Field.TIME, "value.createdat")
            .withColumns(Field.TEXT, "value.text")
            .withColumns(Field.HASHTAGS, "value.facets.features.tag")
            .withColumns(Field.MENTIONS, "value.facets.features.did")
            .withColumns(Field.REPLY_TO, "value.reply.parent.uri")
            .withValue(
                    Field.REPLY_TO_ACCOUNT,
                    row -> BlueskyRecords.account(row.get("value.reply.parent.uri")),
                    "value.reply.parent.uri")
            .withValue(Field.ACCOUNT, row -> account(row.get("uri")), "uri")
            .withValue(Field.REPOST_OF, BlueskyRecords::reposted, "value.subject.uri")
            .withValue(Field.LANGUAGE, row -> first(row.all("value.langs")), "value.langs")
            .withItems(Field.URLS, BlueskyRecords::urls, "value.facets.features.uri", "value.embed.external.uri")
            .withAlsoFromText(Field.URLS, Field.HASHTAGS)
            .withSetAside(BlueskyRecords::otherThanPost)
            .withPages("records");

    private static final String POST = "app.bsky.feed.post";
    private static final String REPOST = "app.bsky.feed.repost";
    private static final String SCHEME = "at://";

    private BlueskyRecords() {}

    /** The account in the address of a record. */
    static String account(String uri) {
        int end = uri.indexOf('/', SCHEME.length());
        return uri.startsWith(SCHEME) && end > 0 ? uri.substring(SCHEME.length(), end) : "";
    }

    private static String reposted(Row row) {
        return row.get("value.$type").equals(REPOST) ? row.get("value.subject.uri") : "";
    }

    private static String first(List<String> items) {
        return items.isEmpty() ? "" : items.get(0);
    }

    private static List<String> urls(Row row) {
        List<String> urls = new ArrayList<>(row.all("value.facets.features.uri"));
        urls.addAll(row.all("value.embed.external.uri"));
        return urls;
    }

    private static String otherThanPost(Row row) {
        return switch (row.get("value.$type")) {
            case POST, REPOST -> "";
            case "app.bsky.feed.like" -> "likes";
            case "app.bsky.graph.follow" -> "follows";
            case "app.bsky.graph.block" -> "blocks";
            case "app.bsky.actor.profile" -> "profiles";
            default -> "other records";
        };
    }
}
