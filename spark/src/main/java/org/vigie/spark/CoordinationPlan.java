/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.ObjectSummary;
import org.vigie.graph.network.Population;

/** The steps of {@link SparkCoordination}, with what several of them need. Not thread-safe. */
final class CoordinationPlan {
    private static final StructType WINDOW = Columns.schema("o", DataTypes.LongType, "window", DataTypes.LongType);

    /** Columns account, rows, a: all names in byte order. */
    final Dataset<Row> accounts;
    /** Columns o, t, a, c: what is no author's own. */
    final Dataset<Row> numbered;

    private final Duration window;
    private final int minParticipation;
    private final int minCoActions;
    private final int minObjects;
    private final long pairLimit;
    private final JavaSparkContext context;
    private final List<Dataset<Row>> kept = new ArrayList<>();
    /** Columns object, rows, o: in byte order too. */
    private final Dataset<Row> objects;
    /** By object with many actions its window in milliseconds, -1 if it is left out. */
    private final Broadcast<Map<Long, Long>> windows;

    private final Dataset<Row> pairs;

    CoordinationPlan(
            Dataset<Row> actions,
            Duration window,
            int minParticipation,
            int minCoActions,
            int minObjects,
            long pairLimit) {
        this.window = window;
        this.minParticipation = minParticipation;
        this.minCoActions = minCoActions;
        this.minObjects = minObjects;
        this.pairLimit = pairLimit;
        context = JavaSparkContext.fromSparkContext(actions.sparkSession().sparkContext());
        Dataset<Row> named = actions.select("account", "object", "content", "millis");
        accounts = keep(numbered(named, "account", "a"));
        objects = keep(numbered(named, "object", "o"));
        Dataset<Row> contents = keep(numbered(named, "content", "c"));
        Dataset<Row> authors = named.where(col("object").equalTo(col("content")))
                .groupBy("object")
                .agg(min(struct("millis", "account")).getField("account").as("author"));
        Dataset<Row> owned = keep(objects.join(authors, new String[] {"object"}, "left"));
        Dataset<Row> foreign = HotKeys.join(named, owned, "object", "account", "millis")
                .where(col("author").isNull().or(col("author").notEqual(col("account"))));
        Dataset<Row> byAccount = HotKeys.join(foreign, accounts, "account", "object", "millis");
        numbered = keep(HotKeys.join(byAccount, contents, "content", "account", "millis")
                .select(col("o"), col("millis").as("t"), col("a"), col("c")));
        windows = context.broadcast(windows());
        pairs = keep(pairs());
    }

    /** The distinct values of a column in byte order, how many rows have each, and its number. */
    private static Dataset<Row> numbered(Dataset<Row> named, String column, String number) {
        return Columns.number(
                named.groupBy(column).agg(count(lit(1)).as(HotKeys.ROWS)).sort(column), number);
    }

    private Dataset<Row> keep(Dataset<Row> data) {
        Dataset<Row> persisted = data.persist(StorageLevel.MEMORY_AND_DISK());
        kept.add(persisted);
        return persisted;
    }

    void unpersist() {
        kept.forEach(Dataset::unpersist);
        windows.destroy();
    }

