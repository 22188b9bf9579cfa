/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jspecify.annotations.Nullable;

/**
 * An undirected weighted network of accounts that acted together: accounts and edges are dense ints, attributes are
 * columns.
 *
 * <p>Accounts are {@code 0 <= v < accountCount()} and have the numbers that they have in the actions, with edges or
 * without. Built from names, that is the byte order of the names. Networks made of this one keep the numbers, but for
 * {@link #withoutIsolates} and {@link #select}. An edge keeps sums; means and shares are derived. Edges are
 * {@code 0 <= e < edgeCount()}, sorted by source and then target, with {@code source(e) < target(e)}, each pair once:
 * one input gives one numbering. An edge takes 68 bytes plus 4 for the adjacency.
 *
 * <p>Every method by index runs in constant time and throws {@link IndexOutOfBoundsException} outside of the range.
 * Immutable and thread-safe.
 */
public final class CoordinationNetwork {
    private final List<String> accounts;
    private final int[] actions;
    private final int[] accountObjects;
    private final Population population;
    private final EdgeColumns edges;
    private final Adjacency adjacency;

    CoordinationNetwork(
            List<String> accounts, int[] actions, int[] accountObjects, Population population, EdgeColumns edges) {
        this.accounts = accounts;
        this.actions = actions;
        this.accountObjects = accountObjects;
        this.population = population;
        this.edges = edges;
        this.adjacency = new Adjacency(accounts.size(), edges);
    }

    /**
     * Starts a network of the given accounts.
     *
     * @param accounts the names, in the order of their indices
     * @return the builder
     */
    public static NetworkBuilder builder(List<String> accounts) {
        return new NetworkBuilder(List.copyOf(accounts));
    }

    /**
     * Starts a network of accounts that are known by number. Names are asked for when somebody wants to see them.
     *
     * @param accounts the number of accounts, >= 0
     * @param name names an account; always the same for one number, and thread-safe
     * @return the builder
     * @throws IllegalArgumentException if the number is below 0
     */
    public static NetworkBuilder builder(int accounts, IntFunction<String> name) {
        if (accounts < 0) {
            throw new IllegalArgumentException("accounts must be >= 0 but were " + accounts);
        }
        return new NetworkBuilder(new AccountNames(accounts, name));
    }

    /** Receives the neighbours of an account. */
    @FunctionalInterface
    public interface NeighbourConsumer {
        /**
         * Takes one neighbour.
         *
         * @param neighbour the index of the account at the other end
         * @param edge the index of the edge
         */
        void accept(int neighbour, int edge);
    }

    /**
     * Returns the number of accounts.
     *
     * @return the number, >= 0
     */
    public int accountCount() {
        return accounts.size();
    }

    /**
     * Returns the name of an account.
     *
     * @param account the index of the account
     * @return the name
     */
    public String account(int account) {
        return accounts.get(account);
    }

    /**
     * Returns the names of all accounts by index.
     *
     * @return an unmodifiable list
     */
    public List<String> accounts() {
        return accounts;
    }

    /**
     * Finds an account by its name, in linear time.
     *
     * @param name the name
     * @return the index, or empty if the network has no such account
     */
    public OptionalInt find(String name) {
        int v = accounts.indexOf(name);
        return v < 0 ? OptionalInt.empty() : OptionalInt.of(v);
    }

    /**
     * Returns the number of actions of an account, co-actions or not.
     *
     * @param account the index of the account
     * @return the number; 0 if not known
     */
    public int actions(int account) {
        return actions[account];
    }

    /**
     * Returns the number of distinct objects an account acted on, with others or not.
     *
     * @param account the index of the account
     * @return the number; 0 if not known
     */
    public int accountObjects(int account) {
        return accountObjects[account];
    }

    /**
     * Returns what the network was drawn from; a sub-network keeps the population of the whole.
     *
     * @return the population
     */
    public Population population() {
        return population;
    }

    /**
     * Returns the number of edges.
     *
     * @return the number, >= 0
     */
    public int edgeCount() {
        return edges.size;
    }

    /**
     * Returns the smaller end of an edge.
     *
     * @param edge the index of the edge
     * @return the index of the account
     */
    public int source(int edge) {
        return edges.source[edge];
    }

    /**
     * Returns the larger end of an edge.
     *
     * @param edge the index of the edge
     * @return the index of the account
     */
    public int target(int edge) {
        return edges.target[edge];
    }

    /**
     * Returns the weight of an edge: the number of co-actions unless the network was reweighted.
     *
     * @param edge the index of the edge
     * @return the weight, finite and > 0
     */
    public double weight(int edge) {
        return edges.weight[edge];
    }

    /**
     * Returns the number of pairs of actions, one of each account, on one object within the window.
     *
     * @param edge the index of the edge
     * @return the number, capped at {@link Integer#MAX_VALUE}
     */
    public int coActions(int edge) {
        return edges.coActions[edge];
    }

    /**
     * Returns the number of distinct objects in common within the window.
     *
     * @param edge the index of the edge
     * @return the number
     */
    public int objects(int edge) {
        return edges.objects[edge];
    }

