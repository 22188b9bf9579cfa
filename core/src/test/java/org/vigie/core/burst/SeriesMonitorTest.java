/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SeriesMonitorTest {
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
    void flatConstantAndMissingRowsAreQuiet() {
        for (BurstScore score : run(2000, t -> 7)) {
            assertThat(score.score()).isZero();
            assertThat(score.alarm()).isFalse();
        }
        assertThat(run(50, t -> Double.NaN)).allMatch(s -> s.score() == 0 && s.pValue() == 1);
        assertThat(run(1, t -> Double.POSITIVE_INFINITY)[0].expected()).isNaN();
        // A first change after a long flat line is the strongest thing a flat line can show.
        BurstScore[] broken = run(2001, t -> t == 2000 ? 7.001 : 7);
        assertThat(broken[2000].alarm()).isTrue();
    }

    @Test
    void missingRowsChangeNothing() {
        IntToDoubleFunction a = daily(4);
        IntToDoubleFunction b = daily(4);
        SeriesMonitor with = SeriesMonitor.withDefaults();
        SeriesMonitor without = SeriesMonitor.withDefaults();
        for (int t = 0; t < 500; t++) {
            with.update(t, Double.NaN);
            assertThat(with.update(t, a.applyAsDouble(t))).isEqualTo(without.update(t, b.applyAsDouble(t)));
        }
    }

    @Test
    void hugeAndWildValuesStayInRange() {
        double[] wild = {0, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 1e-300, 1e150, -0.0};
        Random random = new Random(6);
        for (BurstScore score : run(3000, t -> wild[random.nextInt(wild.length)])) {
            assertThat(score.score()).isBetween(0.0, 1.0);
            assertThat(score.pValue()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void falseAlarmsDoNotGrowWithTheLengthOfTheSeries() {
        Random random = new Random(9);
        BurstScore[] scores = run(60_000, t -> random.nextGaussian());
        assertThat(alarms(scores, 30_000, 60_000)).isLessThanOrEqualTo(alarms(scores, 0, 30_000) + 1);
        assertThat(alarms(scores, 0, 60_000)).isLessThan(20);
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
    void savedMonitorsContinueWhereTheyWere() {
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
    void versionTwoIsPinned() {
        BurstScore[] scores = run(1200, t -> t == 1100 ? 160 : t * 37 % 101);
        assertThat(scores[1100].score()).isCloseTo(0.8228370854529683, within(1e-12));
        assertThat(scores[1100].pValue()).isCloseTo(9.082652134423251E-4, within(1e-12));
        assertThat(scores[1101].score()).isCloseTo(0.0, within(1e-12));
        BurstScore[] numbers = run(1101, t -> (t == 1100 ? 160 : t * 37 % 101) + 0.5);
        assertThat(numbers[1100].score()).isCloseTo(0.9000950635010037, within(1e-12));
    }

    @Test
    void recordsScoreByTheirExceedance() {
        RecordMonitor monitor = RecordMonitor.withDefaults();
        for (int t = 0; t < 900; t++) {
            BurstScore score = monitor.update(t % 11);
            assertThat(score.score() == 0 || t < 11).isTrue();
        }
        BurstScore record = monitor.update(15);
        // Half a range beyond the record, damped by 900 / 1000.
        assertThat(record.score()).isCloseTo(0.45 / 1.45, within(1e-12));
        assertThat(record.expected()).isEqualTo(10);
        assertThat(record.pValue()).isCloseTo(2.0 / 901, within(1e-12));
        assertThat(record.alarm()).isTrue();
        assertThat(monitor.update(15).score()).isZero();
        assertThat(monitor.update(-5).score()).isPositive();
        assertThat(monitor.update(Double.NaN).score()).isZero();
        assertThat(RecordMonitor.withDefaults().update(Double.NaN).expected()).isNaN();
        RecordMonitor wild = RecordMonitor.withDefaults();
        wild.update(1);
        wild.update(Math.nextUp(1.0));
        assertThat(wild.update(Double.MAX_VALUE).score()).isBetween(0.9, 1.0);
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
        assertThat(cusum.update(30_000, Double.NaN).score()).isZero();
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
        assertThatThrownBy(() -> SeriesMonitor.withDefaults().update(Double.NaN, 1))
                .hasMessage("timeSeconds must be finite but was NaN");
        assertThatThrownBy(() -> Cusum.withDefaults(0, 0)).hasMessage("deviation must be finite and > 0 but was 0.0");
        assertThatThrownBy(() -> Cusum.withDefaults(0, 1).withSlack(-1))
                .hasMessage("k must be finite and > 0 but was -1.0");
        assertThatThrownBy(() -> new BurstScore(1.5, 0, 0, false, java.util.OptionalDouble.empty()))
                .hasMessage("score must be in [0, 1] but was 1.5");
        assertThatThrownBy(() -> new BurstScore(0, Double.NaN, 0, false, java.util.OptionalDouble.empty()))
                .hasMessage("pValue must be in [0, 1] but was NaN");
    }
}
