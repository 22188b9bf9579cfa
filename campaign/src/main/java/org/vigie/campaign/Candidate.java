/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Signal;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.posts.Corpus;

/**
 * Accounts that act on the same objects, and what was counted of them. Whether it is a campaign is decided later, over
 * all candidates. Immutable and thread-safe.
 */
public final class Candidate {
    private final Signal signal;
    private final int[] accounts;
    private final int[] rows;
    private final List<Sighting> objects;
    private final Sighting.Count count;

    /**
     * Makes a candidate.
     *
     * @param signal what is counted of the accounts
     * @param accounts the members' numbers, ascending
     * @param rows the members' posts on the objects, in order of time
     * @param objects the objects
     * @param count the count of the signal, the same by chance, and the probability of so much by chance, corrected for
     *     all that the finder looked at (Bonferroni)
     * @throws IllegalArgumentException if accounts or rows are not ascending
     */
    public Candidate(Signal signal, int[] accounts, int[] rows, List<Sighting> objects, Sighting.Count count) {
        checkAscending("accounts", accounts);
        checkAscending("rows", rows);
        this.signal = signal;
        this.accounts = accounts.clone();
        this.rows = rows.clone();
        this.objects = List.copyOf(objects);
        this.count = count;
    }

    private static void checkAscending(String what, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0 || (i > 0 && numbers[i] <= numbers[i - 1])) {
                throw new IllegalArgumentException(
                        what + " must be at least 0 and ascending but were " + Arrays.toString(numbers));
            }
        }
    }

    /** Fails if it has nobody, or numbers that a corpus has not. */
    void checkIn(Corpus corpus) {
        if (accounts.length == 0 || rows.length == 0) {
            throw new IllegalArgumentException("a candidate must have accounts and posts but one had "
                    + accounts.length + " and " + rows.length);
        }
        int account = accounts[accounts.length - 1];
        int row = rows[rows.length - 1];
        if (account >= corpus.accounts() || row >= corpus.size()) {
            throw new IllegalArgumentException("a candidate must be of " + corpus.accounts() + " accounts and "
                    + corpus.size() + " posts but one had account " + account + " and row " + row);
        }
    }

    /**
     * Returns what is counted of the accounts.
     *
     * @return the signal
     */
    public Signal signal() {
        return signal;
    }

    /**
     * Returns the members.
     *
     * @return numbers of accounts, ascending, a new array
     */
    public int[] accounts() {
        return accounts.clone();
    }

    /**
     * Returns the members' posts on the objects.
     *
     * @return rows in order of time, a new array
     */
    public int[] rows() {
        return rows.clone();
    }

    /**
     * Returns the objects.
     *
     * @return the objects
     */
    public List<Sighting> objects() {
        return objects;
    }

    /**
     * Returns the count of the signal.
     *
     * @return the count, the same by chance, and its p-value
     */
    public Sighting.Count count() {
        return count;
    }

    int size() {
        return accounts.length;
    }

    boolean hasAccount(int account) {
        return Arrays.binarySearch(accounts, account) >= 0;
    }

    boolean hasRow(int row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }

    IntStream accountStream() {
        return IntStream.of(accounts);
    }

    /** Whether its acts are spread over days instead of close within minutes. */
    boolean isSlow() {
        return signal == Signal.COMMON_TEXTS;
    }

    /**
     * Close pairs of acts, or days on which accounts come back, over all objects, seen and expected. The p-value is that of
     * all objects together (R. J. Simes, "An improved Bonferroni procedure for multiple tests of significance", 1986): the
     * least of their Benjamini-Hochberg values, so never above the q-values they have among more objects.
     */
    Sighting.Count timing() {
        long observed = 0;
        double expected = 0;
        for (Sighting object : objects) {
            observed += object.count().observed();
            expected += object.count().expected();
        }
        double[] together = FalseDiscovery.benjaminiHochberg(
                objects.stream().mapToDouble(o -> o.count().pValue()).toArray());
        return new Sighting.Count(
                observed, expected, DoubleStream.of(together).min().orElse(1));
    }

    /** The false discovery rate at which the timing of all its objects is called unusual. */
    double timingQ() {
        return objects.stream().mapToDouble(Sighting::qValue).max().orElse(1);
    }
}
