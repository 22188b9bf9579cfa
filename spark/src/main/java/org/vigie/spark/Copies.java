/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import org.vigie.core.column.StringTable;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.spark.BandedTexts.Texts;
import scala.Tuple2;

/**
 * Brings the copies of a text together. A text goes to its partition once for many rows, so that one in half of all rows
 * costs that partition 12 bytes a row.
 */
final class Copies {
    /** Rows whose copies are joined before they travel. */
    private static final int BATCH = 20_000;

    private static final int SPREAD = 0x9E3779B1;

    private final StringTable texts = new StringTable();
    private final IntList textOf = new IntList();
    private final LongList ids = new LongList();

    private Copies() {}

    /** Texts and, by row, its id and the place of its text. */
    @SuppressWarnings("ArrayRecordComponent") // columns
    private record Sent(Strings texts, int[] textOf, long[] ids) implements Serializable {}

    /**
     * Rows of texts.
     *
     * @param ids of the rows
     * @param firsts by row the smallest id with its text
     */
    @SuppressWarnings("ArrayRecordComponent") // columns
    record Rows(long[] ids, long[] firsts) implements Serializable {}

    /**
     * The texts of a partition and their rows.
     *
     * @param texts each under the smallest id of its rows, ascending
     * @param rows all of them
     */
    record Distinct(Texts texts, Rows rows) implements Serializable {}

    /** How many texts there are, and of how many UTF-16 units. */
    record Sizes(long texts, long length) implements Serializable {
        static final Sizes NONE = new Sizes(0, 0);

        static Sizes of(Texts texts) {
            return new Sizes(texts.ids().length, texts.length());
        }

        Sizes plus(Sizes other) {
            return new Sizes(texts + other.texts, length + other.length);
        }
    }

    /** The distinct normalised texts of rows (id, text), none of which is empty, kept until they are unpersisted. */
    static JavaRDD<Distinct> distinct(JavaRDD<Row> rows, SparkSupplier<NearDuplicates> search, int partitions) {
        return JavaPairRDD.fromJavaRDD(
                        rows.mapPartitions(own -> new Batches(own, search.get().normalizer(), partitions)))
                .partitionBy(new HashPartitioner(partitions))
                .values()
                .mapPartitions(sent -> {
                    Copies copies = new Copies();
                    sent.forEachRemaining(copies::add);
                    return List.of(copies.distinct()).iterator();
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private void add(Sent sent) {
        int[] numbers = Arrays.stream(sent.texts.values()).mapToInt(texts::add).toArray();
        for (int i = 0; i < sent.ids.length; i++) {
            textOf.add(numbers[sent.textOf[i]]);
            ids.add(sent.ids[i]);
        }
    }

    private Distinct distinct() {
        long[] first = new long[texts.size()];
        Arrays.fill(first, Long.MAX_VALUE);
        for (int i = 0; i < ids.size(); i++) {
            first[textOf.get(i)] = Math.min(first[textOf.get(i)], ids.get(i));
        }
        // In this order they are asked for.
        int[] order = Keyed.of(first).order();
        Texts ordered = new Texts(
                Arrays.stream(order).mapToLong(text -> first[text]).toArray(),
                Strings.of(order.length, i -> texts.get(order[i])));
        long[] firsts =
                Arrays.stream(textOf.toArray()).mapToLong(text -> first[text]).toArray();
        return new Distinct(ordered, new Rows(ids.toArray(), firsts));
    }

    /** Rows on their way, each batch with the number of its partition. */
    private static final class Batches implements Iterator<Tuple2<Integer, Sent>> {
        private final Iterator<Row> rows;
        private final TextNormalizer normalizer;
        private final int partitions;
        private Iterator<Tuple2<Integer, Sent>> ready = Collections.emptyIterator();

        Batches(Iterator<Row> rows, TextNormalizer normalizer, int partitions) {
            this.rows = rows;
            this.normalizer = normalizer;
            this.partitions = partitions;
        }

        @Override
        public boolean hasNext() {
            while (!ready.hasNext() && rows.hasNext()) {
                ready = batch();
            }
            return ready.hasNext();
        }

        @Override
        public Tuple2<Integer, Sent> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.next();
        }

        private Iterator<Tuple2<Integer, Sent>> batch() {
            Map<String, LongList> idsOf = new LinkedHashMap<>();
            for (int i = 0; i < BATCH && rows.hasNext(); i++) {
                Row row = rows.next();
                String text = normalizer.normalize(SafeText.decode(row.getString(1)));
                if (!text.isEmpty()) {
                    idsOf.computeIfAbsent(text, t -> new LongList()).add(row.getLong(0));
                }
            }
            @Nullable Parcel[] parcels = new Parcel[partitions];
            idsOf.forEach((text, ids) -> {
                int to = Math.floorMod((text.hashCode() * SPREAD) >>> 8, partitions);
                Parcel parcel = parcels[to];
                if (parcel == null) {
                    parcel = new Parcel();
                    parcels[to] = parcel;
                }
                parcel.add(text, ids);
            });
            List<Tuple2<Integer, Sent>> sent = new ArrayList<>();
            for (int to = 0; to < partitions; to++) {
                Parcel parcel = parcels[to];
                if (parcel != null) {
                    sent.add(new Tuple2<>(to, parcel.sent()));
                }
            }
            return sent.iterator();
        }
    }

    private static final class Parcel {
        private final List<String> texts = new ArrayList<>();
        private final IntList textOf = new IntList();
        private final LongList ids = new LongList();

        void add(String text, LongList idsOfText) {
            for (int i = 0; i < idsOfText.size(); i++) {
                textOf.add(texts.size());
                ids.add(idsOfText.get(i));
            }
            texts.add(text);
        }

        Sent sent() {
            return new Sent(new Strings(texts.toArray(String[]::new)), textOf.toArray(), ids.toArray());
        }
    }
}
