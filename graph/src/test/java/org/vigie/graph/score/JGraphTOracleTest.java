/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.clustering.UndirectedModularityMeasurer;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.EigenvectorCentrality;
import org.vigie.graph.community.Components;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Louvain;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;

/** Our measures against JGraphT's, on the view of the same network. */
class JGraphTOracleTest {
    private static CoordinationNetwork random(long seed, int accounts, int edges) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkBuilder builder = CoordinationNetwork.builder(accounts, v -> "v" + v);
        Set<Integer> seen = new TreeSet<>();
        for (int i = 0; i < edges; i++) {
            int a = random.nextInt(accounts);
            int b = random.nextInt(accounts);
            if (a != b && seen.add(Math.min(a, b) * accounts + Math.max(a, b))) {
                builder.edge(a, b, 1 + random.nextInt(5));
            }
        }
        return builder.build();
    }

    private static List<Set<Integer>> groups(Partition partition) {
        List<Set<Integer>> groups = new ArrayList<>();
        for (int g = 0; g < partition.groupCount(); g++) {
            groups.add(new TreeSet<>(IntStream.of(partition.members(g)).boxed().toList()));
        }
        return groups;
    }

    @Property(tries = 60)
    void componentsCoresAndClustering(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 40) int accounts,
            @ForAll @IntRange(min = 0, max = 120) int edges) {
        CoordinationNetwork network = random(seed, accounts, edges);
        Graph<Integer, Integer> graph = network.asGraph();
        assertThat(groups(Components.of(network)))
                .containsExactlyInAnyOrderElementsOf(new ConnectivityInspector<>(graph).connectedSets());
        Map<Integer, Integer> cores = new Coreness<>(graph).getScores();
        Map<Integer, Double> local = new ClusteringCoefficient<>(graph).getScores();
        int[] coreness = NodeMeasures.coreness(network);
        double[] clustering = NodeMeasures.clustering(network);
        for (int v = 0; v < accounts; v++) {
            assertThat(coreness[v]).isEqualTo(cores.get(v));
            assertThat(clustering[v]).isCloseTo(local.get(v), within(1e-12));
        }
    }

    @Property(tries = 40)
    void modularity(@ForAll long seed) {
        CoordinationNetwork network = random(seed, 40, 120);
        UndirectedModularityMeasurer<Integer, Integer> measurer = new UndirectedModularityMeasurer<>(network.asGraph());
        for (Partition partition : List.of(
                Leiden.withDefaults().detect(network), Louvain.withDefaults().detect(network))) {
            assertThat(partition.modularity()).isCloseTo(measurer.modularity(groups(partition)), within(1e-12));
        }
    }

    @Property(tries = 20)
    void eigenvector(@ForAll long seed) {
        // Connected and not bipartite, where JGraphT's iteration settles too.
        NetworkBuilder builder = CoordinationNetwork.builder(30, v -> "v" + v);
        SplittableRandom random = new SplittableRandom(seed);
        for (int a = 0; a < 30; a++) {
            for (int b = a + 1; b < 30; b++) {
                if (b == a + 1 || random.nextInt(3) == 0) {
                    builder.edge(a, b, 1 + random.nextInt(5));
                }
            }
        }
        CoordinationNetwork network = builder.build();
        double[] ours = org.vigie.graph.score.EigenvectorCentrality.withDefaults()
                .score(network)
                .scores();
        Map<Integer, Double> theirs = new EigenvectorCentrality<>(network.asGraph(), 10_000, 1e-13).getScores();
        int top = IntStream.range(0, 30)
                .reduce((a, b) -> ours[b] > ours[a] ? b : a)
                .orElseThrow();
        for (int v = 0; v < 30; v++) {
            assertThat(ours[v] / ours[top]).isCloseTo(theirs.get(v) / theirs.get(top), within(1e-6));
        }
    }
}
