/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

/** What {@link Kleinberg} does with several events that carry the same time stamp. */
public enum Ties {
    /** Refuse them, as the reference implementations do. */
    REJECT,
    /**
     * Treat the c events of one stamp as one batch that ends the gap before it. Its likelihood is that of c exponential
     * gaps that sum to that gap. Needs no resolution; dilutes a batch that follows a long silence.
     */
    BATCH,
    /**
     * Spread the c events of one stamp evenly over the time after it, as long as the resolution of the clock. That is
     * what stamps cut off to whole minutes or milliseconds mean. Reported times remain the stamps.
     */
    SPREAD
}
