/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import org.vigie.posts.rows.Row;

/** Tables and JSON of twint: date, time and offset apart, lists as Python writes them. */
final class Twint {
    static final Export EXPORT = Export.named("twint", "twint's tables and JSON")
            .recognisedBy("tweet", "username", "conversation_id", "date|created_at")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "user_id", "username")
            .withColumns(Field.TIME, "created_at")
            .withColumns(Field.TEXT, "tweet")
            .withColumns(Field.LANGUAGE, "language")
            .withColumns(Field.URLS, "urls")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.REPOST_OF, "retweet_id")
            .withValue(Field.TIME, Twint::time, "date", "time", "timezone")
            .withValue(Field.REPLY_TO_ACCOUNT, Twint::answered, "reply_to", "reply_to.screen_name")
            .withItems(Field.MENTIONS, Twint::mentions, "mentions");

    private Twint() {}

    private static String time(Row row) {
        String date = row.get("date");
        String time = row.get("time");
        String zone = row.get("timezone");
        boolean isOffset = zone.length() == 5 && (zone.charAt(0) == '+' || zone.charAt(0) == '-');
        return date.isEmpty() || time.isEmpty() || !isOffset ? "" : date + " " + time + " " + zone;
    }

    private static List<String> names(Row row, String column) {
        String names = column + ".screen_name";
        return row.has(names) ? row.all(names) : row.list(column, "screen_name");
    }

    /** Of all who take part in the conversation the first is answered. */
    private static String answered(Row row) {
        List<String> named = names(row, "reply_to");
        return named.isEmpty() ? "" : named.get(0);
    }

    private static List<String> mentions(Row row) {
        List<String> named = names(row, "mentions");
        return named.isEmpty() && row.get("mentions").indexOf('{') < 0 ? row.list("mentions") : named;
    }
}
