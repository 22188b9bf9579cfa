/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Schemas. */
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
}
