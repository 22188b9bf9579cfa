/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.vigie.core.file.Digests;
import org.vigie.core.internal.LowerCase;
import org.vigie.posts.PostSource.Reject;

/**
 * Reads the rows of a table or of JSON, plain or gzip, in one pass, linear time and bounded memory.
 *
 * <p>The format is seen from the content. A first character { or [ means JSON. Its objects stand one per line or one
 * after the other, in an array, or in an array of a page. That array has one of the names of {@link #withPages}.
 * Otherwise the most frequent of comma, tab, semicolon and bar in the header separates columns; Excel's line {@code
 * sep=;} and R's {@code write.table} are read. Quotes follow RFC 4180.
 *
 * <p>A row is rejected if it is too long, has an unclosed quote, or has another number of fields than the header. Its
 * line number is given, and reading goes on with the next line. Empty lines are no rows. Text is UTF-8, UTF-16 or
 * windows-1252. Damaged or truncated gzip fails, and so does what is no text.
 *
 * <p>Immutable and thread-safe; the rows handed out are not.
 */
public final class RowReader {
    /** How much of a refused row is kept. */
    static final int SHOWN = Reject.MAX_CONTENT;

    private static final int DEFAULT_MAX_RECORD = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final Set<String> DEFAULT_PAGES = Set.of(
            "data",
            "messages",
            "statuses",
            "posts",
            "items",
            "feed",
            "list",
            "chats",
            "response",
            "results",
            "result",
            "comments",
            "tweets",
            "rows",
            "hits",
            "_source",
            "docs",
            "documents",
            "records",
            "entries",
            "edges",
            "node",
            "nodes",
            "videos",
            "articles");

    private final int maxRecordLength;
    private final Set<String> pages;
    private final Set<String> nestedRows;
    private final Marks marks;
    private final Optional<Charset> encoding;

    private RowReader(
            int maxRecordLength, Set<String> pages, Set<String> nestedRows, Marks marks, Optional<Charset> encoding) {
        this.maxRecordLength = maxRecordLength;
        this.pages = pages;
        this.nestedRows = nestedRows;
        this.marks = marks;
        this.encoding = encoding;
    }

    /**
     * A reader that refuses rows longer than 1,048,576 characters.
     *
     * @return the reader
     */
    public static RowReader withDefaults() {
        return new RowReader(DEFAULT_MAX_RECORD, DEFAULT_PAGES, Set.of(), Marks.NONE, Optional.empty());
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
        return new RowReader(characters, pages, nestedRows, marks, encoding);
    }

    /**
     * Returns a reader that also finds rows of JSON in arrays, and in objects, of these names.
     *
     * @param names names of a page's members, besides {@code data}, {@code items} and the like
     * @return the reader
     */
    public RowReader withPages(Collection<String> names) {
        return new RowReader(maxRecordLength, union(pages, names), nestedRows, marks, encoding);
    }

    /**
     * Returns a reader that gives some objects inside a row of JSON as rows of their own, after it.
     *
     * @param paths paths of arrays of objects, or of objects, such as {@code replies.comments}
     * @return the reader
     */
    public RowReader withNestedRows(Collection<String> paths) {
        return new RowReader(maxRecordLength, pages, union(nestedRows, paths), marks, encoding);
    }

    /**
     * Returns a reader that knows by which columns objects of JSON are posts. So arrays of any name may hold rows. An
     * object with a time and an account is a row whatever it holds, and posts inside it are rows or rejects. Without it
     * an object is a page if it has one of the names of {@link #withPages}.
     *
     * @param times the columns of the time, as dotted paths
     * @param accounts those of the account
     * @param texts those of the text
     * @return the reader
     */
    public RowReader withPostColumns(Collection<String> times, Collection<String> accounts, Collection<String> texts) {
        return new RowReader(maxRecordLength, pages, nestedRows, Marks.of(times, accounts, texts), encoding);
    }

    /**
     * Returns a reader that takes what stands under some paths of a post for a part of it, such as the post that it repeats.
     * To be called behind {@link #withPostColumns}.
     *
     * @param paths paths of arrays of objects
     * @return the reader
     */
    public RowReader withParts(Collection<String> paths) {
        return new RowReader(maxRecordLength, pages, nestedRows, marks.withParts(paths), encoding);
    }

    /**
     * Returns a reader of text in an encoding that is not to be seen from the bytes, such as windows-1251 or GBK.
     *
     * @param charset the encoding
     * @return the reader
     */
    public RowReader withEncoding(Charset charset) {
        return new RowReader(maxRecordLength, pages, nestedRows, marks, Optional.of(charset));
    }

    private static Set<String> union(Set<String> some, Collection<String> more) {
        Set<String> union = new TreeSet<>(some);
        more.forEach(name -> union.add(columnName(name)));
        return Set.copyOf(union);
    }

