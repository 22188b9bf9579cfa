/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/**
 * A part of a text in one language.
 *
 * @param start first UTF-16 unit
 * @param end past the last UTF-16 unit
 * @param tag language, {@code und} where none could be said
 */
public record LanguageSpan(int start, int end, String tag) {
    /**
     * Checks the bounds.
     *
     * @param start first UTF-16 unit
     * @param end past the last UTF-16 unit
     * @param tag language
     * @throws IllegalArgumentException if the part starts below 0 or ends before it starts
     */
    public LanguageSpan {
        if (!(0 <= start && start <= end)) {
            throw new IllegalArgumentException(
                    "start and end must satisfy 0 <= start <= end but were " + start + " and " + end);
        }
    }
}
