/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A reference table of comma-separated values, plain or .gz, with a header. */
final class Table {
    private final List<NamedCsvRecord> rows;

    private Table(List<NamedCsvRecord> rows) {
        this.rows = rows;
    }

    static Table read(Path path) {
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return new Table(reader.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return rows.size();
    }

    String text(int row, String column) {
        return rows.get(row).getField(column);
    }

    double number(int row, String column) {
        return Double.parseDouble(text(row, column));
    }
}
