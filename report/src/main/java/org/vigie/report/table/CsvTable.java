/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterRecord;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vigie.core.file.Shown;
import org.vigie.core.stats.Decimal;

/**
 * A CSV table of which a spreadsheet runs no cell: see docs/formats/clusters-csv.md. Cells are added to the row from left
 * to right. Nothing is kept back but what the writer itself buffers. Not thread-safe.
 */
public final class CsvTable {
    private static final MathContext TEN_DIGITS = new MathContext(10);

    private final CsvWriter csv;
    private final UnaryOperator<String> rule;
    private @Nullable CsvWriterRecord row;

    /**
     * A table with guarded cells.
     *
     * @param out where to, buffered; whoever gave it flushes and closes it
     * @param columns the header
     * @throws java.io.UncheckedIOException if it can't be written
     */
    public CsvTable(Writer out, String... columns) {
        this(out, Shown::cell);
        csv.writeRecord(columns);
    }

    /**
     * A table with a rule of its own for what comes from the input, and no header yet.
     *
     * @param out where to, buffered; whoever gave it flushes and closes it
     * @param rule what is written for a cell of the input
     */
    public CsvTable(Writer out, UnaryOperator<String> rule) {
        this.csv = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(new Unclosed(out));
        this.rule = rule;
    }

    /**
     * Adds a cell whose content comes from the input.
     *
     * @param cell the content
     * @return this table
     */
    public CsvTable given(String cell) {
        return own(rule.apply(cell));
    }

    /**
     * Adds a cell in Vigie's own words.
     *
     * @param cell the content
     * @return this table
     */
    public CsvTable own(String cell) {
        CsvWriterRecord record = row;
        if (record == null) {
            record = csv.writeRecord();
            row = record;
        }
        record.writeField(cell);
        return this;
    }

    /**
     * Adds a whole number.
     *
     * @param value the number
     * @return this table
     */
    public CsvTable number(long value) {
        return own(Long.toString(value));
    }

    /**
     * Adds a number with ten digits; empty if it is not finite.
     *
     * @param value the number
     * @return this table
     */
    public CsvTable number(double value) {
        return own(Double.isFinite(value) ? tenDigits(value) : "");
    }

    /**
     * Writes a number as reports do: the last digits of a double may differ between machines.
     *
     * @param value a finite number
     * @return the number with at most ten significant digits
     */
    public static String tenDigits(double value) {
        return Decimal.format(new BigDecimal(value).round(TEN_DIGITS).doubleValue());
    }

    /**
     * Adds a number as short as it can be said.
     *
     * @param value the number
     * @return this table
     */
    public CsvTable exact(double value) {
        return own(Decimal.format(value));
    }

    /**
     * Adds a time.
     *
     * @param time the time
     * @return this table
     */
    public CsvTable time(Instant time) {
        return own(time.toString());
    }

    /**
     * Adds a time.
     *
     * @param millis milliseconds since 1970
     * @return this table
     */
    public CsvTable time(long millis) {
        return time(Instant.ofEpochMilli(millis));
    }

    /** Ends the row. */
    public void end() {
        if (row != null) {
            row.endRecord();
            row = null;
        }
    }

    /** Leaves flushing and closing to the owner. */
    private static final class Unclosed extends FilterWriter {
        Unclosed(Writer out) {
            super(out);
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(text, offset, length);
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            out.write(text, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
