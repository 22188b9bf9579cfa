/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Edge;
import org.vigie.graph.network.NetworkBuilder;

/**
 * Coordination networks over a cluster: the edges of {@link CoActions} on one machine, whatever the number of partitions.
 *
 * <p>The plan: names become numbers by account. Actions go by object, and those that no other one is near end there. The
 * others are swept as on one machine, those on a busy object by stretches of time, and pairs are summed by accounts.
 * Accounts drop out in rounds, as on one machine. Unlike one machine, pairs are kept: about 40 bytes each, on disk where
 * memory ends. So the limit of pairs per object bounds what a hot object costs. Immutable and thread-safe.
 */
public final class SparkCoordination {
    private static final StructType EDGES = Columns.schema(
            "source", DataTypes.StringType,
            "target", DataTypes.StringType,
            "co_actions", DataTypes.LongType,
            "objects", DataTypes.LongType,
            "sum_delta", DataTypes.LongType,
            "min_delta", DataTypes.LongType,
            "source_contents", DataTypes.LongType,
            "target_contents", DataTypes.LongType,
            "twice_lead", DataTypes.LongType,
            "first", DataTypes.LongType,
            "last", DataTypes.LongType);

    private final Duration window;
    private final int minParticipation;
    private final int minCoActions;
    private final int minObjects;
    private final long pairLimit;

    private SparkCoordination(Duration window, int minParticipation, int minCoActions, int minObjects, long pairLimit) {
        this.window = window;
        this.minParticipation = minParticipation;
        this.minCoActions = minCoActions;
        this.minObjects = minObjects;
        this.pairLimit = pairLimit;
        engine(); // says what is wrong
    }

    /**
     * Returns the defaults of {@link CoActions#withDefaults()}.
     *
     * @return the engine
     */
    public static SparkCoordination withDefaults() {
        return new SparkCoordination(Duration.ofMinutes(1), 2, 1, 1, CoActions.DEFAULT_PAIR_LIMIT);
    }

    /**
     * Sets the window.
     *
     * @param newWindow as {@link CoActions#withWindow}
     * @return the changed engine
     * @throws IllegalArgumentException if it is out of range
     */
    public SparkCoordination withWindow(Duration newWindow) {
        return new SparkCoordination(newWindow, minParticipation, minCoActions, minObjects, pairLimit);
    }

    /**
     * Sets the least participation.
     *
     * @param contents as {@link CoActions#withMinParticipation}
     * @return the changed engine
     * @throws IllegalArgumentException if it is out of range
     */
    public SparkCoordination withMinParticipation(int contents) {
        return new SparkCoordination(window, contents, minCoActions, minObjects, pairLimit);
    }

    /**
     * Sets the least co-actions of an edge.
     *
     * @param coActions as {@link CoActions#withMinCoActions}
     * @return the changed engine
     * @throws IllegalArgumentException if it is out of range
     */
    public SparkCoordination withMinCoActions(int coActions) {
        return new SparkCoordination(window, minParticipation, coActions, minObjects, pairLimit);
    }

    /**
     * Sets the least objects of an edge.
     *
     * @param objects as {@link CoActions#withMinObjects}
     * @return the changed engine
     * @throws IllegalArgumentException if it is out of range
     */
    public SparkCoordination withMinObjects(int objects) {
        return new SparkCoordination(window, minParticipation, minCoActions, objects, pairLimit);
    }

    /**
     * Sets the most pairs of an object.
     *
     * @param pairs as {@link CoActions#withPairLimit}
     * @return the changed engine
     * @throws IllegalArgumentException if it is out of range
     */
    public SparkCoordination withPairLimit(long pairs) {
        return new SparkCoordination(window, minParticipation, minCoActions, minObjects, pairs);
    }

    /** The same engine on one machine, without threads of its own. */
    private CoActions engine() {
        return CoActions.withDefaults()
                .withWindow(window)
                .withMinParticipation(minParticipation)
                .withMinCoActions(minCoActions)
                .withMinObjects(minObjects)
                .withPairLimit(pairLimit)
                .withThreads(1);
    }

