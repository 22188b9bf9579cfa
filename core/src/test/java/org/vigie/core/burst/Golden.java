/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the reference files of the tests. */
final class Golden {
    private Golden() {}

    static List<String[]> rows(String path) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] column(String path, int column) {
        return rows(path).stream()
                .mapToDouble(row -> Double.parseDouble(row[column]))
                .toArray();
    }

    /** The rest of each row, grouped by its first {@code keys} columns. */
    static Map<List<String>, List<List<String>>> grouped(String path, int keys) {
        Map<List<String>, List<List<String>>> groups = new LinkedHashMap<>();
        for (String[] row : rows(path)) {
            List<String> cells = List.of(row);
            groups.computeIfAbsent(cells.subList(0, keys), key -> new ArrayList<>())
                    .add(cells.subList(keys, cells.size()));
        }
        return groups;
    }
}
