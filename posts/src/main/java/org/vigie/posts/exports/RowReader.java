/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.vigie.posts.PostSource.Reject;

/**
 * Reads the rows of a CSV, TSV, JSON Lines or JSON file, plain or gzip, in one pass and bounded memory.
 *
 * <p>The format is seen from the content: a first character { or [ means JSON, otherwise the header's most frequent
 * of comma, semicolon and tab separates columns. Quotes follow RFC 4180. A row that is too long, has an unclosed quote
 * or another number of fields than the header is rejected with its line number and reading goes on with the next line.
 * Text is UTF-8 (or UTF-16 with a byte-order mark); malformed bytes become U+FFFD.
 *
 * <p>Immutable and thread-safe; the rows handed out are not.
 */
public final class RowReader {
    private static final int DEFAULT_MAX_RECORD = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final int maxRecordLength;

    private RowReader(int maxRecordLength) {
        this.maxRecordLength = maxRecordLength;
    }

    /**
     * A reader that refuses rows longer than 1,048,576 characters.
     *
     * @return the reader
     */
    public static RowReader withDefaults() {
        return new RowReader(DEFAULT_MAX_RECORD);
    }

    /**
     * Returns a reader with another limit of a row's length.
     *
     * @param characters the longest row that is read, at least 1
     * @return the reader
     * @throws IllegalArgumentException if {@code characters} is below 1
     */
    public RowReader withMaxRecordLength(int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException("characters must be at least 1 but was " + characters);
        }
        return new RowReader(characters);
    }

    /**
     * The spelling under which a column is found: trimmed, lower case, spaces as underscores.
     *
     * @param header the column as the file's header spells it
     * @return the name
     */
    public static String columnName(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** Receives the rows of one file. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Takes a row.
         *
         * @param row the row, valid during the call
         * @throws RejectedRowException if the row can't be used
         */
        void row(Row row) throws RejectedRowException;

        /**
         * Takes the header of a table, before its rows; not called for JSON.
         *
         * @param columns the names as {@link RowReader#columnName} spells them
         * @throws IOException if the file can't be used at all
         */
        default void header(List<String> columns) throws IOException {}
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param handler takes the rows
     * @param rejects takes the rows that were refused
     * @return what was read
     * @throws IOException if the file can't be read, is no known format, or expands like a decompression bomb
     */
    public ReadSummary read(Path file, Handler handler, Consumer<Reject> rejects) throws IOException {
        String name = String.valueOf(file.getFileName());
        MessageDigest digest = sha256();
        Counter counter = new Counter(name, handler, rejects);
        long bytes;
        try (DigestInputStream raw = new DigestInputStream(Files.newInputStream(file), digest);
                CountingStream stored = new CountingStream(raw)) {
            read(open(stored), counter);
            stored.skipToEnd();
            bytes = stored.count();
        }
        return new ReadSummary(name, HexFormat.of().formatHex(digest.digest()), bytes, counter.rows, counter.rejected);
    }

    /**
     * Reads a stream, such as standard input; it is not closed.
     *
     * @param name what to call it in rejects
     * @param in the stream, plain or gzip
     * @param handler takes the rows
     * @param rejects takes the rows that were refused
     * @return what was read; its SHA-256 is empty
     * @throws IOException as {@link #read(Path, Handler, Consumer)}
     */
    public ReadSummary read(String name, InputStream in, Handler handler, Consumer<Reject> rejects) throws IOException {
        Counter counter = new Counter(name, handler, rejects);
        CountingStream stored = new CountingStream(in);
        read(open(stored), counter);
        return new ReadSummary(name, "", stored.count(), counter.rows, counter.rejected);
    }

    /**
     * Opens a file as text, unpacking gzip and honouring a byte-order mark.
     *
     * @param in the bytes
     * @return the characters
     * @throws IOException if the bytes can't be read
     */
    public static Reader text(InputStream in) throws IOException {
        return open(new CountingStream(in));
    }

    private void read(Reader text, Counter counter) throws IOException {
        LineSource lines = new LineSource(text, maxRecordLength);
        int first = lines.peek();
        if (first == '{' || first == '[') {
            new JsonRows(maxRecordLength).read(lines, counter);
        } else if (first >= 0) {
            readTable(lines, counter);
        }
    }

    private static void readTable(LineSource lines, Counter counter) throws IOException {
        CsvGuard guard = new CsvGuard(lines, counter::reject);
        Map<String, Integer> index = new HashMap<>();
        List<String> columns = guard.columns();
        for (int i = 0; i < columns.size(); i++) {
            index.putIfAbsent(columns.get(i), i);
        }
        counter.handler.header(columns);
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().fieldSeparator(guard.separator()).ofCsvRecord(guard)) {
            for (CsvRecord rec : csv) {
                counter.row(new Row(guard.headerLines() + rec.getStartingLineNumber(), index, cells(rec)), rec);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<List<String>> cells(CsvRecord rec) {
        return new AbstractList<>() {
            @Override
            public List<String> get(int i) {
                return List.of(rec.getField(i));
            }

            @Override
            public int size() {
                return rec.getFieldCount();
            }
        };
    }

    private static Reader open(CountingStream stored) throws IOException {
        PushbackInputStream in = new PushbackInputStream(new BufferedInputStream(stored, BUFFER), 4);
        byte[] head = in.readNBytes(2);
        in.unread(head);
        boolean gzip = head.length == 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
        if (gzip) {
            in = new PushbackInputStream(new BombGuard(new GZIPInputStream(in, BUFFER), stored), 4);
        }
        return new InputStreamReader(in, charset(in));
    }

    private static Charset charset(PushbackInputStream in) throws IOException {
        byte[] b = in.readNBytes(3);
        if (b.length == 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        in.unread(b);
        int mark = b.length < 2 ? 0 : (b[0] & 0xFF) << 8 | (b[1] & 0xFF);
        if (mark == 0xFFFE || mark == 0xFEFF) {
            return StandardCharsets.UTF_16;
        }
        return StandardCharsets.UTF_8;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hands rows on, counts them and turns refusals into rejects. */
    static final class Counter {
        private final String name;
        private final Handler handler;
        private final Consumer<Reject> rejects;
        private long rows;
        private long rejected;

        Counter(String name, Handler handler, Consumer<Reject> rejects) {
            this.name = name;
            this.handler = handler;
            this.rejects = rejects;
        }

        /** Content is only asked for its text when the row is refused. */
        void row(Row row, Object content) {
            try {
                handler.row(row);
                rows++;
            } catch (RejectedRowException e) {
                reject(row.line(), String.valueOf(e.getMessage()), contentOf(content));
            }
        }

        void reject(long line, String reason, String content) {
            rows++;
            rejected++;
            rejects.accept(new Reject(name, line, reason, content));
        }

        private static String contentOf(Object content) {
            return content instanceof CsvRecord rec ? String.join(",", rec.getFields()) : content.toString();
        }
    }
}
