/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import org.vigie.cli.CorpusService;

/** Makes the corpus of {@code vigie detect --spark}. Thread-safe. */
public final class SparkCorpusService implements CorpusService {
    private static final String PARTITIONS = "spark.sql.shuffle.partitions";
    private static final int PARTITIONS_A_CORE = 4;

    /** Made by the service loader. */
    public SparkCorpusService() {}

    @Override
    public boolean isTable(String path) {
        String name = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return name.endsWith(".parquet");
    }

    @Override
    public Job open(String master, Search search) throws IOException {
        boolean isOwn = SparkSession.getActiveSession().isEmpty();
        SparkSession session = SparkSession.builder()
                .master(master)
                .appName("vigie detect")
                .config("spark.ui.enabled", false)
                .getOrCreate();
        boolean isSet = session.sparkContext().getConf().contains(PARTITIONS);
        if (isOwn && !isSet && session.sparkContext().isLocal()) {
            // Spark's 200 are for a cluster: on few cores most of their time is their start.
            int partitions = PARTITIONS_A_CORE * session.sparkContext().defaultParallelism();
            session.conf().set(PARTITIONS, Integer.toString(partitions));
        }
        return new CorpusJob(session, isOwn, search);
    }
}
