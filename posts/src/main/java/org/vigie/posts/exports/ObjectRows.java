/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.posts.rows.RowReader;

/** Tells the reader of rows by which columns an object of JSON is a post. */
final class ObjectRows {
    /** What belongs to a post though it may have an owner, a time and a caption. */
    private static final List<String> ATTACHED = List.of("attachments", "media", "media_attachments");

    private ObjectRows() {}

    /** A reader that knows pages and posts of JSON by all that the exports, the usual names and the mapping say of them. */
    static RowReader reader(List<Export> exports, Map<Field, String> mapping) {
        List<String> pages = new ArrayList<>();
        List<String> nested = new ArrayList<>();
        Set<String> parts = new HashSet<>(ATTACHED);
        Map<Field, Set<String>> columns = new EnumMap<>(Field.class);
        List<Export> all = new ArrayList<>(exports);
        all.add(KnownExports.BY_NAME);
        for (Export export : all) {
            pages.addAll(export.pages());
            nested.addAll(export.nestedRows());
            for (Field field : Field.values()) {
                Set<String> of = columns.computeIfAbsent(field, k -> new HashSet<>());
                of.addAll(export.plainColumns(field));
                of.addAll(mapping.containsKey(field) ? List.of(mapping.get(field)) : List.of());
            }
            for (Field field : List.of(Field.REPOST_OF, Field.REPLY_TO)) {
                export.columns(field).stream()
                        .filter(column -> column.indexOf('.') > 0)
                        .forEach(column -> parts.add(column.substring(0, column.lastIndexOf('.'))));
            }
        }
        return RowReader.withDefaults()
                .withPages(pages)
                .withNestedRows(nested)
                .withPostColumns(
                        columns.getOrDefault(Field.TIME, Set.of()),
                        columns.getOrDefault(Field.ACCOUNT, Set.of()),
                        columns.getOrDefault(Field.TEXT, Set.of()))
                .withParts(parts);
    }
}
