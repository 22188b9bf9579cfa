/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import org.vigie.posts.rows.Row;

/** Tables of the R package CooRTweet: one row for each object of a post; {@code NA} is nothing. */
final class CooRTweetTable {
    static final Export EXPORT = Export.named("coortweet", "CooRTweet's tables of objects, accounts and contents")
            .recognisedBy("object_id", "account_id", "content_id", "timestamp_share")
            .withColumns(Field.ACCOUNT, "account_id")
            .withColumns(Field.TIME, "timestamp_share")
            .withColumns(Field.URLS, "object_id")
            .withValue(Field.ID, CooRTweetTable::id, "content_id", "object_id")
            .withUnixTime()
            .withItems(Field.URLS, CooRTweetTable::object, "object_id");

    private CooRTweetTable() {}

    private static String id(Row row) {
        String content = row.get("content_id");
        return content.isEmpty() ? "" : content + "/" + row.get("object_id");
    }

    /** An object is one name, whatever signs it holds. */
    private static List<String> object(Row row) {
        String object = row.get("object_id").strip();
        return Nothing.says(Field.REPOST_OF, object) ? List.of() : List.of(object);
    }
}
