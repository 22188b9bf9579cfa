/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vigie.graph.coaction.TestActions.ALL;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accounts that approach the same targets with the same text. */
class CoTargetsTest {
    @Test
    void coTargetsNeedSeveralTargets() {
        List<CoTargets.Approach> approaches = List.of(
                new CoTargets.Approach("a", "fake", "t1", "1", Instant.ofEpochMilli(0)),
                new CoTargets.Approach("b", "fake", "t2", "2", Instant.ofEpochMilli(9)),
                new CoTargets.Approach("c", "hello", "t1", "3", Instant.ofEpochMilli(9)),
                new CoTargets.Approach("d", "hello", "t1", "hello", Instant.ofEpochMilli(9)));
        assertThat(ALL.detect(CoTargets.withDefaults().actions(approaches))
                        .withoutIsolates()
                        .accounts())
                .containsExactly("a", "b");
        assertThat(ALL.detect(CoTargets.withDefaults().withMinTargets(1).actions(approaches))
                        .edgeCount())
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoTargets.withDefaults().withMinTargets(0))
                .withMessage("min targets must be >= 1 but was 0");
    }
}
