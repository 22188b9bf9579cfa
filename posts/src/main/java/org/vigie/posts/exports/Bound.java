/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.rows.Row;

/** An export bound to the columns of a file: which are asked for each field. */
final class Bound {
    /** What is asked for one field: a computation, then the export's own columns, then the one of the canonical name. */
    private static final class Source {
        private final List<String> own;
        private final String[] columns;
        private final boolean hasLabel;
        private final boolean isList;
        private final Export.@Nullable Quirk quirk;

        Source(Export export, Field field, Predicate<String> has) {
            Export.Quirk known = export.quirk(field);
            own = export.columns(field);
            isList = field.isList();
            hasLabel = export.allColumns(field).size() > own.size() && has.test(field.label());
            List<String> plain = new ArrayList<>(
                    export.plainColumns(field).stream().filter(has).toList());
            if (hasLabel) {
                plain.add(field.label());
            }
            columns = plain.toArray(String[]::new);
            quirk = known != null && known.columns().stream().anyMatch(has) ? known : null;
        }

        boolean isThere() {
            return quirk != null || columns.length > 0;
        }

        /** Whether a row has a column; that of the canonical name only if it says something. */
        boolean isIn(Row row) {
            for (String column : own) {
                if (row.has(column) && (!isList || !row.all(column).isEmpty() || !holdsObjects(row, column))) {
                    return true;
                }
            }
            return hasLabel && !row.all(columns[columns.length - 1]).isEmpty();
        }

        /** Whether the items of an array are objects, whose own columns nobody asks for. */
        private static boolean holdsObjects(Row row, String column) {
            String start = column + ".";
            return row.columns().stream().anyMatch(c -> c.startsWith(start));
        }

        List<String> computed(Row row) {
            Export.Quirk q = quirk;
            return q == null ? List.of() : q.items().apply(row);
        }
    }

    private static final List<Field> FIELDS = List.of(Field.values());

    private final Export export;
    private final Map<Field, Source> sources = new EnumMap<>(Field.class);
    private final boolean isTable;

    /** For a table: only the columns of the header are asked. */
    static Bound toTable(Export export, Predicate<String> header) {
        return new Bound(export, header, true);
    }

    /** For JSON, whose rows differ. */
    static Bound toObjects(Export export) {
        return new Bound(export, column -> true, false);
    }

    private Bound(Export export, Predicate<String> has, boolean isTable) {
        this.export = export;
        this.isTable = isTable;
        FIELDS.forEach(field -> sources.put(field, new Source(export, field, has)));
    }

    private Source source(Field field) {
        return Objects.requireNonNull(sources.get(field));
    }

    Export export() {
        return export;
    }

    /** Whether the file, or the row if rows differ, has a column for a field. */
    boolean has(Field field, Row row) {
        return isTable ? has(field) : source(field).isIn(row);
    }

    boolean has(Field field) {
        return source(field).isThere();
    }

    /** The value of a field without white space around it; "" if nothing is said. */
    String get(Field field, Row row) {
        Source source = source(field);
        List<String> items = source.computed(row);
        String first = items.isEmpty() ? "" : items.get(0).strip();
        if (!Nothing.says(field, first)) {
            return first;
        }
        boolean isName = isTable && field.isName();
        for (String column : source.columns) {
            String cell = row.get(column).strip();
            String value = isName ? Nothing.bare(cell) : cell;
            if (!Nothing.says(field, value)) {
                return value;
            }
        }
        return "";
    }

    /** What the cells of a field hold although they say nothing, for messages; "" if they are empty. */
    String raw(Field field, Row row) {
        for (String column : source(field).columns) {
            String value = row.get(column).strip();
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** The text as it was published. */
    String text(Row row) {
        Source source = source(Field.TEXT);
        List<String> items = source.computed(row);
        if (!items.isEmpty() && !items.get(0).isEmpty()) {
            return items.get(0);
        }
        for (String column : source.columns) {
            String value = row.get(column);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** The items of a list, without signs before them. */
    List<String> items(Field field, Row row) {
        Source source = source(field);
        List<String> items = source.computed(row);
        for (int i = 0; items.isEmpty() && i < source.columns.length; i++) {
            items = row.list(source.columns[i]);
        }
        return items.isEmpty() ? List.of() : bare(field, items);
    }

    private static List<String> bare(Field field, List<String> items) {
        char sign = field == Field.HASHTAGS ? '#' : field == Field.MENTIONS ? '@' : 0;
        Set<String> bare = new LinkedHashSet<>();
        for (String item : items) {
            String text = item.strip();
            if (sign != 0 && !text.isEmpty() && text.charAt(0) == sign) {
                text = text.substring(1);
            }
            if (!text.isEmpty()) {
                bare.add(text);
            }
        }
        return new ArrayList<>(bare);
    }
}
