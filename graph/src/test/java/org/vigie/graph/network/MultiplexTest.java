/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;

class MultiplexTest {
    private static CoordinationNetwork layer(List<String> names, double ab, boolean withC) {
        NetworkBuilder builder = CoordinationNetwork.builder(names);
        int a = names.indexOf("a");
        int b = names.indexOf("b");
        // The account with the smaller index gave 1 content, was first in 3 of 4.
        builder.add(new Edge(Math.min(a, b), Math.max(a, b), ab, 4, 2, 8, 1, 1, 3, 6, 10, 20));
        builder.activity(a, 5, 2);
        if (withC) {
            builder.edge(b, names.indexOf("c"), 0.25);
        }
        return builder.build();
    }

    private static final Map<String, CoordinationNetwork> LAYERS = Map.of(
            "url", layer(List.of("c", "b", "a"), 0.5, true),
            "tag", layer(List.of("a", "b"), 0.2, false));

    @Test
    void mergesAndRemembers() {
        Multiplex multiplex = Multiplex.merge(LAYERS, Multiplex.Combination.NOISY_OR);
        CoordinationNetwork network = multiplex.network();
        assertThat(multiplex.layers()).containsExactly("tag", "url");
        assertThat(network.accounts()).containsExactly("a", "b", "c");
        assertThat(network.weight(0)).isCloseTo(1 - 0.5 * 0.8, within(1e-15));
        assertThat(network.weight(1)).isEqualTo(0.25);
        assertThat(network.coActions(0)).isEqualTo(8);
        assertThat(network.objects(0)).isEqualTo(4);
        assertThat(network.meanDelta(0)).isEqualTo(2);
        // In "url" b has the smaller index, so a gave 3 there and 1 in "tag".
        assertThat(network.sourceContents(0)).isEqualTo(3);
        assertThat(network.targetContents(0)).isEqualTo(3);
        assertThat(network.lead(0)).isEqualTo((3 + 1) / 8.0);
        assertThat(network.actions(0)).isEqualTo(10);
        assertThat(network.population().accounts()).isEqualTo(5);
        assertThat(multiplex.weights(0)).containsExactly(Map.entry("tag", 0.2), Map.entry("url", 0.5));
        assertThat(multiplex.weights(1)).containsExactly(Map.entry("url", 0.25));
        assertThat(multiplex.edgeIn(1, 0)).isEmpty();
        assertThat(multiplex.layer(1).weight(multiplex.edgeIn(1, 1).orElseThrow()))
                .isEqualTo(0.25);
    }

    @Test
    void combines() {
        assertThat(Multiplex.merge(LAYERS, Multiplex.Combination.UNION)
                        .network()
                        .weight(0))
                .isEqualTo(0.5);
        assertThat(Multiplex.merge(LAYERS, Multiplex.Combination.SUM).network().weight(0))
                .isEqualTo(0.7);
        assertThat(Multiplex.merge(Map.of(), Multiplex.Combination.SUM)
                        .network()
                        .edgeCount())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Multiplex.merge(
                        Map.of("x", layer(List.of("a", "b"), 3, false)), Multiplex.Combination.NOISY_OR))
                .withMessage("noisy-or needs weights in [0, 1] but one was 3.0");
    }

    @Property(tries = 60)
    void withTheWholeNetworkTheSumIsExact(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Actions.Builder> builders = Map.of("tag", Actions.builder(), "url", Actions.builder());
        for (int i = 0; i < 150; i++) {
            // One post may be in both layers.
            int account = random.nextInt(12);
            for (String layer : List.of("tag", "url")) {
                if (random.nextInt(3) > 0) {
                    builders.get(layer).add("a" + account, "o" + random.nextInt(15), "c" + i, random.nextInt(400_000));
                }
            }
        }
        CoActions engine = CoActions.withDefaults().withMinParticipation(random.nextInt(3));
        Map<String, Actions> actions = new TreeMap<>();
        Map<String, CoordinationNetwork> layers = new TreeMap<>();
        builders.forEach((name, builder) -> {
            actions.put(name, builder.build());
            layers.put(name, engine.detect(actions.get(name)));
        });
        CoordinationNetwork whole = engine.detect(Actions.union(actions));
        Multiplex multiplex = Multiplex.merge(layers, Multiplex.Combination.SUM, whole);
        CoordinationNetwork merged = multiplex.network();
        assertThat(merged.population()).isEqualTo(whole.population());
        for (int e = 0; e < merged.edgeCount(); e++) {
            int w = whole.findEdge(merged.source(e), merged.target(e)).orElseThrow();
            assertThat(merged.coActions(e)).isEqualTo(whole.coActions(w));
            assertThat(merged.sourceContents(e)).isEqualTo(whole.sourceContents(w));
            assertThat(merged.lead(e)).isCloseTo(whole.lead(w), within(1e-12));
            assertThat(merged.meanDelta(e)).isCloseTo(whole.meanDelta(w), within(1e-9));
            assertThat(merged.weight(e))
                    .isEqualTo(multiplex.weights(e).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isLessThanOrEqualTo(whole.weight(w));
        }
        layers.values().forEach(l -> assertThat(l.edgeCount()).isLessThanOrEqualTo(merged.edgeCount()));
    }

    @Test
    void theWholeNetworkHasEveryEdge() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Multiplex.merge(LAYERS, Multiplex.Combination.SUM, layer(List.of("a", "b"), 0.2, false)))
                .withMessage("the whole network must have every edge of its layers but lacks c, b of url");
    }
}
