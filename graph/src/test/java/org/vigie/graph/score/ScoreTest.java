/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.community.Components;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;
import org.vigie.graph.score.Evolution.Change;

class ScoreTest {
    private static CoordinationNetwork network(int accounts, int[]... edges) {
        NetworkBuilder builder = CoordinationNetwork.builder(
                IntStream.range(0, accounts).mapToObj(i -> "a" + i).toList());
        for (int[] e : edges) {
            builder.edge(e[0], e[1], e[2]);
        }
        return builder.build();
    }

    private static CoordinationNetwork random(long seed, int accounts, double density) {
        SplittableRandom random = new SplittableRandom(seed);
        return network(
                accounts,
                IntStream.range(0, accounts * accounts)
                        .filter(i -> i / accounts < i % accounts && random.nextDouble() < density)
                        .mapToObj(i -> new int[] {i / accounts, i % accounts, 1 + random.nextInt(4)})
                        .toArray(int[][]::new));
    }

    @Test
    void eigenvectorConvergesOnBipartiteAndDisconnectedNetworks() {
        // A star of four, a pair, a path and an account alone.
        CoordinationNetwork network = network(
                11,
                new int[] {0, 1, 1},
                new int[] {0, 2, 1},
                new int[] {0, 3, 1},
                new int[] {0, 4, 1},
                new int[] {5, 6, 3},
                new int[] {7, 8, 1},
                new int[] {8, 9, 1});
        EigenvectorCentrality.Result result =
                EigenvectorCentrality.withDefaults().score(network);
        assertThat(result.converged()).isTrue();
        double[] expected = {1, 0.5, 0.5, 0.5, 0.5, 1, 1, Math.sqrt(0.5), 1, Math.sqrt(0.5), 0};
        Arrays.fill(result.scores(), 7);
        Arrays.fill(result.eigenvalues(), 7);
        assertThat(result.scores()).containsExactly(expected, within(1e-6));
        assertThat(result.eigenvalues()).containsExactly(new double[] {2, Math.sqrt(2), 3, 0}, within(1e-6));
        assertThat(EigenvectorCentrality.withDefaults()
                        .withIterations(1)
                        .score(network)
                        .converged())
                .isFalse();
    }

    @Property(tries = 40)
    void eigenvectorIsAnEigenvector(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int accounts) {
        CoordinationNetwork network = random(seed, accounts, 0.2);
        EigenvectorCentrality.Result result = EigenvectorCentrality.withDefaults()
                .withIterations(100_000)
                .withTolerance(1e-9)
                .score(network);
        assertThat(result.converged()).isTrue();
        for (int v = 0; v < accounts; v++) {
            double[] sum = new double[1];
            network.forEachNeighbour(v, (u, e) -> sum[0] += network.weight(e) * result.scores()[u]);
            double lambda = result.eigenvalues()[result.components().group(v)];
            assertThat(sum[0]).isCloseTo(lambda * result.scores()[v], within(1e-4));
        }
    }

    @Property(tries = 40)
    void corenessAndTrianglesFollowTheirDefinitions(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int accounts) {
        CoordinationNetwork network = random(seed, accounts, 0.3);
        int[] coreness = NodeMeasures.coreness(network);
        for (int k = 1; k < accounts; k++) {
            boolean[] in = new boolean[accounts];
            java.util.Arrays.fill(in, true);
            for (boolean changed = true; changed; ) {
                changed = false;
                for (int v = 0; v < accounts; v++) {
                    int[] degree = new int[1];
                    network.forEachNeighbour(v, (u, e) -> degree[0] += in[u] ? 1 : 0);
                    if (in[v] && degree[0] < k) {
                        in[v] = false;
                        changed = true;
                    }
                }
            }
            for (int v = 0; v < accounts; v++) {
                assertThat(coreness[v] >= k).isEqualTo(in[v]);
            }
        }
        long[] triangles = NodeMeasures.triangles(network);
        double closed = 0;
        double paths = 0;
        for (int v = 0; v < accounts; v++) {
            long count = 0;
            for (int a = 0; a < accounts; a++) {
                for (int b = 0; b < a; b++) {
                    if (network.findEdge(v, a).isPresent()
                            && network.findEdge(v, b).isPresent()) {
                        paths++;
                        count += network.findEdge(a, b).isPresent() ? 1 : 0;
                    }
                }
            }
            closed += count;
            assertThat(triangles[v]).isEqualTo(count);
        }
        assertThat(NodeMeasures.transitivity(network)).isEqualTo(paths == 0 ? 0 : closed / paths);
    }

