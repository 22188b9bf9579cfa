/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jspecify.annotations.Nullable;

/**
 * An undirected weighted network of accounts that acted together: accounts and edges are dense ints, attributes are
 * columns.
 *
 * <p>Accounts are {@code 0 <= v < accountCount()}, in the order of their identifiers in the actions (byte order of
 * their names when built from names). Edges are {@code 0 <= e < edgeCount()}, sorted by source and then target, with
 * {@code source(e) < target(e)}, each pair once: one input gives one numbering. An edge takes 68 bytes plus 4 for the
 * adjacency.
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
    /** Edges of which v is the source: {@code upper[v]..upper[v + 1]}, as edges are sorted by source. */
    private final int[] upper;
    /** Edges of which v is the target: {@code lowerEdges[lower[v]..lower[v + 1]]}, by source. */
    private final int[] lower;

    private final int[] lowerEdges;

    CoordinationNetwork(
            List<String> accounts, int[] actions, int[] accountObjects, Population population, EdgeColumns edges) {
        this.accounts = accounts;
        this.actions = actions;
        this.accountObjects = accountObjects;
        this.population = population;
        this.edges = edges;
        int n = accounts.size();
        upper = new int[n + 1];
        lower = new int[n + 1];
        for (int e = 0; e < edges.size; e++) {
            upper[edges.source[e] + 1]++;
            lower[edges.target[e] + 1]++;
        }
        for (int v = 0; v < n; v++) {
            upper[v + 1] += upper[v];
            lower[v + 1] += lower[v];
        }
        lowerEdges = new int[edges.size];
        int[] next = Arrays.copyOf(lower, n);
        for (int e = 0; e < edges.size; e++) {
            lowerEdges[next[edges.target[e]]++] = e;
        }
    }

    /**
     * Starts a network of the given accounts.
     *
     * @param accounts the names, in the order of their indices
     * @return the builder
     */
    public static NetworkBuilder builder(List<String> accounts) {
        return new NetworkBuilder(accounts);
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
     * Returns the weight of an edge that posting a lot does not raise: the cosine of the two accounts over objects,
     * co-acted objects divided by the geometric mean of the objects of each.
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
        return new Edge(
                account(source(edge)),
                account(target(edge)),
                weight(edge),
                coActions(edge),
                objects(edge),
                Duration.ofNanos(Math.round(meanDelta(edge) * 1e6)),
                Duration.ofMillis(minDelta(edge)),
                sourceContents(edge),
                targetContents(edge),
                symmetry(edge),
                lead(edge),
                Instant.ofEpochMilli(first(edge)),
                Instant.ofEpochMilli(last(edge)));
    }

    /**
     * Finds the edge between two accounts, in time logarithmic in the degree.
     *
     * @param account the index of one account
     * @param other the index of the other account
     * @return the index of the edge, or empty if there is none
     */
    public OptionalInt findEdge(int account, int other) {
        int source = Math.min(account, other);
        int e = Arrays.binarySearch(edges.target, upper[source], upper[source + 1], Math.max(account, other));
        return e < 0 ? OptionalInt.empty() : OptionalInt.of(e);
    }

    /**
     * Returns the number of neighbours of an account.
     *
     * @param account the index of the account
     * @return the degree
     */
    public int degree(int account) {
        return upper[account + 1] - upper[account] + lower[account + 1] - lower[account];
    }

    /**
     * Returns the sum of the weights of an account's edges, in time linear in the degree.
     *
     * @param account the index of the account
     * @return the strength
     */
    public double strength(int account) {
        double sum = 0;
        for (int i = lower[account]; i < lower[account + 1]; i++) {
            sum += edges.weight[lowerEdges[i]];
        }
        for (int e = upper[account]; e < upper[account + 1]; e++) {
            sum += edges.weight[e];
        }
        return sum;
    }

    /**
     * Visits the neighbours of an account, in the order of their indices.
     *
     * @param account the index of the account
     * @param consumer receives each neighbour with the edge
     */
    public void forEachNeighbour(int account, NeighbourConsumer consumer) {
        for (int i = lower[account]; i < lower[account + 1]; i++) {
            consumer.accept(edges.source[lowerEdges[i]], lowerEdges[i]);
        }
        for (int e = upper[account]; e < upper[account + 1]; e++) {
            consumer.accept(edges.target[e], e);
        }
    }

    /**
     * Returns the sub-network of some edges and the accounts at their ends. Accounts and edges keep their order and
     * names but are numbered anew.
     *
     * @param kept tells by index which edges to keep
     * @return the sub-network
     */
    public CoordinationNetwork filter(IntPredicate kept) {
        return rebuild(kept, edges.weight);
    }

    /**
     * Returns the same network with other weights.
     *
     * @param weight the new weight by edge, finite; edges whose weight is not > 0 are left out
     * @return the reweighted network
     */
    public CoordinationNetwork reweight(IntToDoubleFunction weight) {
        double[] weights = new double[edges.size];
        for (int e = 0; e < weights.length; e++) {
            weights[e] = weight.applyAsDouble(e);
            if (!Double.isFinite(weights[e])) {
                throw new IllegalArgumentException("weight must be finite but was " + weights[e] + " at edge " + e);
            }
        }
        return rebuild(e -> weights[e] > 0, weights);
    }

    private CoordinationNetwork rebuild(IntPredicate kept, double[] weights) {
        int[] retained = IntStream.range(0, edges.size).filter(kept).toArray();
        int[] index = new int[accounts.size()];
        for (int e : retained) {
            index[edges.source[e]] = 1;
            index[edges.target[e]] = 1;
        }
        List<String> names = new ArrayList<>();
        int[] newActions = new int[index.length];
        int[] newObjects = new int[index.length];
        for (int v = 0; v < index.length; v++) {
            if (index[v] != 0) {
                index[v] = names.size();
                newActions[names.size()] = actions[v];
                newObjects[names.size()] = accountObjects[v];
                names.add(accounts.get(v));
            }
        }
        EdgeColumns columns = new EdgeColumns(retained.length);
        for (int e : retained) {
            columns.append(edges, e, index[edges.source[e]], index[edges.target[e]]);
            columns.weight[columns.size - 1] = weights[e];
        }
        int n = names.size();
        return new CoordinationNetwork(
                List.copyOf(names), Arrays.copyOf(newActions, n), Arrays.copyOf(newObjects, n), population, columns);
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
        int[] result = new int[degree(account)];
        int size = lower[account + 1] - lower[account];
        System.arraycopy(lowerEdges, lower[account], result, 0, size);
        for (int e = upper[account]; e < upper[account + 1]; e++) {
            result[size++] = e;
        }
        return result;
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
