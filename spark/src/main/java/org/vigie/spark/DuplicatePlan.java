/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.vigie.core.column.LongList;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateSteps;
import org.vigie.spark.BandedTexts.Texts;
import org.vigie.spark.KeyShelf.Buckets;
import scala.Tuple2;

/**
 * The steps of {@link SparkDuplicates} from distinct texts to pairs.
 *
 * <p>Keys of bands meet by band and key, and those that one text alone has end there. Whoever has the buckets asks the
 * partitions where their texts are, once for each text, and compares each bucket as one machine does. Not thread-safe.
 */
final class DuplicatePlan {
    private final JavaSparkContext context;
    private final SparkSupplier<DuplicateSteps> steps;
    private final JavaRDD<BandedTexts> banded;
    private final JavaRDD<Buckets> buckets;

    /** Pairs in columns, and how many candidates were left out. */
    @SuppressWarnings("ArrayRecordComponent") // columns
    record Pairs(long[] firsts, long[] seconds, double[] jaccards, long leftOut) implements Serializable {
        static final Pairs NONE = new Pairs(new long[0], new long[0], new double[0], 0);

        /** Pairs of places among texts whose ids ascend. */
        static Pairs of(DuplicateSteps.Joined joined, long[] ids) {
            List<DuplicatePair> pairs = joined.pairs();
            return new Pairs(
                    pairs.stream().mapToLong(pair -> ids[pair.first()]).toArray(),
                    pairs.stream().mapToLong(pair -> ids[pair.second()]).toArray(),
                    pairs.stream().mapToDouble(DuplicatePair::jaccard).toArray(),
                    joined.leftOut());
        }
    }

    /** The texts that the buckets of a partition hold. */
    @SuppressWarnings("ArrayRecordComponent") // a column
    private record Question(int from, long[] ids) implements Serializable {}

    /** The texts of a crowd that was joined, and its pairs; nothing if there is none, or it is dissolved. */
    @SuppressWarnings("ArrayRecordComponent") // a column
    private record Crowd(long[] ids, Pairs pairs) {
        static final Crowd NONE = new Crowd(new long[0], Pairs.NONE);
    }

