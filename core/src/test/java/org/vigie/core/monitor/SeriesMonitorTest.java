/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SeriesMonitorTest extends MonitorContract {
    private static BurstScore[] run(int rows, IntToDoubleFunction value) {
        SeriesMonitor monitor = SeriesMonitor.withDefaults();
        BurstScore[] scores = new BurstScore[rows];
        for (int t = 0; t < rows; t++) {
            scores[t] = monitor.update(300.0 * t, value.applyAsDouble(t));
        }
        return scores;
    }

    private static IntToDoubleFunction daily(long seed) {
        Random random = new Random(seed);
        return t -> 40 + 10 * Math.sin(2 * Math.PI * t / 288) + random.nextGaussian();
    }

    private static int alarms(BurstScore[] scores, int from, int to) {
        int count = 0;
        for (int t = from; t < to; t++) {
            count += scores[t].alarm() ? 1 : 0;
        }
        return count;
    }

    @Test
    void anomaliesOfManyKindsAreAlarms() {
        IntToDoubleFunction[] planted = {
            t -> t == 3000 ? 90 : Double.NaN, // spike
            t -> t >= 3000 ? 75 : Double.NaN, // level shift
            t -> t >= 3000 && t < 3004 ? -20 : Double.NaN, // drop
            t -> t >= 3000 && t < 3040 ? (t % 2 == 0 ? 33 : 47) : Double.NaN, // oscillation inside the range
        };
        for (IntToDoubleFunction anomaly : planted) {
            IntToDoubleFunction normal = daily(1);
            BurstScore[] scores = run(3500, t -> {
                double usual = normal.applyAsDouble(t);
                double unusual = anomaly.applyAsDouble(t);
                return Double.isNaN(unusual) ? usual : unusual;
            });
            assertThat(alarms(scores, 3000, 3010)).isPositive();
            assertThat(alarms(scores, 1000, 3000)).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void theOnsetIsTheFirstRowOfTheDeviation() {
        IntToDoubleFunction normal = daily(2);
        BurstScore[] scores = run(3010, t -> t >= 3000 ? 55 + 4 * (t - 2999) : normal.applyAsDouble(t));
        int alarm = 3000;
        while (!scores[alarm].alarm()) {
            alarm++;
        }
        assertThat(scores[alarm].onset().orElseThrow() / 300).isBetween(2995.0, 3003.0);
        assertThat(scores[alarm].pValue()).isLessThan(0.01);
    }

    @Property(tries = 20)
    void theScoreHasNoUnit(@ForAll long seed, @ForAll @DoubleRange(min = -20, max = 20) double exponent) {
        double unit = Math.scalb(1.0, (int) exponent);
        IntToDoubleFunction a = daily(seed);
        IntToDoubleFunction b = daily(seed);
        BurstScore[] plain = run(400, a);
        BurstScore[] scaled = run(400, t -> unit * b.applyAsDouble(t));
        for (int t = 0; t < 400; t++) {
            assertThat(scaled[t].score()).isEqualTo(plain[t].score());
            assertThat(scaled[t].expected()).isEqualTo(unit * plain[t].expected());
        }
    }

    @Test
    void flatAndConstantRowsAreQuiet() {
        for (BurstScore score : run(2000, t -> 7)) {
            assertThat(score.score()).isZero();
            assertThat(score.alarm()).isFalse();
        }
        // A first change after a long flat line is the strongest thing a flat line can show.
        BurstScore[] broken = run(2001, t -> t == 2000 ? 7.001 : 7);
        assertThat(broken[2000].alarm()).isTrue();
    }

    @Test
    void falseAlarmsDoNotGrowWithTheLengthOfTheSeries() {
        Random random = new Random(9);
        BurstScore[] scores = run(60_000, t -> random.nextGaussian());
        assertThat(alarms(scores, 30_000, 60_000)).isLessThanOrEqualTo(alarms(scores, 0, 30_000) + 1);
        assertThat(alarms(scores, 0, 60_000)).isLessThan(20);
    }

    /** Among few rows any row is unusual: the grade of what is no alarm is lowered, that of an alarm is not. */
    @Test
    void gradesSettle() {
        IntToDoubleFunction normal = daily(7);
        BurstScore[] scores = run(300, t -> t == 250 ? 140 : normal.applyAsDouble(t));
        for (int t = 0; t < 300; t++) {
            double score = scores[t].score();
            assertThat(scores[t].alarm() ? score >= 0.5 : score <= 0.49 * t / 300)
                    .as("row %s with %s", t, scores[t])
                    .isTrue();
        }
        assertThat(scores[250].alarm()).isTrue();
    }

    @Test
    void shortSeriesMayAlarm() {
        IntToDoubleFunction normal = daily(7);
        for (int at : new int[] {60, 150, 400}) {
            BurstScore[] scores = run(at + 5, t -> t >= at ? 140 : normal.applyAsDouble(t));
            assertThat(scores[at].alarm()).as("row %s", at).isTrue();
            assertThat(scores[at].onset()).hasValue(300.0 * at);
        }
    }

    @Test
    void oneWildValueDoesNotMakeTheSeriesBlind() {
        IntToDoubleFunction normal = daily(8);
        BurstScore[] scores = run(4000, t -> t == 2000 ? 1e6 : t == 3900 ? 75 : normal.applyAsDouble(t));
        assertThat(scores[2000].alarm()).isTrue();
        assertThat(scores[3900].alarm()).isTrue();
        assertThat(alarms(scores, 2100, 3900)).isLessThanOrEqualTo(2);
    }

    @Test
    void aStuckSensorIsSeenAndAConstantAfterwardsIsNot() {
        IntToDoubleFunction normal = daily(3);
        BurstScore[] scores = run(5000, t -> t >= 3000 ? 12 : normal.applyAsDouble(t));
        assertThat(alarms(scores, 3000, 3003)).isPositive();
        assertThat(alarms(scores, 3050, 5000)).isZero();
        assertThat(scores[4999].onset()).isEmpty();
    }

    @Test
    void countsThatTheirPastExplainsCountHalf() {
        Random random = new Random(12);
        SeriesMonitor counts = SeriesMonitor.withDefaults();
        SeriesMonitor numbers = SeriesMonitor.withDefaults();
        int ofCounts = 0;
        int ofNumbers = 0;
        for (int t = 0; t < 20_000; t++) {
            double x = Math.rint(Math.max(0, 3 + 2.5 * random.nextGaussian()));
            ofCounts += counts.update(t, x).score() > 0.35 ? 1 : 0;
            // The same series in another unit is no series of counts.
            ofNumbers += numbers.update(t, x + 0.5).score() > 0.35 ? 1 : 0;
        }
        assertThat(ofCounts).isLessThan(ofNumbers);
    }

    @Test
    void aMonitorSavedWhileANewLevelIsOnTrialConfirmsIt() {
        IntToDoubleFunction normal = daily(5);
        // Saved while a new level is on trial.
        IntToDoubleFunction value = t -> normal.applyAsDouble(t) + (t >= 1480 ? 60 : 0);
        SeriesMonitor monitor = SeriesMonitor.withDefaults();
        for (int t = 0; t < 1500; t++) {
            monitor.update(t, value.applyAsDouble(t));
        }
        byte[] saved = monitor.toBytes();
        assertThat(saved.length).isLessThan(8192);
        SeriesMonitor restored = SeriesMonitor.fromBytes(saved);
        for (int t = 1500; t < 2500; t++) {
            double x = value.applyAsDouble(t) * (t == 2000 ? 3 : 1);
            assertThat(restored.update(t, x)).isEqualTo(monitor.update(t, x));
        }
        assertThat(restored.toBytes()).isEqualTo(monitor.toBytes());
        assertThat(restored.levelShift()).isEqualTo(monitor.levelShift()).isPresent();
    }

    @Test
    void aLastingChangeIsANewLevelAndASpikeIsNone() {
        for (double by : new double[] {25, -25, 60, -1000}) {
            IntToDoubleFunction normal = daily(13);
            SeriesMonitor monitor = SeriesMonitor.withDefaults();
            int known = 0;
            for (int t = 0; t < 2600; t++) {
                monitor.update(300.0 * t, normal.applyAsDouble(t) + (t >= 2000 ? by : t == 1000 ? 4 * by : 0));
                known = known == 0 && monitor.levelShift().isPresent() ? t : known;
            }
            assertThat(known).as("by %s", by).isBetween(2049, 2060);
            LevelShift shift = monitor.levelShift().orElseThrow();
            assertThat(shift.onset() / 300).isBetween(1998.0, 2003.0);
            assertThat(shift.before()).isBetween(35.0, 45.0);
            assertThat(shift.after() - shift.before()).isBetween(by - 12, by + 12);
        }
    }

    @Test
    void scoresArePinned() {
        BurstScore[] scores = run(1200, t -> t == 1100 ? 160 : t * 37 % 101);
        assertThat(scores[1100].score()).isCloseTo(0.824357519531918, within(1e-12));
        assertThat(scores[1100].pValue()).isCloseTo(9.082652134423251E-4, within(1e-12));
        assertThat(scores[1101].score()).isCloseTo(0.19568920179135277, within(1e-12));
        BurstScore[] numbers = run(1101, t -> (t == 1100 ? 160 : t * 37 % 101) + 0.5);
        assertThat(numbers[1100].score()).isCloseTo(0.9000950635010037, within(1e-12));
    }

    @Test
    void noveltyAloneIsTheMonitorOfVersionThree() {
        SeriesMonitor old = SeriesMonitor.fromBytes(States.golden("SeriesMonitor-3"));
        SeriesMonitor novelty = SeriesMonitor.withDefaults().withOnly(SeriesMonitor.Part.NOVELTY);
        for (int row = 0; row < 60; row++) {
            novelty.update(300.0 * row, value(row));
        }
        assertThat(old.toBytes()).isEqualTo(novelty.toBytes());
        assertThat(old.update(300.0 * 60, 90).score()).isCloseTo(0.9752183933883667, within(1e-12));
        assertThat(SeriesMonitor.fromBytes(old.toBytes()).toBytes()).isEqualTo(old.toBytes());
    }

    @Test
    void aStateOfVersionFourGoesOnWithoutEvidence() {
        for (String part : new String[] {"", "-novelty", "-rate"}) {
            SeriesMonitor old = SeriesMonitor.fromBytes(States.golden("SeriesMonitor-4" + part));
            SeriesMonitor now = SeriesMonitor.fromBytes(States.golden("SeriesMonitor-5" + part));
            for (int row = 60; row < 500; row++) {
                BurstScore score = old.update(300.0 * row, value(row));
                BurstScore same = now.update(300.0 * row, value(row));
                assertThat(score.alarm()).isEqualTo(same.alarm());
                assertThat(score.onset()).isEqualTo(same.onset());
                assertThat(score.score()).isCloseTo(same.score(), within(row < 100 ? 0.1 : 1e-4));
            }
        }
    }

    /** Rows that are each but a little unusual are together more so, and a row among usual ones is soon forgotten. */
    @Test
    void theGradeOfARowRemembersTheRowsBeforeIt() {
        IntToDoubleFunction normal = daily(4);
        IntToDoubleFunction same = daily(4);
        BurstScore[] one = run(1530, t -> normal.applyAsDouble(t) + (t == 1504 ? 3 : 0));
        BurstScore[] five = run(1530, t -> same.applyAsDouble(t) + (t >= 1500 && t < 1505 ? 3 : 0));
        assertThat(five[1504].score()).isGreaterThan(1.2 * one[1504].score());
        assertThat(five[1524].score()).isLessThan(0.5 * five[1504].score());
    }

    @Test
    void statesOfOtherVersionsAreRefusedInOneSentence() {
        byte[] state = States.golden("SeriesMonitor-3");
        state[5] = 2;
        assertThatThrownBy(() -> SeriesMonitor.fromBytes(state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bytes must be a saved SeriesMonitor of version 3 to 5 but began with 56424d31, kind 1,"
                        + " version 2");
    }

    @Override
    Monitor newMonitor() {
        return SeriesMonitor.withDefaults();
    }

    @Override
    Monitor restore(byte[] bytes) {
        return SeriesMonitor.fromBytes(bytes);
    }

    @Override
    String golden() {
        return "SeriesMonitor-5";
    }

    @Override
    double goldenScore() {
        return 0.9752183933883667;
    }

    @Override
    int mostBytes() {
        return 8192;
    }
}