    /**
     * Finds the edges.
     *
     * @param actions columns {@code account}, {@code object} and {@code content}, strings, and {@code millis}, a long of
     *     epoch milliseconds; none null. What an author does on its own object is left out, as
     *     {@link org.vigie.graph.coaction.Actions#builder()} has it
     * @return columns {@code source} and {@code target}, names in byte order, {@code co_actions}, {@code objects},
     *     {@code sum_delta}, {@code min_delta}, {@code source_contents}, {@code target_contents}, {@code twice_lead},
     *     {@code first}, {@code last}; kept by the executors until it is unpersisted
     */
    public Dataset<Row> edges(Dataset<Row> actions) {
        CoordinationPlan plan = plan(actions);
        JavaRDD<List<EdgeSums>> sums =
                plan.edges(minParticipation, minCoActions, minObjects).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> edges = actions.sparkSession()
                .createDataFrame(plan.named(sums).map(SparkCoordination::row), EDGES)
                .persist(StorageLevel.MEMORY_AND_DISK());
        edges.count();
        sums.unpersist();
        plan.unpersist();
        return edges;
    }

    private static Row row(CoordinationPlan.NamedEdge edge) {
        EdgeSums sums = edge.sums();
        return RowFactory.create(
                edge.source(),
                edge.target(),
                sums.coActions(),
                sums.objects(),
                sums.sumDelta(),
                sums.minDelta(),
                sums.contentsU(),
                sums.contentsV(),
                sums.twiceLead(),
                sums.first(),
                sums.last());
    }

    /**
     * Finds the network and collects it where the plan runs: all accounts, the edges, and the objects that accounts share.
     *
     * @param actions as for {@link #edges}
     * @return the network of {@link CoActions#detect} with co-actions as weights; shared objects are in byte order of names
     * @throws ArithmeticException if there are more accounts, actions of an account or co-actions of an edge than an int
     *     holds
     */
    public CoordinationNetwork detect(Dataset<Row> actions) {
        CoordinationPlan plan = plan(actions);
        List<Strings> names = plan.names();
        int partitions = names.size();
        // By number; numbers that nobody has are possible, since partitions have not equally many.
        @Nullable
        UTF8String[] byNumber = new UTF8String
                [partitions * names.stream().mapToInt(Strings::size).max().orElse(0)];
        for (int part = 0; part < partitions; part++) {
            for (int i = 0; i < names.get(part).size(); i++) {
                byNumber[i * partitions + part] =
                        UTF8String.fromString(names.get(part).get(i));
            }
        }
        int[] order = IntStream.range(0, byNumber.length)
                .filter(number -> byNumber[number] != null)
                .boxed()
                .sorted(Comparator.comparing(number -> byNumber[number]))
                .mapToInt(i -> i)
                .toArray();
        int[] rank = new int[byNumber.length];
        List<String> sorted = new ArrayList<>();
        for (int number : order) {
            rank[number] = sorted.size();
            sorted.add(SafeText.decode(String.valueOf(byNumber[number])));
        }
        int[][] activity = plan.activity(byNumber.length);
        NetworkBuilder builder = CoordinationNetwork.builder(sorted).population(plan.population(activity));
        for (int account : order) {
            builder.activity(rank[account], activity[0][account], activity[1][account]);
        }
        plan.edges(minParticipation, minCoActions, minObjects).collect().stream()
                .flatMap(List::stream)
                .map(edge -> rank[edge.u()] < rank[edge.v()] ? edge : edge.turned())
                .map(edge -> edge.between(rank[edge.u()], rank[edge.v()]))
                .sorted(Comparator.comparingInt(EdgeSums::u).thenComparingInt(EdgeSums::v))
                .forEach(edge -> builder.add(edge(edge)));
        plan.unpersist();
        return builder.build();
    }

    private CoordinationPlan plan(Dataset<Row> actions) {
        Duration w = window;
        long limit = pairLimit;
        // Only numbers travel: the engine is made on an executor.
        return new CoordinationPlan(
                actions,
                () -> CoActions.withDefaults()
                        .withWindow(w)
                        .withPairLimit(limit)
                        .withThreads(1),
                window);
    }

    private static Edge edge(EdgeSums sums) {
        return new Edge(
                sums.u(),
                sums.v(),
                sums.coActions(),
                Math.toIntExact(sums.coActions()),
                Math.toIntExact(sums.objects()),
                sums.sumDelta(),
                sums.minDelta(),
                Math.toIntExact(sums.contentsU()),
                Math.toIntExact(sums.contentsV()),
                Math.toIntExact(sums.twiceLead()),
                sums.first(),
                sums.last());
    }
}
