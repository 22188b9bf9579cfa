/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.vigie.core.stats.Tails;

class SynchronyTest {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long START = 20_000 * 24 * HOUR;

    private static Synchrony synchrony() {
        return new Synchrony(10 * MINUTE, 2 * HOUR, 1);
    }

    private static Sighting.Count test(Synchrony synchrony, int[] accounts, long[] times, long stream) {
        return synchrony.trial(accounts, times, stream).draw(999).result();
    }

    private static int[] everyoneOnce(int n) {
        int[] accounts = new int[n];
        Arrays.setAll(accounts, i -> i);
        return accounts;
    }

    /** Times with a density over a day, given as the inverse of its distribution function. */
    private static long[] times(int n, DoubleUnaryOperator quantile, SplittableRandom random) {
        long[] times = new long[n];
        Arrays.setAll(times, i -> START + (long) (24 * HOUR * quantile.applyAsDouble(random.nextDouble())));
        Arrays.sort(times);
        return times;
    }

    /** P(at least so many of the trials at or below 0.05) if the test keeps its level must not be tiny. */
    private static void assertKeepsLevel(DoubleUnaryOperator quantile, int acts) {
        SplittableRandom random = new SplittableRandom(99);
        int trials = 400;
        int rejected = 0;
        for (int t = 0; t < trials; t++) {
            Sighting.Count result = synchrony()
                    .trial(everyoneOnce(acts), times(acts, quantile, random), t)
                    .draw(199)
                    .result();
            rejected += result.pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(Tails.binomial(rejected, trials, 0.05)).isGreaterThan(0.001);
    }

    @Test
    void uniformActsKeepTheLevel() {
        assertKeepsLevel(u -> u, 5);
        assertKeepsLevel(u -> u, 40);
        assertKeepsLevel(u -> u, 300);
    }

    @Test
    void slowWavesOfAttentionKeepTheLevel() {
        // A density that rises from nothing to its peak over the day, and one that dies out over hours.
        assertKeepsLevel(Math::sqrt, 150);
        assertKeepsLevel(u -> Math.min(0.999, -Math.log(1 - u * (1 - Math.exp(-8))) / 8), 150);
    }

    @Test
    void findsFloods() {
        SplittableRandom random = new SplittableRandom(5);
        for (int t = 0; t < 50; t++) {
            // 12 accounts in 4 minutes among 12 that come at any time of the day.
            long wave = START + random.nextLong(22 * HOUR);
            long[] times = new long[24];
            for (int i = 0; i < times.length; i++) {
                times[i] = i < 12 ? wave + random.nextLong(4 * MINUTE) : START + random.nextLong(24 * HOUR);
            }
            Arrays.sort(times);
            assertThat(test(synchrony(), everyoneOnce(24), times, t).pValue()).isLessThanOrEqualTo(0.01);
        }
    }

    @Test
    void givesTheSameWhateverRanBeforeAndOtherDrawsForOtherStreams() {
        SplittableRandom random = new SplittableRandom(3);
        long[] times = times(60, u -> u * 0.3, random);
        Sighting.Count once = test(synchrony(), everyoneOnce(60), times, 7);
        test(synchrony(), everyoneOnce(60), times, 8);
        assertThat(test(synchrony(), everyoneOnce(60), times, 7)).isEqualTo(once);
        assertThat(test(synchrony(), everyoneOnce(60), times, 8).expected()).isNotEqualTo(once.expected());
    }

    @Test
    void goldenValues() {
        // Two waves two hours apart that slow down.
        long[] times = new long[16];
        Arrays.setAll(times, i -> START + 2 * HOUR * (i % 2) + 6_000L * i * i);
        Arrays.sort(times);
        Sighting.Count result = test(synchrony(), everyoneOnce(16), times, 42);
        assertThat(result.observed()).isEqualTo(35);
        assertThat(result.expected()).isEqualTo(9166 / 999.0);
        assertThat(result.pValue()).isEqualTo(0.009);
    }

    @Test
    void countsPairsWithinTheWindowInclusive() {
        long[] times = {START, START + 10 * MINUTE, START + 20 * MINUTE + 1};
        assertThat(test(synchrony(), everyoneOnce(3), times, 1).observed()).isEqualTo(1);
    }

    @Test
    void agreesWithTheExpectationInClosedForm() {
        // Two acts of one interval of length L are within w with probability 1 - (1 - w / L)^2.
        int n = 20;
        long[] times = new long[n];
        Arrays.setAll(times, i -> START + i);
        double share = 1 - Math.pow(1 - 10.0 / 120, 2);
        double expected = synchrony()
                .trial(everyoneOnce(n), times, 1)
                .draw(20_000)
                .result()
                .expected();
        assertThat(expected).isBetween(0.98 * share * n * (n - 1) / 2, 1.02 * share * n * (n - 1) / 2);
    }

    @Test
    void oneAccountThatPostsAThousandTimesIsNoSynchrony() {
        long[] times = new long[1000];
        Arrays.setAll(times, i -> START + i * 7_000L);
        Sighting.Count result = test(synchrony(), new int[1000], times, 1);
        assertThat(result.observed()).isZero();
        assertThat(result.pValue()).isEqualTo(1);
    }

    @Test
    void oneAccountOnBothSidesOfAnIntervalsEdgeIsNoSynchrony() {
        // Each day two minutes before and after noon, an edge of the intervals; three others come once.
        int[] accounts = new int[43];
        long[] times = new long[43];
        for (int day = 0; day < 20; day++) {
            times[2 * day] = START + 24 * HOUR * day + 12 * HOUR - 2 * MINUTE;
            times[2 * day + 1] = START + 24 * HOUR * day + 12 * HOUR + 2 * MINUTE;
        }
        for (int i = 40; i < 43; i++) {
            accounts[i] = i;
            times[i] = START + 24 * HOUR * i;
        }
        Sighting.Count result = test(synchrony(), accounts, times, 1);
        assertThat(result.observed()).isZero();
        assertThat(result.pValue()).isEqualTo(1);
    }

    @Test
    void datesWithoutATimeOfDayAreNoSynchrony() {
        long[] times = new long[60];
        Arrays.setAll(times, i -> START + 24 * HOUR * (i / 20));
        assertThat(test(synchrony(), everyoneOnce(60), times, 1).pValue()).isEqualTo(0.001);
        assertThat(test(synchrony().onGrid(START, 24 * HOUR), everyoneOnce(60), times, 1)
                        .pValue())
                .isEqualTo(1);
        // All posts at one moment: the grid has no step.
        assertThat(test(synchrony().onGrid(START, 0), everyoneOnce(60), new long[60], 1)
                        .pValue())
                .isEqualTo(1);
    }

    @Test
    void drawsKeepToTheGridAndTheInterval() {
        // With steps of an hour and intervals of two an act has two places, so half of the pairs meet.
        long[] times = new long[10];
        Arrays.fill(times, START + 17 * MINUTE);
        double expected = synchrony()
                .onGrid(START + 17 * MINUTE, HOUR)
                .trial(everyoneOnce(10), times, 1)
                .draw(5000)
                .result()
                .expected();
        assertThat(expected).isBetween(22.0, 23.0);
    }

    @Test
    void intervalsBefore1970AreWhole() {
        assertThat(synchrony().intervalOf(-1)).isEqualTo(-1);
        assertThat(synchrony().intervalOf(-2 * HOUR)).isEqualTo(-1);
        long[] times = {-3 * HOUR, -3 * HOUR + 1, -HOUR, -1, 0, 1};
        assertThat(test(synchrony(), everyoneOnce(6), times, 1).pValue()).isBetween(0.0, 1.0);
    }

    @Test
    void moreDrawsOnlyRefineThePValue() {
        long[] times = new long[12];
        Arrays.setAll(times, i -> START + i * 1000L);
        Synchrony.Trial trial = synchrony().trial(everyoneOnce(12), times, 1);
        assertThat(trial.draw(99).result().pValue()).isEqualTo(0.01);
        assertThat(trial.draw(999).result().pValue()).isEqualTo(0.001);
        assertThat(trial.draw(999).isSettled()).isFalse();
        List<Double> p = new ArrayList<>();
        Synchrony.Trial slow = synchrony().trial(everyoneOnce(2), new long[] {START, START + 3 * HOUR}, 1);
        p.add(slow.draw(999).result().pValue());
        p.add(slow.draw(9990).result().pValue());
        assertThat(slow.isSettled()).isTrue();
        Set<Double> distinct = new HashSet<>(p);
        assertThat(distinct).containsExactly(1.0);
    }
}
