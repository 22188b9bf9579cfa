/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Joins rows with what is known of their keys, so that a key with very many rows is many tasks. */
final class HotKeys {
    /** The column of the table of keys that says how many rows have the key. */
    static final String ROWS = "rows";

    /** More rows than these are parts: a task has so many in a moment. */
    private static final long MOST_ROWS = 5_000;

    private HotKeys() {}

    /**
     * The inner join by a column.
     *
     * @param rows the table with very many rows of a key
     * @param keys a row for each key, with {@link #ROWS}; it is read twice
     * @param key the column of both
     * @param spread columns that differ among the rows with one key: they say which part a row is in
     */
    static Dataset<Row> join(Dataset<Row> rows, Dataset<Row> keys, String key, String... spread) {
        Column parts = ceil(col(ROWS).divide(MOST_ROWS)).as("parts");
        Dataset<Row> hot = keys.where(col(ROWS).gt(MOST_ROWS)).select(col(key), parts);
        List<Row> few = hot.collectAsList(); // at most one for MOST_ROWS rows
        if (few.isEmpty()) {
            return rows.join(keys.drop(ROWS), key);
        }
        Dataset<Row> sent = broadcast(keys.sparkSession().createDataFrame(few, hot.schema()));
        String[] both = {key, "part"};
        Column[] own = Stream.of(spread).map(functions::col).toArray(Column[]::new);
        Column all = coalesce(col("parts"), lit(1L));
        Dataset<Row> parted = rows.join(sent, new String[] {key}, "left")
                .withColumn("part", pmod(xxhash64(own), all))
                .drop("parts");
        Dataset<Row> copied = keys.drop(ROWS)
                .join(sent, new String[] {key}, "left")
                .withColumn("part", explode(sequence(lit(0L), all.minus(1L))))
                .drop("parts");
        return parted.join(copied, both, "inner").drop("part");
    }
}
