/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import org.vigie.core.internal.Checks;

/**
 * One interval of a hierarchy of bursts. Immutable and thread-safe.
 *
 * @param level the level of intensity; level 1 is the whole stream at its base rate, level L has about {@code
 *     scaling^(L-1)} times that rate
 * @param start the time of its first event (or the first bin), in the units of the input
 * @param end the time of its last event (or the bin after its last one), in the units of the input
 * @param weight the cost (in nats) saved by describing the interval at its level instead of one level lower; 0 at level
 *     1
 * @param events the number of events inside, ends included
 * @param pValue the probability that some interval of the stream is at least as dense as this one, under the null
 *     hypothesis that the detector documents. It is corrected for the search over all intervals; 1 at level 1
 */
public record Burst(int level, double start, double end, double weight, long events, double pValue) {
    /**
     * Checks the parts.
     *
     * @param level at least 1
     * @param start a finite time
     * @param end a finite time, at least {@code start}
     * @param weight the cost saved
     * @param events not negative
     * @param pValue in [0, 1]
     * @throws IllegalArgumentException if one of them is not as said, or the weight is NaN
     */
    public Burst {
        Checks.between("level", level, 1, Integer.MAX_VALUE);
        Checks.finite("start", start);
        Checks.finite("end", end);
        if (!(end >= start)) {
            throw new IllegalArgumentException("end must be >= start but was " + end + " < " + start);
        }
        if (Double.isNaN(weight)) {
            throw new IllegalArgumentException("weight must be a number but was NaN");
        }
        Checks.between("events", events, 0, Long.MAX_VALUE);
        Checks.probability("pValue", pValue);
    }
}
