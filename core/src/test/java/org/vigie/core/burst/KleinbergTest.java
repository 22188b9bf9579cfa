/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KleinbergTest {
    private static final Kleinberg DEFAULTS = Kleinberg.withDefaults();

    @ParameterizedTest
    @ValueSource(strings = {"R-bursts-1.0-2", "log-space-1"})
    void matchesTheReferenceIntervalForInterval(String tool) {
        Golden.grouped(tool + "/expected.csv", 3).forEach((key, rows) -> {
            double[] times = Golden.column("R-bursts-1.0-2/in/" + key.get(0) + ".csv", 0);
            List<double[]> expected = rows.stream()
                    .map(row -> row.stream().mapToDouble(Double::parseDouble).toArray())
                    .toList();
            for (Ties ties : Ties.values()) {
                List<double[]> actual = DEFAULTS
                        .withScaling(Double.parseDouble(key.get(1)))
                        .withGamma(Double.parseDouble(key.get(2)))
                        .withTies(ties)
                        .detect(times)
                        .stream()
                        .map(b -> new double[] {b.level(), b.start(), b.end()})
                        .toList();
                assertThat(actual).as("%s %s %s", tool, key, ties).hasSameSizeAs(expected);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(actual.get(i)).as("%s row %d", key, i).containsExactly(expected.get(i), within(1e-9));
                }
            }
        });
    }

    /** The O(n k^2) recursion as the paper writes it, with a table of predecessors. */
    private static int[] slowPath(int steps, int states, double upCost, Trellis.Emission emission) {
        double[] cost = new double[states];
        Arrays.fill(cost, 1, states, Double.POSITIVE_INFINITY);
        int[][] previous = new int[steps][states];
        double[] emitted = new double[states];
        for (int t = 0; t < steps; t++) {
            emission.costs(t, emitted);
            double[] next = new double[states];
            for (int j = 0; j < states; j++) {
                double best = Double.POSITIVE_INFINITY;
                for (int i = 0; i < states; i++) {
                    double candidate = cost[i] + Math.max(0, j - i) * upCost;
                    if (candidate < best) {
                        best = candidate;
                        previous[t][j] = i;
                    }
                }
                next[j] = best + emitted[j];
            }
            cost = next;
        }
        int state = 0;
        for (int j = 1; j < states; j++) {
            state = cost[j] < cost[state] ? j : state;
        }
        int[] path = new int[steps];
        for (int t = steps - 1; t >= 0; t--) {
            path[t] = state;
            state = previous[t][state];
        }
        return path;
    }

    @Property(tries = 300)
    void fastPathIsTheSlowOne(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int steps,
            @ForAll @IntRange(min = 1, max = 140) int states,
            @ForAll @DoubleRange(min = 0.01, max = 4) double upCost) {
        Random random = new Random(seed);
        double[][] costs = new double[steps][states];
        for (double[] row : costs) {
            Arrays.setAll(row, j -> random.nextGaussian() * 3);
        }
        Trellis.Emission emission = (t, out) -> System.arraycopy(costs[t], 0, out, 0, states);
        assertThat(Trellis.cheapestPath(steps, states, upCost, emission))
                .isEqualTo(slowPath(steps, states, upCost, emission));
    }

    @Property(tries = 300)
    void tiesInCostTakeTheLowestState(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int steps,
            @ForAll @IntRange(min = 1, max = 70) int states,
            @ForAll @IntRange(min = 0, max = 2) int upCost) {
        Random random = new Random(seed);
        // Whole costs: equal sums everywhere, and no rounding.
        double[][] costs = new double[steps][states];
        for (double[] row : costs) {
            Arrays.setAll(row, j -> random.nextInt(3));
        }
        Trellis.Emission emission = (t, out) -> System.arraycopy(costs[t], 0, out, 0, states);
        assertThat(Trellis.cheapestPath(steps, states, upCost, emission))
                .isEqualTo(slowPath(steps, states, upCost, emission));
    }

    @Property(tries = 100)
    void intervalsNestAndDoNotDependOnUnits(@ForAll long seed, @ForAll @IntRange(min = 2, max = 400) int n) {
        Random random = new Random(seed);
        double[] times = new double[n];
        double now = -1e6;
        double scale = 100;
        for (int i = 0; i < n; i++) {
            if (random.nextInt(25) == 0) {
                scale = Math.pow(10, random.nextInt(4) - 1);
            }
            now += Math.rint(-Math.log(1 - random.nextDouble()) * scale);
            times[i] = now;
        }
        List<Burst> bursts = DEFAULTS.detect(times);
        Burst base = bursts.get(0);
        assertThat(base).isEqualTo(new Burst(1, times[0], times[n - 1], 0, n, 1));
        for (int i = 1; i < bursts.size(); i++) {
            Burst burst = bursts.get(i);
            Burst parent = base;
            for (Burst other : bursts.subList(0, i)) {
                parent = other.level() == burst.level() - 1 ? other : parent;
            }
            assertThat(burst.weight()).isPositive();
            assertThat(parent.level()).isEqualTo(burst.level() - 1);
            assertThat(burst.start()).isBetween(parent.start(), parent.end());
            assertThat(burst.end()).isLessThanOrEqualTo(parent.end());
            assertThat(burst.events()).isLessThanOrEqualTo(parent.events());
        }
        // Powers of two: shifting and stretching time causes no rounding, so nothing else may change.
        double[] moved = Arrays.stream(times).map(t -> 4 * t + 1024).toArray();
        List<Burst> shifted = DEFAULTS.detect(moved);
        assertThat(shifted).hasSameSizeAs(bursts);
        for (int i = 0; i < bursts.size(); i++) {
            assertThat(shifted.get(i).start()).isEqualTo(4 * bursts.get(i).start() + 1024);
            assertThat(shifted.get(i).level()).isEqualTo(bursts.get(i).level());
        }
    }

    @Test
    void oneEventIsOneInterval() {
        assertThat(DEFAULTS.detect(new double[] {-7})).containsExactly(new Burst(1, -7, -7, 0, 1, 1));
        assertThat(DEFAULTS.detect(new double[] {5, 5, 5})).containsExactly(new Burst(1, 5, 5, 0, 3, 1));
    }

    @Test
    void unsortedInputIsSortedInACopy() {
        double[] times = {3, 1, 2, 400, 2.5};
        assertThat(DEFAULTS.detect(times)).isEqualTo(DEFAULTS.detect(new double[] {1, 2, 2.5, 3, 400}));
        assertThat(times).containsExactly(3, 1, 2, 400, 2.5);
    }

    /** Ten days at one post an hour, and 300 posts in the twenty minutes from 12:00 of day 6, in whole minutes. */
    private static double[] minuteStamps() {
        List<Double> times = new ArrayList<>();
        for (int hour = 0; hour < 240; hour++) {
            times.add(hour * 3600.0 + 60 * (hour * 17 % 60));
        }
        double start = 5 * 86400 + 12 * 3600;
        for (int i = 0; i < 300; i++) {
            times.add(start + 60 * (i / 15));
        }
        return times.stream().sorted().mapToDouble(Double::doubleValue).toArray();
    }

    @ParameterizedTest
    @EnumSource(
            value = Ties.class,
            names = {"SPREAD", "BATCH"})
    void minuteStampsShowTheBurst(Ties ties) {
        double start = 5 * 86400 + 12 * 3600;
        Burst strongest = DEFAULTS.withTies(ties).detect(minuteStamps()).stream()
                .filter(b -> b.level() == 2)
                .max(Comparator.comparingDouble(Burst::weight))
                .orElseThrow();
        assertThat(strongest.start()).isBetween(start - 4200, start);
        assertThat(strongest.end()).isBetween(start + 18 * 60, start + 40 * 60);
        assertThat(strongest.events()).isBetween(284L, 303L);
        assertThat(strongest.pValue()).isLessThan(1e-12);
    }

    @Test
    void tiesAreRefusedWhenAsked() {
        String message = "times must differ (or choose another Ties) but 4.0 came twice";
        Kleinberg strict = DEFAULTS.withTies(Ties.REJECT);
        assertThatThrownBy(() -> strict.detect(new double[] {1, 4, 4, 9})).hasMessage(message);
        assertThatThrownBy(() -> strict.detect(new double[] {4, 4})).hasMessage(message);
    }

    @Test
    void aKnownClockSpreadsASingleStamp() {
        List<Burst> bursts =
                DEFAULTS.withTiesSpreadOver(60).withBaseline(1.0 / 3600).detect(new double[50]);
        assertThat(bursts).hasSizeGreaterThan(3);
        assertThat(bursts.get(1).pValue()).isLessThan(1e-9);
    }

    @Test
    void aStreamThatLivesOnlyDuringItsBurstNeedsABaseRate() {
        double[] times =
                IntStream.range(0, 60).mapToDouble(i -> 500_000 + 30.0 * i).toArray();
        assertThat(DEFAULTS.detect(times)).hasSize(1);
        List<Burst> window = DEFAULTS.withWindow(0, 1_000_000).detect(times);
        assertThat(window).hasSizeGreaterThan(5);
        assertThat(window.get(1).start()).isEqualTo(500_000);
        assertThat(window.get(1).pValue()).isLessThan(1e-12);
        List<Burst> baseline = DEFAULTS.withBaseline(60 / 1e6).detect(times);
        assertThat(baseline).hasSameSizeAs(window);
        assertThat(baseline.get(1).pValue()).isLessThan(1e-12);
        assertThat(DEFAULTS.withWindow(0, 1_000_000).withMaxLevel(3).detect(times))
                .extracting(Burst::level)
                .containsExactly(1, 2, 3);
    }

    @Test
    void weightIsTheCostSavedOverTheLevelBelow() {
        double[] times = IntStream.range(0, 41)
                .mapToDouble(i -> i <= 20 ? 100.0 * i : 2000 + 2.0 * (i - 20))
                .toArray();
        List<Burst> bursts = DEFAULTS.detect(times);
        assertThat(bursts).hasSizeGreaterThan(2);
        double rate = 40 / times[40];
        for (Burst burst : bursts.subList(1, bursts.size())) {
            double low = rate * Math.pow(2, burst.level() - 2);
            double expected = 0;
            for (int i = 1; i < times.length; i++) {
                if (times[i - 1] >= burst.start() && times[i] <= burst.end()) {
                    double gap = times[i] - times[i - 1];
                    expected += (low * gap - Math.log(low)) - (2 * low * gap - Math.log(2 * low));
                }
            }
            assertThat(burst.weight()).isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void pValuesOfHomogeneousStreamsAreValid() {
        int runs = 1500;
        int significant = 0;
        int found = 0;
        for (int run = 0; run < runs; run++) {
            Random random = new Random(run);
            double[] times = new double[80];
            for (int i = 1; i < times.length; i++) {
                times[i] = times[i - 1] - Math.log(1 - random.nextDouble());
            }
            List<Burst> bursts = DEFAULTS.withGamma(0.3).detect(times);
            found += bursts.size() > 1 ? 1 : 0;
            significant += bursts.stream().anyMatch(b -> b.pValue() <= 0.05) ? 1 : 0;
        }
        // The automaton itself promises nothing about false bursts; the p-value does.
        assertThat(found).isGreaterThan(runs / 10);
        assertThat(significant).isLessThanOrEqualTo((int) (0.05 * runs));
    }

    @Test
    void manyEventsAreNoTrouble() {
        double[] times = new double[200_000];
        Random random = new Random(5);
        for (int i = 1; i < times.length; i++) {
            times[i] = times[i - 1] - Math.log(1 - random.nextDouble()) * (i / 1000 % 20 == 0 ? 0.01 : 1);
        }
        List<Burst> bursts = DEFAULTS.detect(times);
        assertThat(bursts.stream().filter(b -> b.level() == 2 && b.events() > 900))
                .hasSize(10);
    }

    @Test
    void saysItsParameters() {
        assertThat(DEFAULTS).hasToString("scaling 2.0, gamma 1.0, ties spread");
        assertThat(DEFAULTS.withTiesSpreadOver(60).withMaxLevel(4).withBaseline(0.5))
                .hasToString("scaling 2.0, gamma 1.0, ties spread over 60.0, at most level 4, baseline 0.5");
        assertThat(DEFAULTS.withTies(Ties.BATCH).withWindow(0, 9))
                .hasToString("scaling 2.0, gamma 1.0, ties batch, window 0.0 to 9.0");
        assertThat(DEFAULTS).hasToString("scaling 2.0, gamma 1.0, ties spread");
    }

    @Test
    void burstsAreImmutable() {
        List<Burst> bursts = DEFAULTS.detect(new double[] {0, 10, 11, 11.5, 12, 30});
        List<Burst> one = DEFAULTS.detect(new double[] {5});
        assertThatThrownBy(bursts::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(one::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void rejectsWithRuleAndValue() {
        assertThatThrownBy(() -> DEFAULTS.detect(new double[0])).hasMessage("times must not be empty");
        assertThatThrownBy(() -> DEFAULTS.detect(new double[] {1, Double.NaN}))
                .hasMessage("times[1] must be finite but was NaN");
        assertThatThrownBy(() -> DEFAULTS.detect(new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}))
                .hasMessage("times must span a finite length above 0 but spanned Infinity");
        assertThatThrownBy(() -> DEFAULTS.withScaling(1)).hasMessage("scaling must be in (1.0, Infinity) but was 1.0");
        assertThatThrownBy(() -> DEFAULTS.withScaling(Double.NaN))
                .hasMessage("scaling must be in (1.0, Infinity) but was NaN");
        assertThatThrownBy(() -> DEFAULTS.withGamma(0)).hasMessage("gamma must be finite and > 0 but was 0.0");
        assertThatThrownBy(() -> DEFAULTS.withMaxLevel(0)).hasMessage("maxLevel must be in [1, 2147483647] but was 0");
        assertThatThrownBy(() -> DEFAULTS.withBaseline(-1)).hasMessage("rate must be finite and > 0 but was -1.0");
        assertThatThrownBy(() -> DEFAULTS.withWindow(3, 3)).hasMessage("start must be < end but was 3.0 >= 3.0");
        assertThatThrownBy(() -> DEFAULTS.withWindow(2, 9).detect(new double[] {1, 4}))
                .hasMessage("times must be in the window [2.0, 9.0] but were in [1.0, 4.0]");
        assertThatThrownBy(() -> DEFAULTS.withTiesSpreadOver(0))
                .hasMessage("clockResolution must be finite and > 0 but was 0.0");
        assertThatThrownBy(() -> DEFAULTS.withScaling(1.00000001).detect(new double[] {0, 1, 1e9, 2e9}))
                .hasMessageContaining("levels, above 10000: choose a larger scaling or set a maximum level");
        assertThatThrownBy(() -> new Burst(0, 0, 0, 0, 0, 1)).hasMessageContaining("level must be in [1, ");
        assertThatThrownBy(() -> new Burst(1, 2, 1, 0, 0, 1)).hasMessage("end must be >= start but was 1.0 < 2.0");
        assertThatThrownBy(() -> new Burst(1, Double.NaN, 1, 0, 0, 1)).hasMessage("start must be finite but was NaN");
        assertThatThrownBy(() -> new Burst(1, 0, Double.NaN, 0, 0, 1)).hasMessage("end must be finite but was NaN");
        assertThatThrownBy(() -> new Burst(1, 0, 1, Double.NaN, 0, 1))
                .hasMessage("weight must be a number but was NaN");
        assertThatThrownBy(() -> new Burst(1, 0, 1, 0, -1, 1)).hasMessageStartingWith("events must be in [0, ");
        assertThatThrownBy(() -> DEFAULTS.withWindow(Double.NaN, 3)).hasMessage("start must be finite but was NaN");
        assertThatThrownBy(() -> new Burst(1, 0, 1, 0, 0, Double.NaN))
                .hasMessage("pValue must be in [0, 1] but was NaN");
    }
}
