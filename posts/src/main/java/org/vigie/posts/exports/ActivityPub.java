/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.rows.Row;

/** Outboxes of ActivityPub: creations are posts, announcements reposts, anything else is neither. */
final class ActivityPub {
    static final Export EXPORT = Export.named("activitypub", "ActivityPub outboxes")
            .recognisedBy("actor", "published", "type", "object|object.id")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "actor")
            .withColumns(Field.TIME, "published")
            .withColumns(Field.TEXT, "object.content")
            .withColumns(Field.HASHTAGS, "object.tag.name")
            .withColumns(Field.REPLY_TO, "object.inreplyto")
            .withValue(Field.ID, row -> row.get("object.id"), "object.id")
            .withValue(Field.TEXT, row -> row.html("object.content"), "object.content")
            .withValue(Field.REPOST_OF, row -> row.get("type").equals("Announce") ? row.get("object") : "", "object")
            .withItems(Field.URLS, row -> row.links("object.content"), "object.content")
            .withAlsoFromText(Field.URLS)
            .withItems(Field.HASHTAGS, row -> tags(row, "Hashtag"), "object.tag.name", "object.tag.type")
            .withItems(Field.MENTIONS, row -> tags(row, "Mention"), "object.tag.name", "object.tag.type")
            .withSetAside(row ->
                    row.get("type").equals("Create") || row.get("type").equals("Announce") ? "" : "other activities")
            .withPages("ordereditems", "first");

    private ActivityPub() {}

    /** Tags and mentions are parallel names and types. */
    private static List<String> tags(Row row, String type) {
        List<String> types = row.all("object.tag.type");
        List<String> names = row.all("object.tag.name");
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < Math.min(types.size(), names.size()); i++) {
            if (types.get(i).equals(type)) {
                tags.add(names.get(i));
            }
        }
        return tags;
    }
}
