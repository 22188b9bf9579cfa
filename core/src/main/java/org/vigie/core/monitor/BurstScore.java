/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.util.Objects;
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
 */
public record BurstScore(double score, double pValue, double expected, boolean alarm, OptionalDouble onset) {
    /**
     * Checks the parts.
     *
     * @param score in [0, 1]
     * @param pValue in [0, 1]
     * @param expected the value expected
     * @param alarm whether this row raises an alarm
     * @param onset the estimated begin
     * @throws IllegalArgumentException if the score or the p-value is not in [0, 1]
     * @throws NullPointerException if the onset is null
     */
    public BurstScore {
        Checks.probability("score", score);
        Checks.probability("pValue", pValue);
        Objects.requireNonNull(onset, "onset");
    }
}
