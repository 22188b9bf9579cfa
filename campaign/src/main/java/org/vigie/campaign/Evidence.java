/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One signal that a campaign shows: what was observed, what chance would give, and posts that show it.
 *
 * @param kind which of the independent kinds of evidence it belongs to
 * @param signal the signal's name, a key of the report's texts: {@code shared-text}, {@code synchrony}, ...
 * @param observed what was counted or measured
 * @param expected what the signal's null model gives; absent where there is no null model
 * @param pValue the probability of at least {@code observed} under that null model; absent where there is none
 * @param posts ids of posts that show it, some of them
 */
public record Evidence(
        Kind kind, String signal, double observed, OptionalDouble expected, OptionalDouble pValue, List<String> posts) {

    /** Kinds of evidence that do not follow from one another. */
    public enum Kind {
        /** The same words, links or hashtags. */
        CONTENT,
        /** The same moments. */
        TIMING,
        /** The same accounts, again and again. */
        ACCOUNTS;

        /**
         * The name in files: lower case.
         *
         * @return the name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
