/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/** What a text has between quotes or in brackets: names and titles of other languages, more often than its own words. */
final class Quotes {
    private static final String OPEN = "\u300C\u300E\u300A\u3008\u3010\u3014\u201C\u00AB\uFF08(";
    private static final String CLOSE = "\u300D\u300F\u300B\u3009\u3011\u3015\u201D\u00BB\uFF09)";

    private Quotes() {}

    static boolean isOpening(char c) {
        return OPEN.indexOf(c) >= 0;
    }

    /** Adds the letters of dense scripts that stand in pairs of such signs, by script. */
    static void count(CharSequence text, int from, int to, int[] byScript) {
        int depth = 0;
        int opened = from;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (isOpening(c)) {
                opened = depth++ == 0 ? at : opened;
            } else if (depth > 0 && CLOSE.indexOf(c) >= 0 && --depth == 0) {
                add(text, opened, at, byScript);
            }
        }
    }

    private static void add(CharSequence text, int from, int to, int[] byScript) {
        for (int at = from; at < to; at++) {
            int script = Scripts.of(text.charAt(at));
            byScript[script] += Scripts.isDense(script) ? 1 : 0;
        }
    }
}
