/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Edge;
import org.vigie.graph.network.NetworkBuilder;

/**
 * Coordination networks over a cluster: the edges of {@link CoActions} on one machine, whatever the number of partitions.
 *
 * <p>The plan: names become numbers; actions go by object, those on a busy object by object and stretch of time; each
 * group is swept as on one machine; pairs are summed by accounts. Accounts drop out in rounds, as on one machine. Unlike
 * one machine, pairs are kept (about 70 bytes each, on disk where memory ends), so the limit of pairs an object bounds
 * what a hot object costs. Immutable and thread-safe.
 */
public final class SparkCoordination {
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
        Dataset<Row> sources =
                plan.accounts.select(col("a").as("u"), col("account").as("source"));
        Dataset<Row> targets =
                plan.accounts.select(col("a").as("v"), col("account").as("target"));
        Dataset<Row> edges = plan.edges()
                .join(sources, "u")
                .join(targets, "v")
                .select(
                        "source",
                        "target",
                        "co_actions",
                        "objects",
                        "sum_delta",
                        "min_delta",
                        "source_contents",
                        "target_contents",
                        "twice_lead",
                        "first",
                        "last")
                .persist(StorageLevel.MEMORY_AND_DISK());
        edges.count();
        plan.unpersist();
        return edges;
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
        List<String> names = new ArrayList<>();
        plan.accounts.sort("a").collectAsList().forEach(row -> names.add(SafeText.decode(row.getString(0))));
        NetworkBuilder builder = CoordinationNetwork.builder(names).population(plan.population());
        plan.numbered
                .groupBy("a")
                .agg(count(lit(1)), count_distinct(col("o")))
                .collectAsList()
                .forEach(row -> builder.activity(
                        CoordinationPlan.integer(row, 0),
                        CoordinationPlan.integer(row, 1),
                        CoordinationPlan.integer(row, 2)));
        plan.edges().sort("u", "v").collectAsList().forEach(row -> builder.add(edge(row)));
        plan.unpersist();
        return builder.build();
    }

    private CoordinationPlan plan(Dataset<Row> actions) {
        return new CoordinationPlan(actions, window, minParticipation, minCoActions, minObjects, pairLimit);
    }

    private static Edge edge(Row row) {
        return new Edge(
                CoordinationPlan.integer(row, 0),
                CoordinationPlan.integer(row, 1),
                row.getLong(2),
                CoordinationPlan.integer(row, 2),
                CoordinationPlan.integer(row, 3),
                row.getLong(4),
                row.getLong(5),
                CoordinationPlan.integer(row, 6),
                CoordinationPlan.integer(row, 7),
                CoordinationPlan.integer(row, 8),
                row.getLong(9),
                row.getLong(10));
    }
}
