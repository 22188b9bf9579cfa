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
    private boolean built;
    private final EdgeColumns edges = new EdgeColumns(16);

    NetworkBuilder(List<String> accounts) {
        this.accounts = accounts;
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
        requireOpen();
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
     * @throws IndexOutOfBoundsException if the account is not in the network
     */
    public NetworkBuilder activity(int account, int actionCount, int objectCount) {
        requireOpen();
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
        requireOpen();
        if (edgeCount > edges.source.length) {
            edges.resize(edgeCount);
        }
        return this;
    }

    /**
     * Adds an edge of which only the weight is known: {@link Edge#ofWeight}.
     *
     * @param account the index of one account
     * @param other the index of the other account
     * @param weight the weight, finite and > 0
     * @return this builder
     * @throws IllegalArgumentException if the accounts are the same or the weight is not finite and > 0
     * @throws IndexOutOfBoundsException if an account is not in the network
     */
    public NetworkBuilder edge(int account, int other, double weight) {
        return add(Edge.ofWeight(account, other, weight));
    }

    /**
     * Adds an edge.
     *
     * @param edge the edge
     * @return this builder
     * @throws IndexOutOfBoundsException if an account is not in the network
     * @throws IllegalStateException if there is no room for more edges, or the network was built
     */
    public NetworkBuilder add(Edge edge) {
        requireOpen();
        Objects.checkIndex(edge.source(), accounts.size());
        Objects.checkIndex(edge.target(), accounts.size());
        int size = edges.size;
        if (size == edges.source.length) {
            if (size > Integer.MAX_VALUE - 64) {
                throw new IllegalStateException("a network holds at most " + size + " edges");
            }
            edges.resize((int) Math.min(Integer.MAX_VALUE - 32L, size + (size >> 1) + 16L));
        }
        edges.append(edge);
        return this;
    }

    /**
     * Builds the network; the builder must not be used any more.
     *
     * @return the network
     * @throws IllegalArgumentException if a pair of accounts was added twice
     * @throws IllegalStateException if it was built before
     */
    public CoordinationNetwork build() {
        requireOpen();
        built = true;
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

    /** The network takes over the columns, so nothing may change them afterwards. */
    private void requireOpen() {
        if (built) {
            throw new IllegalStateException("a builder builds one network but was used again");
        }
    }
}
