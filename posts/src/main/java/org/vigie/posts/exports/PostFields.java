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
    private final int onLine;
    private final TimeColumn times;
    private final Doubts doubts;
    private final boolean isIdPerFile;

    PostFields(String file, Bound bound, Row row, int onLine, TimeColumn times, Doubts doubts, boolean isIdPerFile) {
        this.file = file;
        this.bound = bound;
        this.row = row;
        this.onLine = onLine;
        this.times = times;
        this.doubts = doubts;
        this.isIdPerFile = isIdPerFile;
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
     * @return the value without white space around it, and its line behind it if a spreadsheet has rounded it; "" if there
     *     is none or it is a word for nothing, such as {@code NA}
     */
    public String name(String column) {
        String value = Nothing.bare(row.get(column).strip());
        return Nothing.says(Field.ACCOUNT, value) ? "" : doubts.joining(value, row.line(), onLine);
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
        String text = bound.text(row);
        doubts.text(text);
        return text;
    }

    /**
     * The identifier of the row, as a post has it. One that a spreadsheet has rounded is said in the warnings.
     *
     * @return its id, behind the file's name if ids are unique within a file only; file and line if it has none or it was
     *     rounded
     */
    public String id() {
        return doubts.id(bound.get(Field.ID, row), file, row.line(), onLine, isIdPerFile);
    }

    /**
     * The time of the row.
     *
     * @return the time
     * @throws RejectedRowException if there is none or it is not understood. Also if it can be read with the day or the
     *     month first and no row before it decides
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
