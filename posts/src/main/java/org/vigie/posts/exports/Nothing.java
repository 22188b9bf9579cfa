/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.Locale;
import java.util.Set;
import org.vigie.posts.rows.NoValue;

/** Words that tools write where there is nothing, and numbers that a spreadsheet has rounded. */
final class Nothing {
    /** What programs write where a post refers to no other. */
    private static final Set<String> IN_REFERENCES = Set.of("0", "-1", "false");

    private static final int LONGEST = 5;

    /** A double holds every whole number of so many digits. */
    private static final int EXACT_DIGITS = 15;

    /** How many digits of a large number a spreadsheet shows, and writes, unless a person asks for more. */
    private static final int SHOWN_BY_SPREADSHEETS = 6;

    private Nothing() {}

    /** Whether a stripped value says nothing of a field. */
    static boolean says(Field field, String value) {
        return switch (field) {
            case ACCOUNT -> NoValue.isName(value);
            case TEXT -> value.isEmpty();
            case REPOST_OF, REPLY_TO, REPLY_TO_ACCOUNT ->
                NoValue.is(value)
                        || (value.length() <= LONGEST && IN_REFERENCES.contains(value.toLowerCase(Locale.ROOT)));
            default -> NoValue.is(value);
        };
    }

    /** Whether an id was rounded on its way: 1.23457E+18, or so many digits with a fraction that a double is too small. */
    static boolean isRounded(String id) {
        int length = id.length();
        if (length < 5 || id.charAt(0) < '0' || id.charAt(0) > '9') {
            return false;
        }
        int i = digits(id, 0);
        int whole = i;
        if (i < length && (id.charAt(i) == '.' || id.charAt(i) == ',')) {
            i = digits(id, i + 1);
        }
        if (i == length) {
            return whole > EXACT_DIGITS && i > whole;
        }
        if ((id.charAt(i) != 'E' && id.charAt(i) != 'e') || i + 1 == length) {
            return false;
        }
        i = digits(id, id.charAt(i + 1) == '+' ? i + 2 : i + 1);
        return i == length && whole == 1;
    }

    /** Whether a number of seconds or less since 1970 has so few digits that minutes are lost: 1.70445E+12. */
    static boolean isRoundedTime(String time) {
        int exponent = Math.max(time.indexOf('E'), time.indexOf('e'));
        return isRounded(time) && exponent > 0 && exponent <= SHOWN_BY_SPREADSHEETS + 1;
    }

    /** An id that went through a column of floating-point numbers, without its ".0". */
    static String whole(String id) {
        boolean isWhole = id.endsWith(".0") && id.length() > 2 && digits(id, 0) == id.length() - 2;
        return isWhole ? id.substring(0, id.length() - 2) : id;
    }

    /** A name without what keeps a spreadsheet from rounding it: ="123", "123" or '123. */
    static String bare(String name) {
        int length = name.length();
        if (length > 3 && name.startsWith("=\"") && name.charAt(length - 1) == '"') {
            return name.substring(2, length - 1);
        }
        char first = length > 1 ? name.charAt(0) : 0;
        int end = first == '"' && name.charAt(length - 1) == '"' ? length - 1 : first == '\'' ? length : 0;
        return end > 1 && digits(name, 1) == end ? name.substring(1, end) : name;
    }

    private static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
