/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which columns hold which field of a post, seen from the names that known exports use: Vigie's own, CooRTweet, the
 * QUT toolkit, X API v2, Twitter's information-operations archive, FiveThirtyEight's troll posts, CrowdTangle, 4CAT,
 * Telegram Desktop, Bluesky Jetstream and Mastodon. docs/formats/posts.md lists them.
 *
 * <p>Immutable and thread-safe.
 */
public final class PostColumns {
    /** A field of a post. Each knows the columns that may hold it, the surest first. */
    public enum Field {
        /** The post's identifier. */
        ID("id", "post_id", "tweetid", "tweet_id", "message_id", "content_id", "status_id", "commit.cid", "uri", "url"),
        /** The author. */
        ACCOUNT(
                "account",
                "account_id",
                "author_id",
                "user_id",
                "userid",
                "author",
                "account.acct",
                "did",
                "from_id",
                "facebook_id",
                "page_name",
                "username",
                "user_name",
                "user",
                "from"),
        /** When it was published. */
        TIME(
                "time",
                "published_at",
                "publish_date",
                "created_at",
                "tweet_time",
                "timestamp_share",
                "time_us",
                "unix_timestamp",
                "date_unixtime",
                "post_created",
                "timestamp",
                "date",
                "datetime"),
        /** What it says. */
        TEXT(
                "text_entities.text",
                "text",
                "full_text",
                "tweet_text",
                "message",
                "body",
                "commit.record.text",
                "content",
                "message_text"),
        /** The declared language. */
        LANGUAGE("language", "lang", "tweet_language", "commit.record.langs"),
        /** Links. */
        URLS(
                "urls",
                "entities.urls.expanded_url",
                "commit.record.facets.features.uri",
                "commit.record.embed.external.uri",
                "card.url",
                "links",
                "link",
                "object_id"),
        /** Hashtags. */
        HASHTAGS("hashtags", "entities.hashtags.tag", "commit.record.facets.features.tag", "tags.name"),
        /** Mentioned accounts. */
        MENTIONS(
                "mentions",
                "user_mentions",
                "entities.mentions.username",
                "commit.record.facets.features.did",
                "mentions.acct"),
        /** The post it repeats. */
        REPOST_OF(
                "repost_of",
                "retweet_tweetid",
                "repost_id",
                "retweeted_status_id",
                "reblog.id",
                "commit.record.subject.uri"),
        /** The post it answers. */
        REPLY_TO(
                "reply_to",
                "in_reply_to_tweetid",
                "reply_id",
                "in_reply_to_id",
                "in_reply_to_status_id",
                "reply_to_message_id",
                "commit.record.reply.parent.uri"),
        /** Where it was published. */
        PLATFORM("platform"),
        /** When the account was opened. */
        ACCOUNT_CREATED("account_created", "account_creation_date", "account.created_at", "user_created_at");

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> aliases;

        Field(String... aliases) {
            this.aliases = List.of(aliases);
        }

        /**
         * The name on the command line and in canonical files: {@code repost_of}.
         *
         * @return the name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Field, List<String>> columns;

    private PostColumns(Map<Field, List<String>> columns) {
        this.columns = columns;
    }

    /**
     * The columns of known exports, with the caller's choice instead of them where there is one.
     *
     * @param mapping {@link Field#label() field} to column
     * @return the columns
     * @throws IllegalArgumentException if a field is not one of a post's
     */
    public static PostColumns of(Map<String, String> mapping) {
        Map<Field, List<String>> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            columns.put(field, field.aliases);
        }
        mapping.forEach((name, column) -> columns.put(field(name), List.of(RowReader.columnName(column))));
        return new PostColumns(columns);
    }

    private static Field field(String name) {
        List<String> known = new ArrayList<>();
        for (Field field : Field.values()) {
            if (field.label().equals(name)) {
                return field;
            }
            known.add(field.label());
        }
        throw new IllegalArgumentException(
                "a post has no field '" + name + "': the fields are " + String.join(", ", known));
    }

    private List<String> names(Field field) {
        return columns.getOrDefault(field, List.of());
    }

    /** Keeps, of each field's columns, the first that is there. */
    PostColumns resolve(Predicate<String> isThere) {
        Map<Field, List<String>> resolved = new EnumMap<>(Field.class);
        columns.forEach((field, names) -> resolved.put(
                field, names.stream().filter(isThere).findFirst().map(List::of).orElse(Collections.emptyList())));
        return new PostColumns(resolved);
    }

    boolean has(Field field) {
        return !names(field).isEmpty();
    }

    /** The first column of a field that the row has, or "". */
    String column(Field field, Row row) {
        List<String> names = names(field);
        for (int i = 0; i < names.size(); i++) {
            if (row.has(names.get(i))) {
                return names.get(i);
            }
        }
        return "";
    }

    /**
     * The value of a field.
     *
     * @param field the field
     * @param row the row
     * @return the value without white space around it; "" if the row has no such column or it holds a word for
     *     nothing, such as {@code null} or {@code absent}
     */
    public String get(Field field, Row row) {
        String value = row.get(column(field, row)).strip();
        return Cells.isAbsent(value) ? "" : value;
    }

    /**
     * The text of a post as it was published, with the HTML of a Mastodon status read.
     *
     * @param row the row
     * @return the text; may be empty
     */
    public String text(Row row) {
        String column = column(Field.TEXT, row);
        String text = row.get(column);
        // No other export calls its author account.acct.
        return column.equals("content") && row.has("account.acct") ? Cells.htmlToText(text) : text;
    }

    /**
     * The value of a field that must be there. An account may well be called "none": only an empty cell is absent.
     *
     * @param field the field
     * @param row the row
     * @return the value without white space around it, not empty
     * @throws RejectedRowException if it is empty or the row has no such column
     */
    public String require(Field field, Row row) throws RejectedRowException {
        String value = row.get(column(field, row)).strip();
        if (value.isEmpty()) {
            throw new RejectedRowException("has no " + field.label());
        }
        return value;
    }

    /**
     * Checks that a table has a column for each field that a job needs.
     *
     * @param file the file's name, for the message
     * @param header the table's columns
     * @param needed the fields
     * @throws IOException naming the first field that has no column, the columns there are and what to do
     */
    public void requireIn(String file, List<String> header, Field... needed) throws IOException {
        for (Field field : needed) {
            if (names(field).stream().noneMatch(header::contains)) {
                throw new IOException(file + ": no column for the " + field.label() + " among "
                        + String.join(", ", header) + "; name it with --map " + field.label() + "=COLUMN");
            }
        }
    }
}
