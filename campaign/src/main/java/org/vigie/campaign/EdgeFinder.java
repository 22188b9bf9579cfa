/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;
import org.vigie.graph.network.Population;

/**
 * Draws the network of accounts inside the candidate groups: who acted on a group's objects within the coarse window of
 * whom. Each edge is tested against its layer's configuration model over all accounts; the union of the layers carries
 * the best layer's p-value times the number of layers (Bonferroni) and the q-value among all pairs of accounts.
 */
final class EdgeFinder {
    private final Duration window;

    EdgeFinder(Duration window) {
        this.window = window;
    }

    /** One layer's edges while they are merged. */
    private static final class Cursor {
        private final CoordinationNetwork network;
        private final Significance significance;
        private final int[] account;
        private int edge;

        Cursor(CoordinationNetwork network, Significance significance, int[] account) {
            this.network = network;
            this.significance = significance;
            this.account = account;
        }

        boolean done() {
            return edge == network.edgeCount();
        }

        long key() {
            return (long) account[network.source(edge)] << 32 | account[network.target(edge)];
        }
    }

    TestedNetwork find(PostTable posts, List<Layer> carried, List<Group> groups) {
        List<Cursor> cursors = new ArrayList<>();
        for (Layer layer : carried) {
            if (groups.stream().anyMatch(g -> g.objects().stream().anyMatch(o -> o.layer() == layer))) {
                CoordinationNetwork network = network(posts, layer, groups);
                cursors.add(
                        new Cursor(network, ConfigurationNull.withDefaults().test(network), numbersOf(network, posts)));
            }
        }
        Union union = new Union(posts.accounts());
        while (true) {
            long least = Long.MAX_VALUE;
            for (Cursor cursor : cursors) {
                least = cursor.done() ? least : Math.min(least, cursor.key());
            }
            if (least == Long.MAX_VALUE) {
                break;
            }
            union.start(least);
            for (Cursor cursor : cursors) {
                if (!cursor.done() && cursor.key() == least) {
                    double p = cursor.significance.pValue(cursor.edge);
                    union.add(cursor.network, cursor.edge, Math.min(1, p * cursors.size()));
                    cursor.edge++;
                }
            }
        }
        return union.test();
    }

    /** The edges inside groups, with the population of the whole layer, which the null model needs. */
    private CoordinationNetwork network(PostTable posts, Layer layer, List<Group> groups) {
        CoActions coActions = CoActions.withDefaults().withWindow(window).withMinParticipation(0);
        Population population = coActions
                .withMinObjects(Integer.MAX_VALUE)
                .detect(layer.actions())
                .population();
        CoordinationNetwork inside = coActions.detect(layer.within(groups).actions());
        int[] activity = layer.objectsOfAccounts();
        NetworkBuilder builder = CoordinationNetwork.builder(inside.accounts()).population(population);
        for (int v = 0; v < inside.accountCount(); v++) {
            builder.activity(v, inside.actions(v), activity[posts.number(inside.account(v))]);
        }
        for (int e = 0; e < inside.edgeCount(); e++) {
            int copy = builder.edge(
                    inside.source(e),
                    inside.target(e),
                    inside.weight(e),
                    inside.coActions(e),
                    inside.objects(e),
                    Math.round(inside.meanDelta(e) * inside.coActions(e)),
                    inside.minDelta(e),
                    inside.first(e),
                    inside.last(e));
            builder.contents(copy, inside.sourceContents(e), inside.targetContents(e), (int)
                    Math.round(2 * inside.lead(e) * inside.coActions(e)));
        }
        return builder.build();
    }

    private static int[] numbersOf(CoordinationNetwork network, PostTable posts) {
        int[] numbers = new int[network.accountCount()];
        for (int v = 0; v < numbers.length; v++) {
            numbers[v] = posts.number(network.account(v));
        }
        return numbers;
    }

    /** Adds up the layers of one pair of accounts after the other. */
    private static final class Union {
        private final List<String> accounts;
        private final List<long[]> rows = new ArrayList<>();
        private final List<Double> p = new ArrayList<>();

        Union(List<String> accounts) {
            this.accounts = accounts;
        }

        void start(long key) {
            rows.add(new long[] {key, 0, 0, 0, Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 0, 0, 0});
            p.add(1.0);
        }

        void add(CoordinationNetwork network, int e, double pValue) {
            long[] row = rows.get(rows.size() - 1);
            int coActions = network.coActions(e);
            row[1] += coActions;
            row[2] += network.objects(e);
            row[3] += Math.round(network.meanDelta(e) * coActions);
            row[4] = Math.min(row[4], network.minDelta(e));
            row[5] = Math.min(row[5], network.first(e));
            row[6] = Math.max(row[6], network.last(e));
            row[7] = Math.max(row[7], network.sourceContents(e));
            row[8] = Math.max(row[8], network.targetContents(e));
            row[9] += Math.round(2 * network.lead(e) * coActions);
            p.set(p.size() - 1, Math.min(p.get(p.size() - 1), pValue));
        }

        TestedNetwork test() {
            double[] all = p.stream().mapToDouble(Double::doubleValue).toArray();
            long pairs = (long) accounts.size() * (accounts.size() - 1) / 2;
            double[] q = FalseDiscovery.benjaminiHochberg(all, Math.max(pairs, all.length));
            NetworkBuilder builder = CoordinationNetwork.builder(accounts);
            for (long[] row : rows) {
                int e = builder.edge(
                        (int) (row[0] >>> 32),
                        (int) row[0],
                        (double) row[2],
                        (int) row[1],
                        (int) row[2],
                        row[3],
                        row[4],
                        row[5],
                        row[6]);
                builder.contents(e, (int) row[7], (int) row[8], (int) row[9]);
            }
            return new TestedNetwork(builder.build(), all, q);
        }
    }
}
