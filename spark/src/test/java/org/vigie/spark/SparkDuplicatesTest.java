/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.nlp.duplicate.DuplicateCluster;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.DuplicateSteps;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Post;

class SparkDuplicatesTest {
    private static final StructType TEXTS = Columns.schema("id", DataTypes.LongType, "text", DataTypes.StringType);

    private static void assertSame(DuplicateReport found, DuplicateReport expected) {
        assertThat(found.pairs()).isEqualTo(expected.pairs());
        assertThat(found.clusters()).hasSameSizeAs(expected.clusters());
        assertThat(found.clusters().toString()).isEqualTo(expected.clusters().toString());
        for (int i = 0; i < expected.clusters().size(); i++) {
            assertThat(found.clusters().get(i).members())
                    .isEqualTo(expected.clusters().get(i).members());
        }
        assertThat(found.distinct()).isEqualTo(expected.distinct());
        assertThat(found.cappedPairs()).isEqualTo(expected.cappedPairs());
    }

    private static Map<Long, Long> clusters(DuplicateReport report) {
        Map<Long, Long> clusterOf = new TreeMap<>();
        for (DuplicateCluster cluster : report.clusters()) {
            for (int member : cluster.members()) {
                clusterOf.put((long) member, (long) cluster.members()[0]);
            }
        }
        return clusterOf;
    }

    private static Map<Long, Long> clusters(Dataset<Row> rows) {
        return new TreeMap<>(
                rows.collectAsList().stream().collect(Collectors.toMap(r -> r.getLong(0), r -> r.getLong(1))));
    }

    private static SparkDuplicates.Found detect(SparkDuplicates search, List<String> texts, int partitions) {
        SparkSession session = Local.session(partitions);
        return search.detect(Local.rows(
                session,
                partitions,
                TEXTS,
                Local.texts(texts.stream().map(SafeText::encode).toList())));
    }

    /** Takes a minute: ./mvnw -Pspark -pl spark -am verify -Dvigie.spark=full. */
    @Test
    @EnabledIfSystemProperty(named = "vigie.spark", matches = "full")
    void sameOver64Partitions() {
        sameAsOneMachine(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void sameAsOneMachine(int partitions) {
        List<String> texts =
                new ArrayList<>(Local.posts(1_000).stream().map(Post::text).toList());
        texts.add("");
        texts.add("the quay was closed when we came \ud83d and nobody had said a word");
        texts.add("the quay was closed when we came \ud83d and nobody has said a word");
        DuplicateReport expected = NearDuplicates.withDefaults().withSeed(3).detect(texts);
        assertThat(expected.pairs()).isNotEmpty();

        SparkDuplicates search = SparkDuplicates.withDefaults()
                .withSearch(() -> NearDuplicates.withDefaults().withSeed(3));
        SparkDuplicates.Found found = detect(search, texts, partitions);

        assertSame(found.report(texts.size()), expected);
        if (partitions == 4) { // many rounds; one number of partitions is enough
            assertThat(clusters(found.clusters())).isEqualTo(clusters(expected));
        }
        found.unpersist();
    }

    /** Texts that share a footer are a crowd that is joined; variants of one text are one that is dissolved. */
    @Test
    void crowdsAreThoseOfOneMachine() {
        List<String> texts = new ArrayList<>();
        String footer = " read more on our page and tell all of your friends and neighbours about it today please";
        for (int i = 0; i < 2_300; i++) {
            texts.add("note " + Integer.toString(i * 7919, 36) + footer);
        }
        DuplicateReport expected =
                NearDuplicates.withDefaults().withThreshold(0.9).detect(texts);

        SparkDuplicates search = SparkDuplicates.withDefaults()
                .withSearch(() -> NearDuplicates.withDefaults().withThreshold(0.9));
        SparkDuplicates.Found found = detect(search, texts, 4);

        assertSame(found.report(texts.size()), expected);
    }

    /** Footers of three lengths make a crowd; the longest is too long for a pair with the others. */
    @ParameterizedTest
    @CsvSource({"1, 10000000", "1, 60000", "4, 10000000", "4, 60000", "4, 6000"})
    void aCrowdIsThatOfOneMachineInAnyNumberOfBlocks(int partitions, long shinglesOfBlock) {
        List<String> texts = new ArrayList<>();
        String footer = " read more on our page and tell all of your friends and neighbours about it today please";
        List<String> footers = List.of(footer, footer + " ok", footer + " or come to see us at any of our offices");
        for (int i = 0; i < 2_400; i++) {
            String note = "note " + Integer.toString(1_000_000_000 + i * 7919, 36);
            texts.add(note + footers.get(i % 3));
            if (i % 8 == 0) {
                texts.add(note + "x" + footers.get(i % 3));
                texts.add(note + footers.get((i + 1) % 3));
            }
        }
        Collections.shuffle(texts, new Random(5));
        NearDuplicates one = NearDuplicates.withDefaults().withThreshold(0.9);
        assertThat(isCrowd(one, texts)).isTrue();
        DuplicateReport expected = one.detect(texts);
        assertThat(expected.pairs()).hasSizeGreaterThan(400);

        SparkDuplicates search = SparkDuplicates.withDefaults()
                .withSearch(() -> NearDuplicates.withDefaults().withThreshold(0.9))
                .withShinglesOfBlock(shinglesOfBlock);
        SparkDuplicates.Found found = detect(search, texts, partitions);

        assertSame(found.report(texts.size()), expected);
        found.unpersist();
    }

    /** Whether a bucket of texts, which are normalised, is overfull, and all of them would be joined. */
    private static boolean isCrowd(NearDuplicates search, List<String> texts) {
        DuplicateSteps steps = DuplicateSteps.of(
                search, texts.size(), texts.stream().mapToLong(String::length).sum());
        DuplicateSteps.Banded banded = steps.band(texts);
        Map<Long, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < banded.keys().length; i++) {
            sizes.merge((long) (i % banded.bands()) << 32 | Integer.toUnsignedLong(banded.keys()[i]), 1, Integer::sum);
        }
        return Collections.max(sizes.values()) > DuplicateSteps.MOST_IN_BUCKET
                && steps.mayJoinCrowd(banded.shingles(), texts::get);
    }

    @Test
    void aChainIsOneCluster() {
        Dataset<Row> edges = Local.rows(
                Local.session(4),
                4,
                Columns.schema("a", DataTypes.LongType, "b", DataTypes.LongType),
                LongStream.range(0, 12)
                        .mapToObj(i -> RowFactory.create(i + 1, i))
                        .toList());

        List<Row> found = Stars.components(edges).collectAsList();

        assertThat(found).hasSize(12).allMatch(row -> row.getLong(0) == 0);
    }

    @Test
    void nothingIsNothing() {
        SparkDuplicates.Found found = detect(SparkDuplicates.withDefaults(), List.of("", "one text"), 1);

        assertThat(found.pairs().count()).isZero();
        assertThat(found.clusters().count()).isZero();
    }

    @Test
    void anotherSearchIsRefused() {
        SparkDuplicates search = SparkDuplicates.withDefaults().withSearch(NearDuplicates::rewordings);

        assertThatThrownBy(() -> detect(search, List.of("one text"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be by lsh");
    }
}
