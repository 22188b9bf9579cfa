/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.posts.ObjectKind;

/**
 * One signal that a campaign shows: what was observed, what chance would give, and posts that show it.
 *
 * @param kind which of the independent kinds of evidence it belongs to
 * @param signal what was counted
 * @param objects of which kind, for {@link Signal#SHARED}
 * @param observed what was counted or measured
 * @param expected what the signal's null model gives; absent where there is no null model
 * @param pValue the probability of at least {@code observed} under that null model; absent where there is none
 * @param rows posts that show it, some of them
 */
public record Evidence(
        Kind kind,
        Signal signal,
        Optional<ObjectKind> objects,
        double observed,
        OptionalDouble expected,
        OptionalDouble pValue,
        ImmutableIntArray rows) {

    /** Kinds of evidence that do not follow from one another. */
    public enum Kind {
        /** The same words, links or hashtags. */
        CONTENT,
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

    /**
     * The signal's name in files, such as {@code shared-url} or {@code common-pool}.
     *
     * @return the name
     */
    public String label() {
        return objects.map(k -> signal.label() + "-" + k.name()).orElse(signal.label());
    }
}
