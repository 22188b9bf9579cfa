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
        /** Pairs of places among texts. */
        static Pairs of(DuplicateSteps.Joined joined, long[] ids) {
            List<DuplicatePair> pairs = joined.pairs();
            return new Pairs(
                    pairs.stream()
                            .mapToLong(pair -> Math.min(ids[pair.first()], ids[pair.second()]))
                            .toArray(),
                    pairs.stream()
                            .mapToLong(pair -> Math.max(ids[pair.first()], ids[pair.second()]))
                            .toArray(),
                    pairs.stream().mapToDouble(DuplicatePair::jaccard).toArray(),
                    joined.leftOut());
        }
    }

    /** The texts that the buckets of a partition hold. */
    @SuppressWarnings("ArrayRecordComponent") // a column
    private record Question(int from, long[] ids) implements Serializable {}

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
     * @param shinglesOfBlock how many a block of a crowd has
     * @return the pairs, each once, kept by the executors until they are unpersisted
     */
    static JavaRDD<Pairs> pairs(
            JavaRDD<Texts> texts, SparkSupplier<DuplicateSteps> steps, int partitions, long shinglesOfBlock) {
        DuplicatePlan plan = new DuplicatePlan(texts, steps, partitions);
        Optional<CrowdPlan.Crowd> crowd = CrowdPlan.of(plan.banded, plan.crowded(), steps, shinglesOfBlock);
        JavaRDD<Pairs> inBuckets =
                plan.inBuckets(crowd.map(CrowdPlan.Crowd::ids).orElse(new long[0]), partitions);
        JavaRDD<Pairs> pairs = crowd.map(joined -> joined.pairs().union(inBuckets))
                .orElse(inBuckets)
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
        return Lazy.mapped(asked, question -> new Tuple2<>(question.from, own.at(places(own.ids(), question.ids))));
    }

    /** Where some of ascending ids are. */
    private static int[] places(long[] all, long[] some) {
        int[] places = new int[some.length];
        int place = 0;
        for (int i = 0; i < some.length; i++) {
            while (all[place] < some[i]) {
                place++;
            }
            places[i] = place;
        }
        return places;
    }

    private static Pairs joined(DuplicateSteps steps, Buckets own, BandedTexts texts, long[] crowd) {
        // The texts are those that were asked for, so their places are those of the buckets.
        Iterable<DuplicateSteps.Bucket> all = () -> IntStream.range(0, own.bands().length)
                .mapToObj(b -> new DuplicateSteps.Bucket(
                        own.bands()[b], Arrays.copyOfRange(own.texts(), own.from(b), own.ends()[b])))
                .iterator();
        BitSet members = new BitSet();
        for (int i = 0; i < texts.size(); i++) {
            members.set(i, isIn(crowd, texts.ids()[i]));
        }
        DuplicateSteps.Joined joined =
                steps.joinBuckets(Arrays.asList(texts.texts().values()), texts.banded(), members, all);
        return Pairs.of(joined, texts.ids());
    }

    /** The texts of all buckets that are very large, ascending. */
    private long[] crowded() {
        return buckets.map(DuplicatePlan::crowded).collect().stream()
                .flatMapToLong(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The texts of buckets that are very large. */
    private static long[] crowded(Buckets own) {
        BitSet texts = new BitSet();
        for (int b = 0; b < own.bands().length; b++) {
            if (own.ends()[b] - own.from(b) > DuplicateSteps.MOST_IN_BUCKET) {
                Arrays.stream(own.texts(), own.from(b), own.ends()[b]).forEach(texts::set);
            }
        }
        return texts.stream().mapToLong(text -> own.ids()[text]).toArray();
    }

    private static boolean isIn(long[] sorted, long value) {
        return Arrays.binarySearch(sorted, value) >= 0;
    }
}
