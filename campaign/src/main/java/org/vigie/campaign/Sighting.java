/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

/**
 * An object on which accounts acted in a way that chance does not explain: closer in time, or on more days. Immutable and
 * thread-safe.
 */
public final class Sighting {
    private final ObjectKind kind;
    private final int object;
    private final Count count;
    private final double qValue;
    private final int[] rows;
    private final int[] accounts;

    /**
     * What was counted on an object, and what chance gives.
     *
     * @param observed the count
     * @param expected the same by chance
     * @param pValue the probability of so much by chance
     */
    public record Count(long observed, double expected, double pValue) {
        /**
         * Checks the numbers.
         *
         * @param observed as {@link #observed()}, at least 0
         * @param expected as {@link #expected()}, at least 0
         * @param pValue as {@link #pValue()}, in [0, 1]
         * @throws IllegalArgumentException if they are not so
         */
        public Count {
            if (!(observed >= 0 && expected >= 0)) {
                throw new IllegalArgumentException(
                        "counts must be at least 0 but were " + observed + " and " + expected);
            }
            checkProbability("the p-value", pValue);
        }

        /**
         * How many times as much as expected; at least one is taken as expected.
         *
         * @return the ratio
         */
        public double ratio() {
            return observed / Math.max(1, expected);
        }
    }

    /**
     * Makes a sighting.
     *
     * @param corpus the posts
     * @param kind the kind of the object
     * @param object its number
     * @param rows the posts on it that count, in order of time
     * @param count what was counted
     * @param qValue the false discovery rate at which it stands out among all objects that were tested, in [0, 1]
     * @throws IllegalArgumentException if the q-value is not in [0, 1]
     * @throws IndexOutOfBoundsException if the corpus has no such row
     */
    public Sighting(Corpus corpus, ObjectKind kind, int object, int[] rows, Count count, double qValue) {
        checkProbability("the q-value", qValue);
        this.kind = kind;
        this.object = object;
        this.rows = rows.clone();
        this.count = count;
        this.qValue = qValue;
        this.accounts =
                IntStream.of(rows).map(corpus::account).sorted().distinct().toArray();
    }

    private static void checkProbability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " must be in [0, 1] but was " + value);
        }
    }

    /**
     * Returns the kind of the object.
     *
     * @return the kind
     */
    public ObjectKind kind() {
        return kind;
    }

    /**
     * Returns the object.
     *
     * @return its number among those of its kind
     */
    public int object() {
        return object;
    }

    /**
     * Returns what was counted.
     *
     * @return the count
     */
    public Count count() {
        return count;
    }

    /**
     * Returns the q-value among all objects that were tested.
     *
     * @return the false discovery rate
     */
    public double qValue() {
        return qValue;
    }

    /**
     * Returns the posts on it.
     *
     * @return rows in order of time, a new array
     */
    public int[] rows() {
        return rows.clone();
    }

    /**
     * Returns the accounts that acted on it.
     *
     * @return numbers, ascending, a new array
     */
    public int[] accounts() {
        return accounts.clone();
    }

    IntStream rowStream() {
        return IntStream.of(rows);
    }

    IntStream accountStream() {
        return IntStream.of(accounts);
    }

    int accountCount() {
        return accounts.length;
    }

    boolean hasAccount(int account) {
        return Arrays.binarySearch(accounts, account) >= 0;
    }
}
