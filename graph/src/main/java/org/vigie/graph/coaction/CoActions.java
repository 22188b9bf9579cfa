/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vigie.core.internal.Checks;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Finds who acted on the same objects within a window of time, and makes of it a coordination network.
 *
 * <p>Two actions of different accounts on one object, at most the window apart (inclusive), are a co-action. An account
 * takes part if at least {@code minParticipation} of its distinct contents are in co-actions with accounts that take
 * part themselves. An object's own author does not act on it.
 *
 * <p>Source: F. Giglietto, N. Righetti, L. Rossi and G. Marino, "It takes a village to manipulate the media: coordinated
 * link sharing behavior during 2018 and 2019 Italian elections", 2020; N. Righetti and P. Balluff, "CooRTweet: a
 * generalized R software for coordinated network detection", 2025. Deviations: participation asks both accounts and goes
 * round until it is stable, symmetry and contents are counted by account; {@code CooRTweet} is the published behaviour.
 *
 * <p>Hot objects: an object may have more pairs of actions within the window than {@link #withPairLimit} allows. It
 * then gets the longest window that keeps to the limit, or is left out if even equal times are too many. The network's
 * population reports them.
 *
 * <p>Complexity: O(a log a + p) for a actions and p pairs within the window. Memory: 60 bytes per action, 72 per edge
 * kept (4 of them for its network's adjacency), and for each thread 64 an account. Pairs take no memory. One input
 * gives one result whatever the order of its rows and the number of {@linkplain #withThreads threads}. Immutable and
 * thread-safe.
 */
public final class CoActions {
    /** The pairs of actions per object that {@link #withDefaults} allows: some seconds and at most 700 MB of edges. */
    public static final long DEFAULT_PAIR_LIMIT = 10_000_000;

    private static final int MOST_WINDOWS = 64;

    private final long windowMillis;
    private final int minParticipation;
    private final int minCoActions;
    private final int minObjects;
    private final long pairLimit;
    private final long totalPairLimit;
    private final EdgeWeight weight;
    private final int threads;

    private CoActions(
            long windowMillis,
            int minParticipation,
            int minCoActions,
            int minObjects,
            long pairLimit,
            long totalPairLimit,
            EdgeWeight weight,
            int threads) {
        this.windowMillis = windowMillis;
        this.minParticipation = minParticipation;
        this.minCoActions = minCoActions;
        this.minObjects = minObjects;
        this.pairLimit = pairLimit;
        this.totalPairLimit = totalPairLimit;
        this.weight = weight;
        this.threads = threads;
    }

    /**
     * Returns the defaults: a window of one minute, participation of at least two contents, all edges,
     * {@link #DEFAULT_PAIR_LIMIT}, two threads at most.
     *
     * @return the engine
     */
    public static CoActions withDefaults() {
        return new CoActions(
                60_000,
                2,
                1,
                1,
                DEFAULT_PAIR_LIMIT,
                Long.MAX_VALUE,
                EdgeWeight.CO_ACTIONS,
                Math.min(2, Runtime.getRuntime().availableProcessors()));
    }

    /** Receives pairs of actions. */
    @FunctionalInterface
    public interface PairConsumer {
        /**
         * Takes one co-action.
         *
         * @param first the row of the older action
         * @param second the row of the newer action
         * @param delta the time between them in milliseconds
         */
        void accept(int first, int second, long delta);
    }

    /**
     * Returns this engine with another window.
     *
     * @param window the longest time between two actions of a co-action, inclusive; >= 0, whole milliseconds
     * @return the engine
     * @throws IllegalArgumentException if the window is below 0 or above 2^60 ms
     */
    public CoActions withWindow(Duration window) {
        return new CoActions(
                Checks.millis("window", window),
                minParticipation,
                minCoActions,
                minObjects,
                pairLimit,
                totalPairLimit,
                weight,
                threads);
    }

    /**
     * Returns this engine with any time between two actions: only the object counts.
     *
     * @return the engine
     */
    public CoActions withoutWindow() {
        return withWindow(Duration.ofMillis(Checks.LONGEST_MILLIS));
    }

    /**
     * Returns this engine with another least participation.
     *
     * @param contents the least number of distinct contents in co-actions for an account to take part; 0 or 1 asks for
     *     nothing
     * @return the engine
     * @throws IllegalArgumentException if the number is below 0
     */
    public CoActions withMinParticipation(int contents) {
        return new CoActions(
                windowMillis,
                atLeast(0, contents, "min participation"),
                minCoActions,
                minObjects,
                pairLimit,
                totalPairLimit,
                weight,
                threads);
    }

    /**
     * Returns this engine keeping only edges of so many co-actions; lighter edges are dropped while sweeping and take no
     * memory.
     *
     * @param coActions the least number of co-actions, >= 1
     * @return the engine
     * @throws IllegalArgumentException if the number is below 1
     */
    public CoActions withMinCoActions(int coActions) {
        return new CoActions(
                windowMillis,
                minParticipation,
                atLeast(1, coActions, "min co-actions"),
                minObjects,
                pairLimit,
                totalPairLimit,
                weight,
                threads);
    }

    /**
     * Returns this engine keeping only edges of so many distinct objects; others are dropped while sweeping and take no
     * memory.
     *
     * @param objects the least number of distinct objects, >= 1
     * @return the engine
     * @throws IllegalArgumentException if the number is below 1
     */
    public CoActions withMinObjects(int objects) {
        return new CoActions(
                windowMillis,
                minParticipation,
                minCoActions,
                atLeast(1, objects, "min objects"),
                pairLimit,
                totalPairLimit,
                weight,
                threads);
    }

    /**
     * Returns this engine with another limit for hot objects.
     *
     * @param pairs the most pairs of actions per object, >= 1; {@link Long#MAX_VALUE} for no limit
     * @return the engine
     * @throws IllegalArgumentException if the limit is below 1
     */
    public CoActions withPairLimit(long pairs) {
        Checks.atLeast("pair limit", pairs, 1);
        return new CoActions(
                windowMillis, minParticipation, minCoActions, minObjects, pairs, totalPairLimit, weight, threads);
    }

    /**
     * Returns this engine with a limit for all objects together; none by default. Where they have more pairs, each
     * object gets the same limit, the largest that keeps to it. The hottest objects give way, and
     * {@link org.vigie.graph.network.Population#limited()} names them.
     *
     * @param pairs the most pairs of actions, >= 1; {@link Long#MAX_VALUE} for no limit. Every object keeps the right to
     *     one pair, whatever the limit
     * @return the engine
     * @throws IllegalArgumentException if the limit is below 1
     */
    public CoActions withTotalPairLimit(long pairs) {
        Checks.atLeast("total pair limit", pairs, 1);
        return new CoActions(
                windowMillis, minParticipation, minCoActions, minObjects, pairLimit, pairs, weight, threads);
    }

    /**
     * Returns this engine with another weight of edges; {@link EdgeWeight#CO_ACTIONS} by default.
     *
     * @param value what the weight of an edge is
     * @return the engine
     */
    public CoActions withWeight(EdgeWeight value) {
        Objects.requireNonNull(value, "value");
        return new CoActions(
                windowMillis, minParticipation, minCoActions, minObjects, pairLimit, totalPairLimit, value, threads);
    }

    /**
     * Returns this engine working on other threads; at most two by default. The networks are the same for any number. A
     * thread joins in only where there is enough work for it, and each takes the memory per account.
     *
     * @param value the most threads that work, the caller included; >= 1
     * @return the engine
     * @throws IllegalArgumentException if the number is below 1
     */
    public CoActions withThreads(int value) {
        return new CoActions(
                windowMillis,
                minParticipation,
                minCoActions,
                minObjects,
                pairLimit,
                totalPairLimit,
                weight,
                atLeast(1, value, "threads"));
    }

    private static int atLeast(int least, int value, String what) {
        Checks.atLeast(what, value, least);
        return value;
    }

    /**
     * Detects the coordination network of the actions.
     *
     * @param actions the actions
     * @return the network of all accounts of the actions, by their numbers there; every pair of accounts that take part
     *     and have co-actions has an edge
     * @throws IllegalStateException if the network would have more than about 2^31 edges
     * @throws ArithmeticException if two accounts have more than 2^30 co-actions
     */
    public CoordinationNetwork detect(Actions actions) {
        return detect(new ActionIndex(actions), new long[] {windowMillis}).get(0);
    }

    /**
     * Detects one network per window in one sweep: the actions are sorted once, and the pairs of the widest window are
     * gone through once. The networks are those of detecting each window alone.
     *
     * @param actions the actions
     * @param windows the windows, at most 64
     * @return the networks, in the order of the windows
     * @throws IllegalArgumentException if there are more than 64 windows, or one is below 0 or above 2^60 ms
     * @throws IllegalStateException if a network would have more than about 2^31 edges
     * @throws ArithmeticException if two accounts have more than 2^30 co-actions
     */
    public List<CoordinationNetwork> detect(Actions actions, List<Duration> windows) {
        if (windows.size() > MOST_WINDOWS) {
            throw new IllegalArgumentException(
                    "there must be at most " + MOST_WINDOWS + " windows but were " + windows.size());
        }
        long[] millis = windows.stream()
                .mapToLong(window -> Checks.millis("window", window))
                .toArray();
        long[] distinct = Arrays.stream(millis).sorted().distinct().toArray();
        ActionIndex index = new ActionIndex(actions);
        List<CoordinationNetwork> networks = new ArrayList<>();
        if (weight == EdgeWeight.TFIDF_COSINE || totalPairLimit < Long.MAX_VALUE) {
            // Sums of rarities must be in one order to be equal, and a narrower window may leave a hot object more room
            // in a limit of all objects; so each window has its own sweep.
            for (long window : distinct) {
                networks.addAll(detect(index, new long[] {window}));
            }
        } else if (distinct.length > 0) {
            networks.addAll(detect(index, distinct));
        }
        return Arrays.stream(millis)
                .mapToObj(w -> networks.get(Arrays.binarySearch(distinct, w)))
                .toList();
    }

    /** One network per window, from the narrowest to the widest. */
    private List<CoordinationNetwork> detect(ActionIndex index, long[] ascending) {
        List<SweepView> views = new ArrayList<>();
        Windows widest = new Windows(index, ascending[ascending.length - 1], pairLimit, totalPairLimit);
        for (long window : ascending) {
            Windows windows = window == ascending[ascending.length - 1]
                    ? widest
                    : new Windows(index, window, pairLimit, totalPairLimit);
            views.add(new SweepView(windows, window, windows.participants(minParticipation)));
        }
        return new Sweep(index, widest, views, weight).networks(minCoActions, minObjects, threads);
    }

    /**
     * Streams the co-actions of accounts that take part, by object and time of the older action; nothing is stored. Pairs
     * of edges dropped for having too few co-actions or objects are included.
     *
     * @param actions the actions
     * @param consumer receives each pair once
     */
    public void forEachPair(Actions actions, PairConsumer consumer) {
        ActionIndex index = new ActionIndex(actions);
        Windows windows = new Windows(index, windowMillis, pairLimit, totalPairLimit);
        BitSet participants = windows.participants(minParticipation);
        for (int p = 0; p < index.size; p++) {
            if (participants.get(index.account[p])) {
                for (int q = p + 1; q < windows.to[p]; q++) {
                    if (index.account[q] != index.account[p] && participants.get(index.account[q])) {
                        consumer.accept(index.row[p], index.row[q], index.time[q] - index.time[p]);
                    }
                }
            }
        }
    }

    /**
     * Returns the window that an object gets: the one asked for, or with more pairs of actions than the limit a shorter one.
     * For those who spread objects over several machines. A limit of all objects together is not looked at.
     *
     * @param ascending the times of all actions on the object in epoch milliseconds, sorted
     * @return the window; empty if the object is left out
     */
    public Optional<Duration> windowOf(long... ascending) {
        long millis = Windows.windowWithin(ascending, 0, ascending.length, windowMillis, pairLimit);
        return millis == Windows.LEFT_OUT ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    /**
     * Prepares to answer which actions prove an edge.
     *
     * @param actions the actions that the network was detected from, with the same settings
     * @return the evidence, kept in memory with about 60 bytes per action
     */
    public EdgeEvidence evidence(Actions actions) {
        ActionIndex index = new ActionIndex(actions);
        return new EdgeEvidence(
                index, new Windows(index, windowMillis, pairLimit, totalPairLimit), windowMillis, threads);
    }
}
