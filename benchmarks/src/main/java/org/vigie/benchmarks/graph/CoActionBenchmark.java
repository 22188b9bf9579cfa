/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.ShuffledNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.score.NodeMeasures;

/** The steps from actions to communities, and the same with JGraphT where it has them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CoActionBenchmark {
    /** The number of actions. */
    @Param({"10000", "100000"})
    public int actions;

    private final CoActions engine =
            CoActions.withDefaults().withWindow(Duration.ofMinutes(1)).withMinParticipation(1);
    private Actions table = Actions.builder().build();
    private CoordinationNetwork network = engine.detect(table);
    private Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
    private final List<Duration> windows = IntStream.rangeClosed(1, 6)
            .mapToObj(i -> Duration.ofSeconds(10L * i))
            .toList();

    /** Makes the actions and their network. */
    @Setup
    public void setUp() {
        table = Traffic.simulated(actions, 1);
        network = engine.detect(table);
        graph = detectJGraphT();
    }

    /**
     * Detects the network.
     *
     * @return the network
     */
    @Benchmark
    public CoordinationNetwork detect() {
        return engine.detect(table);
    }

    /**
     * Detects six networks, of windows from 10 seconds to one minute.
     *
     * @return the networks
     */
    @Benchmark
    public List<CoordinationNetwork> detectSixWindows() {
        return engine.detect(table, windows);
    }

    /**
     * Collects the same edges, of the same pairs, in a graph of JGraphT.
     *
     * @return the graph
     */
    @Benchmark
    public Graph<Integer, DefaultWeightedEdge> detectJGraphT() {
        Graph<Integer, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        engine.forEachPair(table, (first, second, delta) -> {
            int a = table.account(first);
            int b = table.account(second);
            graph.addVertex(a);
            graph.addVertex(b);
            DefaultWeightedEdge edge = graph.getEdge(a, b);
            if (edge == null) {
                graph.setEdgeWeight(graph.addEdge(a, b), 1);
            } else {
                graph.setEdgeWeight(edge, graph.getEdgeWeight(edge) + 1);
            }
        });
        return graph;
    }

    /**
     * Computes coreness.
     *
     * @return the coreness by account
     */
    @Benchmark
    public int[] coreness() {
        return NodeMeasures.coreness(network);
    }

    /**
     * Computes coreness with JGraphT.
     *
     * @return the coreness by account
     */
    @Benchmark
    public Map<Integer, Integer> corenessJGraphT() {
        return new Coreness<>(graph).getScores();
    }

    /**
     * Counts triangles.
     *
     * @return the transitivity
     */
    @Benchmark
    public double transitivity() {
        return NodeMeasures.transitivity(network);
    }

    /**
     * Counts triangles with JGraphT.
     *
     * @return the transitivity
     */
    @Benchmark
    public double transitivityJGraphT() {
        return new ClusteringCoefficient<>(graph).getGlobalClusteringCoefficient();
    }

    /**
     * Tests its edges by the time-shuffled null.
     *
     * @return the p- and q-values
     */
    @Benchmark
    public Significance shuffledNull() {
        return ShuffledNull.withDefaults().test(network, engine.evidence(table));
    }

    /**
     * Tests its edges.
     *
     * @return the p- and q-values
     */
    @Benchmark
    public Significance configurationNull() {
        return ConfigurationNull.withDefaults().test(network);
    }

    /**
     * Finds its communities.
     *
     * @return the communities
     */
    @Benchmark
    public Partition leiden() {
        return Leiden.withDefaults().detect(network);
    }
}
