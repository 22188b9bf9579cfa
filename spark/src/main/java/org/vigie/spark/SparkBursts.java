/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.core.burst.Kleinberg;

/**
 * Bursts of many series, key by key: what {@link Kleinberg#detect} finds in the times of each. A key is one task's, with
 * about 100 bytes a time. Immutable and thread-safe.
 */
public final class SparkBursts {
    private static final double MILLIS = 1_000;
    private static final StructType BURSTS = Columns.schema(
            "key", DataTypes.StringType,
            "level", DataTypes.IntegerType,
            "start", DataTypes.DoubleType,
            "end", DataTypes.DoubleType,
            "weight", DataTypes.DoubleType);

    private final SparkSupplier<Kleinberg> method;

    private SparkBursts(SparkSupplier<Kleinberg> method) {
        this.method = method;
    }

    /**
     * Returns the bursts with Kleinberg's defaults.
     *
     * @return the detector
     */
    public static SparkBursts withDefaults() {
        return new SparkBursts(Kleinberg::withDefaults);
    }

    /**
     * Sets the method.
     *
     * @param newMethod makes it on an executor
     * @return the changed detector
     */
    public SparkBursts withMethod(SparkSupplier<Kleinberg> newMethod) {
        return new SparkBursts(newMethod);
    }

    /**
     * Finds the bursts of each key.
     *
     * @param events rows with the columns {@code key}, a string, and {@code millis}, a long of epoch milliseconds
     * @return the columns {@code key}, {@code level}, {@code start} and {@code end} in epoch seconds, {@code weight}
     */
    public Dataset<Row> detect(Dataset<Row> events) {
        SparkSupplier<Kleinberg> here = method;
        return events.select("key", "millis")
                .repartition(col("key"))
                .sortWithinPartitions("key", "millis")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            Kleinberg kleinberg = here.get();
                            return Grouped.map(
                                    rows,
                                    (a, b) -> a.getString(0).equals(b.getString(0)),
                                    series -> bursts(kleinberg, series));
                        },
                        Encoders.row(BURSTS));
    }

    private static Iterator<Row> bursts(Kleinberg kleinberg, List<Row> series) {
        double[] times =
                series.stream().mapToDouble(row -> row.getLong(1) / MILLIS).toArray();
        return kleinberg.detect(times).stream()
                .map(b -> RowFactory.create(series.get(0).getString(0), b.level(), b.start(), b.end(), b.weight()))
                .iterator();
    }
}
