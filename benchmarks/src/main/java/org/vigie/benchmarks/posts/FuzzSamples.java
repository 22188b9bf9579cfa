/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.posts;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.posts.exports.Export;
import org.vigie.posts.exports.Field;

/** Whole inputs in the shape of an export, made of the columns that it reads: a new export has them without more. */
final class FuzzSamples {
    private static final int ROWS = 3;

    private FuzzSamples() {}

    /** A table with commas, one with tabs, one in UTF-16, JSON Lines, an array, a page, and a post with posts inside. */
    static List<byte[]> of(Export export) {
        Map<String, Field> columns = columns(export);
        String first = object(columns, ROWS);
        StringBuilder lines = new StringBuilder();
        StringBuilder array = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            String object = object(columns, i);
            lines.append(object).append('\n');
            array.append(i == 0 ? "" : ",\n").append(object);
        }
        return List.of(
                bytes(table(columns, ",")),
                bytes(table(columns, "\t")),
                table(columns, ";").getBytes(StandardCharsets.UTF_16),
                bytes(lines.toString()),
                bytes("[" + array + "]"),
                bytes("{\"id\":5,\"data\":[" + array + "],\"meta\":{\"next\":1}}"),
                bytes(first.substring(0, first.length() - 1) + ",\"comments\":[" + array + "]}\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What it is recognised by and what it is read from: at most two columns for a field, and no path inside another. */
    private static Map<String, Field> columns(Export export) {
        Map<String, Field> columns = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            export.columns(field).stream().limit(2).forEach(column -> columns.putIfAbsent(column, field));
        }
        for (String sign : export.signs()) {
            columns.putIfAbsent(sign.split("\\|", -1)[0], Field.TEXT);
        }
        columns.keySet().removeIf(column -> columns.keySet().stream().anyMatch(c -> c.startsWith(column + ".")));
        return columns;
    }

    private static String value(Field field, int row) {
        return switch (field) {
            case ID -> "90071992547409" + row;
            case ACCOUNT -> "ann" + row % 2;
            case TIME, ACCOUNT_CREATED -> row == 0 ? "1640995200" : "2022-01-0" + (row + 1) + " 10:00:00";
            case TEXT -> "Quay shut, says @zed https://paper.example/" + row + " #quay \u00e9\u6a4b\ud83c\udf09";
            case LANGUAGE -> "en";
            case URLS -> "['https://paper.example/a', 'https://b.example/']";
            case HASHTAGS -> "[\"quay\", \"harbour\"]";
            case MENTIONS -> "zed,bob";
            case REPLY_TO_ACCOUNT -> "zed";
            case REPOST_OF, REPLY_TO -> row == 1 ? "" : "7" + row;
            case PLATFORM -> "x";
        };
    }

    private static String table(Map<String, Field> columns, String separator) {
        StringBuilder table = new StringBuilder(String.join(separator, columns.keySet())).append('\n');
        for (int i = 0; i < ROWS; i++) {
            int row = i;
            table.append(String.join(
                            separator,
                            columns.values().stream()
                                    .map(field -> '"' + value(field, row).replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append('\n');
        }
        return table.toString();
    }

    private static String object(Map<String, Field> columns, int row) {
        Map<String, Object> tree = new TreeMap<>();
        columns.forEach((path, field) -> put(tree, path.split("\\.", -1), 0, value(field, row)));
        StringBuilder out = new StringBuilder();
        write(out, tree);
        return out.toString();
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String[] path, int at, String value) {
        if (at == path.length - 1) {
            tree.put(path[at], value);
            return;
        }
        Object inner = tree.computeIfAbsent(path[at], k -> new TreeMap<String, Object>());
        put((Map<String, Object>) inner, path, at + 1, value);
    }

    @SuppressWarnings("unchecked")
    private static void write(StringBuilder out, Object value) {
        if (value instanceof Map) {
            out.append('{');
            String comma = "";
            for (Map.Entry<String, Object> entry : ((Map<String, Object>) value).entrySet()) {
                out.append(comma).append('"').append(entry.getKey()).append("\":");
                write(out, entry.getValue());
                comma = ",";
            }
            out.append('}');
        } else {
            out.append('"').append(String.valueOf(value).replace("\"", "\\\"")).append('"');
        }
    }
}
