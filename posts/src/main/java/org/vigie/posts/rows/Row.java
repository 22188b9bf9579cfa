/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.List;

/**
 * One row of a table, or one JSON object with its nested fields named by dotted paths ({@code entities.urls.url}).
 *
 * <p>Columns are named as {@link RowReader#columnName} spells them. A column without a name has none; of columns with
 * one name the second is {@code name#2}. Valid until the next row is read; not thread-safe.
 */
public abstract sealed class Row permits TableRow, JsonRow {
    Row() {}

    /**
     * The line on which the row starts.
     *
     * @return the line, from 1
     */
    public abstract long line();

    /**
     * Tells whether the row has a column.
     *
     * @param column its name
     * @return true if it is there, even if empty
     */
    public abstract boolean has(String column);

    /**
     * Tells whether the row has a column, also one that is {@code null} in a JSON object.
     *
     * @param column its name
     * @return true if it is named
     */
    public boolean names(String column) {
        return has(column);
    }

    /**
     * The value of a column.
     *
     * @param column its name
     * @return the value, the values of a JSON array joined without a separator, or "" when there is none
     */
    public abstract String get(String column);

    /**
     * The values of a column: one for a table's cell, any number for a JSON array.
     *
     * @param column its name
     * @return the values in order, a new list
     */
    public abstract List<String> all(String column);

    /**
     * The values of some columns together, in the order in which the row has them. They are the parts of a text that is
     * one array: its plain parts are strings, and its others are objects.
     *
     * @param some the columns
     * @return the values, joined without a separator
     */
    public String inOrder(String... some) {
        StringBuilder joined = new StringBuilder();
        for (String column : some) {
            joined.append(get(column));
        }
        return joined.toString();
    }

    /**
     * The names of the columns that the row has.
     *
     * @return the names in the file's order
     */
    public abstract List<String> columns();

    /**
     * A field of the page around the row: of the chat around a message, for example. Of a page within a page both are
     * asked, the inner one first.
     *
     * @param name the field's name, as it would be a column's
     * @return its value if it stands before the rows and is no longer than 1,000 characters, otherwise ""
     */
    public String page(String name) {
        return "";
    }

    /**
     * A field of an object that stands beside the rows of a page, such as {@code includes.users} of the X API.
     *
     * @param array the path of the objects in the page
     * @param id the {@code id} of the object
     * @param field the field's path in the object
     * @return its value; "" if there is no such object, or the page is longer than 8 million characters
     */
    public String joined(String array, String id, String field) {
        return "";
    }

    /**
     * The row as it stands in the file.
     *
     * @return the text, cut to 10,000 characters
     */
    public abstract String content();

    /**
     * The items of a column: the values of a JSON array, or what a cell lists in one of the ways of exports. These are
     * {@code ['a', 'b']}, {@code ["a","b"]}, {@code [a, b]}, and items separated by spaces, commas or bars.
     *
     * @param column the column's name
     * @return the items in order, without those that mean nothing
     */
    public List<String> list(String column) {
        List<String> all = all(column);
        return all.size() == 1 ? Cells.list(all.get(0)) : all;
    }

    /**
     * The items of a column whose cells list objects, written as JSON or as Python does.
     *
     * @param column the column's name
     * @param key the key of the objects whose values are the items
     * @return the values in order
     */
    public List<String> list(String column, String key) {
        return Cells.values(get(column), key);
    }

    /**
     * The text of a column that holds HTML: paragraphs and breaks become spaces, tags go, entities are read.
     *
     * @param column the column's name
     * @return the text
     */
    public String html(String column) {
        return Cells.htmlToText(get(column));
    }

    /**
     * Where the anchors in a column that holds HTML lead, without those of mentions and hashtags.
     *
     * @param column the column's name
     * @return the addresses in order
     */
    public List<String> links(String column) {
        return Cells.links(get(column));
    }
}
