/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Reads the clock of a time, and what stands between it and the date. Not thread-safe. */
class ClockParser extends ZoneParser {
    /** Between date and clock: white space, and the signs of some locales and web pages. */
    static final String BETWEEN = ", \u00a0\u202f\u00b7";
    /** Before noon and after it, before a clock; longer ones first. */
    private static final String[] HALVES = {
        "\u4e0a\u5348", "\u4e0b\u5348", "\u5348\u524d", "\u5348\u5f8c", "\uc624\uc804", "\uc624\ud6c4"
    };

    int hour;
    int minute;
    int second;
    int nanos;
    int half;

    /** Reads a clock, if there is one; false if it is broken. */
    boolean clock() {
        boolean isIso = peek() == 'T' || peek() == 't';
        if (isIso && peekAt(1) >= '0' && peekAt(1) <= '9') {
            at++;
        } else {
            isIso = false;
            between();
            dash();
            halfBefore();
        }
        if (!isDigit()) {
            return half == 0;
        }
        if (at + 4 <= text.length() && digitRun() >= 4 && peekAt(4) != ':') {
            return !isIso || compactClock();
        }
        hour = digits(1, 2);
        char sign = Character.toLowerCase(peek());
        boolean hasMinutes = sign == ':' || ((sign == '.' || sign == 'h') && peekAt(1) >= '0' && peekAt(1) <= '9');
        if (!hasMinutes) {
            return halfOfDay(!isIso && sign != 'h') && behind();
        }
        at++;
        minute = digits(2, 2);
        if (minute < 0) {
            return false;
        }
        if (peek() == sign || (sign == 'h' && peek() == ':')) {
            at++;
            second = digits(2, 2);
            if (second < 0 || !fraction()) {
                return false;
            }
        }
        return halfOfDay(false) && behind();
    }

    /** Passes a dash between date and clock, which has spaces on both sides: an offset has none behind its sign. */
    private void dash() {
        boolean isDash = peek() == '-' || peek() == '\u2013';
        if (isDash && at > 0 && text.charAt(at - 1) == ' ' && peekAt(1) == ' ') {
            skip("-\u2013 ");
        }
    }

    boolean startsWithClock() {
        int run = digitRun();
        return run >= 1 && run <= 2 && peekAt(run) == ':';
    }

    /** Reads the half of a day where it stands before the clock. */
    private void halfBefore() {
        for (int i = 0; i < HALVES.length; i++) {
            if (text.startsWith(HALVES[i], at)) {
                at += HALVES[i].length();
                half = 1 + i % 2;
                spaces();
            }
        }
    }

    /** Passes words such as Uhr; always true. */
    private boolean behind() {
        int from = at;
        spaces();
        if (!isLetter() || !MonthNames.isBehind(word())) {
            at = from;
        }
        return true;
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

    /** Reads AM or PM, also with points; true if there is none and none is needed. */
    private boolean halfOfDay(boolean isNeeded) {
        int from = at;
        spaces();
        char c = Character.toLowerCase(peek());
        if (c == 'a' || c == 'p') {
            at++;
            skip(". \u00a0\u202f");
            boolean isHalf = Character.toLowerCase(peek()) == 'm' && !Character.isLetter(peekAt(1));
            if (isHalf) {
                at += peekAt(1) == '.' ? 2 : 1;
                half = c == 'p' ? 2 : 1;
            }
        }
        if (half == 0) {
            at = from;
            return !isNeeded;
        }
        if (hour < 1 || hour > 12) {
            return false;
        }
        hour = hour % 12 + (half == 2 ? 12 : 0);
        return true;
    }

    /** Passes words such as de and um, and signs, between the parts of a time. */
    void between() {
        while (true) {
            skip(BETWEEN);
            int from = at;
            if (!isLetter() || !MonthNames.isBetween(word())) {
                at = from;
                return;
            }
            skip(".");
        }
    }
}
