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
 * Tells a deviation that stays from one that passes. The level of a series is a fading mean, its spread a fading mean
 * absolute deviation. A deviation is a new level if it lasts. Of the 50 rows from its alarm on, at least 40 must lie
 * more than two spreads from the old level, on one side.
 */
final class LevelWatch {
    private static final int TRIAL = 50;
    private static final double SHARE = 0.8;
    private static final double SPREADS = 2;
    /** Rows that the level is a mean of, and that it takes to know it. */
    private static final int SPAN = 288;

    private double level;
    private double spread;
    private long rows;
    private int tried;
    private int above;
    private int below;
    private double sum;
    private double since = Double.NaN;

    /** Takes a row and whether it is an alarm, with its onset; returns a shift that this row confirms. */
    Optional<LevelShift> update(double value, boolean alarm, double onset) {
        if (tried == 0 && !alarm) {
            double weight = 1.0 / Math.min(SPAN, ++rows);
            double apart = value - level;
            level += weight * apart;
            spread += weight * (Math.abs(apart) - spread);
            return Optional.empty();
        }
        if (alarm && !lasting(tried)) {
            // Another deviation than the one on trial, which is passing.
            restart();
            since = onset;
        }
        tried++;
        sum += value;
        above += value > level + SPREADS * spread ? 1 : 0;
        below += value < level - SPREADS * spread ? 1 : 0;
        if (tried < TRIAL) {
            return Optional.empty();
        }
        boolean stays = lasting(TRIAL) && rows >= SPAN;
        double after = sum / TRIAL;
        Optional<LevelShift> shift = stays ? Optional.of(new LevelShift(since, level, after)) : Optional.empty();
        level = stays ? after : level;
        restart();
        return shift;
    }

    private boolean lasting(int of) {
        return of > 0 && Math.max(above, below) >= SHARE * of;
    }

    private void restart() {
        tried = 0;
        above = 0;
        below = 0;
        sum = 0;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(level);
        out.writeDouble(spread);
        out.writeLong(rows);
        out.writeInt(tried);
        out.writeInt(above);
        out.writeInt(below);
        out.writeDouble(sum);
        out.writeDouble(since);
    }

    void read(DataInputStream in) throws IOException {
        level = Checks.finite("level of a watch", in.readDouble());
        spread = Saved.readAmount(in, "spread of a watch");
        rows = Saved.readRows(in, "rows of a watch");
        tried = Checks.between("rows on trial", in.readInt(), 0, TRIAL - 1);
        above = Checks.between("rows above", in.readInt(), 0, tried);
        below = Checks.between("rows below", in.readInt(), 0, tried - above);
        sum = Checks.finite("sum of a trial", in.readDouble());
        since = Saved.readOnset(in, "begin of a trial");
        if (tried > 0) {
            Checks.finite("begin of a trial", since);
        }
    }
}
