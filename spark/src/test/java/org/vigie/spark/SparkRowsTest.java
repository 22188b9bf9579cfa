/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.core.burst.Kleinberg;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;

class SparkRowsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void burstsAreThoseOfOneMachine(int partitions) {
        SplittableRandom random = new SplittableRandom(2);
        Map<String, List<Long>> series = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String key = "k" + random.nextInt(9);
            long millis = random.nextInt(3) == 0 ? 40_000_000 + random.nextInt(90_000) : random.nextInt(86_400_000);
            series.computeIfAbsent(key, k -> new ArrayList<>()).add(millis);
            rows.add(RowFactory.create(key, millis));
        }
        List<String> expected = new ArrayList<>();
        series.forEach((key, times) -> Kleinberg.withDefaults()
                .detect(times.stream().sorted().mapToDouble(t -> t / 1_000.0).toArray())
                .forEach(b -> expected.add(RowFactory.create(key, b.level(), b.start(), b.end(), b.weight())
                        .toString())));
        assertThat(expected).hasSizeGreaterThan(9);

        Dataset<Row> found = SparkBursts.withDefaults()
                .detect(Local.rows(
                        Local.session(partitions),
                        partitions,
                        Columns.schema("key", DataTypes.StringType, "millis", DataTypes.LongType),
                        rows));

        assertThat(found.collectAsList().stream().map(Row::toString)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void languagesAreThoseOfOneMachine() {
        List<String> texts = List.of(
                "The ferry left an hour late and nobody was told", "Le bac est parti avec une heure de retard", "");
        LanguageIdentifier identifier = LanguageIdentifier.load();

        List<Row> found = SparkLanguages.withDefaults()
                .identify(Local.rows(
                        Local.session(4),
                        2,
                        Columns.schema("id", DataTypes.LongType, "text", DataTypes.StringType),
                        Local.texts(texts)))
                .sort("id")
                .collectAsList();

        for (int i = 0; i < texts.size(); i++) {
            LanguageGuess guess = identifier.identify(texts.get(i));
            assertThat(found.get(i).getString(2)).isEqualTo(guess.tag());
            assertThat(found.get(i).getDouble(3)).isEqualTo(guess.probability());
        }
    }

    @Test
    void textsComeBackAsTheyWent() {
        for (String text : List.of(
                "",
                "plain",
                "\ud83d\ude00",
                "\ud83d",
                "a\ude00b\ud83d",
                "\udbff\udffe",
                "\udbff\udffed83d",
                "\udbff")) {
            String encoded = SafeText.encode(text);
            assertThat(SafeText.decode(encoded)).isEqualTo(text);
            assertThat(new String(encoded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(encoded);
        }
    }
}
