/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CusumTest extends MonitorContract {
    @Override
    Monitor newMonitor() {
        return Cusum.withDefaults(2, 1.5).withSlack(0.75).withThreshold(6);
    }

    @Override
    Monitor restore(byte[] bytes) {
        return Cusum.fromBytes(bytes);
    }

    @Override
    String golden() {
        return "Cusum-1";
    }

    @Override
    double goldenScore() {
        return 0.9061277705345502;
    }

    @Override
    int mostBytes() {
        return 58;
    }

    @Test
    void cusumFindsAShiftOfOneDeviation() {
        Random random = new Random(1);
        Cusum cusum = Cusum.withDefaults(10, 2);
        int falseAlarms = 0;
        for (int t = 0; t < 20_000; t++) {
            falseAlarms += cusum.update(t, 10 + 2 * random.nextGaussian()).alarm() ? 1 : 0;
        }
        // Siegmund's approximation of the run length for k = 0.5, h = 5 is 930 rows: about 21 alarms.
        assertThat(falseAlarms).isBetween(10, 35);
        int alarm = -1;
        for (int t = 20_000; t < 20_100 && alarm < 0; t++) {
            BurstScore score = cusum.update(t, 12 + 2 * random.nextGaussian());
            if (score.alarm()) {
                alarm = t;
                assertThat(score.onset().orElseThrow()).isBetween(19_980.0, 20_010.0);
                assertThat(score.score()).isGreaterThanOrEqualTo(0.5);
                assertThat(score.pValue()).isLessThan(0.01);
            }
        }
        assertThat(alarm).isBetween(20_001, 20_040);
        assertThat(Cusum.withDefaults(0, 1)
                        .withThreshold(2)
                        .withSlack(1)
                        .update(0, 3.5)
                        .alarm())
                .isTrue();
        assertThat(Cusum.withDefaults(0, 1).update(0, Double.MAX_VALUE).score()).isEqualTo(1);
    }

    @Test
    void rejectsWithRuleAndValue() {
        assertThatThrownBy(() -> Cusum.withDefaults(Double.NaN, 1)).hasMessage("mean must be finite but was NaN");
        assertThatThrownBy(() -> Cusum.withDefaults(0, 0)).hasMessage("deviation must be finite and > 0 but was 0.0");
        assertThatThrownBy(() -> Cusum.withDefaults(0, 1).withSlack(-1))
                .hasMessage("k must be finite and > 0 but was -1.0");
        assertThatThrownBy(() -> Cusum.withDefaults(0, 1).withThreshold(Double.NaN))
                .hasMessage("h must be finite and > 0 but was NaN");
    }
}
