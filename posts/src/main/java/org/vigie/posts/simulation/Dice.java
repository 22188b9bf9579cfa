/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.SplittableRandom;

/**
 * The one source of chance of a run. Only {@code nextLong} of {@link SplittableRandom} is used (SplitMix64, the same on
 * every JDK). Everything else is derived here with {@code StrictMath}, because the library's own bounded and Gaussian
 * draws have changed between versions.
 */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    long bits() {
        return random.nextLong();
    }

    /** Uniform in [0, bound). The bias of the multiplication is below bound / 2^32. */
    int below(int bound) {
        return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
    }

    /** Uniform in [low, high]. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (random.nextLong() >>> 11) * 0x1p-53;
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** A standard normal draw (Box and Muller). */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** An index drawn in proportion to the steps of a rising table whose last entry is the total. */
    int index(double[] cumulative, int length) {
        return search(cumulative, length, uniform() * cumulative[length - 1]);
    }

    /** The first index whose cumulative weight exceeds the value; the last one at most. */
    static int search(double[] cumulative, int length, double value) {
        int low = 0;
        int high = length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = below(i + 1);
            int held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }
}
