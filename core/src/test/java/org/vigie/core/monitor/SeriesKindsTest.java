/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.core.monitor.BurstScore.Kind;

/** Everything that the default promises to see, in counts and in numbers, on twenty series each, with its kind. */
class SeriesKindsTest {
    private static final int SERIES = 20;
    private static final int FROM = 800;
    private static final Set<Kind> RISES = EnumSet.of(Kind.SPIKE, Kind.RAMP);

    /** What a row becomes; {@code usual} is what it would be. */
    @FunctionalInterface
    private interface Change {
        double at(int row, double usual);
    }

    private static double usual(Random random, boolean counts) {
        double value = 20 + (counts ? Math.sqrt(20) : 4) * random.nextGaussian();
        return counts ? Math.max(0, Math.rint(value)) : value;
    }

    /** Each series must have an alarm of one of the kinds from the row of the change on. */
    private static void assertSeen(String what, int rows, int from, Set<Kind> kinds, Change change) {
        for (boolean counts : new boolean[] {true, false}) {
            for (int s = 0; s < SERIES; s++) {
                Random random = new Random(s);
                SeriesMonitor monitor = SeriesMonitor.withDefaults();
                Set<Kind> seen = EnumSet.noneOf(Kind.class);
                for (int t = 0; t < rows; t++) {
                    double x = change.at(t, usual(random, counts));
                    BurstScore score = monitor.update(1.7e9 + 300.0 * t, counts ? Math.rint(x) : x);
                    if (score.alarm() && t >= from) {
                        seen.add(score.kind().orElseThrow());
                        assertThat(score.score()).isGreaterThanOrEqualTo(0.5);
                        assertThat(score.onset().orElseThrow()).isLessThanOrEqualTo(1.7e9 + 300.0 * t);
                    }
                }
                assertThat(seen)
                        .as("%s in %s, series %s", what, counts ? "counts" : "numbers", s)
                        .containsAnyElementsOf(kinds);
            }
        }
    }

    @Test
    void growthToAHundredTimes() {
        for (double rate : new double[] {0.01, 0.02, 0.05, 0.1}) {
            int rows = FROM + (int) (Math.log(100) / Math.log1p(rate));
            assertSeen("smooth growth", rows, FROM, RISES, (t, u) -> t < FROM ? u : 20 * Math.pow(1 + rate, t - FROM));
            assertSeen("growth", rows, FROM, RISES, (t, u) -> t < FROM ? u : u * Math.pow(1 + rate, t - FROM));
        }
    }

    @Test
    void aLinearRampToTwentyTimes() {
        for (int rows : new int[] {50, 300, 1000}) {
            assertSeen("ramp", FROM + rows, FROM, RISES, (t, u) -> t < FROM ? u : 20 * (1 + 19.0 * (t - FROM) / rows));
        }
    }

    @Test
    void aSecondSpikeAsHighAsTheFirst() {
        for (int apart : new int[] {2, 3, 10, 50, 300, 1000}) {
            Set<Kind> kinds = EnumSet.of(Kind.SPIKE, Kind.REPEAT, Kind.RAMP);
            int second = FROM + apart;
            assertSeen(
                    "second spike after " + apart,
                    second + 1,
                    second,
                    kinds,
                    (t, u) -> t == FROM || t == second ? 200 : u);
        }
    }

    @Test
    void theFirstSpikeADropAndAFlatLine() {
        assertSeen("spike", FROM + 3, FROM, EnumSet.of(Kind.SPIKE), (t, u) -> t >= FROM ? 200 : u);
        assertSeen("drop", FROM + 10, FROM, EnumSet.of(Kind.DROP), (t, u) -> t >= FROM ? 0 : u);
        assertSeen("flat line", FROM + 60, FROM, EnumSet.of(Kind.FLAT_LINE), (t, u) -> t >= FROM ? 20 : u);
    }

    @Test
    void aDayWithTheHoursOfAnother() {
        int from = 288 * 7;
        Set<Kind> kinds = EnumSet.of(Kind.RHYTHM, Kind.DROP, Kind.RAMP);
        assertSeen(
                "rhythm",
                288 * 8,
                from,
                kinds,
                (t, u) -> u * (1 + 0.8 * Math.sin(2 * Math.PI * (t >= from ? t + 144 : t) / 288)));
    }

    @Test
    void aNewLevelIsConfirmedAndDated() {
        for (int s = 0; s < SERIES; s++) {
            Random random = new Random(s);
            SeriesMonitor monitor = SeriesMonitor.withDefaults();
            boolean said = false;
            for (int t = 0; t < FROM + 300; t++) {
                double x = usual(random, true) + (t >= FROM ? 30 : 0);
                BurstScore score = monitor.update(300.0 * t, x);
                said |= t >= FROM && score.kind().equals(Optional.of(Kind.LEVEL));
            }
            assertThat(said).as("series %s", s).isTrue();
            assertThat(monitor.levelShift().orElseThrow().onset() / 300).isBetween(FROM - 3.0, FROM + 3.0);
        }
    }

    /** A drop to zero is novel to the mean of rows for a while, which must not date the flat line that it becomes. */
    @Test
    void aFlatLineIsDatedByItsFirstRow() {
        for (int s = 0; s < SERIES; s++) {
            Random random = new Random(s);
            SeriesMonitor monitor = SeriesMonitor.withDefaults();
            BurstScore flat = monitor.update(0, usual(random, true));
            for (int t = 1; !flat.kind().equals(Optional.of(Kind.FLAT_LINE)); t++) {
                flat = monitor.update(300.0 * t, t >= FROM ? 0 : usual(random, true));
                assertThat(t).as("series %s", s).isLessThan(FROM + 100);
            }
            assertThat(flat.onset().orElseThrow() / 300).as("series %s", s).isBetween(FROM - 2.0, FROM + 0.0);
        }
    }

    /** The noise before a rise does not date it: early by some rows at most, in all but one or two series of twenty. */
    @Test
    void aRiseIsDatedByWhereItLeavesTheNoise() {
        for (double rate : new double[] {0.02, 0.05}) {
            int early = 0;
            for (int s = 0; s < 200; s++) {
                Random random = new Random(s);
                SeriesMonitor monitor = SeriesMonitor.withDefaults();
                BurstScore score = monitor.update(0, usual(random, false));
                for (int t = 1; t < FROM || !score.alarm(); t++) {
                    double x = t < FROM ? usual(random, false) : 20 * Math.pow(1 + rate, t - FROM);
                    score = monitor.update(300.0 * t, x);
                }
                early += score.onset().orElseThrow() / 300 < FROM - 8 ? 1 : 0;
            }
            assertThat(early).as("rate %s", rate).isLessThanOrEqualTo(15);
        }
    }

    @Test
    void whatTheSeriesDoesOftenIsItsHabit() {
        Random random = new Random(1);
        SeriesMonitor monitor = SeriesMonitor.withDefaults();
        int late = 0;
        for (int t = 0; t < 12_000; t++) {
            double x = usual(random, true) + (t % 60 == 59 ? 150 + 20 * random.nextGaussian() : 0);
            late += monitor.update(300.0 * t, x).alarm() && t >= 4000 ? 1 : 0;
        }
        assertThat(late).isLessThan(20);
    }
}
