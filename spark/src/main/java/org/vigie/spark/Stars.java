/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components by large stars and small stars in turn, until nothing changes.
 *
 * <p>Source: Raimondas Kiveris, Silvio Lattanzi, Vahab Mirrokni, Vibhor Rastogi and Sergei Vassilvitskii, "Connected
 * components in MapReduce and beyond", 2014. Each round is cut off from those before it.
 */
final class Stars {
    private Stars() {}

    /** For each node of the edges (columns a and b) that is not the smallest of its component: columns root, node. */
    static Dataset<Row> components(Dataset<Row> edges) {
        Dataset<Row> now = cut(edges.select(
                        least(col("a"), col("b")).as("a"),
                        greatest(col("a"), col("b")).as("b"))
                .distinct());
        Row before = sum(now);
        while (true) {
            Dataset<Row> next = cut(smallStars(largeStars(now)));
            Row after = sum(next);
            now.unpersist();
            now = next;
            if (after.equals(before)) {
                return now.select(col("a").as("root"), col("b").as("node"));
            }
            before = after;
        }
    }

    private static Dataset<Row> cut(Dataset<Row> edges) {
        boolean isSafe = edges.sparkSession().sparkContext().getCheckpointDir().isDefined();
        return isSafe ? edges.checkpoint() : edges.localCheckpoint();
    }

    private static Row sum(Dataset<Row> edges) {
        return edges.agg(count(lit(1)), bit_xor(xxhash64(col("a"), col("b")))).first();
    }

    /** Every larger neighbour of a node goes to the smallest of its neighbours and itself. */
    private static Dataset<Row> largeStars(Dataset<Row> edges) {
        Dataset<Row> both = edges.union(edges.select(col("b").as("a"), col("a").as("b")));
        Dataset<Row> least = both.groupBy("a").agg(least(min("b"), col("a")).as("m"));
        return both.where(col("b").gt(col("a")))
                .join(least, "a")
                .select(col("m").as("a"), col("b"))
                .distinct();
    }

    /** Every smaller neighbour of a node, and the node, goes to the smallest of them. */
    private static Dataset<Row> smallStars(Dataset<Row> edges) {
        Dataset<Row> least = edges.groupBy("b").agg(min("a").as("m"));
        return edges.join(least, "b")
                .where(col("a").gt(col("m")))
                .select(col("m").as("a"), col("a").as("b"))
                .union(least.select(col("m").as("a"), col("b")))
                .distinct();
    }
}
