/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.util.Optional;

/**
 * Watches one running series: each update takes the next row and says how unusual it is.
 *
 * <p>A monitor is mutable through its updates, serves one series and is not thread-safe. It is deterministic: the same
 * settings and the same rows give the same scores and the same saved bytes. Its memory is bounded, however many rows come.
 * A call that throws leaves it as it was. Methods named {@code with} return a new monitor that has seen nothing.
 *
 * <p>A row whose time lies before that of an earlier row is no error. Most monitors take rows in the order in which
 * they come, and use times only to date an onset. The rows of a {@link RateMonitor} are bins of a clock, so it counts
 * such a row as late.
 */
public interface Monitor {
    /**
     * Takes the next row.
     *
     * @param time the time of the row; onsets come back in its unit
     * @param value the value; a row without a value is not to be given at all
     * @return what the monitor says about the row
     * @throws IllegalArgumentException if the time or the value is not finite, or is one that the monitor does not take
     */
    BurstScore update(double time, double value);

    /**
     * A monitor with the same settings that has seen nothing.
     *
     * @return a new monitor
     */
    Monitor fresh();

    /**
     * The latest lasting change of the series that the monitor has confirmed.
     *
     * @return the change; empty before the first one, and always where the monitor looks for none
     */
    default Optional<LevelShift> levelShift() {
        return Optional.empty();
    }

    /**
     * Saves settings and state. The format has a version and a checksum: see docs/formats/monitor-state.md.
     *
     * @return a new array of bytes
     */
    byte[] toBytes();
}
