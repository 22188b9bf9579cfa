/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import org.vigie.posts.rows.Row;

/** A time whose date and clock stand in two columns, and its offset perhaps in a third. */
final class DateAndClock {
    private static final int LONGEST_CLOCK = 15;

    private DateAndClock() {}

    /** The date, the clock and the offset in one text; "" unless a column holds a date and another a clock. */
    static String of(Row row, List<String> dates, List<String> clocks) {
        String date = first(row, dates);
        if (date.isEmpty() || date.indexOf(':') >= 0) {
            return "";
        }
        String clock = first(row, clocks);
        if (clock.isEmpty() || clock.length() > LONGEST_CLOCK || clock.charAt(0) < '0' || clock.charAt(0) > '9') {
            return "";
        }
        boolean isClock = clock.indexOf(':') > 0 || clock.indexOf('h') > 0 || clock.indexOf('.') > 0;
        String zone = row.get("timezone").strip();
        boolean isOffset = zone.length() == 5 && (zone.charAt(0) == '+' || zone.charAt(0) == '-');
        return isClock ? date + " " + clock + (isOffset ? " " + zone : "") : "";
    }

    private static String first(Row row, List<String> columns) {
        for (String column : columns) {
            String text = row.get(column).strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