    /**
     * Returns the sum of the times between the two actions of each co-action.
     *
     * @param edge the index of the edge
     * @return milliseconds
     */
    public long sumDelta(int edge) {
        return edges.sumDelta[edge];
    }

    /**
     * Returns the mean time between the two actions of a co-action.
     *
     * @param edge the index of the edge
     * @return milliseconds
     */
    public double meanDelta(int edge) {
        return (double) edges.sumDelta[edge] / edges.coActions[edge];
    }

    /**
     * Returns the shortest time between the two actions of a co-action.
     *
     * @param edge the index of the edge
     * @return milliseconds
     */
    public long minDelta(int edge) {
        return edges.minDelta[edge];
    }

    /**
     * Returns the number of distinct contents of the source that take part in co-actions with the target.
     *
     * @param edge the index of the edge
     * @return the number
     */
    public int sourceContents(int edge) {
        return edges.sourceContents[edge];
    }

    /**
     * Returns the number of distinct contents of the target that take part in co-actions with the source.
     *
     * @param edge the index of the edge
     * @return the number
     */
    public int targetContents(int edge) {
        return edges.targetContents[edge];
    }

    /**
     * Returns how evenly both accounts contribute: the smaller number of contents divided by the larger.
     *
     * @param edge the index of the edge
     * @return the symmetry, in (0, 1]
     */
    public double symmetry(int edge) {
        int s = edges.sourceContents[edge];
        int t = edges.targetContents[edge];
        return (double) Math.min(s, t) / Math.max(s, t);
    }

    /**
     * Returns who acted first as a sum: two for every co-action in which the source did, one for every co-action at
     * equal times.
     *
     * @param edge the index of the edge
     * @return the sum, from 0 to twice the co-actions
     */
    public int twiceLead(int edge) {
        return edges.twiceLead[edge];
    }

    /**
     * Returns the share of co-actions in which the source acted first; equal times count half.
     *
     * @param edge the index of the edge
     * @return the share, in [0, 1]
     */
    public double lead(int edge) {
        return edges.twiceLead[edge] / (2.0 * edges.coActions[edge]);
    }

    /**
     * Returns how many independent coincidences an edge has: distinct objects, but no more than the distinct contents of
     * either account. Two posts that share three hashtags are one coincidence and not three.
     *
     * @param edge the index of the edge
     * @return the smallest of objects, source contents and target contents
     */
    public int support(int edge) {
        return Math.min(edges.objects[edge], Math.min(edges.sourceContents[edge], edges.targetContents[edge]));
    }

    /**
     * Returns the time of the first action that takes part in an edge.
     *
     * @param edge the index of the edge
     * @return epoch milliseconds
     */
    public long first(int edge) {
        return edges.first[edge];
    }

    /**
     * Returns the time of the last action that takes part in an edge.
     *
     * @param edge the index of the edge
     * @return epoch milliseconds
     */
    public long last(int edge) {
        return edges.last[edge];
    }

    /**
     * Returns the weight of an edge that posting a lot does not raise. It is the cosine of the two accounts over
     * objects: co-acted objects divided by the geometric mean of the objects of each.
     *
     * @param edge the index of the edge
     * @return the cosine, in (0, 1]; NaN if the activity of the accounts is not known
     */
    public double cosine(int edge) {
        double product = (double) accountObjects[edges.source[edge]] * accountObjects[edges.target[edge]];
        return product == 0 ? Double.NaN : edges.objects[edge] / Math.sqrt(product);
    }

    /**
     * Returns everything about one edge.
     *
     * @param edge the index of the edge
     * @return the edge
     */
    public Edge edge(int edge) {
        return edges.edge(edge);
    }

    /**
     * Finds the edge between two accounts, in time logarithmic in the degree.
     *
     * @param account the index of one account
     * @param other the index of the other account
     * @return the index of the edge, or empty if there is none
     */
    public OptionalInt findEdge(int account, int other) {
        return adjacency.find(account, other);
    }

    /**
     * Returns the number of neighbours of an account.
     *
     * @param account the index of the account
     * @return the degree
     */
    public int degree(int account) {
        return adjacency.degree(account);
    }

    /**
     * Returns the sum of the weights of an account's edges, in time linear in the degree.
     *
     * @param account the index of the account
     * @return the strength
     */
    public double strength(int account) {
        return adjacency.strength(account);
    }

    /**
     * Visits the neighbours of an account, in the order of their indices.
     *
     * @param account the index of the account
     * @param consumer receives each neighbour with the edge
     */
    public void forEachNeighbour(int account, NeighbourConsumer consumer) {
        adjacency.forEach(account, consumer);
    }

    /**
     * Returns the network of some of the edges. All accounts stay, with their numbers; {@link #withoutIsolates} leaves
     * out those that have no edge any more.
     *
     * @param kept tells by index which edges to keep
     * @return the network; its edges keep their order and are numbered anew
     */
    public CoordinationNetwork filter(IntPredicate kept) {
        return with(edges.select(kept));
    }

