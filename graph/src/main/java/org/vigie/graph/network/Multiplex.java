/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Several layers of one network, each by another kind of object (urls, hashtags, texts, reposts), merged into one that
 * remembers which layer says what.
 *
 * <p>An edge of the merged network has the sums of co-actions, objects and time deltas of all its layers, and the
 * outermost times. Of contents it has the larger numbers, since one post may be in several layers. The population adds
 * up likewise; its number of accounts is the sum over layers, which can only make tests stricter.
 *
 * <p>Source for layers: M. Cinelli and others, "Coordinated inauthentic behavior and information spreading on Twitter",
 * 2022; L. Luceri and others, "Unmasking the web of deceit", 2024. O(e log e). Immutable and thread-safe.
 */
public final class Multiplex {
    /** How the weights of layers become one weight. */
    public enum Combination {
        /** The largest weight. */
        UNION,
        /** The sum of the weights. */
        SUM,
        /** 1 minus the product of 1 - weight, for weights in [0, 1] such as cosines: independent reasons add up. */
        NOISY_OR;

        private double of(double[] weights) {
            double sum = this == NOISY_OR ? 1 : 0;
            for (double weight : weights) {
                if (this == NOISY_OR && weight > 1) {
                    throw new IllegalArgumentException("noisy-or needs weights in [0, 1] but one was " + weight);
                }
                sum = switch (this) {
                    case UNION -> Math.max(sum, weight);
                    case SUM -> sum + weight;
                    case NOISY_OR -> sum * (1 - weight);
                };
            }
            // Weights near 0 would be lost in rounding, and an edge must weigh something.
            return this == NOISY_OR ? Math.max(1 - sum, Double.MIN_NORMAL) : sum;
        }
    }

    private final List<String> names;
    private final List<CoordinationNetwork> layers;
    private final CoordinationNetwork merged;
    /** Edge of layer i that edge e of the merged network has, or -1: {@code layerEdges[i][e]}. */
    private final int[][] layerEdges;

    private Multiplex(
            List<String> names, List<CoordinationNetwork> layers, CoordinationNetwork merged, int[][] layerEdges) {
        this.names = names;
        this.layers = layers;
        this.merged = merged;
        this.layerEdges = layerEdges;
    }

    /**
     * Merges layers. Layers whose accounts are the same by number and name keep their numbers; otherwise accounts are
     * matched by name.
     *
     * @param layers the networks by name; layers are numbered in the order of their names
     * @param combination how weights combine
     * @return the merged network with its layers
     * @throws IllegalArgumentException if a weight is above 1 and weights combine by noisy-or
     * @throws ArithmeticException if a sum is beyond its type
     */
    public static Multiplex merge(Map<String, CoordinationNetwork> layers, Combination combination) {
        List<String> names = layers.keySet().stream().sorted().toList();
        List<CoordinationNetwork> networks = names.stream().map(layers::get).toList();
        List<String> accounts = accounts(networks);
        List<Cursor> cursors = new ArrayList<>();
        int[] actions = new int[accounts.size()];
        int[] objects = new int[accounts.size()];
        for (CoordinationNetwork network : networks) {
            int[] number = numbers(network, accounts);
            for (int v = 0; v < number.length; v++) {
                actions[number[v]] += network.actions(v);
                objects[number[v]] += network.accountObjects(v);
            }
            cursors.add(new Cursor(network, number));
        }
        NetworkBuilder builder = new NetworkBuilder(accounts).population(population(networks));
        for (int v = 0; v < actions.length; v++) {
            builder.activity(v, actions[v], objects[v]);
        }
        int[][] found = new int[cursors.size()][count(cursors)];
        long key = least(cursors);
        for (int edge = 0; key != Cursor.DONE; edge++) {
            List<Edge> parts = new ArrayList<>();
            for (int i = 0; i < found.length; i++) {
                Cursor cursor = cursors.get(i);
                found[i][edge] = cursor.key() == key ? cursor.take(parts) : -1;
            }
            double weight =
                    combination.of(parts.stream().mapToDouble(Edge::weight).toArray());
            builder.add(parts.stream().reduce(Edge::plus).orElseThrow().withWeight(weight));
            key = least(cursors);
        }
        return new Multiplex(names, networks, builder.build(), found);
    }

