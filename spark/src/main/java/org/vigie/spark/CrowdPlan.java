/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.vigie.core.column.LongList;
import org.vigie.nlp.duplicate.DuplicateSteps;
import org.vigie.spark.BandedTexts.Texts;
import org.vigie.spark.DuplicatePlan.Pairs;
import scala.Tuple2;

/**
 * The exact join of a crowd, in blocks of texts: each task has the texts of two blocks, so what it needs is bounded. Where the
 * plan runs there are some 30 bytes a text, and the texts that decide whether the crowd is joined.
 */
final class CrowdPlan {
    /** Of a block: more would make fewer tasks that need more memory. */
    static final long MOST_SHINGLES_OF_BLOCK = 1 << 24;

    private CrowdPlan() {}

    /**
     * A crowd that is joined.
     *
     * @param ids of its texts, ascending
     * @param pairs all of them, found when they are asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // a column
    record Crowd(long[] ids, JavaRDD<Pairs> pairs) {}

    /** What the plan has to know of texts. */
    @SuppressWarnings("ArrayRecordComponent") // columns
    private record Sized(long[] ids, int[] shingles) implements Serializable {}

    /** Texts of one of the two blocks of a task. */
    private record Part(boolean isSecond, Texts texts) implements Serializable {}

    /** Texts that wait. */
    private static final class Builder {
        private final LongList ids = new LongList();
        private final List<String> texts = new ArrayList<>();

        private Texts texts() {
            return new Texts(ids.toArray(), new Strings(texts.toArray(String[]::new)));
        }
    }

    /**
     * Decides as one machine does whether a crowd is joined.
     *
     * @param banded all texts, kept by the executors
     * @param ids of the texts of the crowd, ascending
     * @param most how many shingles a block has
     * @return the crowd; nothing if there is none, or it is dissolved
     */
    static Optional<Crowd> of(JavaRDD<BandedTexts> banded, long[] ids, SparkSupplier<DuplicateSteps> steps, long most) {
        if (ids.length == 0) {
            return Optional.empty();
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(banded.context());
        Broadcast<long[]> members = context.broadcast(ids);
        int[] shingles = new int[ids.length];
        for (Sized part : banded.map(chunk -> sized(chunk, members.value())).collect()) {
            for (int i = 0; i < part.ids.length; i++) {
                shingles[Arrays.binarySearch(ids, part.ids[i])] = part.shingles[i];
            }
        }
        if (Arrays.stream(shingles).asLongStream().sum() > DuplicateSteps.MOST_SHINGLES_OF_CROWD
                || !mayBeJoined(banded, ids, shingles, steps.get())) {
            return Optional.empty();
        }
        CrowdBlocks blocks = CrowdBlocks.of(shingles, most, steps.get());
        return Optional.of(new Crowd(ids, pairs(banded, members, context.broadcast(blocks), blocks.tasks(), steps)));
    }

    private static Sized sized(BandedTexts chunk, long[] members) {
        int[] places = places(chunk, members);
        return new Sized(
                Arrays.stream(places).mapToLong(place -> chunk.ids()[place]).toArray(),
                Arrays.stream(places).map(place -> chunk.shingles()[place]).toArray());
    }

    private static int[] places(BandedTexts chunk, long[] members) {
        return IntStream.range(0, chunk.size())
                .filter(place -> Arrays.binarySearch(members, chunk.ids()[place]) >= 0)
                .toArray();
    }

    private static boolean mayBeJoined(JavaRDD<BandedTexts> banded, long[] ids, int[] shingles, DuplicateSteps steps) {
        long[] drawn = Keyed.distinct(Arrays.stream(DuplicateSteps.drawnOfCrowd(ids.length))
                .mapToLong(place -> ids[place])
                .toArray());
        String[] texts = new String[drawn.length];
        for (Texts part :
                banded.map(chunk -> texts(chunk, places(chunk, drawn))).collect()) {
            for (int i = 0; i < part.ids().length; i++) {
                texts[Arrays.binarySearch(drawn, part.ids()[i])] = part.texts().get(i);
            }
        }
        return steps.mayJoinCrowd(shingles, place -> texts[Arrays.binarySearch(drawn, ids[place])]);
    }

    private static Texts texts(BandedTexts chunk, int[] places) {
        return new Texts(
                Arrays.stream(places).mapToLong(place -> chunk.ids()[place]).toArray(),
                Strings.of(places.length, i -> chunk.texts().get(places[i])));
    }

    private static JavaRDD<Pairs> pairs(
            JavaRDD<BandedTexts> banded,
            Broadcast<long[]> members,
            Broadcast<CrowdBlocks> blocks,
            int tasks,
            SparkSupplier<DuplicateSteps> steps) {
        return JavaPairRDD.fromJavaRDD(banded.mapPartitions(chunks -> sent(chunks, members.value(), blocks.value())))
                .partitionBy(new HashPartitioner(tasks))
                .values()
                .mapPartitions(parts -> List.of(joined(parts, steps.get())).iterator());
    }

    /** The texts of the crowd by task; of each task those of its two blocks travel apart. */
    private static Iterator<Tuple2<Integer, Part>> sent(
            Iterator<BandedTexts> chunks, long[] members, CrowdBlocks blocks) {
        int[][] tasksOfBlocks = blocks.tasksOfBlocks();
        Parcels<Builder, Texts> parcels = new Parcels<>(2 * blocks.tasks(), Builder::new, Builder::texts);
        Iterator<Tuple2<Integer, Texts>> sent = Lazy.flat(
                chunks,
                chunk -> {
                    for (int i = 0; i < chunk.size(); i++) {
                        int member = Arrays.binarySearch(members, chunk.ids()[i]);
                        if (member < 0) {
                            continue;
                        }
                        int block = blocks.blockOf()[member];
                        for (int task : tasksOfBlocks[block]) {
                            Builder next = parcels.next(2 * task + (blocks.firsts()[task] == block ? 0 : 1));
                            next.ids.add(chunk.ids()[i]);
                            next.texts.add(chunk.texts().get(i));
                        }
                    }
                    return parcels.full();
                },
                parcels::rest);
        return Lazy.mapped(sent, parcel -> new Tuple2<>(parcel._1() / 2, new Part(parcel._1() % 2 > 0, parcel._2())));
    }

    private static Pairs joined(Iterator<Part> came, DuplicateSteps steps) {
        List<Part> parts = Lazy.list(came);
        parts.sort(Comparator.comparing(Part::isSecond));
        long[] ids = parts.stream()
                .flatMapToLong(part -> Arrays.stream(part.texts.ids()))
                .toArray();
        List<String> texts = parts.stream()
                .flatMap(part -> Arrays.stream(part.texts.texts().values()))
                .toList();
        int firsts = parts.stream()
                .filter(part -> !part.isSecond)
                .mapToInt(part -> part.texts.ids().length)
                .sum();
        return Pairs.of(firsts == ids.length ? steps.joinCrowd(texts) : steps.joinCrowd(texts, firsts), ids);
    }
}
