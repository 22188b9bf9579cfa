/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.text.TextNormalizer;
import org.vigie.spark.BandedTexts.Texts;
import scala.Tuple2;

/**
 * Brings the copies of a text together. A text goes to its partition once for many rows, so that one in half of all rows
 * costs that partition 12 bytes a row. Not thread-safe.
 */
final class Copies {
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
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
        return rows.mapPartitionsToPair(own -> byText(own, search.get().normalizer(), partitions))
                .partitionBy(new HashPartitioner(partitions))
                .values()
                .mapPartitions(sent -> {
                    Copies copies = new Copies();
                    sent.forEachRemaining(copies::add);
                    return List.of(copies.distinct()).iterator();
                })
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static Iterator<Tuple2<Integer, Sent>> byText(
            Iterator<Row> rows, TextNormalizer normalizer, int partitions) {
        Parcels<Copies, Sent> parcels = new Parcels<>(partitions, Copies::new, Copies::sent);
        return Lazy.flat(
                rows,
                row -> {
                    String text = normalizer.normalize(SafeText.decode(row.getString(1)));
                    if (!text.isEmpty()) {
                        Copies next = parcels.next(parcels.partition(text));
                        next.textOf.add(next.place(text));
                        next.ids.add(row.getLong(0));
                    }
                    return parcels.full();
                },
                parcels::rest);
    }

    private int place(String text) {
        Integer known = places.putIfAbsent(text, texts.size());
        if (known == null) {
            texts.add(text);
            return texts.size() - 1;
        }
        return known;
    }

    private Sent sent() {
        return new Sent(new Strings(texts.toArray(String[]::new)), textOf.toArray(), ids.toArray());
    }

    private void add(Sent sent) {
        int[] own = Arrays.stream(sent.texts.values()).mapToInt(this::place).toArray();
        for (int i = 0; i < sent.ids.length; i++) {
            textOf.add(own[sent.textOf[i]]);
            ids.add(sent.ids[i]);
        }
    }

    private Distinct distinct() {
        long[] first = new long[texts.size()];
        Arrays.fill(first, Long.MAX_VALUE);
        for (int i = 0; i < ids.size(); i++) {
            first[textOf.get(i)] = Math.min(first[textOf.get(i)], ids.get(i));
        }
        int[] order = Keyed.of(first).order();
        Texts ascending = new Texts(
                Arrays.stream(order).mapToLong(text -> first[text]).toArray(),
                Strings.of(order.length, i -> texts.get(order[i])));
        long[] firsts =
                Arrays.stream(textOf.toArray()).mapToLong(text -> first[text]).toArray();
        return new Distinct(ascending, new Rows(ids.toArray(), firsts));
    }
}
