/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.nlp.duplicate.DuplicateSteps;
import org.vigie.nlp.duplicate.NearDuplicates;

class CrowdBlocksTest {
    private static final DuplicateSteps STEPS =
            DuplicateSteps.of(NearDuplicates.withDefaults().withThreshold(0.8), 6, 600);

    @Test
    void textsAreCutBySizeAndOnlySizesThatMayBeNearMeet() {
        CrowdBlocks blocks = CrowdBlocks.of(new int[] {100, 10, 80, 12, 99, 11}, 200, STEPS);

        assertThat(blocks.blockOf()).containsExactly(1, 0, 0, 0, 1, 0);
        assertThat(blocks.firsts()).containsExactly(0, 0, 1); // 80 and 99 may be near each other
        assertThat(blocks.seconds()).containsExactly(0, 1, 1);
        assertThat(blocks.tasksOfBlocks()).isEqualTo(new int[][] {{0, 1}, {1, 2}});
    }

    @Test
    void sizesThatAreTooFarApartDoNotMeet() {
        CrowdBlocks blocks = CrowdBlocks.of(new int[] {80, 101, 80, 101}, 160, STEPS);

        assertThat(blocks.blockOf()).containsExactly(0, 1, 0, 2);
        assertThat(blocks.firsts()).containsExactly(0, 1, 1, 2);
        assertThat(blocks.seconds()).containsExactly(0, 1, 2, 2);
    }

    @Test
    void aTextThatIsTooLongHasABlockOfItsOwn() {
        CrowdBlocks blocks = CrowdBlocks.of(new int[] {500, 7}, 10, STEPS);

        assertThat(blocks.blockOf()).containsExactly(1, 0);
        assertThat(blocks.tasks()).isEqualTo(2);
    }
}
