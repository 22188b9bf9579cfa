/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import java.util.Locale;

/**
 * Lower case in linear time, for texts that others wrote. {@link String#toLowerCase(Locale)} looks for the ends of the word at
 * each capital sigma and copies the text at each dotted capital I, so that a cell full of them takes minutes.
 */
public final class LowerCase {
    private static final char SIGMA = '\u03a3';
    private static final char DOTTED_I = '\u0130';

    private LowerCase() {}

    /**
     * Brings a text to lower case, whatever the default locale. A dotted capital I becomes i.
     *
     * @param text any text
     * @return the text in lower case
     */
    public static String of(String text) {
        if (text.indexOf(SIGMA) < 0 && text.indexOf(DOTTED_I) < 0) {
            return text.toLowerCase(Locale.ROOT);
        }
        StringBuilder lower = new StringBuilder(text.length());
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            boolean isLast = c == SIGMA
                    && i > 0
                    && Character.isLetter(text.codePointBefore(i))
                    && (next == text.length() || !Character.isLetter(text.codePointAt(next)));
            lower.appendCodePoint(isLast ? '\u03c2' : Character.toLowerCase(c));
        }
        return lower.toString();
    }
}
