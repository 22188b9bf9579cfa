/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vigie.posts.exports.Field;
import org.vigie.posts.exports.PostFields;
import org.vigie.posts.exports.PostReader;
import org.vigie.posts.exports.ReadSummary;
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

    static void read(Path file, InputOptions input, Progress progress, HeaderHandler onHeader, RowHandler onRow)
            throws IOException {
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
            RowSummary read = input.rows().read(Input.name(file), in, handler, progress::reject);
            requireTaken(Input.name(file), read.rows(), read.rejects(), 0);
        }
    }

    /** Reads the fields of posts that need not be whole. */
    static void readFields(Path file, InputOptions input, Field needed, Progress progress, PostFields.Handler onRow)
            throws IOException {
        PostReader reader = input.reader();
        try (InputStream in = Input.open(file, progress)) {
            ReadSummary read = input.asked(
                    () -> reader.readFields(Input.name(file), in, List.of(needed), onRow, progress::reject));
            read.warnings().forEach(doubt -> progress.warn(read.file() + ": " + doubt));
            read.setAside()
                    .forEach((what, count) ->
                            progress.say(String.format(Locale.ROOT, "%s: set aside %d %s", read.file(), count, what)));
            requireTaken(read.file(), read.rows(), read.rejects(), read.setAsideRows());
        }
    }

    /** Fails if no row was of use: a result of nothing would look like one that found nothing. */
    static void requireTaken(String name, long rows, long rejects, long setAside) throws IOException {
        if (rows == 0) {
            throw new IOException(name + ": no rows");
        }
        if (rejects + setAside >= rows) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: no row could be used: %d refused%s of %d",
                    name,
                    rejects,
                    setAside == 0 ? "" : ", " + setAside + " set aside",
                    rows));
        }
    }

    static void require(Path file, List<String> columns, String column, String option) throws IOException {
        if (!columns.contains(RowReader.columnName(column))) {
            throw new IOException(Input.name(file) + ": no column '" + column + "' among " + String.join(", ", columns)
                    + "; name it with " + option);
        }
    }
}
