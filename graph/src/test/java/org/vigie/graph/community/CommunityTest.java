/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;

class CommunityTest {
    static NetworkBuilder builder(int accounts) {
        return CoordinationNetwork.builder(
                IntStream.range(0, accounts).mapToObj(i -> "a" + i).toList());
    }

    /** Cliques of the given size in a ring, joined by single edges. */
    static CoordinationNetwork ring(int cliques, int size) {
        NetworkBuilder builder = builder(cliques * size);
        for (int c = 0; c < cliques; c++) {
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    builder.edge(c * size + i, c * size + j, 1);
                }
            }
            builder.edge(c * size, (c + 1) % cliques * size + 1, 1);
        }
        return builder.build();
    }

    static CoordinationNetwork random(long seed, int accounts, double density) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkBuilder builder = builder(accounts);
        for (int i = 0; i < accounts; i++) {
            for (int j = i + 1; j < accounts; j++) {
                if (random.nextDouble() < density) {
                    builder.edge(i, j, 1 + random.nextInt(5));
                }
            }
        }
        return builder.build();
    }

    private static double modularity(CoordinationNetwork network, int[] group) {
        double total = 0;
        for (int e = 0; e < network.edgeCount(); e++) {
            total += network.weight(e);
        }
        double sum = 0;
        for (int u = 0; u < group.length; u++) {
            for (int v = 0; v < group.length; v++) {
                if (group[u] == group[v]) {
                    double w = network.findEdge(u, v).stream()
                            .mapToDouble(network::weight)
                            .sum();
                    sum += w - network.strength(u) * network.strength(v) / (2 * total);
                }
            }
        }
        return total == 0 ? 0 : sum / (2 * total);
    }

    @Test
    void findsCliquesInARing() {
        CoordinationNetwork network = ring(12, 6);
        for (Partition p : new Partition[] {
            Louvain.withDefaults().detect(network), Leiden.withDefaults().detect(network)
        }) {
            assertThat(p.groupCount()).isEqualTo(12);
            assertThat(p.members(0)).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(p.modularity()).isCloseTo(15.0 / 16 - 1.0 / 12, within(1e-12));
        }
    }

    @Property(tries = 60)
    void modularityIsThatOfTheDefinition(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int accounts) {
        CoordinationNetwork network = random(seed, accounts, 0.15);
        Partition louvain = Louvain.withDefaults().withSeed(seed).detect(network);
        Partition leiden = Leiden.withDefaults().withSeed(seed).detect(network);
        assertThat(louvain.modularity()).isCloseTo(modularity(network, louvain.membership()), within(1e-9));
        assertThat(leiden.modularity()).isCloseTo(modularity(network, leiden.membership()), within(1e-9));
        assertThat(Leiden.withDefaults().withSeed(seed).detect(network).membership())
                .isEqualTo(leiden.membership());
        Partition components = Components.of(network);
        for (int e = 0; e < network.edgeCount(); e++) {
            assertThat(components.group(network.source(e))).isEqualTo(components.group(network.target(e)));
        }
        for (int v = 0; v < accounts; v++) {
            for (int u = 0; u < v; u++) {
                if (leiden.group(u) == leiden.group(v)) {
                    assertThat(components.group(u)).isEqualTo(components.group(v));
                }
            }
        }
    }

    @Property(tries = 60)
    void leidenCommunitiesAreConnected(@ForAll long seed) {
        CoordinationNetwork network = random(seed, 60, 0.06);
        Partition leiden = Leiden.withDefaults().withSeed(seed).detect(network);
        CoordinationNetwork inside =
                network.filter(e -> leiden.group(network.source(e)) == leiden.group(network.target(e)));
        int alone = network.accountCount() - inside.accountCount();
        assertThat(leiden.groupCount()).isEqualTo(Components.of(inside).groupCount() + alone);
    }

    @Test
    void takesEmptyAndEdgelessNetworks() {
        CoordinationNetwork nobody = builder(0).build();
        assertThat(Leiden.withDefaults().detect(nobody).groupCount()).isZero();
        assertThat(Louvain.withDefaults().detect(nobody).modularity()).isZero();
        CoordinationNetwork strangers = builder(3).build();
        assertThat(Leiden.withDefaults().detect(strangers).groupCount()).isEqualTo(3);
        assertThat(Louvain.withDefaults().detect(strangers).groupCount()).isEqualTo(3);
        assertThat(Components.of(strangers).size(2)).isEqualTo(1);
    }

    @Test
    void higherResolutionGivesSmallerCommunities() {
        CoordinationNetwork network = random(3, 80, 0.1);
        int coarse = Leiden.withDefaults().withResolution(0.3).detect(network).groupCount();
        int fine = Leiden.withDefaults().withResolution(3).detect(network).groupCount();
        assertThat(fine).isGreaterThan(coarse);
    }

    @Test
    void rejects() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leiden.withDefaults().withResolution(Double.NaN))
                .withMessage("resolution must be finite and > 0 but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Louvain.withDefaults().withResolution(0))
                .withMessage("resolution must be finite and > 0 but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leiden.withDefaults().withRounds(0))
                .withMessage("rounds must be >= 1 but was 0");
    }
}
