/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * What waits until there is enough of it for one partition to travel as one object. Not thread-safe.
 *
 * @param <P> what is filled
 * @param <T> what travels
 */
final class Parcels<P, T> {
    /** Rows that wait for all partitions together, and most that do for one. */
    private static final int MOST_ROWS = 1 << 18;

    private static final int MOST_ROWS_OF_PART = 1 << 12;
    private static final int SPREAD = 0x9E3779B1;

    private final Supplier<P> empty;
    private final Function<P, T> closed;
    private final List<@Nullable P> waiting;
    private final int[] rows;
    private final int most;
    private final List<Tuple2<Integer, T>> ready = new ArrayList<>();

    Parcels(int partitions, Supplier<P> empty, Function<P, T> closed) {
        this.empty = empty;
        this.closed = closed;
        waiting = new ArrayList<>(Collections.nCopies(partitions, null));
        rows = new int[partitions];
        most = most(partitions);
    }

    /** How many rows a parcel has at most. */
    static int most(int partitions) {
        return Math.max(1, Math.min(MOST_ROWS_OF_PART, MOST_ROWS / partitions));
    }

    /** The partition of a name. */
    int partition(String name) {
        return Math.floorMod((name.hashCode() * SPREAD) >>> 8, rows.length);
    }

    /** Where a row for a partition is to be put. */
    P next(int partition) {
        P parcel = waiting.get(partition);
        if (parcel != null && rows[partition]++ < most) {
            return parcel;
        }
        close(partition);
        P fresh = empty.get();
        waiting.set(partition, fresh);
        rows[partition] = 1;
        return fresh;
    }

    private void close(int partition) {
        P parcel = waiting.set(partition, null);
        if (parcel != null) {
            ready.add(new Tuple2<>(partition, closed.apply(parcel)));
        }
    }

    /** Those that are full. */
    Iterator<Tuple2<Integer, T>> full() {
        if (ready.isEmpty()) {
            return Collections.emptyIterator();
        }
        List<Tuple2<Integer, T>> full = List.copyOf(ready);
        ready.clear();
        return full.iterator();
    }

    /** All that are left. */
    Iterator<Tuple2<Integer, T>> rest() {
        for (int partition = 0; partition < rows.length; partition++) {
            close(partition);
        }
        return full();
    }
}
