/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

/** What may be shown on a terminal: no control character of an input moves a cursor or changes a colour. */
final class Terminal {
    private static final char REPLACEMENT = '\uFFFD';

    private Terminal() {}

    /** The text in one line, with controls, marks of direction and lone surrogates replaced. */
    static String safe(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean unsafe = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
            out.appendCodePoint(unsafe ? REPLACEMENT : c);
        });
        return out.toString();
    }
}
