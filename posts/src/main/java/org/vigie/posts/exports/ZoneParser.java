/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** Reads what stands behind a clock: an offset, a name or a region. */
class ZoneParser extends Cursor {
    boolean hasZone;
    long offset;
    ZoneId region = ZoneOffset.UTC;
    String problem = "";

    void startZone(ZoneId local) {
        hasZone = false;
        offset = 0;
        region = local;
    }

    /** Reads a zone, if there is one; false if it is not known. */
    boolean zone() {
        spaces();
        char c = peek();
        if (c == '+' || c == '-' || c == '\u2212') {
            return offset();
        }
        if (isLetter()) {
            String word = word();
            int minutes = ZoneNames.minutes(word);
            if (minutes == ZoneNames.UNKNOWN) {
                problem = "names the zone " + word.toUpperCase(Locale.ROOT)
                        + ", which is not known or means several: say --time-zone";
                return false;
            }
            hasZone = true;
            offset = minutes * 60L;
            if (minutes == 0 && (peek() == '+' || peek() == '-')) {
                return offset();
            }
        }
        if (peek() == '(') {
            int end = text.indexOf(')', at);
            at = end < 0 ? at : end + 1;
        }
        return region();
    }

    private boolean offset() {
        boolean isWest = text.charAt(at++) != '+';
        int hours = digits(1, 2);
        int minutes = 0;
        if (hours >= 0 && peek() == ':') {
            at++;
            minutes = digits(2, 2);
        } else if (isDigit()) {
            minutes = digits(2, 2);
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return false;
        }
        hasZone = true;
        offset = (isWest ? -1 : 1) * (hours * 60L + minutes) * 60;
        spaces();
        if (peek() == '(') {
            int end = text.indexOf(')', at);
            at = end < 0 ? at : end + 1;
        }
        int from = at;
        if (isLetter() && ZoneNames.minutes(word()) == ZoneNames.UNKNOWN) {
            at = from; // only a zone says once more what the offset is: +0000 UTC
        }
        return region();
    }

    /** {@code [Europe/Paris]}: counts only where there is no offset. */
    private boolean region() {
        if (peek() != '[') {
            return true;
        }
        int end = text.indexOf(']', at);
        if (end < 0) {
            return false;
        }
        try {
            region = ZoneId.of(text.substring(at + 1, end));
        } catch (DateTimeException e) {
            return false;
        }
        at = end + 1;
        return true;
    }
}
