/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Reads one time after the other, without objects for each. The calendar is strict. Not thread-safe.
 *
 * <p>A date of three numbers that ends with the year says itself which is the day if one number is above 12. Otherwise
 * both readings are kept and the column decides ({@link TimeColumn}).
 */
final class TimeParser extends ClockParser {
    /** What the date itself says of its order. */
    enum Order {
        /** It has one reading only. */
        PLAIN,
        /** Its first number is the day. */
        DAY_FIRST,
        /** Its first number is the month. */
        MONTH_FIRST,
        /** It can be read both ways. */
        OPEN
    }

    private static final int MAX_LENGTH = 100;
    private static final int MIN_YEAR = 1000;
    private static final int TWO_DIGIT_CENTURY = 2000;
    private static final Set<String> ORDINALS = Set.of("st", "nd", "rd", "th", "er", "e");

    private final ZoneId local;

    private int year;
    private int month;
    private int day;

    private Order order = Order.PLAIN;
    private long millis;
    private long other;
    private String form = "";

    TimeParser(ZoneId local) {
        this.local = local;
    }

    /** What the last date says of its order. */
    Order order() {
        return order;
    }

    /** The last time in milliseconds; if it can be read both ways, with the day first. */
    long millis() {
        return millis;
    }

    /** If the last time can be read both ways, the reading with the month first. */
    long monthFirst() {
        return other;
    }

    /** What kind of time the last one was. */
    String form() {
        return form;
    }

    /** Why the last time was not read. */
    String problem() {
        return problem;
    }

    /** Reads a time that is no plain number; false if it is not understood or impossible. */
    boolean parse(String newText) {
        start(PlainTime.of(newText));
        problem = "is not one that is understood";
        order = Order.PLAIN;
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        hour = minute = second = nanos = 0;
        startZone(local);
        form = "ISO 8601";
        half = 0;
        boolean clockFirst = startsWithClock();
        if (clockFirst && !clock()) {
            return false;
        }
        skip(clockFirst ? BETWEEN + "-" : "");
        boolean yearLast = date();
        if (month == 0 || !(clockFirst || clock()) || !zone()) {
            return false;
        }
        if (yearLast) {
            spaces();
            year = digits(4, 4);
            spaces();
            zone();
        }
        spaces();
        if (at < text.length() || year < MIN_YEAR) {
            return false;
        }
        problem = "is impossible";
        if (hour > 23 || minute > 59 || second > 60 || (second == 60 && (hour != 23 || minute != 59))) {
            return false;
        }
        second = Math.min(second, 59); // a leap second, which no clock of ours has
        return ordered();
    }

    /** Decides what a date of three numbers says of its order, and computes. */
    private boolean ordered() {
        if (order == Order.PLAIN) {
            return instant();
        }
        int first = day;
        int second2 = month;
        if (first > 12 || second2 > 12) {
            order = first > 12 ? Order.DAY_FIRST : Order.MONTH_FIRST;
            day = Math.max(first, second2);
            month = Math.min(first, second2);
            return instant();
        }
        order = first == second2 ? Order.PLAIN : Order.OPEN;
        day = second2;
        month = first;
        boolean isThere = instant();
        other = millis;
        day = first;
        month = second2;
        return instant() && isThere;
    }

    private boolean instant() {
        if (month < 1 || month > 12 || day < 1 || day > Days.ofMonth(year, month)) {
            return false;
        }
        long days = Days.sinceEpoch(year, month, day);
        long localMillis = days * Days.MILLIS + ((hour * 60L + minute) * 60 + second) * 1000 + nanos / 1_000_000;
        if (hasZone) {
            millis = localMillis - offset * 1000;
            return true;
        }
        if (!region.equals(ZoneOffset.UTC)) {
            LocalDateTime time = LocalDateTime.of(year, month, day, hour, minute, second);
            millis = localMillis - region.getRules().getOffset(time).getTotalSeconds() * 1000L;
            return true;
        }
        millis = localMillis;
        return true;
    }

    /** Reads a date into year, month and day; month 0 if there is none. True if the year comes after the clock. */
    private boolean date() {
        month = 0;
        spaces();
        if (isLetter()) {
            String word = word();
            skip(",. ");
            between();
            if (MonthNames.isBetween(word) && isDigit()) {
                return date();
            }
            if (isLetter()) {
                return monthNameFirst(MonthNames.isWeekday(word) ? MonthNames.month(word()) : 0);
            }
            if (!MonthNames.isWeekday(word) || !isDate()) {
                return monthNameFirst(MonthNames.month(word));
            }
        }
        int from = at;
        int first = digits(1, 4);
        int length = at - from;
        ordinal();
        char separator = peek();
        if (length == 4 && separator >= '0' && separator <= '9') {
            compact(first);
        } else if (length == 4) {
            yearFirst(first, separator);
        } else if (length <= 2 && first >= 0) {
            numberFirst(first, separator);
        }
        return false;
    }

