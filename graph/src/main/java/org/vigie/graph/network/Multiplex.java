/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Several layers of one network, each by another kind of object (urls, hashtags, texts, reposts), merged into one that
 * remembers which layer says what.
 *
 * <p>An edge of the merged network has the co-actions, objects and time deltas of all its layers summed, the larger
 * numbers of contents (one post may be in several layers), and the outermost times. The population adds up likewise;
 * its number of accounts is the sum over layers, which can only make tests stricter.
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

        private double start() {
            return this == NOISY_OR ? 1 : 0;
        }

        private double add(double sum, double weight) {
            if (this == NOISY_OR && weight > 1) {
                throw new IllegalArgumentException("noisy-or needs weights in [0, 1] but one was " + weight);
            }
            return switch (this) {
                case UNION -> Math.max(sum, weight);
                case SUM -> sum + weight;
                case NOISY_OR -> sum * (1 - weight);
            };
        }

        private double end(double sum) {
            return this == NOISY_OR ? 1 - sum : sum;
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
     * Merges layers.
     *
     * @param layers the networks by name; layers are numbered in the order of their names
     * @param combination how weights combine
     * @return the merged network with its layers
     */
    public static Multiplex merge(Map<String, CoordinationNetwork> layers, Combination combination) {
        List<String> names = layers.keySet().stream().sorted().toList();
        List<CoordinationNetwork> networks = names.stream().map(layers::get).toList();
        TreeMap<String, Integer> accounts = new TreeMap<>();
        for (CoordinationNetwork network : networks) {
            network.accounts().forEach(a -> accounts.put(a, 0));
        }
        List<String> accountNames = new ArrayList<>(accounts.keySet());
        for (int v = 0; v < accountNames.size(); v++) {
            accounts.put(accountNames.get(v), v);
        }
        int[] actions = new int[accountNames.size()];
        int[] objects = new int[accountNames.size()];
        TreeMap<Long, int[]> edgesByEnds = new TreeMap<>();
        for (int i = 0; i < networks.size(); i++) {
            CoordinationNetwork network = networks.get(i);
            for (int v = 0; v < network.accountCount(); v++) {
                int to = accounts.getOrDefault(network.account(v), -1);
                actions[to] += network.actions(v);
                objects[to] += network.accountObjects(v);
            }
            for (int e = 0; e < network.edgeCount(); e++) {
                int a = accounts.getOrDefault(network.account(network.source(e)), -1);
                int b = accounts.getOrDefault(network.account(network.target(e)), -1);
                long key = ((long) Math.min(a, b) << 32) | Math.max(a, b);
                int[] found = edgesByEnds.computeIfAbsent(key, k -> {
                    int[] none = new int[networks.size()];
                    Arrays.fill(none, -1);
                    return none;
                });
                found[i] = e;
            }
        }
        NetworkBuilder builder = CoordinationNetwork.builder(accountNames).population(population(networks));
        for (int v = 0; v < actions.length; v++) {
            builder.activity(v, actions[v], objects[v]);
        }
        int[][] layerEdges = new int[networks.size()][edgesByEnds.size()];
        builder.expect(edgesByEnds.size());
        edgesByEnds.forEach((key, found) -> {
            int source = (int) (key >>> 32);
            int edge =
                    addEdge(builder, networks, accountNames.get(source), source, (int) (long) key, found, combination);
            for (int i = 0; i < found.length; i++) {
                layerEdges[i][edge] = found[i];
            }
        });
        return new Multiplex(names, networks, builder.build(), layerEdges);
    }

    private static int addEdge(
            NetworkBuilder builder,
            List<CoordinationNetwork> networks,
            String sourceName,
            int source,
            int target,
            int[] found,
            Combination combination) {
        double weight = combination.start();
        int coActions = 0;
        int objects = 0;
        long sumDelta = 0;
        long minDelta = Long.MAX_VALUE;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        int sourceContents = 0;
        int targetContents = 0;
        double twiceLead = 0;
        for (int i = 0; i < found.length; i++) {
            int e = found[i];
            if (e < 0) {
                continue;
            }
            CoordinationNetwork network = networks.get(i);
            double w = network.weight(e);
            weight = combination.add(weight, w);
            coActions = Math.addExact(coActions, network.coActions(e));
            objects = Math.addExact(objects, network.objects(e));
            sumDelta += Math.round(network.meanDelta(e) * network.coActions(e));
            minDelta = Math.min(minDelta, network.minDelta(e));
            first = Math.min(first, network.first(e));
            last = Math.max(last, network.last(e));
            // Layers may number accounts in another order than names have here.
            boolean same = network.account(network.source(e)).equals(sourceName);
            sourceContents = Math.max(sourceContents, same ? network.sourceContents(e) : network.targetContents(e));
            targetContents = Math.max(targetContents, same ? network.targetContents(e) : network.sourceContents(e));
            twiceLead += 2 * network.coActions(e) * (same ? network.lead(e) : 1 - network.lead(e));
        }
        int edge = builder.edge(
                source, target, combination.end(weight), coActions, objects, sumDelta, minDelta, first, last);
        builder.contents(edge, sourceContents, targetContents, (int) Math.round(twiceLead));
        return edge;
    }

    /**
     * Merges layers of which the actions are known, exactly: everything but the weights is that of one network of all
     * layers' actions together, so that one post in two layers is one content, an account's activity in every layer
     * counts, and accounts are counted once. Tests of the result are exact.
     *
     * @param layers the networks by name; layers are numbered in the order of their names
     * @param combination how weights combine
     * @param whole the network of the union of the layers' actions, detected with the same settings
     * @return the merged network, with the edges of {@code whole} that some layer has
     * @throws IllegalArgumentException if {@code whole} lacks an edge of a layer
     */
    public static Multiplex merge(
            Map<String, CoordinationNetwork> layers, Combination combination, CoordinationNetwork whole) {
        List<String> names = layers.keySet().stream().sorted().toList();
        List<CoordinationNetwork> networks = names.stream().map(layers::get).toList();
        Map<String, Integer> accounts = new HashMap<>();
        for (int v = 0; v < whole.accountCount(); v++) {
            accounts.put(whole.account(v), v);
        }
        int[][] found = new int[networks.size()][whole.edgeCount()];
        int[] count = new int[whole.edgeCount()];
        for (int i = 0; i < found.length; i++) {
            CoordinationNetwork network = networks.get(i);
            Arrays.fill(found[i], -1);
            for (int e = 0; e < network.edgeCount(); e++) {
                String source = network.account(network.source(e));
                String target = network.account(network.target(e));
                int a = accounts.getOrDefault(source, -1);
                int b = accounts.getOrDefault(target, -1);
                int edge = a < 0 || b < 0 ? -1 : whole.findEdge(a, b).orElse(-1);
                if (edge < 0) {
                    throw new IllegalArgumentException("the whole network must have every edge of its layers but lacks "
                            + source + ", " + target + " of " + names.get(i));
                }
                found[i][edge] = e;
                count[edge]++;
            }
        }
        NetworkBuilder builder = CoordinationNetwork.builder(whole.accounts()).population(whole.population());
        for (int v = 0; v < whole.accountCount(); v++) {
            builder.activity(v, whole.actions(v), whole.accountObjects(v));
        }
        int[][] layerEdges = new int[networks.size()]
                [(int) Arrays.stream(count).filter(c -> c > 0).count()];
        for (int e = 0; e < whole.edgeCount(); e++) {
            if (count[e] > 0) {
                int edge = builder.edge(
                        whole.source(e),
                        whole.target(e),
                        weight(networks, found, e, combination),
                        whole.coActions(e),
                        whole.objects(e),
                        Math.round(whole.meanDelta(e) * whole.coActions(e)),
                        whole.minDelta(e),
                        whole.first(e),
                        whole.last(e));
                builder.contents(edge, whole.sourceContents(e), whole.targetContents(e), (int)
                        Math.round(2 * whole.lead(e) * whole.coActions(e)));
                for (int i = 0; i < found.length; i++) {
                    layerEdges[i][edge] = found[i][e];
                }
            }
        }
        return new Multiplex(names, networks, builder.build(), layerEdges);
    }

    private static double weight(List<CoordinationNetwork> networks, int[][] found, int edge, Combination combination) {
        double weight = combination.start();
        for (int i = 0; i < found.length; i++) {
            if (found[i][edge] >= 0) {
                weight = combination.add(weight, networks.get(i).weight(found[i][edge]));
            }
        }
        return combination.end(weight);
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
     * @return the network; its accounts are in the order of their names as strings
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
