/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What {@link Monitor} promises; the test of each implementation inherits it. */
abstract class MonitorContract {
    private static final double STEP = 300;

    /** A monitor that has seen nothing, the same each time. */
    abstract Monitor newMonitor();

    abstract Monitor restore(byte[] bytes);

    /** The name and version of the golden state, for example {@code RateMonitor-3}. */
    abstract String golden();

    /** The score of a row of 90 after the golden state. */
    abstract double goldenScore();

    /** The most bytes of a saved state. */
    abstract int mostBytes();

    /** Values at the edge of what the monitor takes. */
    double[] extremes() {
        return new double[] {0, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 1e-300, 1e150, -0.0};
    }

    /** Rows of counts: quiet, with a burst from time to time and a new level at the end. */
    static double value(int row) {
        int quiet = row * 37 % 11 % 5;
        return row % 400 >= 390 ? 40 + quiet : row >= 1500 ? 20 + quiet : quiet;
    }

    private static List<BurstScore> run(Monitor monitor, int from, int to) {
        List<BurstScore> scores = new ArrayList<>();
        for (int row = from; row < to; row++) {
            scores.add(monitor.update(STEP * row, value(row)));
        }
        return scores;
    }

    @Test
    void theSameRowsGiveTheSameScoresAndBytes() {
        Monitor one = newMonitor();
        Monitor other = newMonitor();
        assertThat(run(one, 0, 2000)).isEqualTo(run(other, 0, 2000));
        assertThat(one.toBytes()).isEqualTo(other.toBytes());
    }

    @Test
    void scoresAndPValuesAreInRangeAndOnsetsAreNotAhead() {
        Monitor monitor = newMonitor();
        for (int row = 0; row < 2000; row++) {
            BurstScore score = monitor.update(STEP * row, value(row));
            assertThat(score.score()).isBetween(0.0, 1.0);
            assertThat(score.pValue()).isBetween(0.0, 1.0);
            assertThat(score.onset().orElse(0)).isBetween(0.0, STEP * row);
            assertThat(!score.alarm() || score.onset().isPresent()).isTrue();
        }
    }

    @Test
    void whatIsNotFiniteIsRefusedAndChangesNothing() {
        Monitor monitor = newMonitor();
        run(monitor, 0, 500);
        byte[] before = monitor.toBytes();
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> monitor.update(bad, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("time must be finite but was " + bad);
            assertThatThrownBy(() -> monitor.update(STEP * 500, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(" must be ")
                    .hasMessageEndingWith(" but was " + bad);
        }
        assertThat(monitor.toBytes()).isEqualTo(before);
    }

    @Test
    void timeThatGoesBackIsNoError() {
        Monitor one = newMonitor();
        Monitor other = newMonitor();
        Random random = new Random(1);
        for (int row = 0; row < 1000; row++) {
            double time = STEP * (row - random.nextInt(50));
            BurstScore score = one.update(time, value(row));
            assertThat(score).isEqualTo(other.update(time, value(row)));
            assertThat(score.score()).isBetween(0.0, 1.0);
        }
        assertThat(one.update(-1e9, 3).alarm()).isFalse();
    }

    @Test
    void savedMonitorsContinueWhereTheyWere() {
        Monitor monitor = newMonitor();
        int from = 0;
        for (int row : new int[] {0, 1, 30, 395, 1520, 2000}) {
            run(monitor, from, row);
            Monitor restored = restore(monitor.toBytes());
            assertThat(restored.toBytes()).isEqualTo(monitor.toBytes());
            Monitor again = restore(monitor.toBytes());
            assertThat(run(restored, row, row + 450)).isEqualTo(run(again, row, row + 450));
            assertThat(restored.levelShift()).isEqualTo(again.levelShift());
            from = row;
        }
        Monitor through = newMonitor();
        List<BurstScore> whole = run(through, 0, 2450);
        assertThat(run(restore(monitor.toBytes()), 2000, 2450)).isEqualTo(whole.subList(2000, 2450));
    }

    @Test
    void savedBytesAreTheCallersOwn() {
        Monitor monitor = newMonitor();
        run(monitor, 0, 50);
        byte[] saved = monitor.toBytes();
        byte[] kept = saved.clone();
        Monitor restored = restore(saved);
        java.util.Arrays.fill(saved, (byte) 0);
        assertThat(monitor.toBytes()).isEqualTo(kept);
        assertThat(restored.toBytes()).isEqualTo(kept);
    }

    @Test
    void everyDamageIsRefused() {
        Monitor monitor = newMonitor();
        run(monitor, 0, 60);
        States.assertDamageIsRefused(monitor.toBytes(), this::restore);
    }

    /** Whoever can make the checksum right can write anything: what is read gives valid scores, or is refused. */
    @Test
    void absurdStatesAreRefused() {
        Monitor monitor = newMonitor();
        run(monitor, 0, 60);
        int refused = States.mutate(monitor.toBytes(), bytes -> {
            Monitor restored = restore(bytes);
            restored.toBytes();
            restored.levelShift();
            for (int row = 60; row < 64; row++) {
                BurstScore score = restored.update(STEP * row, value(row));
                assertThat(score.score()).isBetween(0.0, 1.0);
                assertThat(score.pValue()).isBetween(0.0, 1.0);
                assertThat(Math.abs(score.onset().orElse(0))).isLessThan(Double.POSITIVE_INFINITY);
            }
        });
        assertThat(refused).isPositive();
    }

    @Test
    void theStateOfThisVersionIsReadAsItWasWritten() {
        byte[] bytes = States.golden(golden());
        Monitor monitor = restore(bytes);
        assertThat(monitor.toBytes()).isEqualTo(bytes);
        assertThat(monitor.update(STEP * 60, 90).score()).isCloseTo(goldenScore(), within(1e-12));
    }

    @Test
    void aFreshMonitorHasTheSettingsAndHasSeenNothing() {
        Monitor monitor = newMonitor();
        byte[] unseen = monitor.toBytes();
        run(monitor, 0, 300);
        byte[] before = monitor.toBytes();
        assertThat(monitor.fresh().toBytes()).isEqualTo(unseen);
        assertThat(monitor.toBytes()).isEqualTo(before);
    }

    @Test
    void memoryIsBoundedAndScoresAreValidWhateverComes() {
        Monitor monitor = newMonitor();
        Random random = new Random(2);
        double[] extremes = extremes();
        for (int row = 0; row < 20_000; row++) {
            double value = row % 2 == 0 ? extremes[random.nextInt(extremes.length)] : random.nextInt(1 << row % 30);
            BurstScore score = monitor.update(STEP * row, value);
            assertThat(score.score()).isBetween(0.0, 1.0);
            assertThat(score.pValue()).isBetween(0.0, 1.0);
        }
        assertThat(monitor.toBytes().length).isLessThanOrEqualTo(mostBytes());
        assertThat(restore(monitor.toBytes()).toBytes()).isEqualTo(monitor.toBytes());
    }
}
