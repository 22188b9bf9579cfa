/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

/** What the first lines of a table say of the sign between columns. */
final class HeaderLine {
    private static final char QUOTE = '"';
    private static final String SEPARATORS = ",\t;|";

    private HeaderLine() {}

    /** What Excel writes as a first line: {@code sep=;}. 0 if the line is another one. */
    static char given(String line) {
        String text = line.startsWith("\"") && line.endsWith("\"") && line.length() > 2
                ? line.substring(1, line.length() - 1)
                : line;
        return text.length() == 5 && text.regionMatches(true, 0, "sep=", 0, 4) ? text.charAt(4) : 0;
    }

    /**
     * The signs that may separate, the most frequent outside quotes first; a space only between quoted names, as R writes
     * them.
     */
    static String separatorsOf(String line) {
        int[] counts = new int[SEPARATORS.length()];
        boolean inQuotes = false;
        int spacesBetweenQuotes = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            inQuotes ^= c == QUOTE;
            int s = inQuotes ? -1 : SEPARATORS.indexOf(c);
            if (s >= 0) {
                counts[s]++;
            }
            boolean between = i > 0 && i + 1 < line.length() && line.charAt(i - 1) == QUOTE;
            if (!inQuotes && c == ' ' && between && line.charAt(i + 1) == QUOTE) {
                spacesBetweenQuotes++;
            }
        }
        StringBuilder likely = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            int best = -1;
            for (int k = 0; k < counts.length; k++) {
                boolean isNext = likely.indexOf(SEPARATORS.substring(k, k + 1)) < 0 && counts[k] > 0;
                best = isNext && (best < 0 || counts[k] > counts[best]) ? k : best;
            }
            if (best >= 0) {
                likely.append(SEPARATORS.charAt(best));
            }
        }
        if (likely.isEmpty()) {
            likely.append(spacesBetweenQuotes > 0 ? ' ' : ',');
        }
        return likely.toString();
    }
}
