/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.util.List;
import java.util.Objects;

/**
 * Builds a {@link CoordinationNetwork} edge by edge: for the co-action engine and for anybody whose network comes from
 * elsewhere.
 *
 * <p>Accounts are numbered by their place in the list. Edges may be added in any order and are sorted by source and
 * target; adding them sorted is faster. Not thread-safe.
 */
public final class NetworkBuilder {
    private final List<String> accounts;
    private final int[] actions;
    private final int[] objects;
    private Population population;
    private final EdgeColumns edges = new EdgeColumns(16);

    NetworkBuilder(List<String> accounts) {
        this.accounts = List.copyOf(accounts);
        this.actions = new int[accounts.size()];
        this.objects = new int[accounts.size()];
        this.population = Population.ofAccounts(accounts.size());
    }

    /**
     * Says what the network was drawn from.
     *
     * @param value the population
     * @return this builder
     */
    public NetworkBuilder population(Population value) {
        population = Objects.requireNonNull(value);
        return this;
    }

    /**
     * Says how active an account was.
     *
     * @param account the index of the account
     * @param actionCount the number of its actions
     * @param objectCount the number of distinct objects it acted on
     * @return this builder
     */
    public NetworkBuilder activity(int account, int actionCount, int objectCount) {
        actions[account] = actionCount;
        objects[account] = objectCount;
        return this;
    }

    /**
     * Makes room for edges, which saves memory and time while they are added.
     *
     * @param edgeCount the number of edges expected, >= 0
     * @return this builder
     */
    public NetworkBuilder expect(int edgeCount) {
        if (edgeCount > edges.source.length) {
            edges.resize(edgeCount);
        }
        return this;
    }

    /**
     * Adds an edge of which only the weight is known.
     *
     * @param account the index of one account
     * @param other the index of the other account
     * @param weight the weight, finite and > 0
     * @return this builder
     */
    public NetworkBuilder edge(int account, int other, double weight) {
        edge(account, other, weight, 1, 1, 0, 0, 0, 0);
        contents(edges.size - 1, 1, 1, 1);
        return this;
    }

    /**
     * Adds an edge.
     *
     * @param account the index of one account
     * @param other the index of the other account
     * @param weight the weight, finite and > 0
     * @param coActions the number of co-actions, at least 1
     * @param objectCount the number of distinct objects in common, at least 1
     * @param sumDelta the sum of the time deltas in milliseconds
     * @param minDelta the smallest time delta in milliseconds
     * @param first the time of the first action in epoch milliseconds
     * @param last the time of the last action in epoch milliseconds
     * @return the number of the edge, for {@link #contents}
     */
    public int edge(
            int account,
            int other,
            double weight,
            int coActions,
            int objectCount,
            long sumDelta,
            long minDelta,
            long first,
            long last) {
        int source = Objects.checkIndex(Math.min(account, other), accounts.size());
        int target = Objects.checkIndex(Math.max(account, other), accounts.size());
        if (source == target) {
            throw new IllegalArgumentException("an edge must join two accounts but joins " + account + " to itself");
        }
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be finite and > 0 but was " + weight);
        }
        if (coActions < 1 || objectCount < 1 || minDelta < 0 || last < first) {
            throw new IllegalArgumentException("co-actions and objects must be >= 1, deltas >= 0 and last >= first but"
                    + " were " + coActions + ", " + objectCount + ", " + minDelta + ", " + first + ".." + last);
        }
        EdgeColumns c = edges;
        if (c.size == c.source.length) {
            if (c.size > Integer.MAX_VALUE - 64) {
                throw new IllegalStateException("a network holds at most " + c.size + " edges");
            }
            c.resize((int) Math.min(Integer.MAX_VALUE - 32L, c.size + (c.size >> 1) + 16L));
        }
        int e = c.size++;
        c.source[e] = source;
        c.target[e] = target;
        c.weight[e] = weight;
        c.coActions[e] = coActions;
        c.objects[e] = objectCount;
        c.sumDelta[e] = sumDelta;
        c.minDelta[e] = minDelta;
        c.first[e] = first;
        c.last[e] = last;
        return e;
    }

    /**
     * Completes an edge with who gave what.
     *
     * @param edge the number of the edge, as {@link #edge(int, int, double, int, int, long, long, long, long)} returned
     *     it
     * @param sourceContents the number of distinct contents of the account with the smaller index
     * @param targetContents the number of distinct contents of the account with the larger index
     * @param twiceLead two for every co-action in which the account with the smaller index was first, one for every
     *     co-action at equal times
     * @return this builder
     */
    public NetworkBuilder contents(int edge, int sourceContents, int targetContents, int twiceLead) {
        int e = Objects.checkIndex(edge, edges.size);
        edges.sourceContents[e] = sourceContents;
        edges.targetContents[e] = targetContents;
        edges.twiceLead[e] = twiceLead;
        return this;
    }

    /**
     * Builds the network; the builder must not be used any more.
     *
     * @return the network
     * @throws IllegalArgumentException if a pair of accounts was added twice
     */
    public CoordinationNetwork build() {
        EdgeColumns columns = edges;
        if (!columns.isSorted()) {
            columns = columns.sorted();
            if (!columns.isSorted()) {
                throw new IllegalArgumentException("every pair of accounts must be added once but one came twice");
            }
        }
        columns.trim();
        return new CoordinationNetwork(accounts, actions, objects, population, columns);
    }
}
