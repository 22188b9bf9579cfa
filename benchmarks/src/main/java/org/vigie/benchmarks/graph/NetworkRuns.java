/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
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
     * One method.
     *
     * @param name the method
     * @param cpuSeconds CPU time of one cold run
     * @param value its result: modularity, iterations, largest coreness, transitivity, number of edges
     */
    public record Step(String name, double cpuSeconds, double value) {}

    /**
     * Runs each method once, cold, and prints it.
     *
     * @param args the number of edges
     */
    public static void main(String[] args) {
        for (Step step : run(Integer.parseInt(args[0]))) {
            System.out.printf(Locale.ROOT, "%-24s CPU %.2f s  %.6g%n", step.name(), step.cpuSeconds(), step.value());
        }
    }

    /**
     * Runs each method once.
     *
     * @param edges the number of edges before doubles are left out
     * @return what was measured
     */
    public static List<Step> run(int edges) {
        List<Step> steps = new ArrayList<>();
        CoordinationNetwork network = made(edges, 1);
        steps.add(time("edges", network::edgeCount));
        steps.add(time("Leiden", () -> Leiden.withDefaults().detect(network).modularity()));
        steps.add(time(
                "Leiden, 3 rounds",
                () -> Leiden.withDefaults().withRounds(3).detect(network).modularity()));
        steps.add(time("Louvain", () -> Louvain.withDefaults().detect(network).modularity()));
        steps.add(time(
                "eigenvector centrality",
                () -> EigenvectorCentrality.withDefaults().score(network).iterations()));
        steps.add(time(
                "coreness",
                () -> IntStream.of(NodeMeasures.coreness(network)).max().orElse(0)));
        steps.add(time("transitivity", () -> NodeMeasures.transitivity(network)));
        return steps;
    }

    private static Step time(String name, DoubleSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        double result = work.getAsDouble();
        return new Step(name, (threads.getCurrentThreadCpuTime() - start) / 1e9, result);
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
