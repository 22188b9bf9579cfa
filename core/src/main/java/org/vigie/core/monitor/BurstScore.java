/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.core.internal.Checks;

/**
 * What an online monitor says about one row or bin. Immutable and thread-safe.
 *
 * @param score how unusual the row is, in [0, 1]; comparable over time and between series
 * @param pValue the probability of a row at least this unusual if nothing has changed, in [0, 1]; how it is meant is
 *     stated by each monitor
 * @param expected the value that the past leads to expect
 * @param alarm whether the monitor raises an alarm at this row
 * @param onset the estimated time at which the present deviation began, in the units of the input; empty while nothing
 *     deviates
 * @param kind what an alarm is of, or the level that this row confirms; empty for other rows, and always from a monitor
 *     that tells no kinds
 */
public record BurstScore(
        double score, double pValue, double expected, boolean alarm, OptionalDouble onset, Optional<Kind> kind) {
    /** What a monitor saw. */
    public enum Kind {
        /** A sudden rise beyond what the series has shown. */
        SPIKE,
        /** A sudden rise to where the series has been before, though rarely. */
        REPEAT,
        /** A rise that built up over several rows. */
        RAMP,
        /** A fall, sudden or gradual. */
        DROP,
        /** A value that does not change in a series that does. */
        FLAT_LINE,
        /** Values inside their usual range that do not come as they use to, or not at this hour. */
        RHYTHM,
        /** A level that has lasted and is the new base; said when it is confirmed, with no alarm of its own. */
        LEVEL;

        /**
         * The name as outputs write it, in lower case with hyphens.
         *
         * @return the name
         */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Checks the parts.
     *
     * @param score in [0, 1]
     * @param pValue in [0, 1]
     * @param expected the value expected
     * @param alarm whether this row raises an alarm
     * @param onset the estimated begin
     * @param kind what was seen
     * @throws IllegalArgumentException if the score or the p-value is not in [0, 1]
     * @throws NullPointerException if the onset or the kind is null
     */
    public BurstScore {
        Checks.probability("score", score);
        Checks.probability("pValue", pValue);
        Objects.requireNonNull(onset, "onset");
        Objects.requireNonNull(kind, "kind");
    }

    /**
     * What a monitor says that tells no kinds.
     *
     * @param score in [0, 1]
     * @param pValue in [0, 1]
     * @param expected the value expected
     * @param alarm whether this row raises an alarm
     * @param onset the estimated begin
     * @throws IllegalArgumentException if the score or the p-value is not in [0, 1]
     * @throws NullPointerException if the onset is null
     */
    public BurstScore(double score, double pValue, double expected, boolean alarm, OptionalDouble onset) {
        this(score, pValue, expected, alarm, onset, Optional.empty());
    }
}
