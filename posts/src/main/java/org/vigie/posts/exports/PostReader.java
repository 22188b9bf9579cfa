/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.nlp.text.TextEntities;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource;
import org.vigie.posts.exports.PostColumns.Field;

/**
 * Reads posts from the exports that analysts have: CSV, TSV, JSON Lines or JSON, plain or gzip, with the columns found
 * by their names (see docs/formats/posts.md). Urls, hashtags and mentions are taken from the text where the export has
 * no column for them.
 *
 * <p>A row without an account, with a time that is not understood, with a wrong number of fields or with the id of an
 * earlier row is rejected with its reason, and reading goes on. Identifiers are text, never numbers.
 *
 * <p>Immutable and thread-safe. The sink says which ids were seen, also over several files.
 */
public final class PostReader {
    private final RowReader rows;
    private final PostColumns columns;

    private PostReader(RowReader rows, PostColumns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * A reader that finds columns by the names of known exports.
     *
     * @return the reader
     */
    public static PostReader withDefaults() {
        return withMapping(Map.of());
    }

    /**
     * A reader that is told where some fields are.
     *
     * @param fieldToColumn field ({@code id}, {@code account}, {@code time}, {@code text}, {@code language},
     *     {@code urls}, {@code hashtags}, {@code mentions}, {@code repost_of}, {@code reply_to}, {@code platform},
     *     {@code account_created}) to column name
     * @return the reader
     * @throws IllegalArgumentException if a field is unknown
     */
    public static PostReader withMapping(Map<String, String> fieldToColumn) {
        return new PostReader(RowReader.withDefaults(), PostColumns.of(fieldToColumn));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param sink takes the posts, in the file's order, and the rows that were refused
     * @return what was read
     * @throws IOException if the file can't be read or has no column for the account or the time
     */
    public ReadSummary read(Path file, PostSource.Sink sink) throws IOException {
        return rows.read(file, new PostHandler(String.valueOf(file.getFileName()), sink), sink::reject);
    }

    private final class PostHandler implements RowReader.Handler {
        private final String file;
        private final PostSource.Sink sink;
        private PostColumns resolved = columns;

        PostHandler(String file, PostSource.Sink sink) {
            this.file = file;
            this.sink = sink;
        }

        @Override
        public void header(List<String> header) throws IOException {
            columns.requireIn(file, header, Field.ACCOUNT, Field.TIME);
            resolved = columns.resolve(header::contains);
        }

        @Override
        public void row(Row row) throws RejectedRowException {
            String account = resolved.require(Field.ACCOUNT, row);
            String text = resolved.text(row);
            String id = id(row);
            Post.Builder post = Post.builder(id, account, Times.parse(resolved.require(Field.TIME, row)), text)
                    .language(resolved.get(Field.LANGUAGE, row))
                    .repostOf(repostOf(row))
                    .replyTo(replyTo(row))
                    .platform(resolved.get(Field.PLATFORM, row));
            String created = resolved.get(Field.ACCOUNT_CREATED, row);
            if (!created.isEmpty()) {
                post.accountCreated(Times.parse(created));
            }
            entities(row, text, post);
            if (!sink.post(post.build())) {
                throw new RejectedRowException("id '" + id + "' was already seen");
            }
        }

        private String id(Row row) throws RejectedRowException {
            String column = resolved.column(Field.ID, row);
            if (column.isEmpty()) {
                return file + ":" + row.line();
            }
            String id = resolved.require(Field.ID, row);
            // CooRTweet's tables have one row for each object of a post.
            return column.equals("content_id") && row.has("object_id") ? id + "/" + row.get("object_id") : id;
        }

        private String repostOf(Row row) {
            return referenced(row, "retweeted", resolved.get(Field.REPOST_OF, row));
        }

        private String replyTo(Row row) {
            return referenced(row, "replied_to", resolved.get(Field.REPLY_TO, row));
        }

        /** X API v2 lists what a post refers to as parallel types and ids. */
        private static String referenced(Row row, String type, String otherwise) {
            int i = row.all("referenced_tweets.type").indexOf(type);
            List<String> referenced = row.all("referenced_tweets.id");
            return i >= 0 && i < referenced.size() ? referenced.get(i) : otherwise;
        }

        private void entities(Row row, String text, Post.Builder post) {
            String urls = resolved.column(Field.URLS, row);
            String hashtags = resolved.column(Field.HASHTAGS, row);
            String mentions = resolved.column(Field.MENTIONS, row);
            TextEntities found = urls.isEmpty() || hashtags.isEmpty() || mentions.isEmpty()
                    ? TextEntities.of(text)
                    : new TextEntities(List.of(), List.of(), List.of());
            post.urls(urls.isEmpty() ? found.urls() : items(row, urls, ""))
                    .hashtags(hashtags.isEmpty() ? found.hashtags() : items(row, hashtags, "#"))
                    .mentions(mentions.isEmpty() ? found.mentions() : items(row, mentions, "@"));
        }

        private static List<String> items(Row row, String column, String sign) {
            List<String> cells = row.all(column);
            List<String> items = cells.size() == 1 ? Cells.list(cells.get(0)) : cells;
            List<String> out = new ArrayList<>(items.size());
            for (String item : items) {
                String bare = !sign.isEmpty() && item.startsWith(sign) ? item.substring(1) : item;
                if (!bare.isEmpty()) {
                    out.add(bare);
                }
            }
            return out;
        }
    }
}
