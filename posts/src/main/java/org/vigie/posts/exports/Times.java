/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Times as platforms and tools export them: ISO 8601 with or without a zone (UTC is assumed), epoch seconds,
 * milliseconds or microseconds, month/day/year with a clock, and Twitter's {@code Wed Oct 05 20:14:31 +0000 2016}.
 * Years outside 1970 to 2100 are refused: they are mistakes of a unit or a column. Thread-safe.
 */
public final class Times {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

    private static final List<DateTimeFormatter> ZONED = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]XXX", Locale.ROOT),
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH));

    private static final List<DateTimeFormatter> LOCAL = List.of(
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("[[ ]['T']HH:mm[:ss]]")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                    .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                    .toFormatter(Locale.ROOT),
            DateTimeFormatter.ofPattern("M/d/yyyy H:mm[:ss]", Locale.ROOT));

    private Times() {}

    /**
     * Reads a time.
     *
     * @param text the time in one of the forms above
     * @return the time
     * @throws RejectedRowException if it has none of these forms or is not in the years 1970 to 2100
     */
    public static Instant parse(String text) throws RejectedRowException {
        Instant time = tryParse(text.strip());
        if (time.isBefore(FIRST) || !time.isBefore(LAST)) {
            throw new RejectedRowException("time must be in the years 1970 to 2100 but was '" + shown(text) + "'");
        }
        return time;
    }

    private static Instant tryParse(String text) throws RejectedRowException {
        if (isUtcSeconds(text)) {
            return utcSeconds(text);
        }
        if (!text.isEmpty() && text.length() <= 20 && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')) {
            return epoch(text);
        }
        if (text.length() <= 40) {
            Optional<Instant> time = Stream.concat(
                            ZONED.stream()
                                    .map(f -> attempt(
                                            () -> ZonedDateTime.parse(text, f).toInstant())),
                            LOCAL.stream()
                                    .map(f -> attempt(
                                            () -> LocalDateTime.parse(text, f).toInstant(ZoneOffset.UTC))))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (time.isPresent()) {
                return time.get();
            }
        }
        throw new RejectedRowException("time is not one that is understood: '" + shown(text) + "'");
    }

    private static Optional<Instant> attempt(Supplier<Instant> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 2016-10-06T14:21:00Z}, the canonical form, read without a formatter because every row has one. */
    private static boolean isUtcSeconds(String text) {
        if (text.length() != 20) {
            return false;
        }
        for (int i = 0; i < 20; i++) {
            char expected = "dddd-dd-ddTdd:dd:ddZ".charAt(i);
            char c = text.charAt(i);
            if (expected == 'd' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static Instant utcSeconds(String text) throws RejectedRowException {
        try {
            return LocalDateTime.of(
                            digits(text, 0, 4),
                            digits(text, 5, 7),
                            digits(text, 8, 10),
                            digits(text, 11, 13),
                            digits(text, 14, 16),
                            digits(text, 17, 19))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new RejectedRowException("time is not one that is understood: '" + shown(text) + "'");
        }
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = 10 * value + text.charAt(i) - '0';
        }
        return value;
    }

    /** Seconds up to the year 5138, then milliseconds, then microseconds: the ranges do not overlap for real posts. */
    private static Instant epoch(String text) throws RejectedRowException {
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new RejectedRowException("time is not one that is understood: '" + shown(text) + "'");
        }
        if (number < 1e11) {
            return Instant.ofEpochMilli(Math.round(number * 1000));
        }
        return number < 1e14 ? Instant.ofEpochMilli((long) number) : Instant.ofEpochMilli((long) (number / 1000));
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
