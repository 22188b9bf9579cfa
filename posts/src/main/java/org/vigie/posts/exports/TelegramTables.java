/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Messages of Telegram in a table or flat JSON, as Telethon, Pyrogram and TGStat users write them: ids are of the chat. */
final class TelegramTables {
    static final Export EXPORT = Export.named("telegram-table", "tables and flat JSON of Telegram messages")
            .recognisedBy(
                    "chat_id|chat.id|channel_id|peer_id",
                    "message_id|id",
                    "date",
                    "message|text|caption",
                    "sender_id|from_id|from_user.id|sender_chat.id|message_id")
            .withColumns(
                    Field.ACCOUNT,
                    "sender_id",
                    "from_id",
                    "from_user.id",
                    "sender_chat.id",
                    "chat_id",
                    "chat.id",
                    "channel_id",
                    "peer_id")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "message", "text", "caption")
            .withValue(Field.ID, row -> inChat(row, id(row)), "message_id", "id")
            .withValue(Field.REPLY_TO, row -> inChat(row, answered(row)), "reply_to_msg_id", "reply_to_message_id")
            .withColumns(Field.URLS, "entities.url", "urls")
            .withAlsoFromText(Field.URLS);

    private TelegramTables() {}

    private static String id(Row row) {
        return row.has("message_id") ? row.get("message_id") : row.get("id");
    }

    private static String answered(Row row) {
        String id = row.get("reply_to_msg_id");
        return id.isEmpty() ? row.get("reply_to_message_id") : id;
    }

    private static String inChat(Row row, String id) {
        String message = Nothing.whole(id.strip());
        if (Nothing.says(Field.REPLY_TO, message)) {
            return "";
        }
        for (String chat : new String[] {"chat_id", "chat.id", "channel_id", "peer_id"}) {
            String name = row.get(chat).strip();
            if (!name.isEmpty()) {
                return name + "/" + message;
            }
        }
        return message;
    }
}