    private DuplicatePlan(JavaRDD<Texts> texts, SparkSupplier<DuplicateSteps> steps, int partitions) {
        context = JavaSparkContext.fromSparkContext(texts.context());
        this.steps = steps;
        banded = texts.mapPartitions(chunks -> {
                    DuplicateSteps own = steps.get();
                    return Lazy.mapped(chunks, chunk -> BandedTexts.of(chunk, own));
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
        int homes = banded.getNumPartitions();
        buckets = JavaPairRDD.fromJavaRDD(
                        banded.mapPartitionsWithIndex((home, own) -> KeyShelf.sent(home, own, partitions), true))
                .partitionBy(new HashPartitioner(partitions))
                .values()
                .mapPartitions(keys -> List.of(KeyShelf.buckets(keys, homes)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /**
     * Finds all pairs.
     *
     * @param texts distinct and normalised; a partition that is made again must have the same ones
     * @param steps of the search for them
     * @param partitions how many parts the buckets make
     * @return the pairs, each once, kept by the executors until they are unpersisted
     */
    static JavaRDD<Pairs> pairs(JavaRDD<Texts> texts, SparkSupplier<DuplicateSteps> steps, int partitions) {
        DuplicatePlan plan = new DuplicatePlan(texts, steps, partitions);
        Crowd crowd = plan.crowd();
        JavaRDD<Pairs> pairs = plan.inBuckets(crowd.ids, partitions)
                .union(plan.context.parallelize(List.of(crowd.pairs), 1))
                .persist(StorageLevel.MEMORY_AND_DISK());
        pairs.count();
        plan.buckets.unpersist();
        plan.banded.unpersist();
        return pairs;
    }

    private JavaRDD<Pairs> inBuckets(long[] crowd, int partitions) {
        SparkSupplier<DuplicateSteps> made = steps;
        Broadcast<long[]> members = context.broadcast(crowd);
        JavaRDD<Question> asked = JavaPairRDD.fromJavaRDD(buckets.mapPartitionsWithIndex(DuplicatePlan::asked, true))
                .partitionBy(new HashPartitioner(banded.getNumPartitions()))
                .values();
        JavaRDD<BandedTexts> answers = JavaPairRDD.fromJavaRDD(banded.zipPartitions(asked, DuplicatePlan::answers))
                .partitionBy(new HashPartitioner(partitions))
                .values();
        return buckets.zipPartitions(answers, (own, texts) -> {
            Pairs found = joined(made.get(), own.next(), BandedTexts.sorted(Lazy.list(texts)), members.value());
            return List.of(found).iterator();
        });
    }

    private static Iterator<Tuple2<Integer, Question>> asked(int from, Iterator<Buckets> own) {
        long[][] byHome = own.next().byHome();
        return IntStream.range(0, byHome.length)
                .filter(home -> byHome[home].length > 0)
                .mapToObj(home -> new Tuple2<>(home, new Question(from, byHome[home])))
                .iterator();
    }

    private static Iterator<Tuple2<Integer, BandedTexts>> answers(
            Iterator<BandedTexts> chunks, Iterator<Question> asked) {
        if (!asked.hasNext()) {
            return Collections.emptyIterator();
        }
        BandedTexts own = BandedTexts.sorted(Lazy.list(chunks));
        return Lazy.mapped(asked, question -> {
            int[] places = Arrays.stream(question.ids)
                    .mapToInt(id -> Arrays.binarySearch(own.ids(), id))
                    .toArray();
            return new Tuple2<>(question.from, own.at(places));
        });
    }

    private static Pairs joined(DuplicateSteps steps, Buckets own, BandedTexts texts, long[] crowd) {
        Iterable<DuplicateSteps.Bucket> all = () -> IntStream.range(0, own.bands().length)
                .mapToObj(b -> new DuplicateSteps.Bucket(
                        own.bands()[b],
                        Arrays.stream(own.ids(), own.from(b), own.ends()[b])
                                .mapToInt(id -> Arrays.binarySearch(texts.ids(), id))
                                .toArray()))
                .iterator();
        BitSet members = new BitSet();
        for (int i = 0; i < texts.size(); i++) {
            members.set(i, isIn(crowd, texts.ids()[i]));
        }
        DuplicateSteps.Joined joined =
                steps.joinBuckets(Arrays.asList(texts.texts().values()), texts.banded(), members, all);
        return Pairs.of(joined, texts.ids());
    }

    private Crowd crowd() {
        long[] ids = buckets.map(DuplicatePlan::crowded).collect().stream()
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        if (ids.length == 0) {
            return Crowd.NONE;
        }
        Broadcast<long[]> members = context.broadcast(ids);
        JavaRDD<BandedTexts> texts =
                banded.map(chunk -> chunk.where(place -> isIn(members.value(), chunk.ids()[place])));
        long shingles = texts.map(
                        chunk -> Arrays.stream(chunk.shingles()).asLongStream().sum())
                .fold(0L, Long::sum);
        if (shingles > DuplicateSteps.MOST_SHINGLES_OF_CROWD) {
            return Crowd.NONE;
        }
        BandedTexts all = BandedTexts.sorted(texts.collect());
        Optional<DuplicateSteps.Joined> joined =
                steps.get().joinCrowd(Arrays.asList(all.texts().values()));
        return joined.map(j -> new Crowd(ids, Pairs.of(j, all.ids()))).orElse(Crowd.NONE);
    }

    /** The texts of buckets that are very large. */
    private static long[] crowded(Buckets own) {
        LongList ids = new LongList();
        for (int b = 0; b < own.bands().length; b++) {
            if (own.ends()[b] - own.from(b) > DuplicateSteps.MOST_IN_BUCKET) {
                Arrays.stream(own.ids(), own.from(b), own.ends()[b]).forEach(ids::add);
            }
        }
        return Keyed.distinct(ids.toArray());
    }

    private static boolean isIn(long[] sorted, long value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }
}