    /** Whether a date follows whose day or year is a number in front: "mar. 5 mars 2024", but not "Mar 5 2024". */
    private boolean isDate() {
        int run = digitRun();
        char next = peekAt(run);
        boolean isNumbers = "-/.\u5e74".indexOf(next) >= 0 && peekAt(run + 1) >= '0' && peekAt(run + 1) <= '9';
        if (run == 4 || isNumbers) {
            return isNumbers;
        }
        int from = at;
        at += run;
        skip(". ");
        between();
        boolean isMonth = isLetter() && MonthNames.month(word()) > 0;
        at = from;
        return isMonth;
    }

    /** Passes what makes a number of a day an ordinal: 1st, 1er, 1\u00ba. */
    private void ordinal() {
        int from = at;
        if (peek() == '\u00ba' || peek() == '\u00aa') {
            at++;
        } else if (isLetter() && !ORDINALS.contains(word())) {
            at = from;
        }
    }

    private boolean monthNameFirst(int named) {
        form = "month by name";
        skip(". ");
        day = digits(1, 2);
        ordinal();
        skip(",. ");
        if (day < 0) {
            return false;
        }
        if (at + 2 < text.length() && (text.charAt(at + 2) == ':' || text.charAt(at + 1) == ':')) {
            month = named;
            return true;
        }
        year = digits(4, 4);
        month = year < 0 ? 0 : named;
        return false;
    }

    private void yearFirst(int first, char separator) {
        year = first;
        if (separator != '-' && separator != '/' && separator != '.' && separator != '年' && separator != ' ') {
            return;
        }
        at++;
        skip(separator == '.' ? " " : "");
        if (isLetter() && separator != '/' && separator != '年') {
            int named = MonthNames.month(word());
            skip("-. ");
            day = digits(1, 2);
            skip(".");
            month = day < 0 ? 0 : named;
            form = "month by name";
            return;
        }
        if (separator == ' ') {
            return;
        }
        int second2 = digits(1, 2);
        boolean same = peek() == separator || (separator == '年' && peek() == '月');
        at++;
        skip(separator == '.' ? " " : "");
        day = same ? digits(1, 2) : -1;
        if ((separator == '年' && peek() == '日') || (separator == '.' && peek() == '.')) {
            at++;
        }
        month = day < 0 ? 0 : Math.max(second2, 0);
        if (month > 12 && day <= 12) {
            month = 0; // year, day, month: nobody means that
        }
    }

    /** ISO 8601 without signs, before a clock: 20240105T100000Z. */
    private void compact(int first) {
        int run = digitRun();
        char next = peekAt(run);
        if (run == 4 && (next == 'T' || next == 't' || next == ' ')) {
            year = first;
            int named = digits(2, 2);
            day = digits(2, 2);
            month = Math.max(named, 0);
        }
    }

    private void numberFirst(int first, char separator) {
        if ("-/. ".indexOf(separator) < 0 || at >= text.length()) {
            return;
        }
        skip("-/. ");
        between();
        if (isLetter()) {
            String word = word();
            spaces();
            int named = MonthNames.isMonthByNumber(word) ? digits(1, 2) : MonthNames.month(word);
            skip("-/., ");
            between();
            day = first;
            year = fullYear();
            month = year < 0 ? 0 : Math.max(named, 0);
            form = "month by name";
            return;
        }
        int second2 = digits(1, 2);
        if (second2 < 0 || separator == ' ' || peek() != separator) {
            return;
        }
        at++;
        int from = at;
        year = fullYear();
        if (year < 0 || (separator == '-' && at - from < 4)) {
            return;
        }
        day = first;
        month = second2;
        order = separator == '.' ? Order.PLAIN : Order.OPEN;
        form = separator == '.' ? "day.month.year" : "day/month/year";
    }

    private int fullYear() {
        int from = at;
        int value = digits(2, 4);
        int length = at - from;
        return length == 2 ? TWO_DIGIT_CENTURY + value : length == 4 ? value : -1;
    }
}
