/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;

/** Languages of texts, row by row: what {@link LanguageIdentifier#identify} says. Immutable and thread-safe. */
public final class SparkLanguages {
    private static @Nullable LanguageIdentifier loaded;

    private SparkLanguages() {}

    /**
     * Returns the languages with the model that comes with Vigie.
     *
     * @return the identifier
     */
    public static SparkLanguages withDefaults() {
        return new SparkLanguages();
    }

    /**
     * Identifies the language of each text.
     *
     * @param texts rows with a column "text", not null
     * @return the same rows with two columns more: {@code language}, a tag of BCP 47, and {@code probability}
     * @throws IllegalArgumentException if there is no such column
     */
    public Dataset<Row> identify(Dataset<Row> texts) {
        int column = texts.schema().fieldIndex("text");
        StructType schema = texts.schema()
                .add("language", DataTypes.StringType, false)
                .add("probability", DataTypes.DoubleType, false);
        return texts.mapPartitions(
                (MapPartitionsFunction<Row, Row>) rows -> mapped(rows, column), Encoders.row(schema));
    }

    private static Iterator<Row> mapped(Iterator<Row> rows, int column) {
        LanguageIdentifier identifier = identifier();
        return Lazy.mapped(rows, row -> {
            LanguageGuess guess = identifier.identify(SafeText.decode(row.getString(column)));
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                values.add(row.get(i));
            }
            values.add(guess.tag());
            values.add(guess.probability());
            return RowFactory.create(values.toArray());
        });
    }

    /** One model for all tasks of an executor. */
    static synchronized LanguageIdentifier identifier() {
        LanguageIdentifier identifier = loaded;
        if (identifier == null) {
            identifier = LanguageIdentifier.load();
            loaded = identifier;
        }
        return identifier;
    }
}
