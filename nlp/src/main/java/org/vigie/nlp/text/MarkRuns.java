/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/**
 * Runs of marks that combine, kept short. To normalise is to put the marks behind a letter in order. This takes time in
 * proportion to the square of their number; no spelling has many.
 */
final class MarkRuns {
    /** No spelling has a longer run; Unicode's own limit for streams is 30 (UAX #15, section 13). */
    static final int LONGEST = 32;

    private MarkRuns() {}

    /** The text without the marks after the first ones of a run: itself if none is longer. */
    static CharSequence cut(CharSequence text) {
        StringBuilder out = null;
        int run = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.charAt(i);
            if (c >= 0x300) {
                c = Character.codePointAt(text, i);
            }
            run = c >= 0x300 && isOrdered(c) ? run + 1 : 0;
            if (run > LONGEST && out == null) {
                out = new StringBuilder(text.length()).append(text, 0, i);
            } else if (run <= LONGEST && out != null) {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return out == null ? text : out;
    }

    /** Marks, and the two voicing marks of half width, which become marks. */
    private static boolean isOrdered(int c) {
        return Words.isMark(c) || c == 0xff9e || c == 0xff9f;
    }
}