    /** The number of pairs of accounts that some layer joins; leaves the cursors at their first edge. */
    private static int count(List<Cursor> cursors) {
        int count = 0;
        for (long key = least(cursors); key != Cursor.DONE; key = least(cursors)) {
            for (Cursor cursor : cursors) {
                cursor.next += cursor.key() == key ? 1 : 0;
            }
            count++;
        }
        cursors.forEach(cursor -> cursor.next = 0);
        return count;
    }

    /** The accounts of all layers: as they are where all have the same, else in the order of their names. */
    private static List<String> accounts(List<CoordinationNetwork> networks) {
        List<List<String>> lists =
                networks.stream().map(CoordinationNetwork::accounts).toList();
        // Layers of one set of actions have one list: no name is looked at then.
        return !lists.isEmpty() && lists.stream().allMatch(lists.get(0)::equals)
                ? lists.get(0)
                : List.copyOf(lists.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The number in the merged network of each account of a layer; -1 for those it does not have. */
    private static int[] numbers(CoordinationNetwork network, List<String> accounts) {
        if (network.accounts().equals(accounts)) {
            return IntStream.range(0, accounts.size()).toArray();
        }
        Map<String, Integer> index = new HashMap<>();
        for (int v = 0; v < accounts.size(); v++) {
            index.put(accounts.get(v), v);
        }
        return network.accounts().stream()
                .mapToInt(name -> index.getOrDefault(name, -1))
                .toArray();
    }

    private static long least(List<Cursor> cursors) {
        return cursors.stream().mapToLong(Cursor::key).min().orElse(Cursor.DONE);
    }

    /** The edges of one layer in the order of the merged network. */
    private static final class Cursor {
        static final long DONE = Long.MAX_VALUE;

        final CoordinationNetwork network;
        private final int[] number;
        /** Edges in order; empty if they are in order as they are. */
        private final Integer[] order;

        private int next;

        Cursor(CoordinationNetwork network, int[] number) {
            this.network = network;
            this.number = number;
            boolean sorted = IntStream.range(1, number.length).allMatch(v -> number[v - 1] < number[v]);
            order = new Integer[sorted ? 0 : network.edgeCount()];
            Arrays.setAll(order, e -> e);
            Arrays.sort(order, Comparator.comparingLong(this::keyOf));
        }

        long key() {
            return next == network.edgeCount() ? DONE : keyOf(edge());
        }

        /** Adds the edge to the parts of the merged one and goes on. */
        int take(List<Edge> parts) {
            int e = edge();
            parts.add(network.edge(e).between(number[network.source(e)], number[network.target(e)]));
            next++;
            return e;
        }

        private int edge() {
            return order.length == 0 ? next : order[next];
        }

        private long keyOf(int e) {
            int a = number[network.source(e)];
            int b = number[network.target(e)];
            return ((long) Math.min(a, b) << 32) | Math.max(a, b);
        }
    }

    /**
     * Merges layers of which the actions are known, exactly. Everything but the weights is that of one network of all
     * layers' actions together. So one post in two layers is one content, an account's activity in every layer counts,
     * and accounts are counted once. Tests of the result are exact.
     *
     * @param layers the networks by name; layers are numbered in the order of their names
     * @param combination how weights combine
     * @param whole the network of the union of the layers' actions, detected with the same settings
     * @return the merged network, with the edges of {@code whole} that some layer has
     * @throws IllegalArgumentException if {@code whole} lacks an edge of a layer, or a weight is above 1 and weights
     *     combine by noisy-or
     */
    public static Multiplex merge(
            Map<String, CoordinationNetwork> layers, Combination combination, CoordinationNetwork whole) {
        List<String> names = layers.keySet().stream().sorted().toList();
        List<CoordinationNetwork> networks = names.stream().map(layers::get).toList();
        int[][] found = new int[networks.size()][whole.edgeCount()];
        for (int i = 0; i < found.length; i++) {
            CoordinationNetwork network = networks.get(i);
            int[] number = numbers(network, whole.accounts());
            Arrays.fill(found[i], -1);
            for (int e = 0; e < network.edgeCount(); e++) {
                int a = number[network.source(e)];
                int b = number[network.target(e)];
                int edge = a < 0 || b < 0 ? -1 : whole.findEdge(a, b).orElse(-1);
                if (edge < 0) {
                    throw new IllegalArgumentException("the whole network must have every edge of its layers but lacks "
                            + network.account(network.source(e)) + ", " + network.account(network.target(e)) + " of "
                            + names.get(i));
                }
                found[i][edge] = e;
            }
        }
        int[] kept = IntStream.range(0, whole.edgeCount())
                .filter(e -> Arrays.stream(found).anyMatch(f -> f[e] >= 0))
                .toArray();
        double[] weights = new double[whole.edgeCount()];
        for (int e : kept) {
            weights[e] = combination.of(IntStream.range(0, found.length)
                    .filter(i -> found[i][e] >= 0)
                    .mapToDouble(i -> networks.get(i).weight(found[i][e]))
                    .toArray());
        }
        int[][] layerEdges = Arrays.stream(found)
                .map(f -> Arrays.stream(kept).map(e -> f[e]).toArray())
                .toArray(int[][]::new);
        return new Multiplex(names, networks, whole.reweight(e -> weights[e]), layerEdges);
    }

    private static Population population(List<CoordinationNetwork> networks) {
        long accounts = 0;
        long objects = 0;
        long incidences = 0;
        long coIncidences = 0;
        Duration window = Duration.ZERO;
        List<ObjectSummary> shared = new ArrayList<>();
        for (CoordinationNetwork network : networks) {
            Population p = network.population();
            accounts += p.accounts();
            objects += p.objects();
            incidences += p.incidences();
            coIncidences += p.coIncidences();
            window = window.compareTo(p.window()) < 0 ? p.window() : window;
            shared.addAll(p.shared());
        }
        return new Population(
                Math.toIntExact(accounts), Math.toIntExact(objects), incidences, coIncidences, window, shared);
    }

    /**
     * Returns the merged network.
     *
     * @return the network; its accounts are those of the layers if all have the same, else in the order of their names
     */
    public CoordinationNetwork network() {
        return merged;
    }

    /**
     * Returns the names of the layers.
     *
     * @return the names, sorted
     */
    public List<String> layers() {
        return names;
    }

    /**
     * Returns one layer.
     *
     * @param layer the number of the layer
     * @return its network, with its own numbers of accounts and edges
     */
    public CoordinationNetwork layer(int layer) {
        return layers.get(layer);
    }

    /**
     * Finds what a layer says about an edge.
     *
     * @param edge the index of the edge in the merged network
     * @param layer the number of the layer
     * @return the index of the edge in the layer, or empty if the layer does not have it
     */
    public OptionalInt edgeIn(int edge, int layer) {
        int e = layerEdges[layer][edge];
        return e < 0 ? OptionalInt.empty() : OptionalInt.of(e);
    }

    /**
     * Returns the weights that layers give to an edge.
     *
     * @param edge the index of the edge in the merged network
     * @return the weight by name of each layer that has the edge, in the order of layers
     */
    public Map<String, Double> weights(int edge) {
        Map<String, Double> result = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (layerEdges[i][edge] >= 0) {
                result.put(names.get(i), layers.get(i).weight(layerEdges[i][edge]));
            }
        }
        return result;
    }
}
