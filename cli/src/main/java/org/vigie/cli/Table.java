/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.vigie.posts.exports.Field;
import org.vigie.posts.exports.PostFields;
import org.vigie.posts.exports.PostReader;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;
import org.vigie.posts.rows.RowSummary;

/** Reads a table row by row, from a file or, for {@code -}, from standard input. */
final class Table {
    /** Takes the names of the columns. */
    @FunctionalInterface
    interface HeaderHandler {
        void header(List<String> columns) throws IOException;
    }

    /** Takes a row. */
    @FunctionalInterface
    interface RowHandler {
        void row(Row row) throws RejectedRowException;
    }

    private Table() {}

    static void read(Path file, Progress progress, HeaderHandler onHeader, RowHandler onRow) throws IOException {
        RowReader.Handler handler = new RowReader.Handler() {
            @Override
            public void header(List<String> columns) throws IOException {
                onHeader.header(columns);
            }

            @Override
            public void row(Row row) throws RejectedRowException {
                onRow.row(row);
            }
        };
        try (InputStream in = Input.open(file, progress)) {
            requireRows(file, RowReader.withDefaults().read(Input.name(file), in, handler, progress::reject));
        }
    }

    /** Reads the fields of posts that need not be whole. */
    static void readFields(Path file, InputOptions input, Field needed, Progress progress, PostFields.Handler onRow)
            throws IOException {
        PostReader reader = input.reader();
        try (InputStream in = Input.open(file, progress)) {
            requireRows(
                    file,
                    input.asked(
                            () -> reader.readFields(Input.name(file), in, List.of(needed), onRow, progress::reject)));
        }
    }

    private static void requireRows(Path file, RowSummary read) throws IOException {
        if (read.rows() == 0) {
            throw new IOException(Input.name(file) + ": no rows");
        }
    }

    static void require(Path file, List<String> columns, String column, String option) throws IOException {
        if (!columns.contains(RowReader.columnName(column))) {
            throw new IOException(Input.name(file) + ": no column '" + column + "' among " + String.join(", ", columns)
                    + "; name it with " + option);
        }
    }
}
