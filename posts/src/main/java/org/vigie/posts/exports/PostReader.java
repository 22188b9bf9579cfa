/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource;
import org.vigie.posts.PostSource.Reject;
import org.vigie.posts.rows.RowReader;
import org.vigie.posts.rows.RowSummary;

/**
 * Reads posts from the exports that analysts have: tables, JSON Lines or JSON, plain or gzip. The export is recognised by
 * its columns ({@link Export#known()}, docs/formats/posts.md); otherwise columns are found by usual names. Urls, hashtags
 * and mentions are taken from the text where there is no column for them.
 *
 * <p>Nothing disappears. A row is a post, a reject with its reason, or set aside and counted because it is something
 * else, such as a like. Identifiers are text, never numbers. Doubts are warnings of the {@link ReadSummary}. Time is
 * linear in the input, and memory is bounded by a row. But up to 100,000 posts wait while dates such as 02/03/2024 are
 * open.
 *
 * <p>Immutable and thread-safe. The sink says which ids were seen, also over several files.
 */
public final class PostReader {
    private final RowReader rows;
    private final List<Export> exports;
    private final Map<Field, String> mapping;
    private final Times times;
    private final boolean idPerFile;
    private final Optional<Instant> now;
    private final Optional<Charset> encoding;

    private PostReader(
            List<Export> exports,
            Map<Field, String> mapping,
            Times times,
            boolean idPerFile,
            Optional<Instant> now,
            Optional<Charset> encoding) {
        this.exports = exports;
        this.mapping = mapping;
        this.times = times;
        this.idPerFile = idPerFile;
        this.now = now;
        this.encoding = encoding;
        RowReader all = ObjectRows.reader(exports, mapping);
        this.rows = encoding.map(all::withEncoding).orElse(all);
    }

    /**
     * A reader that knows {@link Export#known()}.
     *
     * @return the reader
     */
    public static PostReader withDefaults() {
        return new PostReader(
                Export.known(), Map.of(), Times.withDefaults(), false, Optional.empty(), Optional.empty());
    }

    /**
     * Adds an export, which is tried before those that are known.
     *
     * @param export the export
     * @return the changed reader
     */
    public PostReader withExport(Export export) {
        List<Export> more = new ArrayList<>();
        more.add(export);
        more.addAll(exports);
        return new PostReader(List.copyOf(more), mapping, times, idPerFile, now, encoding);
    }

