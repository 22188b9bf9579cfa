/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.rows.Row;

/** Bluesky's Jetstream: only posts and reposts that were created are posts. */
final class Jetstream {
    static final Export EXPORT = Export.named("bluesky-jetstream", "Bluesky Jetstream's events")
            .recognisedBy(
                    "did",
                    "time_us|kind",
                    "commit.operation|commit.record.text|identity.did|account.did|commit.cid|kind")
            .withColumns(Field.ID, "commit.cid")
            .withColumns(Field.ACCOUNT, "did")
            .withColumns(Field.TIME, "time_us", "commit.record.createdat")
            .withColumns(Field.TEXT, "commit.record.text")
            .withColumns(Field.LANGUAGE, "commit.record.langs")
            .withColumns(Field.HASHTAGS, "commit.record.facets.features.tag")
            .withColumns(Field.MENTIONS, "commit.record.facets.features.did")
            .withColumns(Field.REPLY_TO, "commit.record.reply.parent.uri")
            .withValue(
                    Field.REPLY_TO_ACCOUNT,
                    row -> BlueskyRecords.account(row.get("commit.record.reply.parent.uri")),
                    "commit.record.reply.parent.uri")
            .withValue(Field.ID, Jetstream::uri, "commit.collection", "commit.rkey")
            .withValue(
                    Field.REPOST_OF,
                    row -> isRepost(row) ? row.get("commit.record.subject.uri") : "",
                    "commit.record.subject.uri")
            .withValue(Field.LANGUAGE, Jetstream::language, "commit.record.langs")
            .withItems(
                    Field.URLS,
                    Jetstream::urls,
                    "commit.record.facets.features.uri",
                    "commit.record.embed.external.uri")
            .withAlsoFromText(Field.URLS, Field.HASHTAGS)
            .withSetAside(Jetstream::otherThanPost);

    private Jetstream() {}

    private static final String POSTS = "app.bsky.feed.post";
    private static final String REPOSTS = "app.bsky.feed.repost";

    private static boolean isRepost(Row row) {
        return row.get("commit.collection").equals(REPOSTS);
    }

    /** The address under which reposts and replies name a post. */
    private static String uri(Row row) {
        String key = row.get("commit.rkey");
        return key.isEmpty() ? "" : "at://" + row.get("did") + "/" + row.get("commit.collection") + "/" + key;
    }

    private static String language(Row row) {
        List<String> languages = row.all("commit.record.langs");
        return languages.isEmpty() ? "" : languages.get(0);
    }

    private static List<String> urls(Row row) {
        List<String> urls = new ArrayList<>(row.all("commit.record.facets.features.uri"));
        urls.addAll(row.all("commit.record.embed.external.uri"));
        return urls;
    }

    private static String otherThanPost(Row row) {
        String kind = row.get("kind");
        if (!kind.isEmpty() && !kind.equals("commit")) {
            return "events of kind " + (kind.equals("identity") || kind.equals("account") ? kind : "other");
        }
        String operation = row.get("commit.operation");
        String collection = row.get("commit.collection");
        if (operation.equals("delete")) {
            return "deletions";
        }
        if (collection.equals(POSTS) || collection.equals(REPOSTS) || collection.isEmpty()) {
            return operation.isEmpty() || operation.equals("create") ? "" : "updates";
        }
        return switch (collection) {
            case "app.bsky.feed.like" -> "likes";
            case "app.bsky.graph.follow" -> "follows";
            case "app.bsky.graph.block" -> "blocks";
            case "app.bsky.actor.profile" -> "profiles";
            default -> "other records";
        };
    }
}
