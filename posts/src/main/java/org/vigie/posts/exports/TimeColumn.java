/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.rows.RejectedRowException;

/**
 * The times of one column. Its format is decided for all of it: by what a date says itself, or by a pattern that was
 * given. The first number decides whether numbers are days as spreadsheets count them or time since 1970.
 */
final class TimeColumn {
    private static final long FIRST = 0;
    private static final long LAST = Days.sinceEpoch(2101, 1, 1) * Days.MILLIS;
    /** Days as spreadsheets count them: 1970 is 25,569; these are 1954 to 2119. */
    private static final double MIN_SERIAL = 20_000;

    private static final double MAX_SERIAL = 80_000;
    private static final int SERIAL_OF_1970 = 25_569;
    /** Nanoseconds of 2001-09-09: there are no posts of before, and Windows and .NET count in numbers below. */
    private static final long FIRST_NANOSECONDS = 1_000_000_000_000_000_000L;

    private static final int SHOWN = 40;

    private enum Numbers {
        UNDECIDED,
        SERIAL,
        EPOCH
    }

    private final TimeParser parser;
    private final @Nullable DateTimeFormatter given;
    private final String pattern;
    private final ZoneId zone;
    private final boolean unix;
    private Numbers numbers = Numbers.UNDECIDED;
    private Optional<Boolean> dayFirst;
    private boolean isOpen;
    private long monthFirst;
    private String form = "";

    TimeColumn(
            ZoneId zone, Optional<Boolean> dayFirst, @Nullable DateTimeFormatter given, String pattern, boolean unix) {
        this.unix = unix;
        this.zone = zone;
        this.parser = new TimeParser(zone);
        this.dayFirst = dayFirst;
        this.given = given;
        this.pattern = pattern;
    }

    /** Whether the last time can be read both ways and nothing has decided yet; then it is given with the day first. */
    boolean isOpen() {
        return isOpen;
    }

    /** The other reading of the last time, if it is open. */
    long monthFirst() {
        return monthFirst;
    }

    /** Whether days come before months, once it is known. */
    Optional<Boolean> dayFirst() {
        return dayFirst;
    }

    /** The zone of times that name none. */
    ZoneId zone() {
        return zone;
    }

    void decide(boolean isDayFirst) {
        dayFirst = Optional.of(isDayFirst);
    }

    /** How the first time was read, and how open ones are. */
    String form() {
        return form.equals("day/month/year") && dayFirst.isPresent() && !dayFirst.get() ? "month/day/year" : form;
    }

    /** The time in milliseconds since 1970. */
    long parse(String text) throws RejectedRowException {
        isOpen = false;
        long millis = read(text);
        if (millis < FIRST || millis >= LAST) {
            throw new RejectedRowException("time must be in the years 1970 to 2100 but was '" + shown(text) + "'");
        }
        return millis;
    }

    private long read(String text) throws RejectedRowException {
        if (given != null) {
            return asGiven(text, given);
        }
        if (isNumber(text)) {
            return number(text);
        }
        if (!parser.parse(text)) {
            throw new RejectedRowException("time " + parser.problem() + ": '" + shown(text) + "'");
        }
        form = form.isEmpty() || parser.form().equals("day/month/year") ? parser.form() : form;
        return switch (parser.order()) {
            case PLAIN -> parser.millis();
            case DAY_FIRST -> decided(true, text);
            case MONTH_FIRST -> decided(false, text);
            case OPEN -> open();
        };
    }

    private long decided(boolean isDayFirst, String text) throws RejectedRowException {
        if (dayFirst.isPresent() && dayFirst.get() != isDayFirst) {
            throw new RejectedRowException("time is impossible with the " + (isDayFirst ? "month" : "day")
                    + " first, as in other rows: '" + shown(text) + "'");
        }
        dayFirst = Optional.of(isDayFirst);
        return parser.millis();
    }

    private long open() {
        if (dayFirst.isPresent()) {
            return dayFirst.get() ? parser.millis() : parser.monthFirst();
        }
        isOpen = true;
        monthFirst = parser.monthFirst();
        return parser.millis();
    }

