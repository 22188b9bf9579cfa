/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import org.vigie.posts.rows.Row;

/** Walls of VK: ids are unique within an owner. */
final class Vk {
    static final Export EXPORT = Export.named("vk", "VK's walls as JSON")
            .recognisedBy("owner_id", "from_id", "date", "text")
            .withColumns(Field.ACCOUNT, "from_id", "owner_id")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "text", "copy_history.text")
            .withColumns(Field.URLS, "attachments.link.url")
            .withValue(
                    Field.ID,
                    row -> row.get("id").isEmpty() ? "" : row.get("owner_id") + "/" + row.get("id"),
                    "owner_id",
                    "id")
            .withColumns(Field.REPLY_TO_ACCOUNT, "reply_to_user", "owner_id")
            .withValue(Field.REPLY_TO, Vk::answered, "reply_to_comment", "post_id")
            .withValue(Field.REPOST_OF, Vk::original, "copy_history.owner_id", "copy_history.id")
            .withAlsoFromText(Field.URLS)
            .withNestedRows("thread.items");

    private Vk() {}

    private static String answered(Row row) {
        String comment = row.get("reply_to_comment");
        String id = Nothing.says(Field.REPLY_TO, comment) ? row.get("post_id") : comment;
        return Nothing.says(Field.REPLY_TO, id) ? "" : row.get("owner_id") + "/" + id;
    }

    private static String original(Row row) {
        List<String> owners = row.all("copy_history.owner_id");
        List<String> ids = row.all("copy_history.id");
        return owners.isEmpty() || ids.isEmpty() ? "" : owners.get(0) + "/" + ids.get(0);
    }
}
