/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.stats.Tails;
import org.vigie.graph.GoldenTable;
import org.vigie.graph.backbone.DisparityFilter;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Louvain;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;

/** Measures, backbones and communities of a real network beside those of other tools. */
class ReferenceNetworkTest {
    private static final List<String[]> EDGES = GoldenTable.read("igraph/edges.csv.gz").stream()
            .sorted(Comparator.<String[]>comparingInt(r -> Integer.parseInt(r[0]))
                    .thenComparingInt(r -> Integer.parseInt(r[1])))
            .toList();
    private static final List<String[]> NODES = GoldenTable.read("igraph/nodes.csv.gz");
    private static final CoordinationNetwork NETWORK = network();

    private static CoordinationNetwork network() {
        NetworkBuilder builder = CoordinationNetwork.builder(
                IntStream.range(0, NODES.size()).mapToObj(i -> "a" + i).toList());
        for (String[] row : EDGES) {
            builder.edge(Integer.parseInt(row[0]), Integer.parseInt(row[1]), Double.parseDouble(row[2]));
        }
        return builder.build();
    }

    @Test
    void nodeMeasuresAreEqual() {
        int[] coreness = NodeMeasures.coreness(NETWORK);
        EigenvectorCentrality.Result eigen =
                EigenvectorCentrality.withDefaults().withTolerance(1e-11).score(NETWORK);
        assertThat(eigen.converged()).isTrue();
        for (int v = 0; v < NODES.size(); v++) {
            String[] row = NODES.get(v);
            assertThat(NETWORK.degree(v)).isEqualTo(Integer.parseInt(row[0]));
            assertThat(NETWORK.strength(v)).isEqualTo(Double.parseDouble(row[1]));
            assertThat(coreness[v]).isEqualTo(Integer.parseInt(row[2]));
            assertThat(eigen.components().size(eigen.components().group(v))).isEqualTo(Integer.parseInt(row[4]));
            if (eigen.components().group(v) == 0) {
                assertThat(eigen.scores()[v]).isCloseTo(Double.parseDouble(row[3]), within(1e-9));
            }
        }
        assertThat(NodeMeasures.transitivity(NETWORK)).isCloseTo(0.144464508959578, within(1e-12));
    }

    @Test
    void disparityIsEqual() {
        double[] alphas = DisparityFilter.withDefaults().alphas(NETWORK);
        for (int e = 0; e < alphas.length; e++) {
            assertThat(alphas[e]).isCloseTo(Double.parseDouble(EDGES.get(e)[3]), within(1e-11));
        }
    }

    @Test
    void hypergeometricTailsAreEqual() {
        for (String[] row : GoldenTable.read("igraph/hypergeometric.csv.gz")) {
            double p = Double.parseDouble(row[4]);
            assertThat(Tails.hypergeometric(
                            Integer.parseInt(row[0]),
                            Integer.parseInt(row[3]),
                            Integer.parseInt(row[1]),
                            Integer.parseInt(row[2])))
                    .isCloseTo(p, within(p * 1e-9));
        }
    }

    @Test
    void communitiesAreAsGood() {
        assertThat(Leiden.withDefaults().detect(NETWORK).modularity()).isGreaterThan(0.737855 * 0.995);
        assertThat(Louvain.withDefaults().detect(NETWORK).modularity()).isGreaterThan(0.731534 * 0.99);
    }
}
