/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import java.util.function.IntToLongFunction;

/**
 * The hour with most of some moments, the earliest of equals. Of two moments one hour apart the later one is in the next
 * hour: times in whole minutes give an hour 60 minutes, not 61.
 *
 * @param from the index of its first moment
 * @param to the index after that of its last one
 */
public record BusiestHour(int from, int to) {
    private static final long HOUR = 3_600_000;

    /**
     * Finds it in one pass.
     *
     * @param count how many moments there are, at least one
     * @param time by index the moment in epoch milliseconds, ascending
     * @return the hour
     */
    public static BusiestHour of(int count, IntToLongFunction time) {
        int first = 0;
        int most = 0;
        int from = 0;
        for (int to = 0; to < count; to++) {
            while (time.applyAsLong(to) - time.applyAsLong(from) >= HOUR) {
                from++;
            }
            if (to - from + 1 > most) {
                most = to - from + 1;
                first = from;
            }
        }
        return new BusiestHour(first, first + most);
    }

    /**
     * Tells how many moments it has.
     *
     * @return their number
     */
    public int size() {
        return to - from;
    }
}
