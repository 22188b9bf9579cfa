/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.vigie.core.internal.Checks;

/**
 * A lasting change of a rate or of the level of a series: a burst that did not end. Immutable and thread-safe.
 *
 * @param onset the estimated time of the change, in the units of the input
 * @param before the rate before it, in events a bin, or the level
 * @param after the rate since, in events a bin, or the level
 */
public record LevelShift(double onset, double before, double after) {
    /**
     * Checks the parts.
     *
     * @param onset a finite time
     * @param before a finite level
     * @param after a finite level
     * @throws IllegalArgumentException if one of them is not finite
     */
    public LevelShift {
        Checks.finite("onset", onset);
        Checks.finite("before", before);
        Checks.finite("after", after);
    }

    static void write(Optional<LevelShift> shift, DataOutputStream out) throws IOException {
        out.writeBoolean(shift.isPresent());
        if (shift.isPresent()) {
            out.writeDouble(shift.get().onset);
            out.writeDouble(shift.get().before);
            out.writeDouble(shift.get().after);
        }
    }

    static Optional<LevelShift> read(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new LevelShift(in.readDouble(), in.readDouble(), in.readDouble()))
                : Optional.empty();
    }
}
