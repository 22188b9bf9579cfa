/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.util.Arrays;

/**
 * The cheapest path through states 0..k-1 where a step up costs a constant for each state and a step down is free.
 *
 * <p>The minimum over all predecessors is a running minimum from below (plus the step cost) and one from above. So a
 * step takes O(k), not O(k^2). The predecessor of each state is kept as three bits. One says whether it comes from
 * above; the others say, for each direction, whether the running minimum was renewed at that state. A path over up to
 * 64 states needs 24 bytes per step. Ties take the lowest predecessor and the lowest last state.
 */
final class Trellis {
    private static final int PLANES = 3;

    /** Fills the cost of each state at a step. */
    @FunctionalInterface
    interface Emission {
        void costs(int step, double[] out);
    }

    private Trellis() {}

    /** Returns the state of each of {@code steps} steps; a virtual state 0 stands before the first. */
    static int[] cheapestPath(int steps, int states, double upCost, Emission emission) {
        int[] path = new int[steps];
        if (steps == 0 || states == 1) {
            return path;
        }
        int words = (states + 63) >>> 6;
        long size = (long) steps * words * PLANES;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "steps x levels must fit in memory but was " + steps + " x " + states + ": set a maximum level");
        }
        long[] planes = new long[(int) size];
        double[] cost = new double[states];
        double[] next = new double[states];
        double[] emitted = new double[states];
        double[] above = new double[states];
        Arrays.fill(cost, 1, states, Double.POSITIVE_INFINITY);
        for (int t = 0; t < steps; t++) {
            int base = t * words * PLANES;
            int fromAbove = base;
            int renewedBelow = base + words;
            int renewedAbove = base + 2 * words;
            double low = Double.POSITIVE_INFINITY;
            for (int j = states - 1; j >= 0; j--) {
                above[j] = low;
                // <= so that the lowest of equal states wins
                if (cost[j] <= low) {
                    low = cost[j];
                    planes[renewedAbove + (j >>> 6)] |= 1L << j;
                }
            }
            emission.costs(t, emitted);
            int from = 0;
            double best = Double.POSITIVE_INFINITY;
            for (int j = 0; j < states; j++) {
                // The step cost is a product, not a running sum, to round as the reference does.
                double below = cost[from] + (j - from) * upCost;
                if (cost[j] < below || j == 0) {
                    from = j;
                    below = cost[j];
                    planes[renewedBelow + (j >>> 6)] |= 1L << j;
                }
                best = below;
                if (above[j] < below) {
                    best = above[j];
                    planes[fromAbove + (j >>> 6)] |= 1L << j;
                }
                next[j] = best + emitted[j];
            }
            double[] swap = cost;
            cost = next;
            next = swap;
        }
        int state = 0;
        for (int j = 1; j < states; j++) {
            if (cost[j] < cost[state]) {
                state = j;
            }
        }
        for (int t = steps - 1; t >= 0; t--) {
            path[t] = state;
            int base = t * words * PLANES;
            if (bit(planes, base, state)) {
                do {
                    state++;
                } while (!bit(planes, base + 2 * words, state));
            } else {
                while (!bit(planes, base + words, state)) {
                    state--;
                }
            }
        }
        return path;
    }

    private static boolean bit(long[] planes, int offset, int state) {
        return (planes[offset + (state >>> 6)] >>> state & 1) == 1;
    }
}
