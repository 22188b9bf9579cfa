/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Louvain;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;
import org.vigie.graph.score.EigenvectorCentrality;
import org.vigie.graph.score.NodeMeasures;

/** Times communities and measures on a made network. Argument: the number of edges. */
public final class NetworkRuns {
    private NetworkRuns() {}

    /**
     * Runs each method once, cold.
     *
     * @param args the number of edges
     */
    public static void main(String[] args) {
        int edges = Integer.parseInt(args[0]);
        CoordinationNetwork network = time("network", () -> made(edges, 1));
        System.out.println(network);
        time("Leiden", () -> "Q " + Leiden.withDefaults().detect(network).modularity());
        time(
                "Leiden 3",
                () -> "Q " + Leiden.withDefaults().withRounds(3).detect(network).modularity());
        time("Louvain", () -> "Q " + Louvain.withDefaults().detect(network).modularity());
        time("eigenvector", () -> {
            EigenvectorCentrality.Result result =
                    EigenvectorCentrality.withDefaults().score(network);
            return result.iterations() + " iterations, converged " + result.converged();
        });
        time("coreness", () -> IntStream.of(NodeMeasures.coreness(network)).max());
        time("transitivity", () -> NodeMeasures.transitivity(network));
    }

    private static <T> T time(String name, Supplier<T> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        T result = work.get();
        System.out.printf(
                Locale.ROOT, "%-14s CPU %.2f s  %s%n", name, (threads.getCurrentThreadCpuTime() - start) / 1e9, result);
        return result;
    }

    /** Communities of power-law sizes; nine edges in ten stay inside. */
    static CoordinationNetwork made(int edges, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = edges / 10;
        int[] start = new int[n];
        int[] size = new int[n];
        for (int v = 0; v < n; ) {
            int members = Math.min(n - v, (int) (10 / Math.pow(1 - random.nextDouble(), 0.7)));
            for (int i = v; i < v + members; i++) {
                start[i] = v;
                size[i] = members;
            }
            v += members;
        }
        NetworkBuilder builder = CoordinationNetwork.builder(
                IntStream.range(0, n).mapToObj(i -> "a" + i).toList());
        long[] keys = new long[edges];
        for (int e = 0; e < edges; e++) {
            int u = random.nextInt(n);
            int v = random.nextInt(10) > 0 ? start[u] + random.nextInt(size[u]) : random.nextInt(n);
            keys[e] = u == v ? 1 : ((long) Math.min(u, v) << 32) | Math.max(u, v);
        }
        Arrays.stream(keys)
                .sorted()
                .distinct()
                .forEach(key -> builder.edge((int) (key >>> 32), (int) key, 1 + random.nextInt(5)));
        return builder.build();
    }
}