    /**
     * Returns the same network with other weights.
     *
     * @param weight the new weight by edge, finite; edges whose weight is not > 0 are left out
     * @return the reweighted network; all accounts stay, with their numbers
     * @throws IllegalArgumentException if a weight is not finite
     */
    public CoordinationNetwork reweight(IntToDoubleFunction weight) {
        double[] weights = new double[edges.size];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = weight.applyAsDouble(e);
            if (!Double.isFinite(weights[e])) {
                throw new IllegalArgumentException("weight must be finite but was " + weights[e] + " at edge " + e);
            }
        }
        EdgeColumns kept = edges.select(e -> weights[e] > 0);
        kept.weight = Arrays.stream(weights).filter(w -> w > 0).toArray();
        return with(kept);
    }

    private CoordinationNetwork with(EdgeColumns kept) {
        return new CoordinationNetwork(accounts, actions, accountObjects, population, kept);
    }

    /**
     * Returns the sub-network of the accounts that have an edge. They keep their order and are numbered anew.
     *
     * @return the sub-network; this network if every account has an edge
     */
    public CoordinationNetwork withoutIsolates() {
        int[] kept =
                IntStream.range(0, accounts.size()).filter(v -> degree(v) > 0).toArray();
        return kept.length == accounts.size() ? this : select(kept);
    }

    /**
     * Returns the sub-network of some accounts and the edges between them, numbered as given: account i of the
     * sub-network is {@code order[i]} of this one. Takes O(e log e) for e edges.
     *
     * @param order the numbers of the accounts to keep, each at most once, in any order
     * @return the sub-network
     * @throws IllegalArgumentException if an account comes twice
     * @throws IndexOutOfBoundsException if an account is not in the network
     */
    public CoordinationNetwork select(int[] order) {
        int[] from = order.clone();
        int[] number = new int[accounts.size()];
        Arrays.fill(number, -1);
        NetworkBuilder builder =
                builder(from.length, i -> accounts.get(from[i])).population(population);
        for (int i = 0; i < from.length; i++) {
            int v = Objects.checkIndex(from[i], accounts.size());
            if (number[v] >= 0) {
                throw new IllegalArgumentException("every account must come once but " + v + " came twice");
            }
            number[v] = i;
            builder.activity(i, actions[v], accountObjects[v]);
        }
        for (int e = 0; e < edges.size; e++) {
            int source = number[edges.source[e]];
            int target = number[edges.target[e]];
            if (source >= 0 && target >= 0) {
                builder.add(edges.edge(e).between(source, target));
            }
        }
        return builder.build();
    }

    /**
     * Returns the same network with other names of accounts.
     *
     * @param name names an account; always the same for one number, and thread-safe
     * @return the network; numbers and edges are the same
     */
    public CoordinationNetwork withNames(IntFunction<String> name) {
        return new CoordinationNetwork(
                new AccountNames(accounts.size(), name), actions, accountObjects, population, edges);
    }

    /**
     * Returns the same edges as part of a larger whole, for tests of some edges against the null of all.
     *
     * @param value what the whole was drawn from
     * @param objects the number of distinct objects that an account acted on in the whole, >= 0
     * @return the network
     * @throws IllegalArgumentException if a number of objects is below 0
     */
    public CoordinationNetwork withPopulation(Population value, IntUnaryOperator objects) {
        int[] counts = new int[accounts.size()];
        for (int v = 0; v < counts.length; v++) {
            counts[v] = objects.applyAsInt(v);
            if (counts[v] < 0) {
                throw new IllegalArgumentException("objects must be >= 0 but were " + counts[v] + " of account " + v);
            }
        }
        return new CoordinationNetwork(accounts, actions, counts, Objects.requireNonNull(value), edges);
    }

    /**
     * Returns a read-only view as a JGraphT graph, for its algorithms: vertices are the indices of accounts and edges
     * those of edges. The view takes no memory of its own; boxed indices come and go.
     *
     * @return an undirected, weighted, simple, unmodifiable graph
     */
    public Graph<Integer, Integer> asGraph() {
        return new NetworkGraph(this);
    }

    int[] edgesOf(int account) {
        return adjacency.edgesOf(account);
    }

    /** Says how many accounts and edges there are. */
    @Override
    public String toString() {
        return "CoordinationNetwork[accounts=" + accountCount() + ", edges=" + edgeCount() + "]";
    }

    /**
     * Tells whether the other object is a network with the same accounts and edges and the same attributes.
     *
     * @param other the other object
     * @return whether they are equal
     */
    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof CoordinationNetwork that
                && accounts.equals(that.accounts)
                && Arrays.equals(actions, that.actions)
                && Arrays.equals(accountObjects, that.accountObjects)
                && population.equals(that.population)
                && edges.sameAs(that.edges);
    }

    /**
     * Returns a hash of the accounts and ends of edges.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return Objects.hash(accounts, Arrays.hashCode(edges.source), Arrays.hashCode(edges.target));
    }
}
