/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads one time after the other, without objects for each. The calendar is strict. Not thread-safe.
 *
 * <p>A date of three numbers that ends with the year says itself which is the day if one number is above 12; otherwise
 * both readings are kept and the column decides ({@link TimeColumn}).
 */
final class TimeParser extends ZoneParser {
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

    private static final int MAX_LENGTH = 64;
    private static final int MIN_YEAR = 1000;
    private static final int TWO_DIGIT_CENTURY = 2000;
    private static final String[] MONTHS =
            ("january february march april may june july august september october november" + " december")
                    .split(" ", -1);
    private static final String[] DAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ", -1);

    private final ZoneId local;

    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;
    private int nanos;

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
        start(newText);
        problem = "is not one that is understood";
        order = Order.PLAIN;
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        hour = minute = second = nanos = 0;
        startZone(local);
        form = "ISO 8601";
        boolean yearLast = date();
        if (month == 0 || !clock() || !zone()) {
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
            if (indexOf(DAYS, word) >= 0) {
                skip(",. ");
                word = isLetter() ? word() : "";
            }
            if (!word.isEmpty()) {
                return monthNameFirst(indexOf(MONTHS, word) + 1);
            }
        }
        int from = at;
        int first = digits(1, 4);
        int length = at - from;
        char separator = peek();
        if (length == 4) {
            yearFirst(first, separator);
        } else if (length <= 2 && first >= 0) {
            numberFirst(first, separator);
        }
        return false;
    }

    private boolean monthNameFirst(int named) {
        form = "month by name";
        skip(". ");
        day = digits(1, 2);
        skip(", ");
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
        if (separator != '-' && separator != '/' && separator != '.' && separator != '年') {
            return;
        }
        at++;
        int second2 = digits(1, 2);
        boolean same = peek() == separator || (separator == '年' && peek() == '月');
        at++;
        day = same ? digits(1, 2) : -1;
        if (separator == '年' && peek() == '日') {
            at++;
        }
        month = day < 0 ? 0 : Math.max(second2, 0);
        if (month > 12 && day <= 12) {
            month = 0; // year, day, month: nobody means that
        }
    }

    private void numberFirst(int first, char separator) {
        if ("-/. ".indexOf(separator) < 0 || at >= text.length()) {
            return;
        }
        skip("-/. ");
        if (isLetter()) {
            int named = indexOf(MONTHS, word()) + 1;
            skip("-/., ");
            day = first;
            year = fullYear();
            month = year < 0 ? 0 : named;
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

    /** Reads a clock, if there is one; false if it is broken. */
    private boolean clock() {
        boolean isIso = peek() == 'T' || peek() == 't';
        if (isIso) {
            at++;
        } else {
            skip(", ");
        }
        if (!isDigit()) {
            return !isIso;
        }
        if (at + 4 <= text.length() && digitRun() >= 4 && peekAt(4) != ':') {
            return !isIso || compactClock();
        }
        hour = digits(1, 2);
        if (peek() == ':') {
            at++;
            minute = digits(2, 2);
            if (minute < 0) {
                return false;
            }
            if (peek() == ':') {
                at++;
                second = digits(2, 2);
                if (second < 0 || !fraction()) {
                    return false;
                }
            }
            return halfOfDay(false);
        }
        return halfOfDay(true) || isIso;
    }

    /** {@code T1200} and {@code T120000}. */
    private boolean compactClock() {
        hour = digits(2, 2);
        minute = digits(2, 2);
        second = isDigit() ? digits(2, 2) : 0;
        return second >= 0 && fraction();
    }

    private boolean fraction() {
        if (peek() != '.' && peek() != ',') {
            return true;
        }
        at++;
        int from = at;
        long value = 0;
        while (isDigit() && at - from < 9) {
            value = 10 * value + (text.charAt(at++) - '0');
        }
        if (at == from || isDigit()) {
            return false;
        }
        for (int i = at - from; i < 9; i++) {
            value *= 10;
        }
        nanos = (int) value;
        return true;
    }

    /** Reads AM or PM; true if there is none and none is needed. */
    private boolean halfOfDay(boolean isNeeded) {
        int from = at;
        spaces();
        char c = Character.toLowerCase(peek());
        if ((c == 'a' || c == 'p') && Character.toLowerCase(peekAt(1)) == 'm' && !Character.isLetter(peekAt(2))) {
            at += 2;
            if (hour < 1 || hour > 12) {
                return false;
            }
            hour = hour % 12 + (c == 'p' ? 12 : 0);
            return true;
        }
        at = from;
        return !isNeeded;
    }

    private static int indexOf(String[] names, String word) {
        for (int i = 0; i < names.length; i++) {
            if (word.length() >= 3 && names[i].startsWith(word.equals("sept") ? "sep" : word)) {
                return i;
            }
        }
        return -1;
    }
}
