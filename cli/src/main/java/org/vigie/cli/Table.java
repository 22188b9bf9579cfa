/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.posts.exports.Field;
import org.vigie.posts.exports.PostFields;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;

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
                progress.step();
            }
        };
        long rows;
        if (file.toString().equals("-")) {
            rows = RowReader.withDefaults()
                    .read("standard input", System.in, handler, progress::reject)
                    .rows();
        } else {
            requireFile(file);
            rows = RowReader.withDefaults()
                    .read(file, handler, progress::reject)
                    .rows();
        }
        if (rows == 0) {
            throw new IOException(name(file) + ": no rows");
        }
    }

    /** Reads the fields of posts that need not be whole. */
    static void readFields(Path file, InputOptions input, Field needed, Progress progress, PostFields.Handler onRow)
            throws IOException {
        PostFields.Handler handler = fields -> {
            onRow.row(fields);
            progress.step();
        };
        long rows;
        if (file.toString().equals("-")) {
            rows = input.asked(() -> input.reader()
                    .readFields("standard input", System.in, List.of(needed), handler, progress::reject)
                    .rows());
        } else {
            requireFile(file);
            rows = input.asked(() -> input.reader()
                    .readFields(file, List.of(needed), handler, progress::reject)
                    .rows());
        }
        if (rows == 0) {
            throw new IOException(name(file) + ": no rows");
        }
    }

    /** A folder opens like a file and then reads as nothing or fails without its name. */
    static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a file");
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    static void require(Path file, List<String> columns, String column, String option) throws IOException {
        if (!columns.contains(RowReader.columnName(column))) {
            throw new IOException(name(file) + ": no column '" + column + "' among " + String.join(", ", columns)
                    + "; name it with " + option);
        }
    }
}
