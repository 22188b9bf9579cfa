/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.nio.charset.StandardCharsets;

/** What MISP makes of a value when it takes it in. */
final class MispValue {
    /** Of UTF-8; a longer value is refused. */
    static final int MOST_BYTES = 65_535;

    private static final String CUT = "\u2026";
    private static final String BLANKS = " \t\n\r\0\u000b";

    private MispValue() {}

    /** The value without the blanks at its ends, which MISP takes away too, and no longer than it takes. */
    static String fitted(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && BLANKS.indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        while (from < to && BLANKS.indexOf(value.charAt(to - 1)) >= 0) {
            to--;
        }
        return cut(value.substring(from, to));
    }

    private static String cut(String value) {
        int room = MOST_BYTES - CUT.getBytes(StandardCharsets.UTF_8).length;
        int bytes = 0;
        int end = 0; // of what has room beside the sign that it was cut
        for (int at = 0; at < value.length(); ) {
            int point = value.codePointAt(at);
            bytes += bytes(point);
            at += Character.charCount(point);
            if (bytes <= room) {
                end = at;
            }
            if (bytes > MOST_BYTES) {
                return value.substring(0, end) + CUT;
            }
        }
        return value;
    }

    private static int bytes(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }

    /** What it stores: signs of four bytes, such as most emoji, are question marks there. */
    static String stored(String value) {
        return value.codePoints()
                .map(point -> Character.isSupplementaryCodePoint(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
