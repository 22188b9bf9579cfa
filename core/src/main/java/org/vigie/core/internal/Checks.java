/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import java.time.Duration;

/** Argument checks that name the rule and the value, each written so that NaN fails it. Thread-safe. */
public final class Checks {
    /** The longest time: the sum of a few still is a {@code long}. */
    public static final long LONGEST_MILLIS = 1L << 60;

    private Checks() {}

    /**
     * Checks a length of time.
     *
     * @param name what it is
     * @param value the time
     * @return its whole milliseconds
     * @throws IllegalArgumentException if it is below 0 or above 2^60 ms
     */
    public static long millis(String name, Duration value) {
        if (value.isNegative() || value.compareTo(Duration.ofMillis(LONGEST_MILLIS)) > 0) {
            throw new IllegalArgumentException(name + " must be >= 0 and at most 2^60 ms but was " + value);
        }
        return value.toMillis();
    }

    /**
     * Checks a finite number above zero.
     *
     * @param name what it is
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException if it is not
     */
    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and > 0 but was " + value);
        }
        return value;
    }

    /**
     * Checks a finite number that is zero or more.
     *
     * @param name what it is
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException if it is not
     */
    public static double notNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and >= 0 but was " + value);
        }
        return value;
    }

    /**
     * Checks a finite number.
     *
     * @param name what it is
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException if it is not
     */
    public static double finite(String name, double value) {
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite but was " + value);
        }
        return value;
    }

    /**
     * Checks a probability.
     *
     * @param name what it is
     * @param value the number
     * @return the number
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public static double probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1] but was " + value);
        }
        return value;
    }

    /**
     * Checks a number strictly between two bounds.
     *
     * @param name what it is
     * @param value the number
     * @param low the lower bound
     * @param high the upper bound
     * @return the number
     * @throws IllegalArgumentException if it is not between them
     */
    public static double inside(String name, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new IllegalArgumentException(name + " must be in (" + low + ", " + high + ") but was " + value);
        }
        return value;
    }

    /**
     * Checks a whole number in {@code [low, high]}.
     *
     * @param name what it is
     * @param value the number
     * @param low the smallest
     * @param high the largest
     * @return the number
     * @throws IllegalArgumentException if it is not in the range
     */
    public static int between(String name, int value, int low, int high) {
        return (int) between(name, (long) value, low, high);
    }

    /**
     * Checks a whole number in {@code [low, high]}.
     *
     * @param name what it is
     * @param value the number
     * @param low the smallest
     * @param high the largest
     * @return the number
     * @throws IllegalArgumentException if it is not in the range
     */
    public static long between(String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "] but was " + value);
        }
        return value;
    }

    /**
     * Checks a share that may be all but not nothing.
     *
     * @param name what the value is
     * @param value the value
     * @return the value
     * @throws IllegalArgumentException if it is not in (0, 1]
     */
    public static double fraction(String name, double value) {
        if (value > 0 && value <= 1) {
            return value;
        }
        throw new IllegalArgumentException(name + " must be in (0, 1] but was " + value);
    }

    /**
     * Checks a whole number that has a smallest value only.
     *
     * @param name what it is
     * @param value the number
     * @param least the smallest
     * @throws IllegalArgumentException if it is below
     */
    public static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be >= " + least + " but was " + value);
        }
    }
}
