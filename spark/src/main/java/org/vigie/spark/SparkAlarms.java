/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_millis;
import static org.apache.spark.sql.functions.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.streaming.GroupState;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.core.monitor.BurstScore;
import org.vigie.core.monitor.RateMonitor;

/**
 * Alarms of many keys over a stream: what a {@link RateMonitor} for each key says of the counts of its bins.
 *
 * <p>A bin is judged once the watermark has passed its end. So the order of events within the lateness changes
 * nothing. Neither do batches, partitions and restarts from a checkpoint. Later events are dropped by Spark. Each key
 * has the saved monitor as its state, about 300 bytes, and is never forgotten. Alarms are not corrected for the number
 * of keys, which {@link org.vigie.core.monitor.KeyedRateMonitors} does on one machine. Immutable and thread-safe.
 */
public final class SparkAlarms {
    private static final double MILLIS = 1_000;
    private static final StructType ALARM = Columns.schema(
            "key", DataTypes.StringType,
            "millis", DataTypes.LongType,
            "count", DataTypes.LongType,
            "expected", DataTypes.DoubleType,
            "p_value", DataTypes.DoubleType,
            "score", DataTypes.DoubleType);

    private final SparkSupplier<RateMonitor> monitor;
    private final Duration bin;
    private final Duration lateness;

    private SparkAlarms(SparkSupplier<RateMonitor> monitor, Duration bin, Duration lateness) {
        if (bin.toMillis() <= 0 || lateness.isNegative()) {
            throw new IllegalArgumentException(
                    "a bin must be at least 1 ms and the lateness not negative but were " + bin + " and " + lateness);
        }
        this.monitor = monitor;
        this.bin = bin;
        this.lateness = lateness;
    }

    /**
     * Returns the monitor with its defaults, bins of 5 minutes and a lateness of 10 minutes.
     *
     * @return the alarms
     */
    public static SparkAlarms withDefaults() {
        return new SparkAlarms(RateMonitor::withDefaults, Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    /**
     * Sets the monitor of a key.
     *
     * @param newMonitor makes it on an executor; its bin is the one of {@link #withBin}
     * @return the changed alarms
     */
    public SparkAlarms withMonitor(SparkSupplier<RateMonitor> newMonitor) {
        return new SparkAlarms(newMonitor, bin, lateness);
    }

    /**
     * Sets the length of a bin.
     *
     * @param length at least 1 ms; a part of a millisecond is left out
     * @return the changed alarms
     * @throws IllegalArgumentException if it is shorter
     */
    public SparkAlarms withBin(Duration length) {
        return new SparkAlarms(monitor, Duration.ofMillis(length.toMillis()), lateness);
    }

    /**
     * Sets how far an event may be behind the latest one of all keys.
     *
     * @param newLateness not negative; a part of a millisecond is left out
     * @return the changed alarms
     * @throws IllegalArgumentException if it is negative
     */
    public SparkAlarms withLateness(Duration newLateness) {
        return new SparkAlarms(monitor, bin, newLateness);
    }

    /**
     * Watches events.
     *
     * @param events a stream, or a table, with the columns {@code key}, a string, and {@code time}, a timestamp
     * @return the alarms, to be written in append mode: {@code key}, {@code millis}, the start of the bin in epoch
     *     milliseconds, {@code count}, {@code expected}, {@code p_value}, {@code score}
     */
    public Dataset<Row> detect(Dataset<Row> events) {
        SparkSupplier<RateMonitor> made = monitor;
        Duration length = bin;
        SparkSupplier<RateMonitor> fresh = () -> made.get().withBin(length);
        RateMonitor unused = fresh.get(); // wrong settings fail here
        return events.select("key", "time")
                .withWatermark("time", lateness.toMillis() + " milliseconds")
                .groupBy(col("key"), window(col("time"), bin.toMillis() + " milliseconds"))
                .agg(count(lit(1)).as("count"))
                .select(col("key"), unix_millis(col("window.start")).as("millis"), col("count"))
                .groupByKey((MapFunction<Row, String>) row -> row.getString(0), Encoders.STRING())
                .flatMapGroupsWithState(
                        (FlatMapGroupsWithStateFunction<String, Row, byte[], Row>)
                                (key, bins, state) -> alarms(fresh, key, bins, state),
                        OutputMode.Append(),
                        Encoders.BINARY(),
                        Encoders.row(ALARM),
                        GroupStateTimeout.NoTimeout());
    }

    private static Iterator<Row> alarms(
            SparkSupplier<RateMonitor> fresh, String key, Iterator<Row> bins, GroupState<byte[]> state) {
        RateMonitor watching = state.exists() ? RateMonitor.fromBytes(state.get()) : fresh.get();
        List<Row> finished = new ArrayList<>();
        bins.forEachRemaining(finished::add);
        finished.sort(Comparator.comparingLong(row -> row.getLong(1)));
        List<Row> alarms = new ArrayList<>();
        for (Row row : finished) {
            long events = row.getLong(2);
            BurstScore said = watching.update(row.getLong(1) / MILLIS, (double) events);
            if (said.alarm()) {
                alarms.add(
                        RowFactory.create(key, row.getLong(1), events, said.expected(), said.pValue(), said.score()));
            }
        }
        state.update(watching.toBytes());
        return alarms.iterator();
    }
}
