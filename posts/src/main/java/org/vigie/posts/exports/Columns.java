/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.vigie.core.internal.NearName;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;

/** Finds the export of a table's header or of an object, and says what is missing. Not thread-safe. */
final class Columns {
    private static final Map<Field, List<String>> WORDS = Map.of(
            Field.ACCOUNT,
                    List.of("author", "account", "user", "screen", "handle", "name", "channel", "sender", "page"),
            Field.TIME, List.of("date", "time", "created", "posted", "published"),
            Field.TEXT, List.of("text", "tweet", "message", "content", "body", "caption", "description", "comment"),
            Field.ID, List.of("id"));

    /** What rows that are the header once more are counted as. */
    static final String REPEATED_HEADERS = "repeated headers";

    private static final int MAX_LISTED = 60;

    private final List<Export> exports;
    private final Map<Field, String> mapping;
    private final List<Field> needed;
    private final String file;
    private final Export byName;
    private Export last;

    Columns(String file, List<Export> exports, Map<Field, String> mapping, List<Field> needed) {
        this.file = file;
        this.exports = exports;
        this.mapping = new EnumMap<>(Field.class);
        mapping.forEach((field, column) -> this.mapping.put(field, RowReader.columnName(column)));
        this.needed = needed;
        this.byName = mapped(KnownExports.BY_NAME);
        this.last = byName;
    }

    private Export mapped(Export export) {
        Export result = export;
        for (Map.Entry<Field, String> entry : mapping.entrySet()) {
            result = result.withOnly(entry.getKey(), entry.getValue());
        }
        return result;
    }

    /** The export of some columns; the last one is tried first, because a file is mostly of one. */
    Export of(Predicate<String> has) {
        if (last.matches(has)) {
            return last;
        }
        for (Export export : exports) {
            if (export.matches(has)) {
                last = mapped(export);
                return last;
            }
        }
        return byName;
    }

    /** What a row is if it is no post, "" if it is one; where a mapping says what is a post, nothing is an account. */
    String setAside(Export export, Row row, boolean isTable) {
        String reason = export.setAside(row);
        return reason.isEmpty() && export == byName && isAccount(row::names, isTable) ? Accounts.NAME : reason;
    }

    boolean isAccount(Predicate<String> has, boolean isTable) {
        boolean isSaid = mapping.containsKey(Field.ACCOUNT)
                || mapping.containsKey(Field.TIME)
                || mapping.containsKey(Field.TEXT);
        return !isSaid && (isTable ? Accounts.isTable(has) : Accounts.isObject(has));
    }

    /** Whether a line is a header: it has what is needed. */
    boolean isHeader(List<String> header) {
        Set<String> names = new HashSet<>(header);
        Bound bound = Bound.toTable(of(names::contains), names::contains);
        return needed.stream().allMatch(bound::has) && names.containsAll(mapping.values());
    }

    /** Binds the export to a table's header. */
    Bound bind(List<String> header) throws MissingColumnException {
        Set<String> names = new HashSet<>(header);
        for (Map.Entry<Field, String> entry : mapping.entrySet()) {
            requireMapped(entry.getKey(), entry.getValue(), names, header);
        }
        Bound bound = Bound.toTable(of(names::contains), names::contains);
        for (Field field : needed) {
            if (!bound.has(field)) {
                throw missing(field, header);
            }
            requireOne(bound.export(), field, names);
        }
        requireOne(bound.export(), Field.ID, names);
        return bound;
    }

    /** Says which column is read where a header has two of one name; those of ids and accounts are refused before. */
    List<String> doubled(Bound bound, List<String> header) {
        Set<String> names = new HashSet<>(header);
        List<String> doubled = new ArrayList<>();
        for (Field field : Field.values()) {
            for (String column : bound.export().allColumns(field)) {
                if (names.contains(column) && names.contains(column + "#2") && !mapping.containsKey(field)) {
                    doubled.add("two columns are called '" + column + "': the first is read for the field "
                            + field.label() + ", the other is not; say which is meant with --map " + field.label() + "="
                            + column + " or --map " + field.label() + "=" + column + "#2");
                }
            }
        }
        return doubled;
    }

