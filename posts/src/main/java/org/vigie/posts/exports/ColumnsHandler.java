/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;

/** Collects which columns the rows of a file have and which of them are read. */
final class ColumnsHandler implements RowReader.Handler {
    private static final int ROWS = 1_000;

    private final Columns columns;
    private final Set<String> seen;
    private final Map<Field, List<String>> used;
    private int rows;

    ColumnsHandler(Columns columns, Set<String> seen, Map<Field, List<String>> used) {
        this.columns = columns;
        this.seen = seen;
        this.used = used;
    }

    @Override
    public boolean isHeader(List<String> header) {
        return columns.isHeader(header);
    }

    @Override
    public void row(Row row) {
        if (rows++ >= ROWS || (rows > 1 && seen.containsAll(row.columns()))) {
            return;
        }
        seen.addAll(row.columns());
        Export export = columns.of(row::has);
        for (Field field : Field.values()) {
            for (String column : export.columns(field)) {
                List<String> of = used.computeIfAbsent(field, k -> new ArrayList<>());
                if (row.has(column) && !of.contains(column)) {
                    of.add(column);
                }
            }
        }
        used.values().removeIf(List::isEmpty);
    }
}
