/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

/**
 * A confidence interval. Immutable and thread-safe.
 *
 * @param low the lower end
 * @param high the upper end, at least {@code low}
 */
public record Interval(double low, double high) {
    /**
     * Checks the order of the ends.
     *
     * @param low the lower end
     * @param high the upper end, at least {@code low}
     */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must be <= high but was " + low + " > " + high);
        }
    }
}
