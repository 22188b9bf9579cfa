/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.campaign.findings.Signal;
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
    private final Count count;
    private final double commitment;
    private final Explanation explanation;
    private final Optional<FailedTest> failed;

    /**
     * What was counted of a group, and what chance gives.
     *
     * @param observed the count
     * @param expected the same by chance
     * @param pValue the probability of so much by chance, corrected for all that the finder looked at within the group
     */
    public record Count(long observed, double expected, double pValue) {
        /**
         * Checks the numbers.
         *
         * @param observed as {@link #observed()}
         * @param expected as {@link #expected()}
         * @param pValue as {@link #pValue()}
         * @throws IllegalArgumentException if a count is below 0 or the p-value is not in [0, 1]
         */
        public Count {
            if (observed < 0 || !(expected >= 0)) {
                throw new IllegalArgumentException(
                        "counts must be at least 0 but were " + observed + " and " + expected);
            }
            if (!(pValue >= 0 && pValue <= 1)) {
                throw new IllegalArgumentException("the p-value must be in [0, 1] but was " + pValue);
            }
        }
    }

    /**
     * Makes a candidate.
     *
     * @param signal what is counted of the accounts
     * @param accounts the members' numbers, ascending
     * @param rows the members' posts on the objects, in order of time, at least one
     * @param objects the objects
     * @param count the count of the signal, the same by chance, and the probability of so much by chance
     * @param commitment the share of what the members did that is on the objects, in [0, 1]
     * @param explanation what explains it most if chance does
     * @throws IllegalArgumentException if accounts or rows are not ascending, or the commitment is not in [0, 1]
     */
    public Candidate(
            Signal signal,
            int[] accounts,
            int[] rows,
            List<Sighting> objects,
            Count count,
            double commitment,
            Explanation explanation) {
        this(signal, accounts, rows, objects, count, commitment, explanation, Optional.empty());
    }

    private Candidate(
            Signal signal,
            int[] accounts,
            int[] rows,
            List<Sighting> objects,
            Count count,
            double commitment,
            Explanation explanation,
            Optional<FailedTest> failed) {
        checkAscending("accounts", accounts);
        checkAscending("rows", rows);
        if (!(commitment >= 0 && commitment <= 1)) {
            throw new IllegalArgumentException("commitment must be in [0, 1] but was " + commitment);
        }
        this.signal = signal;
        this.accounts = accounts.clone();
        this.rows = rows.clone();
        this.objects = List.copyOf(objects);
        this.count = count;
        this.commitment = commitment;
        this.explanation = explanation;
        this.failed = failed;
    }

    /** The same with the test that it failed, where its count does not tell. */
    Candidate withFailed(Optional<FailedTest> test) {
        return new Candidate(signal, accounts, rows, objects, count, commitment, explanation, test);
    }

    Optional<FailedTest> failed() {
        return failed;
    }

    private static void checkAscending(String what, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < 0 || (i > 0 && numbers[i] <= numbers[i - 1])) {
                throw new IllegalArgumentException(
                        what + " must be at least 0 and ascending but were " + Arrays.toString(numbers));
            }
        }
    }

    /** Fails if it has nobody, numbers that a corpus has not, or somebody else's posts. */
    void checkIn(Corpus corpus) {
        if (accounts.length == 0 || rows.length == 0) {
            throw new IllegalArgumentException(
                    "a candidate must have accounts and posts but one had " + accounts.length + " and " + rows.length);
        }
        int account = accounts[accounts.length - 1];
        int row = rows[rows.length - 1];
        if (account >= corpus.accounts() || row >= corpus.size()) {
            throw new IllegalArgumentException("a candidate must be of " + corpus.accounts() + " accounts and "
                    + corpus.size() + " posts but one had account " + account + " and row " + row);
        }
        for (int r : rows) {
            if (!hasAccount(corpus.account(r))) {
                throw new IllegalArgumentException("a candidate's posts must be of its accounts but row " + r
                        + " is of account " + corpus.account(r));
            }
        }
    }

    /** How many of the accounts have a post on the objects; the others are in it by name only. */
    int acting(Corpus corpus) {
        return (int) IntStream.of(rows).map(corpus::account).distinct().count();
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
    public Count count() {
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

    /** The share of those who act on the objects that are members; of swarms, in which strangers come once, each once. */
    double exclusivity() {
        IntStream acting = objects.stream().flatMapToInt(Sighting::accountStream);
        return (signal == Signal.COMMON_SWARMS ? acting.distinct() : acting)
                .mapToDouble(account -> hasAccount(account) ? 1 : 0)
                .average()
                .orElse(0);
    }

    IntStream accountStream() {
        return IntStream.of(accounts);
    }

    /**
     * Returns how much of what the members did is on the objects.
     *
     * @return the share, in [0, 1]
     */
    public double commitment() {
        return commitment;
    }

    /**
     * Returns what explains it most if chance does.
     *
     * @return the explanation
     */
    public Explanation explanation() {
        return explanation;
    }
}
