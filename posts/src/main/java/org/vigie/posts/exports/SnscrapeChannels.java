/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** snscrape's JSON Lines of Telegram channels and VK walls: who wrote stands in the address only. */
final class SnscrapeChannels {
    static final Export EXPORT = Export.named(
                    "snscrape-channels", "snscrape's JSON Lines of Telegram channels and VK walls")
            .recognisedBy("_type", "url", "date", "content", "outlinks|linkpreview")
            .withColumns(Field.ID, "url")
            .withColumns(Field.ACCOUNT, "username")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "content")
            .withColumns(Field.URLS, "outlinks")
            .withValue(Field.ID, SnscrapeChannels::place, "url")
            .withValue(Field.ACCOUNT, SnscrapeChannels::channel, "url")
            .withAlsoFromText(Field.URLS);

    private SnscrapeChannels() {}

    /** Channel and number, {@code lochnews/12}, as other exports of these platforms have ids; "" on other platforms. */
    private static String place(Row row) {
        String url = row.get("url");
        if (url.startsWith("https://t.me/")) {
            return url.substring(
                    url.startsWith("https://t.me/s/") ? "https://t.me/s/".length() : "https://t.me/".length());
        }
        return url.startsWith("https://vk.com/wall")
                ? url.substring("https://vk.com/wall".length()).replace('_', '/')
                : "";
    }

    private static String channel(Row row) {
        String place = place(row);
        return place.substring(0, Math.max(0, place.indexOf('/')));
    }
}