    private void requireMapped(Field field, String column, Set<String> names, List<String> header)
            throws MissingColumnException {
        if (!names.contains(column)) {
            throw notThere(field, column, header);
        }
    }

    MissingColumnException notThere(Field field, String column, Collection<String> there) {
        return new MissingColumnException(file + ": no column '" + column + "' for the " + field.label()
                + NearName.of(column, there)
                        .or(() -> likely(field, there))
                        .map(n -> "; did you mean '" + n + "'?")
                        .orElse(".")
                + " The columns are "
                + listed(there));
    }

    Map<Field, String> mapping() {
        return mapping;
    }

    /** Two columns of one name, both of them read: nobody can know which is meant. */
    private void requireOne(Export export, Field field, Set<String> header) throws MissingColumnException {
        for (String column : export.allColumns(field)) {
            if (header.contains(column)) {
                if (header.contains(column + "#2") && !mapping.containsKey(field)) {
                    throw new MissingColumnException(file + ": two columns are called '" + column
                            + "': rename one, or say which is meant with --map " + field.label() + "=" + column
                            + " or --map "
                            + field.label() + "=" + column + "#2");
                }
                return;
            }
        }
    }

    private MissingColumnException missing(Field field, List<String> header) {
        if (header.stream().anyMatch(Columns::isValue)) {
            return new MissingColumnException(file + ": the first line holds values, not names of columns: "
                    + listed(header) + "; write a line such as id,account,time,text above it");
        }
        if (header.stream().anyMatch(Doubts::isForeign)) {
            return new MissingColumnException(file + ": no column for the " + field.label()
                    + ", and the names of columns do not look like windows-1252: name the encoding with --encoding, such as"
                    + " windows-1250, windows-1251 or GBK");
        }
        if (header.size() == 1) {
            return new MissingColumnException(
                    file + ": no column for the " + field.label() + "; the first line is one cell, '"
                            + TimeColumn.shown(header.get(0))
                            + "': put commas, semicolons, tabs or bars between cells, and the names"
                            + " of columns first");
        }
        String likely = likely(field, header).orElse("");
        return new MissingColumnException(file + ": no column for the " + field.label() + " among " + listed(header)
                + "; name it with --map " + field.label() + "=" + (likely.isEmpty() ? "COLUMN" : likely + "?"));
    }

    /** Whether what should be the name of a column is a number or a time. */
    private static boolean isValue(String name) {
        boolean isNumber =
                !name.isEmpty() && name.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        return isNumber || new TimeParser(ZoneOffset.UTC).parse(name.replace('_', ' '));
    }

    /** The column whose name looks most like a field. */
    Optional<String> likely(Field field, Collection<String> header) {
        for (String word : WORDS.getOrDefault(field, List.of())) {
            for (String column : header) {
                if (column.contains(word) && !(column.endsWith("id") && field != Field.ID)) {
                    return Optional.of(column);
                }
            }
        }
        List<String> free = header.stream().filter(c -> !isUsed(c)).toList();
        for (String known : KnownExports.BY_NAME.columns(field)) {
            Optional<String> near = NearName.of(known, free);
            if (near.isPresent() && known.length() > 3) {
                return near;
            }
        }
        return Optional.empty();
    }

    /** Whether the row is the header once more, where files were put one behind the other. */
    static boolean isHeaderAgain(Row row) {
        for (String column : row.columns()) {
            int mark = column.indexOf('#');
            String name = mark > 0 ? column.substring(0, mark) : column;
            String cell = row.get(column);
            if (cell.length() < name.length() / 2 || !RowReader.columnName(cell).equals(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUsed(String column) {
        return Arrays.stream(Field.values())
                .anyMatch(f -> KnownExports.BY_NAME.columns(f).contains(column));
    }

    private static String listed(Collection<String> columns) {
        String all = String.join(", ", columns.stream().limit(MAX_LISTED).toList());
        return columns.size() > MAX_LISTED ? all + " and " + (columns.size() - MAX_LISTED) + " more" : all;
    }

    /** A number with its noun, as messages write it. */
    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
