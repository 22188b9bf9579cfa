/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;

class SparkCoordinationTest {
    private static final StructType ACTIONS = Columns.schema(
            "account", DataTypes.StringType,
            "object", DataTypes.StringType,
            "content", DataTypes.StringType,
            "millis", DataTypes.LongType);

    /** Sorted by object, so that one machine tells objects in the same order. */
    private static List<Row> actions(int count, int accounts, int objects, int contents, int seconds) {
        SplittableRandom random = new SplittableRandom(11);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int object = random.nextInt(1 + random.nextInt(objects));
            int content = random.nextInt(contents);
            rows.add(RowFactory.create(
                    "account" + random.nextInt(accounts),
                    "o" + object,
                    random.nextInt(20) == 0 ? "o" + object : "c" + content,
                    1_000L * random.nextInt(seconds)));
        }
        rows.sort(Comparator.comparing(row -> row.getString(1)));
        return rows;
    }

    private static Actions onOneMachine(List<Row> rows) {
        Actions.Builder builder = Actions.builder();
        rows.forEach(row -> builder.add(row.getString(0), row.getString(1), row.getString(2), row.getLong(3)));
        return builder.build();
    }

    private static CoordinationNetwork detect(SparkCoordination engine, List<Row> rows, int partitions) {
        return engine.detect(Local.rows(Local.session(partitions), partitions, ACTIONS, rows));
    }

    /** Takes a minute: ./mvnw -Pspark -pl spark -am verify -Dvigie.spark=full. */
    @Test
    @EnabledIfSystemProperty(named = "vigie.spark", matches = "full")
    void sameOver64Partitions() {
        sameAsOneMachine(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void sameAsOneMachine(int partitions) {
        List<Row> rows = actions(1_500, 40, 60, 900, 4_000);
        CoordinationNetwork expected = CoActions.withDefaults()
                .withMinParticipation(5)
                .withMinCoActions(2)
                .detect(onOneMachine(rows));
        assertThat(expected.edgeCount()).isGreaterThan(20);

        SparkCoordination engine =
                SparkCoordination.withDefaults().withMinParticipation(5).withMinCoActions(2);

        assertThat(detect(engine, rows, partitions)).isEqualTo(expected);
    }

    /** Objects with more actions than a cell are cut by time; those with too many pairs get a shorter window or none. */
    @Test
    void busyObjectsAreTheSameInParts() {
        List<Row> rows = actions(4_000, 50, 3, 6_000, 3_000);
        for (int i = 0; i < 1_200; i++) {
            rows.add(RowFactory.create("account" + i % 50, "p", "q" + i, 5_000L));
        }
        CoordinationNetwork expected =
                CoActions.withDefaults().withPairLimit(10_000).detect(onOneMachine(rows));
        assertThat(expected.population().limited()).hasSizeGreaterThan(1);

        SparkCoordination engine = SparkCoordination.withDefaults().withPairLimit(10_000);

        assertThat(detect(engine, rows, 4)).isEqualTo(expected);
    }

    /** A limit below what few actions make shortens the window of objects that are not cut by their size. */
    @Test
    void objectsOfFewActionsKeepToTheLimit() {
        List<Row> rows = actions(600, 30, 5, 900, 400);
        CoActions limited = CoActions.withDefaults().withPairLimit(100);
        CoordinationNetwork expected = limited.detect(onOneMachine(rows));
        assertThat(expected.population().limited()).isNotEmpty();
        assertThat(expected.edgeCount()).isBetween(1, 300);

        SparkCoordination engine = SparkCoordination.withDefaults().withPairLimit(100);

        assertThat(detect(engine, rows, 4)).isEqualTo(expected);
    }

    @Test
    void aWindowLongerThanAllTimes() {
        List<Row> rows = actions(300, 40, 2, 300, 500);
        Duration window = Duration.ofDays(4_000);

        SparkCoordination engine = SparkCoordination.withDefaults().withWindow(window);

        assertThat(detect(engine, rows, 4))
                .isEqualTo(CoActions.withDefaults().withWindow(window).detect(onOneMachine(rows)));
    }

    @Test
    void edgesHaveNames() {
        List<Row> rows = List.of(
                RowFactory.create("b", "x", "1", 0L),
                RowFactory.create("a", "x", "2", 4_000L),
                RowFactory.create("c", "x", "3", 400_000L));

        Dataset<Row> edges = SparkCoordination.withDefaults()
                .withMinParticipation(0)
                .edges(Local.rows(Local.session(1), 1, ACTIONS, rows));

        assertThat(edges.collectAsList()).hasToString("[[a,b,1,1,4000,4000,1,1,0,0,4000]]");
    }
}
