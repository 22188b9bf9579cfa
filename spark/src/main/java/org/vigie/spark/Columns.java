/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Schemas, and dense numbers for sorted rows. */
final class Columns {
    private Columns() {}

    /** Columns that may not be null, by name and type in turn. */
    static StructType schema(Object... namesAndTypes) {
        StructType schema = new StructType();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            schema = schema.add((String) namesAndTypes[i], (DataType) namesAndTypes[i + 1], false);
        }
        return schema;
    }

    /** Appends a column of dense numbers from 0 in the order of the rows, which must be a total one. */
    static Dataset<Row> number(Dataset<Row> sorted, String name) {
        JavaRDD<Row> rows = sorted.javaRDD().zipWithIndex().map(pair -> {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < pair._1().size(); i++) {
                values.add(pair._1().get(i));
            }
            values.add(pair._2());
            return RowFactory.create(values.toArray());
        });
        return sorted.sparkSession().createDataFrame(rows, sorted.schema().add(name, DataTypes.LongType, false));
    }
}
