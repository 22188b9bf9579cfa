/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Half of all rows have one key. Takes minutes: ./mvnw -Pspark -pl spark -am verify -Dvigie.spark=full. */
@EnabledIfSystemProperty(named = "vigie.spark", matches = "full")
class SparkSkewTest {
    private static final int HOT = 200_000;
    private static final int PARTITIONS = 16;

    /** In seconds. Below it a task is mostly its start, and the ratio says nothing. */
    private static final double SHORT = 0.05;

    private static final double MOST_TIMES = 5;

    private interface Work {
        void run(Dataset<Row> rows);
    }

    /** Ids from 0; those below {@link #HOT} belong to the one key. */
    private static Dataset<Row> ids() {
        return Local.session(PARTITIONS)
                .range(0, 2L * HOT, 1, PARTITIONS)
                .toDF("id")
                .repartition(PARTITIONS);
    }

    private static Column isHot() {
        return col("id").lt(HOT);
    }

    private static List<TaskTimes.Stage> stages(Dataset<Row> rows, Work work) throws TimeoutException {
        SparkSession session = rows.sparkSession();
        session.conf().set("spark.sql.codegen.wholeStage", true);
        session.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
        work.run(rows); // tasks are so short that the first of a kind is mostly its compiling
        TaskTimes times = new TaskTimes();
        session.sparkContext().addSparkListener(times);
        work.run(rows);
        session.sparkContext().listenerBus().waitUntilEmpty();
        session.sparkContext().removeSparkListener(times);
        session.conf().set("spark.sql.codegen.wholeStage", false);
        session.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        return times.stages();
    }

    private static void assertEven(List<TaskTimes.Stage> stages) {
        stages.stream().limit(8).forEach(stage -> System.out.println("skew: " + stage + " ratio " + stage.ratio()));
        assertThat(stages)
                .filteredOn(stage -> stage.median() > SHORT)
                .isNotEmpty()
                .allMatch(stage -> stage.ratio() <= MOST_TIMES);
        // Where most partitions are empty, the tasks of the longest stage are the measure.
        assertThat(stages)
                .allMatch(stage -> stage.longest() <= MOST_TIMES * stages.get(0).median());
    }

    /** Eight words drawn by the id. */
    private static Column words() {
        return concat_ws(
                " ",
                IntStream.range(0, 8)
                        .mapToObj(i -> hex(pmod(xxhash64(col("id"), lit(i)), lit(100_000))))
                        .toArray(Column[]::new));
    }

    @Test
    void oneTextInHalfOfAllRows() throws TimeoutException {
        Dataset<Row> texts = ids().select(
                        col("id"),
                        when(isHot(), lit("the very same words again and again"))
                                .otherwise(words())
                                .as("text"));

        assertEven(stages(texts, rows -> {
            SparkDuplicates.Found found = SparkDuplicates.withDefaults().detect(rows);
            assertThat(found.clusters().where(col("cluster").equalTo(0)).count())
                    .isEqualTo(HOT);
            found.unpersist();
        }));
    }

    @Test
    void oneLinkByHalfOfAllAccounts() throws TimeoutException {
        Dataset<Row> actions = ids().select(
                        concat(lit("a"), col("id")).as("account"),
                        when(isHot(), lit("link"))
                                .otherwise(concat(lit("l"), pmod(xxhash64(col("id")), lit(HOT / 4))))
                                .as("object"),
                        concat(lit("p"), col("id")).as("content"),
                        pmod(xxhash64(col("id"), lit("time")), lit(86_400_000L)).as("millis"));

        assertEven(stages(actions, rows -> {
            Dataset<Row> edges = SparkCoordination.withDefaults()
                    .withMinParticipation(1)
                    .withPairLimit(1_000_000)
                    .edges(rows);
            assertThat(edges.count()).isGreaterThan(HOT / 2);
            edges.unpersist();
        }));
    }
}
