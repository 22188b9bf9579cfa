/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.util.OptionalDouble;

/**
 * What an online monitor says about one row or bin. Immutable and thread-safe.
 *
 * @param score how unusual the row is, in [0, 1]; comparable over time and between series
 * @param pValue the probability of a row at least this unusual if nothing has changed, in (0, 1]; how it is meant is
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
     */
    public BurstScore {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be in [0, 1] but was " + score);
        }
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException("pValue must be in [0, 1] but was " + pValue);
        }
    }
}
