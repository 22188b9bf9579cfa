/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongToIntFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.DuplicateSteps;
import org.vigie.nlp.duplicate.NearDuplicates;

/**
 * Near-duplicate texts over a cluster: the pairs and clusters of {@link NearDuplicates} on one machine, whatever the number
 * of partitions.
 *
 * <p>The plan: copies become one text before anything else; keys of bands by partition; buckets with one text are
 * dropped before any text is sent; each bucket of the others is one group, compared as on one machine, which bounds what
 * a large one costs; clusters by large stars and small stars. A crowd (see docs/methods/near-duplicates.md) is bounded,
 * and joined where the plan runs. Immutable and thread-safe.
 */
public final class SparkDuplicates {
    private static final StructType NORMALIZED = Columns.schema("id", DataTypes.LongType, "text", DataTypes.StringType);
    private static final StructType SIZE = Columns.schema("texts", DataTypes.LongType, "length", DataTypes.LongType);
    private static final StructType BANDED = Columns.schema(
            "id", DataTypes.LongType,
            "text", DataTypes.StringType,
            "keys", DataTypes.BinaryType,
            "shingles", DataTypes.IntegerType);
    private static final StructType ENTRY =
            Columns.schema("band", DataTypes.IntegerType, "key", DataTypes.IntegerType, "id", DataTypes.LongType);
    private static final StructType SHARED = ENTRY.add("big", DataTypes.BooleanType, false);
    private static final StructType FOUND = Columns.schema(
            "first", DataTypes.LongType,
            "second", DataTypes.LongType,
            "jaccard", DataTypes.DoubleType,
            "left_out", DataTypes.LongType);

    private final SparkSupplier<NearDuplicates> search;

    private SparkDuplicates(SparkSupplier<NearDuplicates> search) {
        this.search = search;
    }

    /**
     * Returns the search with the defaults of {@link NearDuplicates#withDefaults()}.
     *
     * @return the search
     */
    public static SparkDuplicates withDefaults() {
        return new SparkDuplicates(NearDuplicates::withDefaults);
    }

    /**
     * Sets how near-duplicates are found.
     *
     * @param newSearch makes the search, by lsh and without rewording or cohesion, on an executor
     * @return the changed search
     */
    public SparkDuplicates withSearch(SparkSupplier<NearDuplicates> newSearch) {
        return new SparkDuplicates(newSearch);
    }

    /**
     * What was found.
     *
     * @param firsts columns {@code id} and "first", the smallest id with the same text; rows of whose text nothing
     *     is left are not there
     * @param pairs columns "first", {@code second} and {@code jaccard} of the verified pairs of distinct texts
     * @param leftOut how many candidates were left out unverified
     */
    public record Found(Dataset<Row> firsts, Dataset<Row> pairs, long leftOut) {
        /**
         * Groups rows that are copies of each other or connected by pairs.
         *
         * @return columns {@code id} and {@code cluster}, the smallest id in it; rows that are alone are not there
         */
        public Dataset<Row> clusters() {
            Dataset<Row> roots = Stars.components(
                    pairs.select(col("first").as("a"), col("second").as("b")));
            Dataset<Row> all = firsts.join(roots, col("first").equalTo(col("node")), "left")
                    .select(col("id"), coalesce(col("root"), col("first")).as("cluster"));
            Dataset<Row> sizes = all.groupBy("cluster").agg(count(lit(1)).as("size"));
            return all.join(sizes.where(col("size").gt(1)), "cluster").select("id", "cluster");
        }

        /**
         * Collects the report where the plan runs.
         *
         * @param rows how many rows there were, with ids from 0 to one less
         * @return what one machine reports for the texts in the order of ids
         * @throws ArrayIndexOutOfBoundsException if an id is not below the number of rows
         */
        public DuplicateReport report(int rows) {
            int[] firstCopyOf = new int[rows];
            Arrays.fill(firstCopyOf, -1);
            firsts.collectAsList().forEach(row -> firstCopyOf[(int) row.getLong(0)] = (int) row.getLong(1));
            return DuplicateSteps.report(firstCopyOf, collected(pairs, id -> (int) id), leftOut);
        }

        /** Gives the memory of executors free. */
        public void unpersist() {
            firsts.unpersist();
            pairs.unpersist();
        }
    }

