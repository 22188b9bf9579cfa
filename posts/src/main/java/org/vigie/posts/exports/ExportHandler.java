/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;

/** What any reading of one file knows of it: its columns, which exports its rows are, and what is no post. */
abstract class ExportHandler implements RowReader.Handler {
    final String file;
    final PostReader reader;
    final Columns columns;
    final Doubts doubts;
    final Set<String> exports = new LinkedHashSet<>();
    final Map<String, Long> setAside = new TreeMap<>();
    private long lastLine;
    private int onLine;

    ExportHandler(String file, PostReader reader, Columns columns) {
        this.file = file;
        this.reader = reader;
        this.columns = columns;
        this.doubts = new Doubts(reader.now());
    }

    @Override
    public final boolean isHeader(List<String> header) {
        return columns.isHeader(header);
    }

    @Override
    public final boolean isAccount(Set<String> names) {
        return columns.isAccount(names::contains, false);
    }

    @Override
    public final void setAside(String what, long count) {
        setAside.merge(what, count, Long::sum);
    }

    /** Goes on to a row; one that starts on the line of the last one is told from it by its place there. */
    final void next(Row row) {
        onLine = row.line() == lastLine ? onLine + 1 : 0;
        lastLine = row.line();
    }

    /** The place of the last row among those that start on its line, from 0. */
    final int onLine() {
        return onLine;
    }

    /** The names of the exports that the rows are, in order of first appearance. */
    final String exports() {
        return String.join(", ", exports);
    }
}