    /**
     * Says where some fields are, whatever the export.
     *
     * @param fieldToColumn {@link Field#label() field} to column name
     * @return the changed reader
     * @throws IllegalArgumentException if a field is unknown
     */
    public PostReader withMapping(Map<String, String> fieldToColumn) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fieldToColumn.forEach((field, column) -> fields.put(Field.of(field), column));
        return new PostReader(exports, fields, times, idPerFile, now, encoding);
    }

    /**
     * Sets how times are read.
     *
     * @param newTimes the reading
     * @return the changed reader
     */
    public PostReader withTimes(Times newTimes) {
        return new PostReader(exports, mapping, Objects.requireNonNull(newTimes, "newTimes"), idPerFile, now, encoding);
    }

    /**
     * Sets the format of times, as {@link Times#withFormat}.
     *
     * @param format {@code day-first}, {@code month-first} or a pattern
     * @return the changed reader
     * @throws IllegalArgumentException if it is no format
     */
    public PostReader withDateFormat(String format) {
        return withTimes(times.withFormat(format));
    }

    /**
     * Sets the zone of times that name none.
     *
     * @param zone the zone
     * @return the changed reader
     */
    public PostReader withTimeZone(ZoneId zone) {
        return withTimes(times.withTimeZone(zone));
    }

    /**
     * Makes ids unique within a file only: they, and ids of posts that are reposted or answered, become {@code file/id}.
     *
     * @return the changed reader
     */
    public PostReader withIdPerFile() {
        return new PostReader(exports, mapping, times, true, now, encoding);
    }

    /**
     * Sets after which time a post is in the future, for a warning; by default that is when the file is read.
     *
     * @param instant the time
     * @return the changed reader
     */
    public PostReader withNow(Instant instant) {
        return new PostReader(exports, mapping, times, idPerFile, Optional.of(instant), encoding);
    }

    /**
     * Sets the encoding of files whose bytes do not show it, such as windows-1251 or GBK; gzip is unpacked all the same.
     *
     * @param charset the encoding
     * @return the changed reader
     */
    public PostReader withEncoding(Charset charset) {
        return new PostReader(exports, mapping, times, idPerFile, now, Optional.of(charset));
    }

    Times times() {
        return times;
    }

    boolean isIdPerFile() {
        return idPerFile;
    }

    Instant now() {
        return now.orElseGet(Instant::now);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param sink takes the posts, in the file's order, and the rows that were refused
     * @return what was read
     * @throws MissingColumnException if the file has no column for the account or the time, or none that the mapping names
     * @throws IOException if the file can't be read to its end, is no text, or has dates that can be read two ways
     */
    public ReadSummary read(Path file, PostSource.Sink sink) throws IOException {
        return read(nameOf(file), file, null, sink);
    }

    /**
     * Reads a stream, such as standard input; it is not closed.
     *
     * @param name what to call it
     * @param in the stream, plain or gzip
     * @param sink as {@link #read(Path, PostSource.Sink)}
     * @return what was read
     * @throws IOException as {@link #read(Path, PostSource.Sink)}
     */
    public ReadSummary read(String name, InputStream in, PostSource.Sink sink) throws IOException {
        return read(name, null, in, sink);
    }

    /**
     * Makes a file a source.
     *
     * @param file the file
     * @param summaries takes what was read, when it was
     * @return the source
     */
    public PostSource source(Path file, Consumer<ReadSummary> summaries) {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(summaries, "summaries");
        return sink -> summaries.accept(read(file, sink));
    }

    /**
     * Makes a file a source.
     *
     * @param file the file
     * @return the source
     */
    public PostSource source(Path file) {
        return source(file, summary -> {});
    }

    private ReadSummary read(String name, @Nullable Path file, @Nullable InputStream in, PostSource.Sink sink)
            throws IOException {
        PostHandler handler = handler(name, sink);
        return summary(rows(name, file, in, handler, sink::reject), handler);
    }

    private static ReadSummary summary(RowSummary read, PostHandler handler) throws IOException {
        handler.finish();
        long rejects = read.rejects() + handler.lateRejects();
        return new ReadSummary(
                read.file(),
                read.sha256(),
                read.bytes(),
                read.rows(),
                handler.posts(),
                rejects,
                handler.setAside(),
                handler.warnings(rejects, read.encoding()),
                handler.exports(),
                read.encoding(),
                read.separator(),
                handler.dateFormat());
    }

    private RowSummary rows(
            String name,
            @Nullable Path file,
            @Nullable InputStream in,
            RowReader.Handler handler,
            Consumer<Reject> rejects)
            throws IOException {
        if (in != null) {
            return rows.read(name, in, handler, rejects);
        }
        return rows.read(Objects.requireNonNull(file), handler, rejects);
    }

    /**
     * Reads rows that need not be whole posts, for jobs that need a text or a time only. What is no post, such as a like or
     * a header that comes again, is set aside and counted.
     *
     * @param file the file
     * @param needed the fields without whose columns a table is refused
     * @param handler takes the rows
     * @param rejects takes the rows that were refused
     * @return what was read
     * @throws MissingColumnException if a table has no column for a needed field, or none that the mapping names
     * @throws IOException if the file can't be read to its end or is no text
     */
    public ReadSummary readFields(Path file, List<Field> needed, PostFields.Handler handler, Consumer<Reject> rejects)
            throws IOException {
        return readFields(nameOf(file), file, null, needed, handler, rejects);
    }

    /**
     * Reads rows that need not be whole posts from a stream; it is not closed.
     *
     * @param name what to call it
     * @param in the stream, plain or gzip
     * @param needed as {@link #readFields(Path, List, PostFields.Handler, Consumer)}
     * @param handler takes the rows
     * @param rejects takes the rows that were refused
     * @return what was read
     * @throws IOException as {@link #readFields(Path, List, PostFields.Handler, Consumer)}
     */
    public ReadSummary readFields(
            String name, InputStream in, List<Field> needed, PostFields.Handler handler, Consumer<Reject> rejects)
            throws IOException {
        return readFields(name, null, in, needed, handler, rejects);
    }

    private ReadSummary readFields(
            String name,
            @Nullable Path file,
            @Nullable InputStream in,
            List<Field> needed,
            PostFields.Handler handler,
            Consumer<Reject> rejects)
            throws IOException {
        Columns columns = new Columns(name, exports, mapping, List.copyOf(needed));
        FieldsHandler fields = new FieldsHandler(name, this, columns, handler);
        return fields.summary(rows(name, file, in, fields, rejects));
    }

    /**
     * Reads a file and says how it was read.
     *
     * @param file the file
     * @param rejects takes the rows that were refused
     * @return export, encoding, date format, columns used and ignored, first posts
     * @throws IOException as {@link #read(Path, PostSource.Sink)}
     */
    public FormatReport describe(Path file, Consumer<Reject> rejects) throws IOException {
        return describe(nameOf(file), file, null, rejects);
    }

    /**
     * Reads a stream and says how it was read; it is not closed.
     *
     * @param name what to call it
     * @param in the stream, plain or gzip
     * @param rejects takes the rows that were refused
     * @return as {@link #describe(Path, Consumer)}
     * @throws IOException as {@link #read(Path, PostSource.Sink)}
     */
    public FormatReport describe(String name, InputStream in, Consumer<Reject> rejects) throws IOException {
        return describe(name, null, in, rejects);
    }

    private FormatReport describe(String name, @Nullable Path file, @Nullable InputStream in, Consumer<Reject> rejects)
            throws IOException {
        List<Post> first = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        PostSource.Sink sink = new PostSource.Sink() {
            @Override
            public boolean post(Post post) {
                boolean isNew = ids.add(post.id());
                if (isNew && first.size() < FormatReport.MAX_FIRST_POSTS) {
                    first.add(post);
                }
                return isNew;
            }

            @Override
            public void reject(Reject reject) {
                rejects.accept(reject);
            }
        };
        Set<String> seen = new LinkedHashSet<>();
        Map<Field, List<String>> used = new EnumMap<>(Field.class);
        PostHandler handler = handler(name, sink);
        ColumnsHandler noting = new ColumnsHandler(columns(name), seen, used, handler);
        ReadSummary summary = summary(rows(name, file, in, noting, rejects), handler);
        Set<String> ignored = new LinkedHashSet<>(seen);
        used.values().forEach(ignored::removeAll);
        return new FormatReport(summary, handler.timeZone(), used, List.copyOf(ignored), first);
    }

    private Columns columns(String name) {
        return new Columns(name, exports, mapping, List.of(Field.ACCOUNT, Field.TIME));
    }

    private PostHandler handler(String name, PostSource.Sink sink) {
        return new PostHandler(name, this, columns(name), sink);
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
