/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.util.Locale;
import org.vigie.core.stats.Decimal;

/** How tables and numbers are written. */
final class Csv {
    private Csv() {}

    /** A writer that keeps nothing back and leaves closing and flushing to the owner of {@code out}. */
    static CsvWriter writer(Writer out) {
        return CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(new Unclosed(out));
    }

    static String number(double value) {
        return Decimal.format(value);
    }

    static String fixed(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static final class Unclosed extends java.io.FilterWriter {
        Unclosed(Writer out) {
            super(out);
        }

        @Override
        public void write(String text, int offset, int length) throws java.io.IOException {
            out.write(text, offset, length);
        }

        @Override
        public void write(char[] text, int offset, int length) throws java.io.IOException {
            out.write(text, offset, length);
        }

        @Override
        public void close() throws java.io.IOException {
            out.flush();
        }
    }
}
