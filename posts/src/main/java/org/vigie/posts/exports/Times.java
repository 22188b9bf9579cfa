/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.rows.RejectedRowException;

/**
 * How the times of a file are read.
 *
 * <p>Without more, ISO 8601 is understood, with a space or T, with a zone or without. So are {@code 2024/01/05},
 * {@code 05.01.2024} (day first), {@code 2024年01月05日}, {@code 20240105} and {@code 20240105100000}. Months may have
 * their English names, as in {@code Wed Oct 05 20:14:31 +0000 2016}, or those of seventeen other languages. AM and PM
 * are read, too. Numbers are seconds, milliseconds, microseconds or nanoseconds since 1970, or days as spreadsheets
 * count them. A zone is an offset or an abbreviation that means one thing (EDT is -04:00 all year). The calendar is
 * strict. Dates such as 02/03/2024 are decided for a whole column. Years outside 1970 to 2100 are refused: they are
 * mistakes of a unit or a column.
 *
 * <p>Immutable and thread-safe.
 */
public final class Times {
    private final Optional<ZoneId> zone;
    private final Optional<Boolean> dayFirst;
    private final String pattern;
    private final boolean unix;

    private Times(Optional<ZoneId> zone, Optional<Boolean> dayFirst, String pattern, boolean unix) {
        this.zone = zone;
        this.dayFirst = dayFirst;
        this.pattern = pattern;
        this.unix = unix;
    }

    /**
     * Times whose format is seen from the column, and that are in UTC unless they say otherwise.
     *
     * @return the reading
     */
    public static Times withDefaults() {
        return new Times(Optional.empty(), Optional.empty(), "", false);
    }

    /**
     * Sets the format.
     *
     * @param format {@code day-first}, {@code month-first}, {@code unix} for numbers that are time since 1970 however
     *     small they are; or a pattern of {@link DateTimeFormatter} such as {@code dd/MM/yyyy HH:mm}. Every time must
     *     then have that format
     * @return the changed reading
     * @throws IllegalArgumentException if it is no such pattern
     */
    public Times withFormat(String format) {
        if (format.equals("day-first") || format.equals("month-first")) {
            return new Times(zone, Optional.of(format.equals("day-first")), "", unix);
        }
        if (format.equals("unix")) {
            return new Times(zone, dayFirst, "", true);
        }
        formatter(format);
        return new Times(zone, dayFirst, format, unix);
    }

    /**
     * Tells whether times have a pattern, so that what looks like a number is none.
     *
     * @return true if the format is a pattern
     */
    public boolean hasPattern() {
        return !pattern.isEmpty();
    }

    /**
     * Sets the zone of times that name none.
     *
     * @param newZone the zone
     * @return the changed reading
     */
    public Times withTimeZone(ZoneId newZone) {
        return new Times(Optional.of(newZone), dayFirst, pattern, unix);
    }

    /**
     * Reads one time by itself, where there is no column that could decide.
     *
     * @param text the time
     * @return the time
     * @throws RejectedRowException if it is not understood or not in the years 1970 to 2100. Also if it is impossible,
     *     or can be read with the day or the month first
     */
    public Instant read(String text) throws RejectedRowException {
        TimeColumn column = column(ZoneOffset.UTC, false);
        long millis = column.parse(text.strip());
        if (column.isOpen()) {
            throw new RejectedRowException("time can be read with the day or the month first: '"
                    + TimeColumn.shown(text) + "'; say which with --date-format day-first or month-first");
        }
        return Instant.ofEpochMilli(millis);
    }

    /**
     * Reads one time by itself with the defaults.
     *
     * @param text the time
     * @return the time
     * @throws RejectedRowException as {@link #read}
     */
    public static Instant parse(String text) throws RejectedRowException {
        return withDefaults().read(text);
    }

    /** A column of its own; an export may know its zone, and that its numbers are time since 1970. */
    TimeColumn column(Export export) {
        return column(export.zone(), export.isUnixTime());
    }

    private TimeColumn column(ZoneId exportsZone, boolean exportsUnix) {
        ZoneId known = zone.orElse(exportsZone);
        ZoneId used = known.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : known;
        return new TimeColumn(
                used, dayFirst, pattern.isEmpty() ? null : formatter(pattern), pattern, unix || exportsUnix);
    }

    private static @Nullable DateTimeFormatter formatter(String pattern) {
        try {
            // A strict year of era needs an era; nobody means that by yyyy.
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(pattern.replace('y', 'u'))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "a date format is day-first, month-first, unix or a pattern such as dd/MM/yyyy HH:mm but was '"
                            + pattern + "': " + e.getMessage(),
                    e);
        }
    }
}
