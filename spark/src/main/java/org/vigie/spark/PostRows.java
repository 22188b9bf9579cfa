/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_millis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.vigie.nlp.text.TextEntities;
import org.vigie.posts.Post;

/** Posts as rows and back, without loss. */
final class PostRows {
    private static final DataType STRINGS = DataTypes.createArrayType(DataTypes.StringType, false);
    private static final DataType MAP = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, false);

    /** The columns of a table of posts; those that may be null may be missing. */
    static final StructType POSTS = new StructType()
            .add("id", DataTypes.StringType, false)
            .add("account", DataTypes.StringType, false)
            .add("millis", DataTypes.LongType, false)
            .add("text", DataTypes.StringType, false)
            .add("language", DataTypes.StringType)
            .add("urls", STRINGS)
            .add("hashtags", STRINGS)
            .add("mentions", STRINGS)
            .add("repost_of", DataTypes.StringType)
            .add("reply_to", DataTypes.StringType)
            .add("platform", DataTypes.StringType)
            .add("created_millis", DataTypes.LongType)
            .add("attributes", MAP);

    private static final TextEntities NONE = new TextEntities(List.of(), List.of(), List.of());

    private PostRows() {}

    static Row of(Post post) {
        Map<String, String> attributes = new HashMap<>();
        post.attributes().forEach((name, value) -> attributes.put(SafeText.encode(name), SafeText.encode(value)));
        return RowFactory.create(
                SafeText.encode(post.id()),
                SafeText.encode(post.account()),
                post.time().toEpochMilli(),
                SafeText.encode(post.text()),
                post.language().map(SafeText::encode).orElse(null),
                strings(post.urls()),
                strings(post.hashtags()),
                strings(post.mentions()),
                post.repostOf().map(SafeText::encode).orElse(null),
                post.replyTo().map(SafeText::encode).orElse(null),
                post.platform().map(SafeText::encode).orElse(null),
                post.accountCreated().map(Instant::toEpochMilli).orElse(null),
                attributes);
    }

    private static String[] strings(List<String> values) {
        return values.stream().map(SafeText::encode).toArray(String[]::new);
    }

    /** Whether all is there that a post must have. */
    static boolean isWhole(Row row) {
        boolean isThere = IntStream.range(0, 4).noneMatch(row::isNullAt);
        return isThere && !row.getString(0).isEmpty() && !row.getString(1).isEmpty();
    }

    static Post post(Row row) {
        String text = text(row, 3);
        boolean isWhole = !row.isNullAt(5) && !row.isNullAt(6) && !row.isNullAt(7);
        // As in files: what has no column is taken from the text.
        TextEntities found = isWhole ? NONE : TextEntities.of(text);
        Post.Builder post = Post.builder(text(row, 0), text(row, 1), Instant.ofEpochMilli(row.getLong(2)), text)
                .language(text(row, 4))
                .urls(row.isNullAt(5) ? found.urls() : list(row, 5))
                .hashtags(row.isNullAt(6) ? found.hashtags() : list(row, 6))
                .mentions(row.isNullAt(7) ? found.mentions() : list(row, 7))
                .repostOf(text(row, 8))
                .replyTo(text(row, 9))
                .platform(text(row, 10));
        if (!row.isNullAt(11)) {
            post.accountCreated(Instant.ofEpochMilli(row.getLong(11)));
        }
        if (!row.isNullAt(12)) {
            Map<String, String> attributes = row.getJavaMap(12);
            attributes.forEach((name, value) -> post.attribute(SafeText.decode(name), SafeText.decode(value)));
        }
        return post.build();
    }

    private static String text(Row row, int column) {
        return row.isNullAt(column) ? "" : SafeText.decode(row.getString(column));
    }

    private static List<String> list(Row row, int column) {
        return row.isNullAt(column)
                ? List.of()
                : row.<String>getList(column).stream().map(SafeText::decode).toList();
    }

    /** A table with the columns of posts, its own in whatever order; {@code time} may be a timestamp in place of millis. */
    static Dataset<Row> conform(Dataset<Row> table) {
        List<String> there = Arrays.asList(table.columns());
        List<Column> columns = new ArrayList<>();
        for (StructField field : POSTS.fields()) {
            columns.add(column(field, there).cast(field.dataType()).as(field.name()));
        }
        return table.select(columns.toArray(Column[]::new));
    }

    private static Column column(StructField field, List<String> there) {
        String name = field.name();
        if (there.contains(name)) {
            return col(name);
        }
        String time = name.equals("millis") ? "time" : name.equals("created_millis") ? "account_created" : "";
        if (there.contains(time)) {
            return unix_millis(col(time).cast("timestamp"));
        }
        if (!field.nullable()) {
            throw new IllegalArgumentException("a table of posts must have a column '" + name + "' but has " + there);
        }
        return lit(null);
    }
}
