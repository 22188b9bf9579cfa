/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.core.monitor.BurstScore;
import org.vigie.core.monitor.RateMonitor;

class SparkAlarmsTest {
    private static final long BIN = 300_000;
    private static final long LATENESS = 600_000;
    private static final long BEGIN = 1_700_000_100_000L; // a bin begins here
    private static final int BINS = 80;
    private static final StructType EVENTS = Columns.schema("key", DataTypes.StringType, "millis", DataTypes.LongType);

    private record Event(String key, long millis) {}

    @TempDir
    Path folder;

    /** Three steady keys, two of which burst, in the order in which they come: some late, none by more than the lateness. */
    private static List<Event> events() {
        SplittableRandom random = new SplittableRandom(3);
        List<Event> events = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            for (String key : List.of("quay", "harbour", "lock")) {
                boolean burst = (key.equals("quay") && bin == 50) || (key.equals("lock") && bin == 30);
                int count = random.nextInt(4) + (burst ? 40 : 0);
                for (int i = 0; i < count; i++) {
                    events.add(new Event(key, BEGIN + bin * BIN + random.nextLong(BIN)));
                }
            }
        }
        Map<Double, Event> arrival = new TreeMap<>();
        events.forEach(e -> arrival.put(e.millis + random.nextDouble() * LATENESS, e));
        return new ArrayList<>(arrival.values());
    }

    /** The bins that the watermark passes, key by key. */
    private static List<String> onOneMachine(List<Event> events) {
        Map<String, TreeMap<Long, Long>> counts = new TreeMap<>();
        long latest = 0;
        for (Event event : events) {
            counts.computeIfAbsent(event.key, key -> new TreeMap<>())
                    .merge(Math.floorDiv(event.millis, BIN) * BIN, 1L, Long::sum);
            latest = Math.max(latest, event.millis);
        }
        long watermark = latest - LATENESS;
        List<String> alarms = new ArrayList<>();
        counts.forEach((key, bins) -> {
            RateMonitor monitor = RateMonitor.withDefaults();
            bins.headMap(watermark - BIN, true).forEach((start, count) -> {
                BurstScore said = monitor.update(start / 1_000.0, (double) count);
                if (said.alarm()) {
                    alarms.add("[" + key + "," + start + "," + count + "," + said.expected() + "," + said.pValue() + ","
                            + said.score() + "]");
                }
            });
        });
        return alarms;
    }

    private void write(List<Event> events, String name) throws IOException {
        StringBuilder lines = new StringBuilder();
        events.forEach(e -> lines.append("{\"key\":\"%s\",\"millis\":%d}\n".formatted(e.key, e.millis)));
        Path file = Files.writeString(folder.resolve(name), lines);
        Files.createDirectories(folder.resolve("in"));
        Files.move(file, folder.resolve("in").resolve(name));
    }

    /** Takes what is there, and stops: the next run goes on from the checkpoint. */
    private void run(SparkSession session) throws Exception {
        Dataset<Row> events = session.readStream()
                .schema(EVENTS)
                .option("maxFilesPerTrigger", 1)
                .json(folder.resolve("in").toString())
                .select(col("key"), timestamp_millis(col("millis")).as("time"));
        SparkAlarms.withDefaults()
                .detect(events)
                .writeStream()
                .format("parquet")
                .option("path", folder.resolve("out").toString())
                .option("checkpointLocation", folder.resolve("checkpoint").toString())
                .trigger(Trigger.AvailableNow())
                .start()
                .awaitTermination();
    }

    @Test
    void restartedFromItsCheckpointItSaysWhatOneMachineSays() throws Exception {
        SparkSession session = Local.session(2);
        List<Event> events = events();
        List<String> expected = onOneMachine(events);
        assertThat(expected).hasSizeGreaterThanOrEqualTo(2);
        int first = events.size() / 3;
        int second = events.size() / 2;

        write(events.subList(0, first), "1.json");
        write(events.subList(first, second), "2.json");
        run(session);
        write(events.subList(second, events.size()), "3.json");
        run(session);

        List<Row> found = session.read()
                .parquet(folder.resolve("out").toString())
                .sort("key", "millis")
                .collectAsList();
        assertThat(found).extracting(Row::toString).isEqualTo(expected);
    }

    @Test
    void wrongSettingsAreRefused() {
        assertThatThrownBy(() -> SparkAlarms.withDefaults().withBin(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a bin must be at least 1 ms");
        assertThatThrownBy(() -> SparkAlarms.withDefaults().withLateness(Duration.ofMinutes(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-1M");
    }
}
