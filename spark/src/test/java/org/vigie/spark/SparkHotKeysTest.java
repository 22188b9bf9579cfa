/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SparkHotKeysTest {
    private static final int ROWS = 40_000;

    @Test
    void everyRowMeetsItsKeyOnceAndAHotKeyIsManyParts() {
        Column key = when(col("id").lt(ROWS - 100), lit("hot"))
                .otherwise(concat(lit("k"), col("id").mod(7)));
        Dataset<Row> rows = Local.session(8).range(ROWS).select(col("id"), key.as("key"));
        Dataset<Row> keys = rows.groupBy("key")
                .agg(count(lit(1)).as(HotKeys.ROWS))
                .withColumn("known", concat(col("key"), lit("!")));

        List<Row> joined = HotKeys.join(rows, keys, "key", "id")
                .select(col("id"), col("key"), col("known"), spark_partition_id())
                .collectAsList();

        assertThat(joined).hasSize(ROWS);
        assertThat(joined.stream().map(row -> row.getLong(0)).distinct()).hasSize(ROWS);
        assertThat(joined).allMatch(row -> row.getString(2).equals(row.getString(1) + "!"));
        assertThat(joined.stream()
                        .filter(row -> row.getString(1).equals("hot"))
                        .map(row -> row.getInt(3))
                        .distinct())
                .hasSizeGreaterThan(3);
    }
}