    /** Three accounts repeat one another on 6 objects, a1 first; others act at random. */
    private static Actions ring() {
        SplittableRandom random = new SplittableRandom(4);
        Actions.Builder builder = Actions.builder();
        for (int i = 0; i < 3000; i++) {
            builder.add("x" + random.nextInt(200), "o" + random.nextInt(80), "c" + i, random.nextLong(40_000_000));
        }
        for (int o = 0; o < 6; o++) {
            for (int a = 1; a <= 3; a++) {
                builder.add("ring" + a, "o" + o, "r" + a + o, o * 5_000_000L + a * 1000L);
            }
        }
        return builder.build();
    }

    @Test
    void scoresShowTheirParts() {
        CoordinationNetwork network =
                CoActions.withDefaults().withMinParticipation(0).detect(ring());
        Significance significance = ConfigurationNull.withDefaults().test(network);
        CoordinationScores scores = CoordinationScores.of(significance);
        int a = network.find("ring1").orElseThrow();
        int c = network.find("ring3").orElseThrow();
        int e = network.findEdge(a, c).orElseThrow();
        CoordinationScores.EdgeScore edge = scores.edge(e);
        assertThat(edge.significance()).isGreaterThan(0.999);
        assertThat(edge.repetition()).isCloseTo(1 - 1.0 / 6, within(1e-12));
        assertThat(edge.closeness()).isCloseTo(1 - 2.0 / 60, within(1e-12));
        assertThat(edge.balance()).isEqualTo(1);
        assertThat(edge.overlap()).isEqualTo(1);
        assertThat(edge.score())
                .isCloseTo(
                        edge.significance()
                                * (edge.repetition() + edge.closeness() + edge.balance() + edge.overlap())
                                / 4,
                        within(1e-12));
        for (int other = 0; other < network.edgeCount(); other++) {
            assertThat(scores.edge(other).score()).isBetween(0.0, 1.0);
            if (!network.account(network.source(other)).startsWith("ring")) {
                assertThat(scores.edge(other).score()).isLessThan(edge.score());
            }
        }
        CoordinationScores.AccountScore first = scores.account(a);
        assertThat(first.lead()).isGreaterThan(0.8);
        assertThat(first.score()).isBetween(0.0, 1.0);
        assertThat(first.score()).isCloseTo((first.edges() + first.centrality() + first.coreness()) / 3, within(1e-12));
    }

    @Test
    void groupsAreTestedAsWholes() {
        CoordinationNetwork network =
                CoActions.withDefaults().withMinParticipation(0).detect(ring());
        Significance significance = ConfigurationNull.withDefaults().test(network);
        CoordinationNetwork backbone = significance.backbone(0.01).withoutIsolates();
        assertThat(backbone.accounts()).containsExactly("ring1", "ring2", "ring3");
        CoordinationScores.GroupScore group = CoordinationScores.of(
                        ConfigurationNull.withDefaults().test(backbone))
                .groups(Components.of(backbone))
                .get(0);
        assertThat(group.accounts()).isEqualTo(3);
        assertThat(group.density()).isEqualTo(1);
        assertThat(group.pValue()).isLessThan(1e-10);
        assertThat(backbone.account(group.leader())).isEqualTo("ring1");
    }

