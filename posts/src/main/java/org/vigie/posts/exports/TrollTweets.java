/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.rows.Row;

/** FiveThirtyEight's tweets of Russian trolls: months come first, ids of accounts are rounded. */
final class TrollTweets {
    static final Export EXPORT = Export.named("538", "FiveThirtyEight's troll tweets")
            .recognisedBy("external_author_id", "author", "content", "publish_date")
            .withColumns(Field.ID, "tweet_id")
            .withColumns(Field.ACCOUNT, "author")
            .withColumns(Field.TIME, "publish_date")
            .withColumns(Field.TEXT, "content")
            .withColumns(Field.LANGUAGE, "language")
            .withItems(Field.URLS, TrollTweets::urls, "tco1_step1", "tco2_step1", "tco3_step1")
            .withDayFirst(false);

    private TrollTweets() {}

    private static List<String> urls(Row row) {
        List<String> urls = new ArrayList<>();
        for (String column : List.of("tco1_step1", "tco2_step1", "tco3_step1")) {
            urls.add(row.get(column));
        }
        return urls;
    }
}