    static List<DuplicatePair> collected(Dataset<Row> pairs, LongToIntFunction rowOf) {
        List<DuplicatePair> list = new ArrayList<>();
        pairs.collectAsList()
                .forEach(row -> list.add(new DuplicatePair(
                        rowOf.applyAsInt(row.getLong(0)), rowOf.applyAsInt(row.getLong(1)), row.getDouble(2))));
        return list;
    }

    /**
     * Finds the near-duplicates among texts.
     *
     * @param texts columns {@code id}, a long, unique, and "text", a string, neither null; smaller ids come first
     * @return what was found, kept by the executors until it is unpersisted
     */
    public Found detect(Dataset<Row> texts) {
        SparkSupplier<NearDuplicates> here = search;
        Dataset<Row> normalized = texts.select(col("id").cast("long"), col("text"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            var normalizer = here.get().normalizer();
                            return mapped(
                                    rows,
                                    row -> RowFactory.create(
                                            row.getLong(0),
                                            SafeText.encode(normalizer.normalize(SafeText.decode(row.getString(1))))));
                        },
                        Encoders.row(NORMALIZED))
                .where(col("text").notEqual(""))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> distinct = normalized
                .groupBy("text")
                .agg(min("id").as("first"), count(lit(1)).as(HotKeys.ROWS))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> firsts = HotKeys.join(normalized, distinct, "text", "id")
                .select("id", "first")
                .persist(StorageLevel.MEMORY_AND_DISK());
        Found found = detectDistinct(distinct.select(col("first").as("id"), col("text")));
        firsts.count();
        distinct.unpersist();
        normalized.unpersist();
        return new Found(firsts, found.pairs(), found.leftOut());
    }

