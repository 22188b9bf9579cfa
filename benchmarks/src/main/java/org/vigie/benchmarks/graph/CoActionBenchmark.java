/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;

/** The steps from actions to communities. */
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

    /** Makes the actions and their network. */
    @Setup
    public void setUp() {
        table = Traffic.simulated(actions, 1);
        network = engine.detect(table);
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
