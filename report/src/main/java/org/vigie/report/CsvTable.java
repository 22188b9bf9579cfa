/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A table of which a spreadsheet runs no cell: see docs/formats/clusters-csv.md. Cells are added to the row from left to
 * right. Not thread-safe.
 */
final class CsvTable {
    private static final String TRIGGERS = "=+-@\t\r";

    private final CsvWriter csv;
    private @Nullable CsvWriterRecord row;

    CsvTable(Writer out, String... columns) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord(columns);
    }

    /** Adds a cell whose content comes from the input. */
    CsvTable given(String cell) {
        return own(!cell.isEmpty() && TRIGGERS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell);
    }

    /** Adds a cell in Vigie's own words. */
    CsvTable own(String cell) {
        CsvWriterRecord record = row;
        if (record == null) {
            record = csv.writeRecord();
            row = record;
        }
        record.writeField(cell);
        return this;
    }

    CsvTable number(long value) {
        return own(Long.toString(value));
    }

    /** Adds a number; empty if it is not finite. */
    CsvTable number(double value) {
        return own(Double.isFinite(value) ? Json.number(value) : "");
    }

    CsvTable time(Instant time) {
        return own(time.toString());
    }

    CsvTable time(long millis) {
        return time(Instant.ofEpochMilli(millis));
    }

    /** Ends the row. */
    void end() {
        if (row != null) {
            row.endRecord();
            row = null;
        }
    }

    /** Ends the table. */
    void flush() throws IOException {
        csv.flush();
    }
}
