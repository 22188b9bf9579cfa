/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.vigie.core.internal.Checks;

/**
 * Says when a series stands still that does not usually. A flat line is a run of equal values that is three times as
 * long as any run before. It is also improbable by how often a value equals the one before. Its length is the evidence;
 * it is said once.
 */
final class FlatLine {
    private static final int LEAST = 12;
    private static final int TIMES = 3;
    private static final double LOG_RARE = Math.log(1e-6);

    private long equal;
    private long pairs;
    private long run;
    private long longest;
    private double since;
    private boolean said;

    /** Takes whether the row of this time equals the one before, and returns whether a flat line is to be said of it. */
    boolean update(boolean same, double time) {
        pairs++;
        if (!same) {
            longest = Math.max(longest, run);
            run = 0;
            since = time;
            said = false;
            return false;
        }
        equal++;
        run++;
        // Of the pairs before the run, and two that were not seen.
        double usual = (equal - run + 1.0) / (pairs - run + 2.0);
        if (said || run < LEAST || run <= TIMES * longest || run * Math.log(usual) > LOG_RARE) {
            return false;
        }
        said = true;
        return true;
    }

    /** The rows that have been equal to the one before them, up to now. */
    long run() {
        return run;
    }

    /** The time of the first of these rows. */
    double since() {
        return since;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(equal);
        out.writeLong(pairs);
        out.writeLong(run);
        out.writeLong(longest);
        out.writeDouble(since);
        out.writeBoolean(said);
    }

    void read(DataInputStream in) throws IOException {
        equal = Saved.readRows(in, "equal pairs");
        pairs = Checks.between("pairs", Saved.readRows(in, "pairs"), equal, Long.MAX_VALUE);
        run = Checks.between("run of equal values", in.readLong(), 0, equal);
        longest = Checks.between("longest run", in.readLong(), 0, equal);
        since = Checks.finite("begin of a run", in.readDouble());
        said = in.readBoolean();
    }
}