    @Test
    void groupPValuesHoldWhateverPickedTheGroup() {
        for (int seed = 0; seed < 5; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Actions.Builder builder = Actions.builder();
            for (int i = 0; i < 4000; i++) {
                builder.add("x" + random.nextInt(300), "o" + random.nextInt(90), "c" + i, random.nextLong(20_000_000));
            }
            CoordinationNetwork network =
                    CoActions.withDefaults().withMinParticipation(0).detect(builder.build());
            Partition communities = Leiden.withDefaults().detect(network);
            for (double p : ConfigurationNull.withDefaults().groupPValues(network, communities)) {
                assertThat(p).isBetween(0.001, 1.0);
            }
        }
    }

    private static void together(Actions.Builder builder, int day, String object, String... accounts) {
        for (int n = 0; n < 2; n++) {
            for (String account : accounts) {
                builder.add(
                        account,
                        object + n,
                        account + object + day + n,
                        day * 86_400_000L + n * 3_600_000L + account.hashCode() % 1000);
            }
        }
    }

    @Test
    void groupsAreFollowedThroughTime() {
        Actions.Builder builder = Actions.builder();
        together(builder, 0, "p", "a", "b", "c", "d");
        together(builder, 0, "q", "x", "y", "z");
        together(builder, 1, "r", "a", "b", "c", "d", "x", "y", "z");
        together(builder, 2, "s", "a", "b", "c", "d");
        together(builder, 2, "t", "x", "y", "z");
        together(builder, 3, "u", "a", "b", "c");
        together(builder, 5, "v", "k", "l", "m");
        List<Evolution.Snapshot> snapshots = Evolution.withDefaults().track(CoActions.withDefaults(), builder.build());
        assertThat(snapshots).hasSize(6);
        assertThat(snapshots.get(0).groups())
                .extracting(Evolution.Group::change)
                .containsExactly(Change.BIRTH, Change.BIRTH);
        assertThat(snapshots.get(1).groups())
                .containsExactly(new Evolution.Group(
                        1, List.of("a", "b", "c", "d", "x", "y", "z"), Change.MERGE, List.of(1, 2)));
        assertThat(snapshots.get(2).groups())
                .containsExactly(
                        new Evolution.Group(1, List.of("a", "b", "c", "d"), Change.SPLIT, List.of(1)),
                        new Evolution.Group(3, List.of("x", "y", "z"), Change.SPLIT, List.of(1)));
        assertThat(snapshots.get(3).groups())
                .containsExactly(new Evolution.Group(1, List.of("a", "b", "c"), Change.CONTINUATION, List.of(1)));
        assertThat(snapshots.get(3).ended()).containsExactly(3);
        assertThat(snapshots.get(4).groups()).isEmpty();
        assertThat(snapshots.get(4).ended()).containsExactly(1);
        assertThat(snapshots.get(5).groups().get(0).change()).isEqualTo(Change.BIRTH);
        assertThat(Evolution.withDefaults().track(CoActions.withDefaults(), Actions.of(List.of())))
                .isEmpty();
    }

    @Test
    void rejects() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EigenvectorCentrality.withDefaults().withTolerance(Double.NaN))
                .withMessage("tolerance must be in (0, 1) but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EigenvectorCentrality.withDefaults().withIterations(0))
                .withMessage("iterations must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evolution.withDefaults().withOverlap(1.5))
                .withMessage("overlap must be in (0, 1] but was 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evolution.withDefaults().withMinSize(1))
                .withMessage("min size must be >= 2 but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evolution.withDefaults().withPeriod(Duration.ZERO, Duration.ofDays(1)))
                .withMessage("period and step must be > 0 but were PT0S and PT24H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evolution.withDefaults()
                        .withPeriod(Duration.ofMillis(1), Duration.ofMillis(1))
                        .track(CoActions.withDefaults(), ring()))
                .withMessageStartingWith("actions must span at most 100000 periods but span ");
    }
}