    /** Finds the pairs of texts that are normalised and distinct; they are their own first copies. */
    Found detectDistinct(Dataset<Row> distinct) {
        SparkSupplier<NearDuplicates> here = search;
        Row size = distinct.select("id", "text")
                .mapPartitions((MapPartitionsFunction<Row, Row>) SparkDuplicates::size, Encoders.row(SIZE))
                .agg(coalesce(sum("texts"), lit(0L)), coalesce(sum("length"), lit(0L)))
                .first();
        long texts = size.getLong(0);
        long length = size.getLong(1);
        SparkSupplier<DuplicateSteps> steps = () -> DuplicateSteps.of(here.get(), texts, length);
        DuplicateSteps unused = steps.get(); // wrong settings fail here
        Dataset<Row> banded = distinct.mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            DuplicateSteps own = steps.get();
                            return mapped(rows, row -> banded(own, row));
                        },
                        Encoders.row(BANDED))
                .where(col("shingles").gt(0))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> shared = shared(banded).persist(StorageLevel.MEMORY_AND_DISK());
        Crowd crowd = crowd(steps, banded, shared.where(col("big")).select("id").distinct());
        Dataset<Row> flags =
                banded.sparkSession().createDataset(crowd.ids, Encoders.LONG()).toDF("member");
        Dataset<Row> found = shared.join(banded.select("id", "text", "keys"), "id")
                .join(flags, col("id").equalTo(col("member")), "left")
                .select("band", "key", "id", "text", "keys", "member")
                .repartition(col("band"), col("key"))
                .sortWithinPartitions("band", "key", "id")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> {
                            DuplicateSteps own = steps.get();
                            return Grouped.map(rows, SparkDuplicates::isSameBucket, bucket -> joined(own, bucket));
                        },
                        Encoders.row(FOUND))
                .persist(StorageLevel.MEMORY_AND_DISK());
        long leftOut = found.agg(coalesce(sum("left_out"), lit(0L))).first().getLong(0);
        Dataset<Row> pairs = found.where(col("first").geq(0))
                .union(banded.sparkSession().createDataFrame(crowd.pairs, FOUND))
                .select("first", "second", "jaccard")
                .persist(StorageLevel.MEMORY_AND_DISK());
        pairs.count();
        found.unpersist();
        shared.unpersist();
        banded.unpersist();
        return new Found(
                distinct.select(col("id"), col("id").as("first")), pairs, Math.addExact(leftOut, crowd.leftOut));
    }

    /** How many texts a partition has, and of how many UTF-16 units. */
    private static Iterator<Row> size(Iterator<Row> rows) {
        long texts = 0;
        long length = 0;
        while (rows.hasNext()) {
            texts++;
            length += SafeText.decode(rows.next().getString(1)).length();
        }
        return List.of(RowFactory.create(texts, length)).iterator();
    }

    private static Row banded(DuplicateSteps steps, Row row) {
        DuplicateSteps.Banded banded = steps.band(SafeText.decode(row.getString(1)));
        return RowFactory.create(row.getLong(0), row.getString(1), Columns.bytes(banded.keys()), banded.shingles());
    }

    /** The entries of buckets that more than one text is in, and whether they are very many. */
    private static Dataset<Row> shared(Dataset<Row> banded) {
        return banded.select("id", "keys")
                .flatMap((FlatMapFunction<Row, Row>) SparkDuplicates::entries, Encoders.row(ENTRY))
                .repartition(col("band"), col("key"))
                .sortWithinPartitions("band", "key", "id")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                rows -> Grouped.map(rows, SparkDuplicates::isSameBucket, SparkDuplicates::kept),
                        Encoders.row(SHARED));
    }

    private static Iterator<Row> entries(Row row) {
        int[] keys = Columns.ints(row.getAs(1));
        List<Row> entries = new ArrayList<>();
        for (int band = 0; band < keys.length; band++) {
            entries.add(RowFactory.create(band, keys[band], row.getLong(0)));
        }
        return entries.iterator();
    }

    private static Iterator<Row> kept(List<Row> bucket) {
        boolean big = bucket.size() > DuplicateSteps.MOST_IN_BUCKET;
        return bucket.size() < 2
                ? List.<Row>of().iterator()
                : bucket.stream()
                        .map(e -> RowFactory.create(e.getInt(0), e.getInt(1), e.getLong(2), big))
                        .iterator();
    }

    private static boolean isSameBucket(Row a, Row b) {
        return a.getInt(0) == b.getInt(0) && a.getInt(1) == b.getInt(1);
    }

    private static Iterator<Row> joined(DuplicateSteps steps, List<Row> bucket) {
        BitSet crowd = new BitSet();
        List<String> texts = new ArrayList<>();
        List<int[]> keys = new ArrayList<>();
        for (Row row : bucket) {
            crowd.set(texts.size(), !row.isNullAt(5));
            texts.add(SafeText.decode(row.getString(3)));
            keys.add(Columns.ints(row.getAs(4)));
        }
        return rows(
                        steps.joinBucket(bucket.get(0).getInt(0), texts, keys, crowd),
                        bucket.stream().map(row -> row.getLong(2)).toList())
                .iterator();
    }

    /** Pairs with their ids, and what was left out in a row of its own. */
    private static List<Row> rows(DuplicateSteps.Joined joined, List<Long> ids) {
        List<Row> rows = new ArrayList<>();
        for (DuplicatePair pair : joined.pairs()) {
            rows.add(RowFactory.create(ids.get(pair.first()), ids.get(pair.second()), pair.jaccard(), 0L));
        }
        if (joined.leftOut() > 0) {
            rows.add(RowFactory.create(-1L, -1L, 0.0, joined.leftOut()));
        }
        return rows;
    }

    /** The texts of a crowd that was joined, and its pairs; nothing if there is none, or it is dissolved. */
    private record Crowd(List<Long> ids, List<Row> pairs, long leftOut) {
        static final Crowd NONE = new Crowd(List.of(), List.of(), 0);
    }

    private static Crowd crowd(SparkSupplier<DuplicateSteps> steps, Dataset<Row> banded, Dataset<Row> ids) {
        Dataset<Row> members = banded.join(ids, "id").select("id", "text", "shingles");
        Row size =
                members.agg(count(lit(1)), coalesce(sum("shingles"), lit(0L))).first();
        if (size.getLong(0) == 0 || size.getLong(1) > DuplicateSteps.MOST_SHINGLES_OF_CROWD) {
            return Crowd.NONE;
        }
        List<Row> rows = members.sort("id").collectAsList();
        List<String> texts =
                rows.stream().map(row -> SafeText.decode(row.getString(1))).toList();
        List<Long> numbers = rows.stream().map(row -> row.getLong(0)).toList();
        Optional<DuplicateSteps.Joined> joined = steps.get().joinCrowd(texts);
        return joined.map(j -> new Crowd(numbers, rows(new DuplicateSteps.Joined(j.pairs(), 0), numbers), j.leftOut()))
                .orElse(Crowd.NONE);
    }

    static Iterator<Row> mapped(Iterator<Row> rows, Function<Row, Row> work) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return work.apply(rows.next());
            }
        };
    }
}
