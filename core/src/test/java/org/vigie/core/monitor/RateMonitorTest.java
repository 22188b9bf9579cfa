/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateMonitorTest extends MonitorContract {
    private static final double BIN = 300;

    @Override
    Monitor newMonitor() {
        return RateMonitor.withDefaults();
    }

    @Override
    Monitor restore(byte[] bytes) {
        return RateMonitor.fromBytes(bytes);
    }

    @Override
    String golden() {
        return "RateMonitor-3";
    }

    @Override
    double goldenScore() {
        return 0.9164127300541804;
    }

    @Override
    int mostBytes() {
        return 300;
    }

    @Override
    double[] extremes() {
        return new double[] {0, 1, 1e9, 0x1p53};
    }

    private static double poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        double k = 0;
        while (product > limit) {
            product *= random.nextDouble();
            k++;
        }
        return k;
    }

    /** A monitor that has seen {@code bins} bins of Poisson counts. */
    private static RateMonitor trained(RateMonitor monitor, int bins, double mean) {
        Random random = new Random(11);
        for (int t = 0; t < bins; t++) {
            monitor.update(BIN * t, poisson(random, mean));
        }
        return monitor;
    }

    @Test
    void quietPoissonStreamsAlarmNoMoreThanNominal() {
        for (double mean : new double[] {0.1, 2, 12}) {
            Random random = new Random(3);
            int extreme = 0;
            int bins = 0;
            for (int stream = 0; stream < 100; stream++) {
                RateMonitor monitor = RateMonitor.withDefaults();
                for (int t = 0; t < 600; t++) {
                    BurstScore score = monitor.update(BIN * t, poisson(random, mean));
                    bins += t >= 50 ? 1 : 0;
                    extreme += t >= 50 && score.pValue() <= 0.01 ? 1 : 0;
                }
            }
            assertThat(extreme).isLessThanOrEqualTo(bins / 100);
        }
    }

    @Test
    void aPlantedBurstIsAnAlarmWithItsOnsetAndThenRests() {
        RateMonitor monitor = trained(RateMonitor.withDefaults(), 500, 3);
        List<Integer> alarms = new ArrayList<>();
        for (int t = 500; t < 520; t++) {
            BurstScore score = monitor.update(BIN * t + 17, t < 510 ? 25 : 3);
            if (score.alarm()) {
                alarms.add(t);
            }
            if (t == 505) {
                assertThat(score.onset()).hasValue(500 * BIN);
                assertThat(score.expected()).isBetween(2.0, 5.0);
                assertThat(score.score()).isGreaterThan(0.6);
                assertThat(score.pValue()).isLessThan(1e-5);
            }
        }
        // One hour of rest after the alarm.
        assertThat(alarms).containsExactly(500);
    }

    @Test
    void aSlowRiseIsFoundByTheRunOfBins() {
        RateMonitor monitor = trained(RateMonitor.withDefaults(), 800, 4);
        int alarm = -1;
        for (int t = 800; t < 830 && alarm < 0; t++) {
            // No single bin of 8 is remarkable where 4 are expected.
            BurstScore score = monitor.update(BIN * t, 8);
            alarm = score.alarm() ? t : -1;
            if (alarm >= 0) {
                assertThat(score.onset().orElseThrow() / BIN).isBetween(799.0, 801.0);
            }
        }
        assertThat(alarm).isBetween(803, 815);
    }

    @Test
    void aSurgeIsNotDatedByTheBurstBeforeIt() {
        RateMonitor monitor = trained(RateMonitor.withDefaults(), 500, 10);
        Random random = new Random(5);
        // Something like 1.6 times as much for 40 bins, which keeps a doubling thinkable, and then the surge.
        for (int t = 500; t < 540; t++) {
            monitor.update(BIN * t, poisson(random, t < 506 ? 30 : 16));
        }
        BurstScore surge = monitor.update(BIN * 540, 90);
        assertThat(surge.pValue()).isLessThan(1e-4);
        assertThat(surge.onset()).hasValue(540 * BIN);
        // As the surge gives way to what was before, so does its onset.
        BurstScore after = surge;
        for (int t = 541; t < 560; t++) {
            after = monitor.update(BIN * t, 16);
        }
        assertThat(after.onset().orElse(500 * BIN)).isBetween(499 * BIN, 506 * BIN);
    }

    @Test
    void aBurstThatNeverEndsIsANewLevel() {
        RateMonitor monitor = trained(RateMonitor.withDefaults().withHalfLife(Duration.ofMinutes(500)), 600, 5);
        assertThat(monitor.levelShift()).isEmpty();
        Random random = new Random(4);
        int lastAlarm = 0;
        for (int t = 600; t < 1400; t++) {
            lastAlarm = monitor.update(BIN * t, poisson(random, 20)).alarm() ? t : lastAlarm;
        }
        assertThat(monitor.levelShift()).hasValueSatisfying(shift -> {
            assertThat(shift.onset() / BIN).isBetween(598.0, 602.0);
            assertThat(shift.before()).isBetween(3.0, 15.0);
            assertThat(shift.after()).isBetween(17.0, 23.0);
        });
        assertThat(lastAlarm).isBetween(600, 720);
    }

    @Property(tries = 50)
    void emptyBinsInOneStepEqualEmptyBinsOneByOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5000) int gap) {
        Random random = new Random(seed);
        RateMonitor one = RateMonitor.withDefaults();
        RateMonitor many = RateMonitor.withDefaults();
        for (int t = 0; t < 100; t++) {
            double count = poisson(random, 2);
            one.update(BIN * t, count);
            many.update(BIN * t, count);
        }
        for (int t = 100; t < 100 + gap; t++) {
            one.update(BIN * t, 0);
        }
        BurstScore a = one.update(BIN * (100 + gap), 9);
        BurstScore b = many.update(BIN * (100 + gap), 9);
        assertThat(b.expected()).isCloseTo(a.expected(), within(1e-9 * (1 + a.expected())));
        if (a.onset().isPresent() && a.onset().getAsDouble() == BIN * (100 + gap)) {
            assertThat(b.pValue()).isCloseTo(a.pValue(), within(1e-6));
        }
    }

    @Test
    void eventsInAnyOrderInsideTheLatenessAreRight() {
        Random random = new Random(8);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            times.add(random.nextDouble() * 500 * BIN);
        }
        for (int i = 0; i < 60; i++) {
            times.add(480.5 * BIN + i);
        }
        Collections.sort(times);
        RateMonitor ordered = RateMonitor.withDefaults().withLateness(Duration.ofMinutes(20));
        RateMonitor shuffled = RateMonitor.withDefaults().withLateness(Duration.ofMinutes(20));
        List<Double> late = new ArrayList<>(times);
        late.sort((a, b) -> Double.compare(a + a * 7919 % 1100, b + b * 7919 % 1100));
        // The first event sets the first bin: keep it first.
        late.remove(times.get(0));
        late.add(0, times.get(0));
        List<BurstScore> expected = new ArrayList<>();
        List<BurstScore> actual = new ArrayList<>();
        times.forEach(t -> expected.addAll(ordered.event(t)));
        late.forEach(t -> actual.addAll(shuffled.event(t)));
        expected.addAll(ordered.advanceTo(600 * BIN));
        actual.addAll(shuffled.advanceTo(600 * BIN));
        assertThat(actual).isEqualTo(expected);
        assertThat(shuffled.lateCount()).isZero();
        assertThat(actual.stream().filter(BurstScore::alarm)).hasSize(1);
        assertThat(shuffled.event(3 * BIN)).isEmpty();
        assertThat(shuffled.lateCount()).isEqualTo(1);
    }

    @Test
    void binsOutOfOrderAreCountedAsLateAndNotLearnt() {
        RateMonitor monitor = trained(RateMonitor.withDefaults(), 100, 3);
        byte[] before = monitor.toBytes();
        BurstScore score = monitor.update(50 * BIN, 9);
        assertThat(score.score()).isZero();
        assertThat(score.alarm()).isFalse();
        assertThat(monitor.lateCount()).isEqualTo(9);
        assertThat(monitor.toBytes()).hasSameSizeAs(before);
    }

    @Test
    void negativeTimesAreTimes() {
        RateMonitor before = RateMonitor.withDefaults();
        RateMonitor after = RateMonitor.withDefaults();
        for (int t = 0; t < 200; t++) {
            double count = t % 7 == 0 ? 6 : 2;
            BurstScore a = before.update(BIN * (t - 1000), count);
            BurstScore b = after.update(BIN * t, count);
            assertThat(a.pValue()).isEqualTo(b.pValue());
        }
    }

    @Test
    void flatEmptyAndSingleStreamsAreQuiet() {
        RateMonitor flat = RateMonitor.withDefaults();
        RateMonitor empty = RateMonitor.withDefaults();
        for (int t = 0; t < 3000; t++) {
            assertThat(flat.update(BIN * t, 50).alarm()).isFalse();
            assertThat(empty.update(BIN * t, 0))
                    .satisfies(s -> assertThat(s.score()).isZero());
        }
        BurstScore first = RateMonitor.withDefaults().update(0, 1_000_000);
        assertThat(first.alarm()).isFalse();
        assertThat(first.expected()).isNaN();
        assertThat(RateMonitor.withDefaults().advanceTo(5)).isEmpty();
    }

    @Test
    void aBaselineAllowsAnAlarmAtOnce() {
        RateMonitor monitor = RateMonitor.withDefaults().withBaseline(0.1, 24);
        assertThat(monitor.update(0, 40).alarm()).isTrue();
        assertThat(RateMonitor.withDefaults()
                        .withBaseline(0.1, 24)
                        .withMinimumCount(50)
                        .update(0, 40)
                        .alarm())
                .isFalse();
    }

    @Test
    void theHourOfTheWeekIsLearnt() {
        RateMonitor plain =
                RateMonitor.withDefaults().withRefractory(Duration.ZERO).withAlpha(0.001);
        RateMonitor profile = plain.withHourOfWeekProfile();
        Random random = new Random(2);
        int plainAlarms = 0;
        int profileAlarms = 0;
        for (int t = 0; t < 2016 * 6; t++) {
            boolean busy = t % 288 >= 240 && t % 288 < 264;
            double count = poisson(random, busy ? 40 : 4);
            int learnt = t >= 2016 * 3 ? 1 : 0;
            plainAlarms += plain.update(BIN * t, count).alarm() ? learnt : 0;
            profileAlarms += profile.update(BIN * t, count).alarm() ? learnt : 0;
        }
        assertThat(plainAlarms).isGreaterThan(40);
        assertThat(profileAlarms).isLessThan(plainAlarms / 10);
        assertThat(profile.update(BIN * (2016 * 6 + 10), 40).alarm()).isTrue();
    }

    /** An hour of dispersed counts tells little of its rate: four days are no proof of a profile in all its detail. */
    @Test
    void aYoungProfileOfDispersedCountsAlarmsNoMoreThanNominal() {
        Random random = new Random(9);
        int learnt = 4 * 288;
        int bins = 0;
        int extreme = 0;
        for (int stream = 0; stream < 60; stream++) {
            RateMonitor monitor = RateMonitor.withDefaults().withHourOfWeekProfile();
            for (int t = 0; t < learnt + 1000; t++) {
                double usual = 200 * (1 + 0.8 * Math.sin(2 * Math.PI * t / 288));
                // A negative binomial of size 2: a mean of its own for each bin, the sum of two exponentials.
                double mean = -usual / 2 * Math.log((1 - random.nextDouble()) * (1 - random.nextDouble()));
                double count = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
                double p = monitor.update(BIN * t, count).pValue();
                bins += t >= learnt ? 1 : 0;
                extreme += t >= learnt && p <= 0.001 ? 1 : 0;
            }
        }
        assertThat(extreme).isLessThanOrEqualTo(bins / 1000);
    }

    @Test
    void openBinsAndProfilesAreSavedToo() {
        for (RateMonitor monitor : List.of(
                trained(RateMonitor.withDefaults(), 300, 2),
                trained(
                        RateMonitor.withDefaults().withHourOfWeekProfile().withLateness(Duration.ofMinutes(15)),
                        300,
                        2))) {
            monitor.event(BIN * 310);
            RateMonitor restored = RateMonitor.fromBytes(monitor.toBytes());
            assertThat(restored.toBytes()).isEqualTo(monitor.toBytes());
            for (int t = 320; t < 400; t++) {
                assertThat(restored.event(BIN * t)).isEqualTo(monitor.event(BIN * t));
            }
        }
    }

    @Test
    void scoresArePinned() {
        RateMonitor monitor = RateMonitor.withDefaults();
        double p = 0;
        for (int t = 0; t < 200; t++) {
            p = monitor.update(BIN * t, t == 199 ? 14 : t * 7 % 5).pValue();
        }
        assertThat(p).isCloseTo(3.8647671370664056E-7, within(1e-12));
    }

    @Test
    void aHalfLifeAndARestThatWereNotSetFollowTheBin() {
        RateMonitor hours = RateMonitor.withDefaults().withBin(Duration.ofHours(1));
        assertThat(scores(hours, 3600))
                .isEqualTo(scores(RateMonitor.withDefaults(), BIN))
                .isEqualTo(scores(hours.withHalfLife(Duration.ofDays(12)), 3600))
                .isEqualTo(scores(hours.withRefractory(Duration.ofHours(12)), 3600))
                .isEqualTo(scores(hours.withRefractory(Duration.ofMinutes(661)), 3600))
                .isNotEqualTo(scores(hours.withRefractory(Duration.ofHours(11)), 3600))
                .isNotEqualTo(scores(hours.withHalfLife(Duration.ofDays(11)), 3600));
    }

    private static List<String> scores(RateMonitor monitor, double bin) {
        List<String> scores = new ArrayList<>();
        for (int t = 0; t < 600; t++) {
            BurstScore score = monitor.update(bin * t, t >= 400 ? 30 : t * 7 % 5);
            scores.add(score.pValue() + " " + score.alarm());
        }
        return scores;
    }

    @Test
    void statesOfOtherKindsAndVersionsAreNamed() {
        byte[] bytes = RateMonitor.withDefaults().toBytes();
        byte[] other = bytes.clone();
        other[5] = 2;
        assertThatThrownBy(() -> RateMonitor.fromBytes(other))
                .hasMessage(
                        "bytes must be a saved RateMonitor of version 3 but began with 56424d31, kind 2, version 2");
        assertThatThrownBy(() -> SeriesMonitor.fromBytes(bytes)).hasMessageContaining("kind 2");
        assertThatThrownBy(() -> RateMonitor.fromBytes(new byte[9]))
                .hasMessage("bytes must be a whole saved RateMonitor but were 9");
    }

    @Test
    void withMethodsChangeNoMonitor() {
        RateMonitor monitor = trained(RateMonitor.withDefaults(), 50, 3);
        byte[] before = monitor.toBytes();
        for (RateMonitor other : List.of(
                monitor.withBin(Duration.ofMinutes(1)),
                monitor.withHalfLife(Duration.ofDays(3)),
                monitor.withAlpha(0.01),
                monitor.withMinimumCount(2),
                monitor.withRefractory(Duration.ZERO),
                monitor.withLateness(Duration.ofHours(1)),
                monitor.withHourOfWeekProfile(),
                monitor.withBaseline(1, 24))) {
            assertThat(RateMonitor.fromBytes(other.toBytes()).toBytes())
                    .isEqualTo(other.toBytes())
                    .isNotEqualTo(RateMonitor.withDefaults().toBytes());
            other.update(0, 9);
        }
        assertThat(monitor.toBytes()).isEqualTo(before);
    }

    @Test
    void listsOfScoresAreImmutable() {
        RateMonitor monitor = RateMonitor.withDefaults();
        monitor.event(0);
        assertThatThrownBy(() -> monitor.event(BIN).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> monitor.advanceTo(9 * BIN).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void rejectsWithRuleAndValue() {
        RateMonitor monitor = RateMonitor.withDefaults();
        for (double count : new double[] {-1, 2.5, 0x1p54}) {
            assertThatThrownBy(() -> monitor.update(0, count))
                    .hasMessage("count must be a whole number in [0, 2^53] but was " + count);
        }
        assertThatThrownBy(() -> monitor.event(Double.NaN)).hasMessage("time must be finite but was NaN");
        assertThatThrownBy(() -> monitor.event(1e300)).hasMessage("time must be within 1e15 bins of 0 but was 1.0E300");
        assertThatThrownBy(() -> monitor.advanceTo(-1e300))
                .hasMessage("time must be within 1e15 bins of 0 but was -1.0E300");
        assertThatThrownBy(() -> monitor.withAlpha(0.5)).hasMessage("alpha must be in (0.0, 0.5) but was 0.5");
        assertThatThrownBy(() -> monitor.withAlpha(Double.NaN)).hasMessage("alpha must be in (0.0, 0.5) but was NaN");
        assertThatThrownBy(() -> monitor.withBin(Duration.ZERO)).hasMessage("bin must be > 0 but was PT0S");
        assertThatThrownBy(() -> monitor.withBin(Duration.ofSeconds(-1))).hasMessage("bin must be > 0 but was PT-1S");
        assertThatThrownBy(() -> monitor.withHalfLife(Duration.ofMinutes(119)))
                .hasMessage("halfLife must be in [24, 1000000000] bins of PT5M but was PT1H59M");
        assertThatThrownBy(() -> monitor.withHalfLife(Duration.ofDays(2)).withBin(Duration.ofDays(1)))
                .hasMessage("halfLife must be in [24, 1000000000] bins of PT24H but was PT48H");
        assertThatThrownBy(() -> monitor.withMinimumCount(0)).hasMessageContaining("minimumCount must be in [1, ");
        assertThatThrownBy(() -> monitor.withRefractory(Duration.ofMinutes(-1)))
                .hasMessage("refractory must be in [0, 1000000000] bins of PT5M but was PT-1M");
        assertThatThrownBy(() -> monitor.withLateness(Duration.ofDays(36)))
                .hasMessage("lateness must be in [0, 10000] bins of PT5M but was PT864H");
        assertThatThrownBy(() -> monitor.withBaseline(0, 3)).hasMessage("mean must be finite and > 0 but was 0.0");
        assertThatThrownBy(() -> monitor.withBaseline(1, Double.NaN))
                .hasMessage("bins must be finite and > 0 but was NaN");
    }

    /** The square of a rate that faded for hundreds of half-lives is nothing, and a ratio to it no number. */
    @Test
    void aKeyMayBeSilentForHoweverLong() {
        for (long bins : new long[] {1_000, 30_000, 90_000, 120_000, 180_000, 250_000, 10_000_000}) {
            RateMonitor monitor = RateMonitor.withDefaults();
            for (int bin = 0; bin < 50; bin++) {
                monitor.update(3600.0 * bin, bin % 7);
            }
            double again = 3600.0 * bins;
            for (int bin = 0; bin < 5; bin++) {
                BurstScore score = monitor.update(again + 3600.0 * bin, 3);
                assertThat(score.score()).as("%s bins", bins).isBetween(0.0, 1.0);
                assertThat(score.pValue()).isBetween(0.0, 1.0);
            }
        }
    }
}
