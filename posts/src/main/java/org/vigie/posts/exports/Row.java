/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import java.util.Map;

/**
 * One row of a table, or one JSON object with its nested fields named by dotted paths ({@code entities.urls.url}).
 * Valid until the next row is read; not thread-safe.
 */
public final class Row {
    private final long line;
    private final Map<String, Integer> index;
    private final List<List<String>> values;

    Row(long line, Map<String, Integer> index, List<List<String>> values) {
        this.line = line;
        this.index = index;
        this.values = values;
    }

    /**
     * The line on which the row starts.
     *
     * @return the line, from 1
     */
    public long line() {
        return line;
    }

    /**
     * Tells whether the row has a column.
     *
     * @param column its name, as {@link RowReader#columnName} spells it
     * @return true if it is there, even if empty
     */
    public boolean has(String column) {
        return index.containsKey(column);
    }

    /**
     * The value of a column.
     *
     * @param column its name, as {@link RowReader#columnName} spells it
     * @return the value, the values of a JSON array joined without a separator, or "" when there is none
     */
    public String get(String column) {
        List<String> all = all(column);
        return all.size() == 1 ? all.get(0) : String.join("", all);
    }

    /**
     * The values of a column: one for a table's cell, any number for a JSON array.
     *
     * @param column its name, as {@link RowReader#columnName} spells it
     * @return the values in order
     */
    public List<String> all(String column) {
        Integer i = index.get(column);
        return i == null ? List.of() : values.get(i);
    }
}
