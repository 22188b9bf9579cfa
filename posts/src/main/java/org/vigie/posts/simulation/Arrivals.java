/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.function.DoubleUnaryOperator;

/**
 * Independent random times of one distribution, delivered in order without holding them. The next of {@code n} sorted
 * uniform numbers is drawn from the one before (Bentley and Saxe, "Generating sorted lists of random numbers", 1980).
 * It is then sent through the distribution's quantile function.
 */
final class Arrivals {
    /** Later than every post. */
    static final long NEVER = Long.MAX_VALUE;

    private final DoubleUnaryOperator quantile;
    private int left;
    private final Step step;
    private double tail = 1;
    private long next;

    private interface Step {
        /** What remains of the unit interval after the next of {@code left} points. */
        double tail(double tail, int left);
    }

    /** Takes a quantile function from [0, 1) to seconds after the start of the run. */
    Arrivals(int count, DoubleUnaryOperator quantile, Dice dice) {
        this(count, quantile, (tail, left) -> tail * StrictMath.pow(1 - dice.uniform(), 1.0 / left));
    }

    private Arrivals(int count, DoubleUnaryOperator quantile, Step step) {
        this.quantile = quantile;
        this.step = step;
        left = count;
        advance();
    }

    /** Times at an equal distance, the first one at {@code first}. */
    static Arrivals regular(int count, long first, long distance) {
        return new Arrivals(count, u -> first + distance * Math.rint(u * count), (tail, left) -> (double) left / count);
    }

    /** Seconds after the start of the run, or {@link #NEVER}. */
    long next() {
        return next;
    }

    void advance() {
        if (left == 0) {
            next = NEVER;
            return;
        }
        tail = step.tail(tail, left);
        left--;
        next = (long) quantile.applyAsDouble(1 - tail);
    }

    /** A Weibull delay after {@code start}, cut at {@code end}: sharp onset, then decay; shape 1 is exponential. */
    static DoubleUnaryOperator decay(double start, double end, double scale, double shape) {
        double covered = 1 - StrictMath.exp(-StrictMath.pow((end - start) / scale, shape));
        return u -> start + scale * StrictMath.pow(-StrictMath.log(1 - u * covered), 1 / shape);
    }
}
