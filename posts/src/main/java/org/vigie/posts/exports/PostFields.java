/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.time.Instant;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;

/**
 * The fields of one row that need not be a whole post, for jobs that need a text or a time only. Valid until the next row
 * is read; not thread-safe.
 */
public final class PostFields {
    /** Takes the fields of a row. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Takes a row.
         *
         * @param fields the fields, valid during the call
         * @throws RejectedRowException if the row can't be used
         * @throws IOException if reading must not go on
         */
        void row(PostFields fields) throws RejectedRowException, IOException;
    }

    private final String file;
    private final Bound bound;
    private final Row row;
    private final TimeColumn times;

    PostFields(String file, Bound bound, Row row, TimeColumn times) {
        this.file = file;
        this.bound = bound;
        this.row = row;
        this.times = times;
    }

    /**
     * Returns the row itself.
     *
     * @return the row
     */
    public Row row() {
        return row;
    }

    /**
     * The value of a field.
     *
     * @param field the field
     * @return the value without white space around it; "" if there is no column, or it holds a word for nothing
     */
    public String get(Field field) {
        return bound.get(field, row);
    }

    /**
     * The value of a column that names something.
     *
     * @param column the column
     * @return the value without white space around it; "" if there is none or it is a word for nothing, such as {@code NA}
     */
    public String name(String column) {
        String value = Nothing.bare(row.get(column).strip());
        return Nothing.says(Field.ACCOUNT, value) ? "" : value;
    }

    /**
     * The value of a field that must be there.
     *
     * @param field the field
     * @return the value, not empty
     * @throws RejectedRowException if there is none
     */
    public String require(Field field) throws RejectedRowException {
        String value = get(field);
        if (value.isEmpty()) {
            throw new RejectedRowException("has no " + field.label());
        }
        return value;
    }

    /**
     * The text as it was published.
     *
     * @return the text; may be empty
     */
    public String text() {
        return bound.text(row);
    }

    /**
     * The identifier of the row.
     *
     * @return its id; file and line if it has none
     */
    public String id() {
        String id = bound.get(Field.ID, row);
        return id.isEmpty() || Nothing.isRounded(id) ? file + ":" + row.line() : Nothing.whole(id);
    }

    /**
     * The time of the row.
     *
     * @return the time
     * @throws RejectedRowException if there is none, it is not understood, or it can be read with the day or the month first
     *     and no row before it decides
     */
    public Instant time() throws RejectedRowException {
        String text = require(Field.TIME);
        long millis = times.parse(text);
        if (times.isOpen()) {
            throw new RejectedRowException("time can be read with the day or the month first: '"
                    + TimeColumn.shown(text) + "'; say which with --date-format day-first or month-first");
        }
        return Instant.ofEpochMilli(millis);
    }
}
