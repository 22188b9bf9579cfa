/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Telegram Desktop's {@code result.json}, of one chat or of all: ids are unique within a chat. */
final class TelegramDesktop {
    static final Export EXPORT = Export.named("telegram-desktop", "Telegram Desktop's result.json")
            .recognisedBy("id", "type", "date", "text", "from_id|actor_id|text_entities")
            .withColumns(Field.ACCOUNT, "from_id")
            .withColumns(Field.TIME, "date_unixtime", "date")
            .withColumns(Field.TEXT, "text_entities.text", "text")
            .withValue(Field.ID, row -> inChat(row, row.get("id")), "id")
            .withValue(Field.TEXT, TelegramDesktop::text, "text_entities.text", "text", "text.text")
            .withValue(Field.REPLY_TO, row -> inChat(row, row.get("reply_to_message_id")), "reply_to_message_id")
            .withItems(
                    Field.URLS,
                    row -> row.all(row.has("text_entities.href") ? "text_entities.href" : "text.href"),
                    "text_entities.href",
                    "text.href")
            .withAlsoFromText(Field.URLS)
            .withSetAside(row -> row.get("type").equals("service") ? "service messages" : "");

    private TelegramDesktop() {}

    private static String inChat(Row row, String id) {
        String chat = row.page("id");
        return id.isEmpty() || chat.isEmpty() ? id : chat + "/" + id;
    }

    /** The parts of a text in order; older exports mix them, plain ones as strings and others as objects. */
    private static String text(Row row) {
        return row.has("text_entities.text") ? row.get("text_entities.text") : row.inOrder("text", "text.text");
    }
}
