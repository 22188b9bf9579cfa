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
    /** What an account is known by where a cell holds it as an object; the surest first. */
    private static final List<String> NAMES_OF_OBJECTS =
            List.of("id_str", "id", "did", "username", "userName", "screen_name", "acct", "uniqueId", "handle", "name");

    private static final List<String> KEYS_OF_URLS = List.of("expanded_url", "expanded", "url", "href");
    private static final List<String> KEYS_OF_HASHTAGS = List.of("text", "tag", "name", "title");
    private static final List<String> KEYS_OF_MENTIONS = List.of("screen_name", "username", "acct", "name");

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
                return field == Field.ACCOUNT && value.charAt(0) == '{' ? named(row, column, value) : value;
            }
        }
        return "";
    }

    /** The name in a cell that holds a whole account, as pandas writes objects; its followers differ from day to day. */
    private static String named(Row row, String column, String cell) {
        for (String key : NAMES_OF_OBJECTS) {
            List<String> names = row.list(column, key);
            if (!names.isEmpty()) {
                return names.get(0);
            }
        }
        return cell;
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
            String column = source.columns[i];
            items = holdsObjects(row, column) ? ofObjects(field, row, column) : row.list(column);
        }
        return items.isEmpty() ? List.of() : bare(field, items);
    }

    /** Whether a cell lists objects, as pandas writes them: {@code [{'text': 'quay', 'indices': [1, 5]}]}. */
    private static boolean holdsObjects(Row row, String column) {
        List<String> all = row.all(column);
        return all.size() == 1 && (all.get(0).startsWith("[{") || all.get(0).startsWith("{"));
    }

    private static List<String> ofObjects(Field field, Row row, String column) {
        for (String key :
                field == Field.URLS ? KEYS_OF_URLS : field == Field.HASHTAGS ? KEYS_OF_HASHTAGS : KEYS_OF_MENTIONS) {
            List<String> items = row.list(column, key);
            if (!items.isEmpty()) {
                return items;
            }
        }
        return List.of();
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
