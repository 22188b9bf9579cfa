/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.DuplicateSteps;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.spark.BandedTexts.Texts;
import org.vigie.spark.DuplicatePlan.Pairs;

/**
 * Near-duplicate texts over a cluster: the pairs and clusters of {@link NearDuplicates} on one machine, whatever the number
 * of partitions.
 *
 * <p>The plan: copies become one text before anything else. Buckets with one text are dropped before any text is sent.
 * The others are compared as on one machine, which bounds what a large one costs. Clusters are found by large stars
 * and small stars. All of it travels in columns of many texts. A crowd (see docs/methods/near-duplicates.md) is
 * joined in blocks, each pair of blocks by a task of its own. Immutable and thread-safe.
 */
public final class SparkDuplicates {
    private static final StructType FIRSTS = Columns.schema("id", DataTypes.LongType, "first", DataTypes.LongType);
    private static final StructType PAIRS = Columns.schema(
            "first", DataTypes.LongType,
            "second", DataTypes.LongType,
            "jaccard", DataTypes.DoubleType);

    private final SparkSupplier<NearDuplicates> search;
    private final long shinglesOfBlock;

    private SparkDuplicates(SparkSupplier<NearDuplicates> search, long shinglesOfBlock) {
        this.search = search;
        this.shinglesOfBlock = shinglesOfBlock;
    }

    /**
     * Returns the search with the defaults of {@link NearDuplicates#withDefaults()}.
     *
     * @return the search
     */
    public static SparkDuplicates withDefaults() {
        return new SparkDuplicates(NearDuplicates::withDefaults, CrowdPlan.MOST_SHINGLES_OF_BLOCK);
    }

    /**
     * Sets how near-duplicates are found.
     *
     * @param newSearch makes the search, by lsh and without rewording or cohesion, on an executor
     * @return the changed search
     */
    public SparkDuplicates withSearch(SparkSupplier<NearDuplicates> newSearch) {
        return new SparkDuplicates(newSearch, shinglesOfBlock);
    }

    /** Sets how many shingles a block of a crowd has: a few make blocks of few texts. */
    SparkDuplicates withShinglesOfBlock(long newShinglesOfBlock) {
        return new SparkDuplicates(search, newShinglesOfBlock);
    }

    /** What was found. Executors keep it in columns until it is unpersisted, and make rows of them when they are asked. */
    public static final class Found {
        private final SparkSession session;
        private final JavaRDD<Copies.Rows> rows;
        private final JavaRDD<Pairs> found;
        private final long leftOut;

        private Found(SparkSession session, JavaRDD<Copies.Rows> rows, JavaRDD<Pairs> found, long leftOut) {
            this.session = session;
            this.rows = rows;
            this.found = found;
            this.leftOut = leftOut;
        }

        /**
         * Returns the first row with the text of each.
         *
         * @return columns {@code id} and "first", the smallest id with the same text; rows of whose text nothing is left
         *     are not there
         */
        public Dataset<Row> firsts() {
            return session.createDataFrame(rows.flatMap(SparkDuplicates::rows), FIRSTS);
        }

        /**
         * Returns the verified pairs of distinct texts.
         *
         * @return columns "first", {@code second} and {@code jaccard}
         */
        public Dataset<Row> pairs() {
            return session.createDataFrame(found.flatMap(SparkDuplicates::rows), PAIRS);
        }

        /**
         * Returns how many candidates were left out unverified.
         *
         * @return the number
         */
        public long leftOut() {
            return leftOut;
        }

        /**
         * Groups rows that are copies of each other or connected by pairs.
         *
         * @return columns {@code id} and {@code cluster}, the smallest id in it; rows that are alone are not there
         */
        public Dataset<Row> clusters() {
            Dataset<Row> roots = Stars.components(
                    pairs().select(col("first").as("a"), col("second").as("b")));
            Dataset<Row> all = firsts().join(roots, col("first").equalTo(col("node")), "left")
                    .select(col("id"), coalesce(col("root"), col("first")).as("cluster"));
            Dataset<Row> sizes = all.groupBy("cluster").agg(count(lit(1)).as("size"));
            return all.join(sizes.where(col("size").gt(1)), "cluster").select("id", "cluster");
        }

