/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.Simulator;

/** One session in this process for all tests. */
public final class Local {
    private static final int NEWEST_JAVA = 21;
    private static final int JAVA = Runtime.version().feature();

    /** Why a test is skipped. */
    public static final String OTHER_JAVA = "Spark 4 runs on Java 17 and 21, this is Java " + JAVA;

    private Local() {}

    /** Whether Spark runs on this Java. */
    public static boolean isJavaOfSpark() {
        return JAVA <= NEWEST_JAVA;
    }

    /** The session, with so many partitions after each shuffle. Skips the test where Spark does not run. */
    public static synchronized SparkSession session(int partitions) {
        assumeTrue(isJavaOfSpark(), OTHER_JAVA);
        SparkSession session = SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "localhost")
                .config("spark.driver.bindAddress", "127.0.0.1")
                // Compiling a plan takes longer than running it on so few rows.
                .config("spark.sql.codegen.wholeStage", false)
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                // As many partitions as asked for, and joins that shuffle as large ones do.
                .config("spark.sql.adaptive.enabled", false)
                .config("spark.sql.autoBroadcastJoinThreshold", -1)
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                .getOrCreate();
        session.sparkContext().setLogLevel("ERROR");
        session.conf().set("spark.sql.shuffle.partitions", Integer.toString(partitions));
        return session;
    }

    static Dataset<Row> rows(SparkSession session, int partitions, StructType schema, List<Row> rows) {
        return session.createDataFrame(rows, schema).repartition(partitions);
    }

    /** Simulated posts with all campaigns. */
    static List<Post> posts(int count) {
        List<Post> posts = new ArrayList<>();
        Simulator.withDefaults().withPosts(count).withSeed(5).withCampaigns(3).run((post, label) -> posts.add(post));
        return posts;
    }

    static List<Row> texts(List<String> texts) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            rows.add(RowFactory.create((long) i, texts.get(i)));
        }
        return rows;
    }
}
