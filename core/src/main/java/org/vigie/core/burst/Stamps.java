/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.vigie.core.internal.Checks;

/** Makes of a platform's stamps, which may be unsorted or equal, the times that {@link Kleinberg} works on. */
final class Stamps {
    private Stamps() {}

    /** The times in order; the array itself if they are, which nobody changes. */
    static double[] checked(double[] times) {
        if (times.length == 0) {
            throw new IllegalArgumentException("times must not be empty");
        }
        boolean sorted = true;
        for (int i = 0; i < times.length; i++) {
            Checks.finite("times[" + i + "]", times[i]);
            sorted &= i == 0 || times[i - 1] <= times[i];
        }
        if (sorted) {
            return times;
        }
        double[] copy = times.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** The index of the last event of each run of equal times. */
    static int[] batchEnds(double[] times, Ties ties) {
        int[] ends = new int[times.length];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            if (i + 1 < times.length && times[i] == times[i + 1]) {
                if (ties == Ties.REJECT) {
                    throw tie(times[i]);
                }
                continue;
            }
            ends[count++] = i;
        }
        return Arrays.copyOf(ends, count);
    }

    /** Times in which no two are equal: those of one stamp spread evenly over the resolution of the clock. */
    static double[] spread(double[] stamps, OptionalDouble resolution) {
        double clock = resolution.orElse(Double.POSITIVE_INFINITY);
        boolean tied = false;
        for (int i = 1; i < stamps.length; i++) {
            double gap = stamps[i] - stamps[i - 1];
            if (gap > 0) {
                clock = Math.min(clock, gap);
            } else {
                tied = true;
            }
        }
        if (!tied) {
            return stamps;
        }
        double[] times = stamps.clone();
        for (int from = 0; from < stamps.length; ) {
            int to = from + 1;
            while (to < stamps.length && stamps[to] == stamps[from]) {
                to++;
            }
            for (int i = from + 1; i < to; i++) {
                times[i] = stamps[from] + clock * (i - from) / (to - from);
            }
            from = to;
        }
        return times;
    }

    static IllegalArgumentException tie(double time) {
        return new IllegalArgumentException("times must differ (or choose another Ties) but " + time + " came twice");
    }
}