    private long asGiven(String text, DateTimeFormatter format) throws RejectedRowException {
        form = pattern;
        try {
            TemporalAccessor parsed = format.parse(text);
            if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
                return parsed.getLong(ChronoField.INSTANT_SECONDS) * 1000 + parsed.get(ChronoField.MILLI_OF_SECOND);
            }
            LocalDate date = LocalDate.from(parsed);
            LocalTime time = parsed.query(TemporalQueries.localTime());
            LocalDateTime local = time == null ? date.atStartOfDay() : date.atTime(time);
            return local.atZone(zone).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            throw new RejectedRowException("time does not have the format " + pattern + ": '" + shown(text) + "'");
        }
    }

    /** Digits, with a fraction and an exponent perhaps: 1685620800, 45078.5, 1.6856208E9. */
    private static boolean isNumber(String text) {
        int i = digits(text, 0);
        if (i == 0 || text.length() > 25) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ',')) {
            i = digits(text, i + 1);
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i += i + 1 < text.length() && text.charAt(i + 1) == '+' ? 2 : 1;
            int end = digits(text, i);
            return end > i && end == text.length();
        }
        return i == text.length();
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private long number(String text) throws RejectedRowException {
        int length = text.length();
        boolean isWhole = digits(text, 0) == length;
        if (isWhole && !unix && (length == 8 || length == 12 || length == 14)) {
            long compact = compact(text);
            if (compact >= 0) {
                form = form.isEmpty() ? "yyyyMMdd" : form;
                return compact;
            }
        }
        double value;
        try {
            value = Double.parseDouble(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new RejectedRowException("time is not one that is understood: '" + shown(text) + "'");
        }
        boolean isSerial = !unix && value >= MIN_SERIAL && value < MAX_SERIAL;
        if (numbers == Numbers.UNDECIDED) {
            numbers = isSerial ? Numbers.SERIAL : Numbers.EPOCH;
        }
        if (numbers == Numbers.SERIAL) {
            if (!isSerial) {
                throw new RejectedRowException(
                        "time is no day as a spreadsheet counts them, as the first one is: '" + shown(text) + "'");
            }
            form = form.isEmpty() ? "days of a spreadsheet" : form;
            return Math.round((value - SERIAL_OF_1970) * 86_400_000d);
        }
        return isWhole && length <= 19 ? epoch(Long.parseUnsignedLong(text)) : epoch(value);
    }

    /** Seconds up to the year 5138, then milliseconds, microseconds, nanoseconds: real posts are in one range only. */
    private long epoch(long value) throws RejectedRowException {
        if (value < 0 || value >= 100_000_000_000_000_000L) {
            if (value >= 0 && value < FIRST_NANOSECONDS) {
                throw otherEpoch();
            }
            return unit("nanoseconds", Long.divideUnsigned(value, 1_000_000));
        }
        if (value >= 100_000_000_000_000L) {
            return unit("microseconds", value / 1000);
        }
        return value >= 100_000_000_000L ? unit("milliseconds", value) : unit("seconds", value * 1000);
    }

    private long epoch(double value) throws RejectedRowException {
        if (value >= 1e17) {
            if (value < FIRST_NANOSECONDS) {
                throw otherEpoch();
            }
            return unit("nanoseconds", (long) (value / 1e6));
        }
        if (value >= 1e14) {
            return unit("microseconds", (long) (value / 1e3));
        }
        return value >= 1e11 ? unit("milliseconds", (long) value) : unit("seconds", Math.round(value * 1000));
    }

    private static RejectedRowException otherEpoch() {
        return new RejectedRowException(
                "time is no number since 1970: counts of 18 digits, as Windows and .NET have them,"
                        + " begin in another year");
    }

    private long unit(String unit, long millis) {
        form = form.isEmpty() ? unit + " since 1970" : form;
        return millis;
    }

    /** yyyyMMdd, with HHmm or HHmmss behind it, in the zone of the column; -1 if that is no date. */
    private long compact(String text) {
        int year = Integer.parseInt(text, 0, 4, 10);
        int month = Integer.parseInt(text, 4, 6, 10);
        int day = Integer.parseInt(text, 6, 8, 10);
        int hour = text.length() > 8 ? Integer.parseInt(text, 8, 10, 10) : 0;
        int minute = text.length() > 8 ? Integer.parseInt(text, 10, 12, 10) : 0;
        int second = text.length() > 12 ? Integer.parseInt(text, 12, 14, 10) : 0;
        if (year < 1970 || year > 2100 || month < 1 || month > 12 || day < 1) {
            return -1;
        }
        if (day > Days.ofMonth(year, month) || hour > 23 || minute > 59 || second > 59) {
            return -1;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second)
                .atZone(zone)
                .toInstant()
                .toEpochMilli();
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "\u2026";
    }
}
