/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How French is set: its spaces, its apostrophe, its numbers. */
public final class French {
    private static final Pattern NUMBER = Pattern.compile("([+-]?)(\\d[\\d,]*)(?:\\.(\\d+))?");
    private static final int GROUP = 3;

    private French() {}

    /**
     * Sets a typed text as it is printed. It gets typographic apostrophes, spaces that do not break before colons and
     * inside quotation marks, and narrow ones before the other marks.
     *
     * @param typed French with plain spaces and apostrophes
     * @return the same, set
     */
    public static String typeset(String typed) {
        return typed.replaceAll("(?<=\\p{L})'(?=[\\p{L}{«-])", "\u2019")
                .replaceAll(" (?=[;!?](?: |$))", "\u202f")
                .replaceAll(" (?=[:»%](?:[ ,.;)\u00a0\u202f%]|$))", "\u00a0")
                .replace("« ", "«\u00a0");
    }

    /**
     * A number as French writes it.
     *
     * @param number digits, with a point for the fraction and perhaps commas between groups
     * @return it with a comma for the fraction and a narrow space between groups; what is no number as it is
     */
    static String number(String number) {
        Matcher matcher = NUMBER.matcher(number);
        if (!matcher.matches()) {
            return number;
        }
        String whole = matcher.group(2).replace(",", "");
        StringBuilder said = new StringBuilder(matcher.group(1).replace('-', '\u2212'));
        for (int i = 0; i < whole.length(); i++) {
            said.append(i > 0 && (whole.length() - i) % GROUP == 0 ? "\u202f" : "")
                    .append(whole.charAt(i));
        }
        return matcher.group(3) == null ? said.toString() : said + "," + matcher.group(3);
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether a word goes with the number in the singular: below two. */
    static boolean isOne(String number) {
        return number.matches("[01](?:\\.\\d+)?");
    }
}
