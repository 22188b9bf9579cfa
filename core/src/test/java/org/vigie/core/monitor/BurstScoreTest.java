/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BurstScoreTest {
    @Test
    void rejectsWithRuleAndValue() {
        OptionalDouble none = OptionalDouble.empty();
        assertThatThrownBy(() -> new BurstScore(1.5, 0, 0, false, none))
                .hasMessage("score must be in [0, 1] but was 1.5");
        assertThatThrownBy(() -> new BurstScore(0, Double.NaN, 0, false, none))
                .hasMessage("pValue must be in [0, 1] but was NaN");
        assertThatThrownBy(() -> new BurstScore(0, 1, 0, false, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new LevelShift(0, Double.NaN, 1)).hasMessage("before must be finite but was NaN");
        BurstScore score = new BurstScore(0, 1, 0, false, none);
        assertThatThrownBy(() -> new KeyedRateMonitors.Alarm("k", 1, score, 2))
                .hasMessage("qValue must be in [0, 1] but was 2.0");
        assertThatThrownBy(() -> new KeyedRateMonitors.Alarm("k", -1, score, 1))
                .hasMessageStartingWith("count must be in [0, ")
                .hasMessageEndingWith(" but was -1");
        assertThatThrownBy(() -> new KeyedRateMonitors.Alarm(null, 1, score, 1))
                .isInstanceOf(NullPointerException.class);
    }
}
