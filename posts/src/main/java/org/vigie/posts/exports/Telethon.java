/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import org.vigie.posts.rows.Row;

/** Messages of Telethon as JSON. */
final class Telethon {
    static final Export EXPORT = Export.named("telethon", "Telethon's messages as JSON")
            .recognisedBy("peer_id._", "message|action._", "date", "id")
            .withColumns(
                    Field.ACCOUNT, "from_id.user_id", "from_id.channel_id", "peer_id.channel_id", "peer_id.chat_id")
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "message")
            .withColumns(Field.URLS, "entities.url")
            .withValue(Field.ID, row -> inChat(row, row.get("id")), "id", "peer_id.channel_id")
            .withValue(Field.REPOST_OF, Telethon::forwarded, "fwd_from.channel_post", "fwd_from.from_id.channel_id")
            .withValue(
                    Field.REPLY_TO, row -> inChat(row, row.get("reply_to.reply_to_msg_id")), "reply_to.reply_to_msg_id")
            .withAlsoFromText(Field.URLS)
            .withDoubt(
                    Field.ACCOUNT,
                    row -> row.has("peer_id.chat_id") && !row.has("from_id.user_id") && !row.has("from_id.channel_id")
                            ? TelegramTables.NO_SENDER
                            : "")
            .withSetAside(row -> row.get("_").equals("MessageService") ? "service messages" : "");

    private Telethon() {}

    private static String inChat(Row row, String id) {
        for (String peer : List.of("peer_id.channel_id", "peer_id.chat_id", "peer_id.user_id")) {
            if (!row.get(peer).isEmpty() && !id.isEmpty()) {
                return row.get(peer) + "/" + id;
            }
        }
        return id;
    }

    private static String forwarded(Row row) {
        String post = row.get("fwd_from.channel_post");
        return post.isEmpty() ? "" : row.get("fwd_from.from_id.channel_id") + "/" + post;
    }
}
