/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;

/** Notes which columns the rows of a file have and which of them are read, and hands the rows on. */
final class ColumnsHandler implements RowReader.Handler {
    private static final int ROWS = 1_000;
    /** Nobody reads more. */
    private static final int MOST_COLUMNS = 10_000;

    private final Columns columns;
    private final Set<String> seen;
    private final Map<Field, List<String>> used;
    private final RowReader.Handler next;
    private int rows;

    ColumnsHandler(Columns columns, Set<String> seen, Map<Field, List<String>> used, RowReader.Handler next) {
        this.next = next;
        this.columns = columns;
        this.seen = seen;
        this.used = used;
    }

    @Override
    public boolean isHeader(List<String> header) {
        return next.isHeader(header);
    }

    @Override
    public void header(List<String> header) throws IOException {
        seen.addAll(header);
        note(new HashSet<>(header)::contains);
        next.header(header);
    }

    @Override
    public boolean isAccount(Set<String> names) {
        return next.isAccount(names);
    }

    @Override
    public void setAside(String what, long count) {
        next.setAside(what, count);
    }

    @Override
    public void row(Row row) throws RejectedRowException, IOException {
        note(row);
        next.row(row);
    }

    private void note(Row row) {
        if (rows++ >= ROWS || seen.size() > MOST_COLUMNS || (rows > 1 && seen.containsAll(row.columns()))) {
            return;
        }
        seen.addAll(row.columns());
        note(row::has);
    }

    private void note(Predicate<String> has) {
        Export export = columns.of(has);
        for (Field field : Field.values()) {
            for (String column : export.allColumns(field)) {
                List<String> of = used.computeIfAbsent(field, k -> new ArrayList<>());
                if (has.test(column) && !of.contains(column)) {
                    of.add(column);
                }
            }
        }
        used.values().removeIf(List::isEmpty);
    }
}