    private Map<Long, Long> windows() {
        SparkSupplier<CoActions> engine = shipped();
        Dataset<Row> busy = numbered.groupBy("o").agg(count(lit(1)).as("n")).where(col("n").gt(Cells.MOST_ACTIONS));
        Map<Long, Long> found = new HashMap<>();
        numbered.join(broadcast(busy), "o")
                .select("o", "t")
                .repartition(col("o"))
                .sortWithinPartitions("o", "t")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            CoActions own = engine.get();
                            return Grouped.map(
                                    rows, (a, b) -> a.getLong(0) == b.getLong(0), times -> Cells.window(times, own));
                        },
                        Encoders.row(WINDOW))
                .collectAsList()
                .forEach(row -> found.put(row.getLong(0), row.getLong(1)));
        return found;
    }

    private Dataset<Row> pairs() {
        Broadcast<Map<Long, Long>> shared = windows;
        Duration asked = window;
        SparkSupplier<CoActions> engine = shipped();
        return numbered.flatMap(
                        (FlatMapFunction<Row, Row>) action -> Cells.of(action, shared.value(), asked),
                        Encoders.row(Cells.ACTION))
                .repartition(col("o"), col("cell"))
                .sortWithinPartitions("o", "cell", "t")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            CoActions own = engine.get().withMinParticipation(0).withPairLimit(Long.MAX_VALUE);
                            return Grouped.map(rows, Cells::isSame, cell -> Cells.pairs(cell, own, shared.value()));
                        },
                        Encoders.row(Cells.PAIR));
    }

    /** The edges of accounts that take part: u, v and their sums. */
    Dataset<Row> edges() {
        return takingPart()
                .groupBy("u", "v")
                .agg(
                        count(lit(1)).as("co_actions"),
                        count_distinct(col("o")).as("objects"),
                        sum("delta").as("sum_delta"),
                        min("delta").as("min_delta"),
                        count_distinct(col("cu")).as("source_contents"),
                        count_distinct(col("cv")).as("target_contents"),
                        sum("lead").as("twice_lead"),
                        min("first").as("first"),
                        max("last").as("last"))
                .where(col("co_actions").geq(minCoActions).and(col("objects").geq(minObjects)));
    }

    private Dataset<Row> takingPart() {
        if (minParticipation <= 1) { // a pair is a content of each
            return pairs;
        }
        Dataset<Row> sides = keep(pairs.select(col("u").as("a"), col("cu").as("c"), col("v").as("other"))
                .union(pairs.select(col("v").as("a"), col("cv").as("c"), col("u").as("other")))
                .distinct());
        Dataset<Row> now = sides;
        BitSet before = new BitSet();
        while (true) {
            BitSet alive = new BitSet();
            now.select("a", "c")
                    .distinct()
                    .groupBy("a")
                    .agg(count(lit(1)).as("contents"))
                    .where(col("contents").geq(minParticipation))
                    .select("a")
                    .collectAsList()
                    .forEach(row -> alive.set(integer(row, 0)));
            Broadcast<BitSet> living = context.broadcast(alive);
            if (alive.equals(before)) {
                return pairs.filter((FilterFunction<Row>) pair ->
                        living.value().get(integer(pair, 1)) && living.value().get(integer(pair, 2)));
            }
            before = alive;
            now = sides.filter((FilterFunction<Row>) side ->
                    living.value().get(integer(side, 0)) && living.value().get(integer(side, 2)));
        }
    }

    Population population() {
        Row all =
                numbered.agg(count_distinct(col("a")), count_distinct(col("o"))).first();
        long incidences = numbered.select("a", "o").distinct().count();
        Map<Long, Long> windowOf = windows.value();
        Map<Long, long[]> met = new HashMap<>();
        pairs.groupBy("o")
                .agg(count(lit(1)), count_distinct(col("u"), col("v")))
                .collectAsList()
                .forEach(row -> met.put(row.getLong(0), new long[] {row.getLong(1), row.getLong(2)}));
        List<ObjectSummary> shared = new ArrayList<>();
        Broadcast<Set<Long>> told = context.broadcast(told(windowOf, met));
        numbered.groupBy("o")
                .agg(count(lit(1)).as("actions"), count_distinct(col("a")).as("accounts"))
                .filter((FilterFunction<Row>) row -> told.value().contains(row.getLong(0)))
                .join(objects, "o")
                .sort("o")
                .select("o", "object", "actions", "accounts")
                .collectAsList()
                .forEach(row -> shared.add(summary(row, windowOf, met)));
        told.destroy();
        long coIncidences =
                shared.stream().mapToLong(ObjectSummary::coIncidences).sum();
        return new Population(
                integer(all, 0),
                integer(all, 1),
                incidences,
                coIncidences,
                Duration.ofMillis(window.toMillis()),
                shared);
    }

    private Set<Long> told(Map<Long, Long> windowOf, Map<Long, long[]> met) {
        Set<Long> told = new HashSet<>(met.keySet());
        windowOf.forEach((object, own) -> {
            if (own < window.toMillis()) {
                told.add(object);
            }
        });
        return told;
    }

    private ObjectSummary summary(Row row, Map<Long, Long> windowOf, Map<Long, long[]> met) {
        long[] counts = met.getOrDefault(row.getLong(0), new long[2]);
        long own = windowOf.getOrDefault(row.getLong(0), window.toMillis());
        return new ObjectSummary(
                SafeText.decode(row.getString(1)),
                integer(row, 2),
                integer(row, 3),
                counts[0],
                counts[1],
                Duration.ofMillis(own));
    }

    static int integer(Row row, int column) {
        return Math.toIntExact(row.getLong(column));
    }

    /** Makes the engine on an executor: only numbers travel. */
    private SparkSupplier<CoActions> shipped() {
        Duration w = window;
        long limit = pairLimit;
        return () -> CoActions.withDefaults().withWindow(w).withPairLimit(limit).withThreads(1);
    }
}
