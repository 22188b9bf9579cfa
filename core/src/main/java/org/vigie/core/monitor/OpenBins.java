/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.vigie.core.internal.Checks;

/** The counts of the bins that still wait for events that come late. */
final class OpenBins {
    private static final long[] NONE = {};

    private final int length;
    /** By bin number modulo the length; empty until the first event. */
    private long[] counts = NONE;

    private long newest = Long.MIN_VALUE;

    /** Judges a bin that is closed. */
    @FunctionalInterface
    interface Closing {
        BurstScore close(long bin, long count);
    }

    OpenBins(int length) {
        this.length = length;
    }

    /** Whether no event has come yet. */
    boolean isEmpty() {
        return counts.length == 0;
    }

    /** Whether the bin has been closed. */
    boolean isClosed(long bin) {
        return counts.length > 0 && bin <= newest - counts.length;
    }

    void add(long bin) {
        counts[Math.floorMod(bin, counts.length)]++;
    }

    /** Opens a bin and closes, in order, those that are then too old to wait longer. */
    List<BurstScore> open(long bin, Closing closing) {
        if (counts.length == 0) {
            counts = new long[length];
            newest = bin;
        }
        if (bin <= newest) {
            return List.of();
        }
        List<BurstScore> closed = new ArrayList<>(1);
        for (long b = newest - counts.length + 1; b <= Math.min(bin - counts.length, newest); b++) {
            int slot = Math.floorMod(b, counts.length);
            if (counts[slot] > 0) {
                closed.add(closing.close(b, counts[slot]));
                counts[slot] = 0;
            }
        }
        newest = bin;
        return closed;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(newest);
        out.writeInt(counts.length);
        for (long count : counts) {
            out.writeLong(count);
        }
    }

    void read(DataInputStream in) throws IOException {
        newest = Saved.readBin(in, "newest bin");
        int open = in.readInt();
        if (open != 0) {
            Checks.between("open bins", open, length, length);
            counts = new long[Checks.between("open bins", open, 0, in.available() / Long.BYTES)];
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Saved.readCount(in, "count of an open bin");
        }
    }
}
