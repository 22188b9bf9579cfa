/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.core.internal.LowerCase;
import org.vigie.posts.rows.Row;

/**
 * Messages of Telegram in a table or flat JSON, as Telethon, Pyrogram and TGStat users write them: ids are of the chat. The
 * account is the sender; where none is named it is the chat, which is right for a channel and said for a group.
 */
final class TelegramTables {
    static final String NO_SENDER =
            "of a group name no sender: the group is their one account; export senders, or name their"
                    + " column with --map account=COLUMN";

    private static final List<String> SENDERS = List.of(
            "sender_id",
            "from_id",
            "from_user.id",
            "from_user_id",
            "sender_chat.id",
            "sender.id",
            "user_id",
            "author_id",
            "account_id",
            "account",
            "from_user.username",
            "sender_username",
            "sender.username",
            "username",
            "user_name",
            "sender_name",
            "from_name",
            "sender",
            "from_user",
            "from",
            "user",
            "author");

    private static final List<String> CHATS = List.of("chat_id", "chat.id", "channel_id", "peer_id");
    private static final List<String> TYPES = List.of("chat_type", "chat.type", "type_of_chat", "peer_type");
    private static final List<String> FLAGS =
            List.of("is_group", "megagroup", "is_megagroup", "is_supergroup", "chat.is_group", "gigagroup");

    static final Export EXPORT = Export.named("telegram-table", "tables and flat JSON of Telegram messages")
            .recognisedBy(
                    "chat_id|chat.id|channel_id|peer_id",
                    "message_id|id",
                    "date",
                    "message|text|caption",
                    "sender_id|from_id|from_user.id|from_user_id|sender_chat.id|message_id|forwards")
            .withColumns(
                    Field.ACCOUNT,
                    Stream.of(SENDERS, CHATS).flatMap(List::stream).toArray(String[]::new))
            .withColumns(Field.TIME, "date")
            .withColumns(Field.TEXT, "message", "text", "caption")
            .withValue(Field.ID, row -> inChat(row, id(row)), "message_id", "id")
            .withValue(Field.REPLY_TO, row -> inChat(row, answered(row)), "reply_to_msg_id", "reply_to_message_id")
            .withColumns(Field.URLS, "entities.url", "urls")
            .withAlsoFromText(Field.URLS)
            .withDoubt(Field.ACCOUNT, TelegramTables::doubt);

    private TelegramTables() {}

    /** Whether the chat is a group, as far as a row says so, and stands for whoever wrote. */
    private static String doubt(Row row) {
        return isGroup(row)
                        && SENDERS.stream().allMatch(c -> isNothing(row.get(c).strip()))
                ? NO_SENDER
                : "";
    }

    private static boolean isGroup(Row row) {
        for (String column : TYPES) {
            String type = LowerCase.of(row.get(column).strip());
            if (type.endsWith("group") || type.endsWith("groups") || type.endsWith("forum") || type.endsWith("chat")) {
                return true;
            }
        }
        for (String column : FLAGS) {
            String flag = row.get(column).strip();
            if (flag.equals("1") || flag.equalsIgnoreCase("true")) {
                return true;
            }
        }
        String chat = CHATS.stream()
                .map(c -> row.get(c).strip())
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("");
        return chat.startsWith("PeerChat(") || (chat.startsWith("-") && !chat.startsWith("-100"));
    }

    private static boolean isNothing(String name) {
        return Nothing.says(Field.ACCOUNT, name);
    }

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
        for (String chat : CHATS) {
            String name = row.get(chat).strip();
            if (!name.isEmpty()) {
                return name + "/" + message;
            }
        }
        return message;
    }
}
