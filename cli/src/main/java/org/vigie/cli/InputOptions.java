/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.posts.exports.Field;
import org.vigie.posts.exports.MissingColumnException;
import org.vigie.posts.exports.PostReader;
import org.vigie.posts.exports.Times;
import org.vigie.posts.rows.RowReader;
import picocli.CommandLine.Option;

/** Options that every command with a table as its input has. */
final class InputOptions {
    private static final Set<String> FIELDS =
            Stream.of(Field.values()).map(Field::label).collect(Collectors.toUnmodifiableSet());

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN[,FIELD=COLUMN...]",
            description =
                    "Say which column holds a field when its name is not a known one. Fields: id, account, time, text,"
                            + " language, urls, hashtags, mentions, repost_of, reply_to, reply_to_account, platform,"
                            + " account_created.")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--date-format",
            paramLabel = "FORMAT",
            description =
                    "How times are written where they can be read in two ways: day-first, month-first, unix (numbers are time"
                            + " since 1970). Or a pattern such as dd.MM.yyyy HH:mm.")
    private Optional<String> dateFormat = Optional.empty();

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Zone of times that name none, such as Europe/Paris (default: UTC).")
    private Optional<String> timeZone = Optional.empty();

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "Encoding of a text that does not show it, such as windows-1251 or GBK (default: UTF-8, UTF-16"
                            + " or windows-1252, as the bytes say).")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--id-per-file",
            description = "Ids are unique within a file only: the file's name becomes part of them.")
    private boolean idPerFile;

    /** The reader that these options ask for. */
    PostReader reader() {
        return WrongUsageException.check(() -> {
            PostReader reader = PostReader.withDefaults().withMapping(mapping(mapping));
            if (dateFormat.isPresent()) {
                reader = reader.withDateFormat(dateFormat.get());
            }
            if (timeZone.isPresent()) {
                reader = reader.withTimeZone(zone(timeZone.get()));
            }
            if (encoding.isPresent()) {
                reader = reader.withEncoding(charset(encoding.get()));
            }
            return idPerFile ? reader.withIdPerFile() : reader;
        });
    }

    /** Several fields may stand in one option: a comma before a field and its sign of equality ends a column's name. */
    private static Map<String, String> mapping(Map<String, String> typed) {
        Map<String, String> columns = new LinkedHashMap<>();
        typed.forEach((first, rest) -> {
            String field = first;
            int from = 0;
            for (int comma = rest.indexOf(','); comma >= 0; comma = rest.indexOf(',', comma + 1)) {
                int sign = rest.indexOf('=', comma);
                String next = sign < 0 ? "" : rest.substring(comma + 1, sign);
                if (FIELDS.contains(next)) {
                    columns.put(field, rest.substring(from, comma));
                    field = next;
                    from = sign + 1;
                }
            }
            columns.put(field, rest.substring(from));
        });
        return columns;
    }

    /** A reader of rows that are no posts: of these options it takes the encoding. */
    RowReader rows() {
        RowReader rows = RowReader.withDefaults();
        return encoding.isPresent()
                ? WrongUsageException.check(() -> rows.withEncoding(charset(encoding.get())))
                : rows;
    }

    /** How one time by itself is read. */
    Times times() {
        return WrongUsageException.check(() -> {
            Times times = Times.withDefaults();
            if (dateFormat.isPresent()) {
                times = times.withFormat(dateFormat.get());
            }
            return timeZone.isPresent() ? times.withTimeZone(zone(timeZone.get())) : times;
        });
    }

    /** Whether times have a pattern of their own, so that what looks like a number is none. */
    boolean hasPattern() {
        return times().hasPattern();
    }

    /** Reads something. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** A column that --map names and that is not there is wrong usage, not a fault of the file. */
    <T> T asked(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (MissingColumnException e) {
            if (mapping.isEmpty()) {
                throw e;
            }
            throw new WrongUsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--encoding must be one such as windows-1251 or GBK but was '" + name + "'", e);
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--time-zone must be a zone such as Europe/Paris but was '" + name + "'", e);
        }
    }
}
