/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import java.util.stream.Stream;
import org.vigie.posts.rows.Row;

/** What the first object of a file of JSON has, for the case that none of its rows is a post. Not thread-safe. */
final class FirstRow {
    private static final int MAX_LISTED = 60;
    private static final String ONE_A_ROW = "write one object a row (pandas: orient='records', lines=True)";

    private List<String> columns = List.of();
    private boolean isByColumn;

    void note(Bound bound, Row row) {
        if (columns.isEmpty()) {
            columns = row.columns().stream().limit(MAX_LISTED).toList();
            isByColumn = columns.stream().limit(1).anyMatch(column -> column.endsWith(".0"))
                    || Stream.of(Field.ACCOUNT, Field.TIME)
                            .flatMap(field -> bound.export().columns(field).stream())
                            .anyMatch(column -> row.all(column).size() > 1);
        }
    }

    List<String> columns() {
        return columns;
    }

    /** What to do about a file of JSON that gave no post. */
    String advice() {
        if (columns.isEmpty()) {
            return "no row is a JSON object: posts are tables with a header, or objects such as {\"id\": \"1\","
                    + " \"account\": \"ann\", \"time\": \"2024-01-05T10:00:00Z\", \"text\": \"...\"}; " + ONE_A_ROW;
        }
        return "no row is a post; the first has " + String.join(", ", columns) + ": "
                + (isByColumn ? ONE_A_ROW : "name fields with --map FIELD=COLUMN");
    }
}