        /**
         * Collects the report where the plan runs.
         *
         * @param size how many rows there were, with ids from 0 to one less
         * @return what one machine reports for the texts in the order of ids
         * @throws ArrayIndexOutOfBoundsException if an id is not below the number of rows
         */
        public DuplicateReport report(int size) {
            int[] firstCopyOf = new int[size];
            Arrays.fill(firstCopyOf, -1);
            for (Copies.Rows part : rows.collect()) {
                for (int i = 0; i < part.ids().length; i++) {
                    firstCopyOf[(int) part.ids()[i]] = (int) part.firsts()[i];
                }
            }
            List<DuplicatePair> list = new ArrayList<>();
            for (Pairs part : found.collect()) {
                for (int i = 0; i < part.firsts().length; i++) {
                    list.add(new DuplicatePair((int) part.firsts()[i], (int) part.seconds()[i], part.jaccards()[i]));
                }
            }
            return DuplicateSteps.report(firstCopyOf, list, leftOut);
        }

        /** Gives the memory of executors free. */
        public void unpersist() {
            rows.unpersist();
            found.unpersist();
        }
    }

    /**
     * Finds the near-duplicates among texts.
     *
     * @param texts columns {@code id}, a long, unique, and "text", a string, neither null; smaller ids come first
     * @return what was found, kept by the executors until it is unpersisted
     */
    public Found detect(Dataset<Row> texts) {
        SparkSession session = texts.sparkSession();
        int partitions = partitions(session);
        JavaRDD<Copies.Distinct> distinct = Copies.distinct(
                texts.select(col("id").cast("long"), col("text")).javaRDD(), search, partitions);
        JavaRDD<Copies.Rows> rows = distinct.map(Copies.Distinct::rows).persist(StorageLevel.MEMORY_AND_DISK());
        Copies.Sizes sizes = distinct.zip(rows)
                .map(both -> Copies.Sizes.of(both._1().texts()))
                .fold(Copies.Sizes.NONE, Copies.Sizes::plus);
        JavaRDD<Pairs> found = pairs(distinct.map(Copies.Distinct::texts), sizes.texts(), sizes.length(), partitions);
        long leftOut = found.map(Pairs::leftOut).fold(0L, Long::sum);
        distinct.unpersist();
        return new Found(session, rows, found, leftOut);
    }

    /** The pairs of texts that are normalised and distinct, by how many there are and of how many UTF-16 units. */
    JavaRDD<Pairs> pairs(JavaRDD<Texts> distinct, long count, long length, int partitions) {
        SparkSupplier<NearDuplicates> here = search;
        SparkSupplier<DuplicateSteps> steps = () -> DuplicateSteps.of(here.get(), count, length);
        DuplicateSteps unused = steps.get(); // wrong settings fail here
        return DuplicatePlan.pairs(distinct, steps, partitions, shinglesOfBlock);
    }

    /** How many parts a shuffle makes, by the session's settings. */
    static int partitions(SparkSession session) {
        return Integer.parseInt(session.conf().get("spark.sql.shuffle.partitions"));
    }

    private static Iterator<Row> rows(Copies.Rows part) {
        return IntStream.range(0, part.ids().length)
                .mapToObj(i -> RowFactory.create(part.ids()[i], part.firsts()[i]))
                .iterator();
    }

    private static Iterator<Row> rows(Pairs pairs) {
        return IntStream.range(0, pairs.firsts().length)
                .mapToObj(i -> RowFactory.create(pairs.firsts()[i], pairs.seconds()[i], pairs.jaccards()[i]))
                .iterator();
    }
}