    /**
     * The spelling under which a column is found: trimmed, lower case, composed, spaces as underscores.
     *
     * @param header the column as the file's header spells it
     * @return the name
     */
    public static String columnName(String header) {
        for (int i = 0; i < header.length(); i++) {
            if (header.charAt(i) > 0x7F) {
                return otherThanAscii(header);
            }
        }
        return header.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** Longer names stay as they are composed: no known one is so long, and composing takes quadratic time. */
    private static final int MAX_COMPOSED = 200;

    /** Byte order marks of files that were put one behind the other, spaces that do not break, a dotted capital I. */
    private static String otherThanAscii(String header) {
        String name = header.length() <= MAX_COMPOSED ? Normalizer.normalize(header, Normalizer.Form.NFC) : header;
        String bare = name.replace("\uFEFF", "")
                .replace("\u200B", "")
                .replace('\u00A0', ' ')
                .replace('\u2019', '\'')
                .strip();
        return LowerCase.of(bare).replace("i\u0307", "i").replace(' ', '_');
    }

    /** Receives the rows of one file. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Takes a row.
         *
         * @param row the row, valid during the call
         * @throws RejectedRowException if the row can't be used
         * @throws IOException if reading must not go on
         */
        void row(Row row) throws RejectedRowException, IOException;

        /**
         * Tells whether a line of a table is its header. Lines above the header, at most 30, are passed. If none is a
         * header, the first is given to {@link #header}, which should say what is missing.
         *
         * @param columns the names as {@link RowReader#columnName} spells them
         * @return true unless lines may stand above the header and this is one
         */
        default boolean isHeader(List<String> columns) {
            return true;
        }

        /**
         * Takes the header of a table, before its rows; not called for JSON.
         *
         * @param columns the names as {@link RowReader#columnName} spells them, without those that are empty
         * @throws IOException if the file can't be used at all
         */
        default void header(List<String> columns) throws IOException {}

        /**
         * Takes note of rows that stand inside another row, such as comments inside a post.
         *
         * @param count how many, refused ones too
         */
        default void inside(long count) {}

        /**
         * Tells whether an object of JSON with a time and an account is that account, whose posts stand in an array of it.
         *
         * @param names the names of the object itself, as {@link RowReader#columnName} spells them
         * @return true if it is no post
         */
        default boolean isAccount(Set<String> names) {
            return false;
        }

        /**
         * Takes note of objects of JSON that are no rows although they hold what rows do. They count as rows of the file.
         *
         * @param what what they are, in the plural
         * @param count how many, at least 1
         */
        default void setAside(String what, long count) {}
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param handler takes the rows
     * @param rejects takes the rows that were refused
     * @return what was read
     * @throws IOException if the file can't be read to its end, is no text, or expands like a decompression bomb; the
     *     message begins with its name
     */
    public RowSummary read(Path file, Handler handler, Consumer<Reject> rejects) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(String.valueOf(file.getFileName()), in, handler, rejects);
        }
    }

    /**
     * Reads a stream, such as standard input; it is not closed.
     *
     * @param name what to call it in rejects
     * @param in the stream, plain or gzip
     * @param handler takes the rows
     * @param rejects takes the rows that were refused
     * @return what was read
     * @throws IOException as {@link #read(Path, Handler, Consumer)}
     */
    public RowSummary read(String name, InputStream in, Handler handler, Consumer<Reject> rejects) throws IOException {
        Counter counter = new Counter(name, handler, rejects);
        MessageDigest digest = Digests.sha256();
        CountingStream stored = new CountingStream(new DigestInputStream(in, digest));
        TextInput input;
        try {
            input = TextInput.open(stored, encoding);
            read(new Window(input.reader(), maxRecordLength), counter);
            stored.skipToEnd();
        } catch (IOException e) {
            throw named(name, e);
        }
        return new RowSummary(
                name,
                HexFormat.of().formatHex(digest.digest()),
                stored.count(),
                counter.rows,
                counter.rejected,
                input.encoding(),
                counter.separator);
    }

    private static IOException named(String name, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith(name + ": ")) {
            return e;
        }
        return new IOException(name + ": " + message, e);
    }

    /**
     * Opens lines of text, unpacking gzip and seeing the encoding unless {@link #withEncoding} gave it.
     *
     * @param in the bytes
     * @return the characters
     * @throws IOException if the bytes can't be read or are no text
     */
    public Reader text(InputStream in) throws IOException {
        return TextInput.ofLines(new CountingStream(new BufferedInputStream(in, BUFFER)), encoding)
                .reader();
    }

    /** Reads what is in a window; package-private so that tests can count the work. */
    void read(Window window, Counter counter) throws IOException {
        int first = window.at(0);
        while (first == ' ' || first == '\t' || first == '\n' || first == '\r' || first == JsonRows.RECORD) {
            if (first == '\n' || first == '\r') {
                window.pass(window.endOfLine(0));
                window.line++;
            } else {
                window.pass(1);
            }
            first = window.at(0);
        }
        if (first == '{' || first == '[') {
            new JsonRows(window, maxRecordLength, counter, pages, nestedRows, marks).read();
        } else if (first >= 0) {
            new TableRows(window, maxRecordLength, counter).read();
        }
    }

    /** Hands rows on, counts them and turns refusals into rejects. */
    static final class Counter {
        final Handler handler;
        String separator = "";
        private final String name;
        private final Consumer<Reject> rejects;
        private long rows;
        private long rejected;

        Counter(String name, Handler handler, Consumer<Reject> rejects) {
            this.name = name;
            this.handler = handler;
            this.rejects = rejects;
        }

        /** Content is only asked for when the row is refused. */
        void row(Row row) throws IOException {
            rows++;
            try {
                handler.row(row);
            } catch (RejectedRowException e) {
                rejected++;
                rejects.accept(new Reject(name, row.line(), String.valueOf(e.getMessage()), row.content()));
            }
        }

        long rows() {
            return rows;
        }

        void setAside(String what, long count) {
            rows += count;
            handler.setAside(what, count);
        }

        void reject(long line, String reason, String content) {
            rows++;
            rejected++;
            rejects.accept(new Reject(name, line, reason, content));
        }
    }
}
