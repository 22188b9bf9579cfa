/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecordMonitorTest extends MonitorContract {
    @Override
    Monitor newMonitor() {
        return RecordMonitor.withDefaults();
    }

    @Override
    Monitor restore(byte[] bytes) {
        return RecordMonitor.fromBytes(bytes);
    }

    @Override
    String golden() {
        return "RecordMonitor-1";
    }

    @Override
    double goldenScore() {
        return 0.8896551724137931;
    }

    @Override
    int mostBytes() {
        return 34;
    }

    @Test
    void recordsScoreByTheirExceedance() {
        RecordMonitor monitor = RecordMonitor.withDefaults();
        for (int t = 0; t < 900; t++) {
            BurstScore score = monitor.update(t, t % 11);
            assertThat(score.score() == 0 || t < 11).isTrue();
        }
        BurstScore record = monitor.update(900, 15);
        // Half a range beyond the record, damped by 900 / 1000.
        assertThat(record.score()).isCloseTo(0.45 / 1.45, within(1e-12));
        assertThat(record.expected()).isEqualTo(10);
        assertThat(record.pValue()).isCloseTo(2.0 / 901, within(1e-12));
        assertThat(record.alarm()).isTrue();
        assertThat(record.onset()).hasValue(900);
        assertThat(monitor.update(900, 15).score()).isZero();
        assertThat(monitor.update(901, -5).score()).isPositive();
        RecordMonitor wild = RecordMonitor.withDefaults();
        wild.update(0, 1);
        wild.update(0, Math.nextUp(1.0));
        assertThat(wild.update(0, Double.MAX_VALUE).score()).isBetween(0.9, 1.0);
    }
}
