/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vigie.core.internal.Checks;
import org.vigie.core.parallel.Parallel;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Answers on demand which actions prove an edge, by sweeping again over the actions of its two accounts; the network
 * itself stores no pairs. From {@link CoActions#evidence}. Thread-safe.
 */
public final class EdgeEvidence {
    private static final int CHUNKS = 16;
    private static final Timing NEVER = new Timing(0, 0, 1);

    private final ActionIndex index;
    private final Windows windows;
    private final long windowMillis;
    private final int threads;
    /** Active accounts by name, once names were asked for: callers that know numbers need none. */
    private volatile Map<String, Integer> accounts = Map.of();

    EdgeEvidence(ActionIndex index, Windows windows, long windowMillis, int threads) {
        this.threads = threads;
        this.index = index;
        this.windows = windows;
        this.windowMillis = windowMillis;
    }

    private Map<String, Integer> accounts() {
        if (accounts.isEmpty()) {
            Map<String, Integer> result = new HashMap<>();
            for (int a = 0; a < index.actions.accountCount; a++) {
                if (index.accountStart[a] < index.accountStart[a + 1]) {
                    result.put(index.actions.accountName(a), a);
                }
            }
            accounts = result;
        }
        return accounts;
    }

    /**
     * Returns the co-actions of two accounts, by object and time, in time linear in the pairs of the first account.
     *
     * @param account the name of one account
     * @param other the name of the other account
     * @param limit the most co-actions to return, >= 0
     * @return the co-actions; empty if there are none or an account is not known
     * @throws IllegalArgumentException if the limit is below 0
     */
    public List<CoAction> between(String account, String other, int limit) {
        List<CoAction> result = new ArrayList<>();
        Integer a = accounts().get(account);
        Integer b = accounts().get(other);
        if (a != null && b != null) {
            forEachRow(a, b, limit, (p, q) -> result.add(coAction(p, q)));
        }
        return result;
    }

    /**
     * Visits the co-actions of two accounts as rows of the actions, in the order of {@link #between(String, String,
     * int)}.
     *
     * @param account the name of one account
     * @param other the name of the other account
     * @param limit the most co-actions to visit, >= 0
     * @param consumer receives the rows of the older and the newer action and the time between them
     * @return how many were visited; 0 if there are none or an account is not known
     * @throws IllegalArgumentException if the limit is below 0
     */
    public int between(String account, String other, int limit, CoActions.PairConsumer consumer) {
        Integer a = accounts().get(account);
        Integer b = accounts().get(other);
        return a == null || b == null ? 0 : between(a.intValue(), b.intValue(), limit, consumer);
    }

    /**
     * Visits the co-actions of two accounts as rows of the actions, for callers that know accounts by number.
     *
     * @param account the number of one account in the actions, which is its number in the network detected from them
     * @param other the number of the other account
     * @param limit the most co-actions to visit, >= 0
     * @param consumer receives the rows of the older and the newer action and the time between them
     * @return how many were visited; 0 for an account and itself
     * @throws IllegalArgumentException if the limit is below 0
     * @throws IndexOutOfBoundsException if an account is not in the actions
     */
    public int between(int account, int other, int limit, CoActions.PairConsumer consumer) {
        return forEachRow(
                account,
                other,
                limit,
                (p, q) -> consumer.accept(index.row[p], index.row[q], index.time[q] - index.time[p]));
    }

    /**
     * Returns what the times of the two accounts of every edge say, against the same accounts doing the same things in
     * another order. A content counts with its first time.
     *
     * <p>Accounts of a network with the numbers of the actions are taken by number, those of another network by name.
     * O(d log d') per edge for the actions d of the less active account. It uses the engine's threads, with the same
     * result for any number of them.
     *
     * @param network a network of these actions; accounts that did not act have met nobody
     * @return the timing by edge
     */
    public List<Timing> timings(CoordinationNetwork network) {
        int[] account = numbers(network);
        MeetingBound.Slots slots = new MeetingBound.Slots(index);
        Timing[] result = new Timing[network.edgeCount()];
        int chunks = Math.min(CHUNKS, result.length);
        Parallel.run(threads, chunks, () -> {
            MeetingBound bound = new MeetingBound(index, windows, windowMillis, slots);
            return c -> {
                // Interleaved, as edges of one active account stand together and take long.
                for (int e = c; e < result.length; e += chunks) {
                    int u = account[network.source(e)];
                    int v = account[network.target(e)];
                    result[e] = u < 0 || v < 0 ? NEVER : bound.of(u, v);
                }
            };
        });
        return List.of(result);
    }

    /** The number in the actions of each account of a network; -1 for those that did not act. */
    private int[] numbers(CoordinationNetwork network) {
        int shared = Math.min(network.accountCount(), index.actions.accountCount);
        if (IntStream.range(0, shared).allMatch(v -> network.account(v).equals(index.actions.accountName(v)))) {
            return IntStream.range(0, network.accountCount())
                    .map(v -> v < shared ? v : -1)
                    .toArray();
        }
        Map<String, Integer> known = accounts();
        return network.accounts().stream()
                .mapToInt(name -> known.getOrDefault(name, -1))
                .toArray();
    }

    private interface Positions {
        void accept(int older, int newer);
    }

    private int forEachRow(int a, int b, int limit, Positions consumer) {
        Checks.atLeast("limit", limit, 0);
        Objects.checkIndex(a, index.actions.accountCount);
        Objects.checkIndex(b, index.actions.accountCount);
        int found = 0;
        for (int i = index.accountStart[a]; a != b && i < index.accountStart[a + 1]; i++) {
            int p = index.accountPositions[i];
            for (int q = windows.from[p]; q < windows.to[p]; q++) {
                if (index.account[q] == b) {
                    if (found == limit) {
                        return found;
                    }
                    found++;
                    boolean swap = index.time[q] < index.time[p];
                    consumer.accept(swap ? q : p, swap ? p : q);
                }
            }
        }
        return found;
    }

    private CoAction coAction(int p, int q) {
        Actions actions = index.actions;
        return new CoAction(
                actions.objectName(index.objectOf[p]),
                actions.accountName(index.account[p]),
                actions.contentName(actions.content[index.row[p]]),
                Instant.ofEpochMilli(index.time[p]),
                actions.accountName(index.account[q]),
                actions.contentName(actions.content[index.row[q]]),
                Instant.ofEpochMilli(index.time[q]));
    }
}
