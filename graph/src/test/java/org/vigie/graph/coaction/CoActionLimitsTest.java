/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.graph.coaction.TestActions.ALL;
import static org.vigie.graph.coaction.TestActions.act;
import static org.vigie.graph.coaction.TestActions.random;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.ObjectSummary;

/** Limits of pairs and of edges: what gives way, and what is said of it. */
class CoActionLimitsTest {
    @Test
    void shortensTheWindowOfHotObjectsAndReportsIt() {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            actions.add(act("a" + i, "hot", "c" + i, i));
            actions.add(act("a" + i, "flat", "d" + i, 7));
        }
        actions.add(act("a1", "cool", "e1", 0));
        actions.add(act("a2", "cool", "e2", 50));
        CoordinationNetwork network =
                ALL.withWindow(Duration.ofMillis(50)).withPairLimit(300).detect(Actions.of(actions));
        // 99 + 98 + 97 pairs are at most 3 ms apart; one millisecond more and 390 pairs exceed the limit.
        assertThat(network.population().limited())
                .extracting(ObjectSummary::object, o -> o.window().toMillis(), ObjectSummary::coActions)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("hot", 3L, 294L),
                        org.assertj.core.groups.Tuple.tuple("flat", -1L, 0L));
        assertThat(network.edgeCount()).isEqualTo(294);
        int v1 = network.find("a1").orElseThrow();
        assertThat(network.coActions(
                        network.findEdge(v1, network.find("a2").orElseThrow()).orElseThrow()))
                .isEqualTo(2);
    }

    @Test
    void ofManyPairsTheHottestObjectsGiveWay() {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            actions.add(act("a" + i, "hot", "h" + i, i));
        }
        for (int i = 0; i < 20; i++) {
            actions.add(act("a" + i, "warm", "w" + i, i));
        }
        actions.add(act("a1", "cool", "e1", 0));
        actions.add(act("a2", "cool", "e2", 50));
        CoActions engine = ALL.withWindow(Duration.ofSeconds(1));
        // 4,950 pairs, 190 and 1: of 500, the cool and the warm one keep theirs, and 309 are left.
        CoordinationNetwork network = engine.withTotalPairLimit(500).detect(Actions.of(actions));
        assertThat(network.population().limited())
                .extracting(ObjectSummary::object, o -> o.window().toMillis(), ObjectSummary::coActions)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hot", 3L, 294L));
        // Of 100, the cool one keeps its pair, and 49 are for each of the others.
        assertThat(engine.withTotalPairLimit(100)
                        .detect(Actions.of(actions))
                        .population()
                        .limited())
                .extracting(ObjectSummary::object, ObjectSummary::coActions)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("hot", 0L),
                        org.assertj.core.groups.Tuple.tuple("warm", 37L));
        assertThat(engine.withTotalPairLimit(5141).detect(Actions.of(actions)))
                .isEqualTo(engine.detect(Actions.of(actions)));
        assertThat(engine.withTotalPairLimit(1).detect(Actions.of(actions)).edgeCount())
                .as("every object keeps the right to one pair")
                .isEqualTo(1);
    }

    @Test
    void dropsLightEdgesWhileSweeping() {
        Actions actions = Actions.of(random(5, 400, 25, 8, 1000, 100));
        CoActions engine = ALL.withWindow(Duration.ofMillis(10));
        CoordinationNetwork all = engine.detect(actions);
        CoordinationNetwork heavy = engine.withMinCoActions(4).withMinObjects(3).detect(actions);
        assertThat(heavy).isEqualTo(all.filter(e -> all.coActions(e) >= 4 && all.objects(e) >= 3));
        assertThat(heavy.edgeCount()).isPositive().isLessThan(all.edgeCount());
    }
}
