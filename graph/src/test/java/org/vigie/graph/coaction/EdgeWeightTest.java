/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.graph.coaction.TestActions.ALL;
import static org.vigie.graph.coaction.TestActions.act;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.graph.network.CoordinationNetwork;

/** What an edge weighs. */
class EdgeWeightTest {
    @Test
    void cosineWeighsRareObjectsMore() {
        Actions actions = Actions.of(List.of(
                act("a", "rare", "1", 0),
                act("b", "rare", "2", 0),
                act("a", "common", "3", 0),
                act("c", "common", "4", 0),
                act("d", "common", "5", 0)));
        CoordinationNetwork network = ALL.withWeight(EdgeWeight.TFIDF_COSINE)
                .withWindow(Duration.ZERO)
                .detect(actions);
        double rare = Math.log(5.0 / 3) + 1;
        double common = Math.log(5.0 / 4) + 1;
        double norm = Math.hypot(rare, common);
        assertThat(network.weight(0)).isCloseTo(rare / norm, within(1e-15));
        assertThat(network.weight(1)).isCloseTo(common / norm, within(1e-15));
        assertThat(network.weight(3)).isCloseTo(1, within(1e-15));
        CoordinationNetwork objects = ALL.withWeight(EdgeWeight.OBJECTS)
                .detect(Actions.of(List.of(act("a", "x", "1", 0), act("a", "x", "2", 1), act("b", "x", "3", 2))));
        assertThat(objects.weight(0)).isEqualTo(1);
        assertThat(objects.coActions(0)).isEqualTo(2);
    }

    @Test
    void supportCountsContentsOnce() {
        CoordinationNetwork network = ALL.detect(Actions.of(List.of(
                act("a", "#x", "1", 0),
                act("a", "#y", "1", 0),
                act("a", "#z", "1", 0),
                act("b", "#x", "2", 1),
                act("b", "#y", "2", 1),
                act("b", "#z", "2", 1))));
        assertThat(network.objects(0)).isEqualTo(3);
        assertThat(network.support(0)).isEqualTo(1);
    }
}
