/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class VolumeUnderSurfaceTest {
    private static final double EXACT = 1e-12;

    @Test
    void theOneAnomalyFirstIsPerfectAndThirdIsAThird() {
        assertVolume(1, new double[] {1, 4, 2, 3}, 0, range(1, 2));
        assertVolume(1.0 / 3, new double[] {4, 3, 2, 1}, 0, range(2, 3));
    }

    /**
     * A buffer of two rows gives both neighbours the label h = sqrt(1/2), so there are (1 + 1 + 2 h) / 2 = 1 + h
     * positives. The anomaly is called first: recall 1 / (1 + h), precision 1. The neighbour that is called third brings
     * recall to 1 with precision (1 + h) / 3. Buffers of no row and of one row reach no neighbour.
     */
    @Test
    void aBufferGivesCreditToNeighbours() {
        double h = Math.sqrt(0.5);
        double withTwo = 1 / (1 + h) + h / (1 + h) * (1 + h) / 3;
        assertVolume((1 + 1 + withTwo) / 3, new double[] {1, 9, 2, 3}, 2, range(1, 2));
    }

    /** Both rows of the first anomaly are 2/3 of the rows, but of half of the anomalies: recall 1/3. */
    @Test
    void recallCountsAnomaliesAndNotOnlyRows() {
        assertVolume(1.0 / 3 + 2.0 / 3 * 3 / 5, new double[] {9, 8, 3, 2, 1, 0}, 0, range(4, 5), range(0, 2));
    }

    @Test
    void equalScoresAreCalledTogether() {
        assertVolume(0.25, new double[4], 0, range(3, 4));
        assertVolume(0.25, new double[] {0, -0.0, 0, -0.0}, 0, range(3, 4));
        assertVolume(0.5, new double[] {1, 0, 0, 1}, 0, range(3, 4));
    }

    @Test
    void whereAllIsAnomalousAnyScoreIsPerfect() {
        assertVolume(1, new double[] {3, 1, 2}, 10, range(0, 3));
        assertVolume(1, new double[3], 10, range(0, 3));
    }

    @Test
    void onlyTheOrderOfScoresMatters() {
        double[] scores = {0.5, Double.POSITIVE_INFINITY, 0.2, Double.NEGATIVE_INFINITY, 0.3, 0.9};
        double[] ranks = {4, 6, 2, 1, 3, 5};
        List<int[]> anomalies = List.of(range(2, 4));
        assertThat(VolumeUnderSurface.precisionRecall(scores, anomalies, 4))
                .isEqualTo(VolumeUnderSurface.precisionRecall(ranks, anomalies, 4));
    }

    @Test
    void agreesWithTheDefinition() {
        SplittableRandom random = new SplittableRandom(20221101);
        for (int round = 0; round < 2000; round++) {
            int n = 1 + random.nextInt(40);
            int levels = 1 + random.nextInt(60);
            double[] scores = random.ints(n, 0, levels).asDoubleStream().toArray();
            List<int[]> anomalies = new ArrayList<>();
            for (int a = random.nextInt(4); a >= 0; a--) {
                int from = random.nextInt(n);
                anomalies.add(range(from, Math.min(n, from + 1 + random.nextInt(6))));
            }
            int longest = random.nextInt(25);
            assertThat(VolumeUnderSurface.precisionRecall(scores, anomalies, longest))
                    .as("round %d: %s, buffers to %d", round, Arrays.toString(scores), longest)
                    .isBetween(0.0, 1.0)
                    .isCloseTo(byDefinition(scores, anomalies, longest), within(EXACT));
        }
    }

    @Test
    void whatHasNoVolumeIsRefused() {
        double[] scores = {1, 2, 3};
        assertThatThrownBy(() -> VolumeUnderSurface.precisionRecall(scores, List.of(), 0))
                .hasMessage("anomalies must not be empty");
        assertThatThrownBy(
                        () -> VolumeUnderSurface.precisionRecall(new double[] {1, Double.NaN}, List.of(range(0, 1)), 0))
                .hasMessage("scores must be numbers but row 1 has NaN");
        for (int[] wrong : new int[][] {range(-1, 1), range(1, 1), range(2, 4)}) {
            assertThatThrownBy(() -> VolumeUnderSurface.precisionRecall(scores, List.of(wrong), 0))
                    .hasMessage(
                            "an anomaly must be a range of the 3 rows but was [" + wrong[0] + ", " + wrong[1] + ")");
        }
        assertThatThrownBy(() -> VolumeUnderSurface.precisionRecall(scores, List.of(range(0, 1)), -1))
                .hasMessage("longest must be >= 0 but was -1");
    }

    private static int[] range(int from, int to) {
        return new int[] {from, to};
    }

    private static void assertVolume(double expected, double[] scores, int longest, int[]... anomalies) {
        assertThat(VolumeUnderSurface.precisionRecall(scores, List.of(anomalies), longest))
                .isCloseTo(expected, within(EXACT));
    }

    /** Each threshold from the highest score down judges all rows anew. */
    private static double byDefinition(double[] scores, List<int[]> anomalies, int longest) {
        double volume = 0;
        for (int buffer = 0; buffer <= longest; buffer++) {
            double[] label = new double[scores.length];
            double plain = 0;
            for (int t = 0; t < label.length; t++) {
                for (int[] a : anomalies) {
                    int d = t < a[0] ? a[0] - t : t < a[1] ? 0 : t - a[1] + 1;
                    double each = d == 0 ? 1 : d <= buffer / 2.0 ? Math.sqrt(1 - d / (double) buffer) : 0;
                    label[t] = Math.max(label[t], each);
                }
                plain += label[t] == 1 ? 1 : 0;
            }
            double positives = (plain + Arrays.stream(label).sum()) / 2;
            double before = 0;
            for (double threshold : descending(scores)) {
                double hit = 0;
                int called = 0;
                int runs = 0;
                int found = 0;
                boolean foundThis = false;
                for (int t = 0; t < label.length; t++) {
                    boolean call = scores[t] >= threshold;
                    hit += call ? label[t] : 0;
                    called += call ? 1 : 0;
                    boolean begins = label[t] > 0 && (t == 0 || label[t - 1] == 0);
                    runs += begins ? 1 : 0;
                    foundThis = !begins && foundThis;
                    if (call && label[t] > 0 && !foundThis) {
                        foundThis = true;
                        found++;
                    }
                }
                double recall = Math.min(1, hit / positives) * found / runs;
                volume += (recall - before) * hit / called;
                before = recall;
            }
        }
        return volume / (longest + 1);
    }

    private static double[] descending(double[] scores) {
        return Arrays.stream(scores)
                .map(s -> -s)
                .sorted()
                .map(s -> -s)
                .distinct()
                .toArray();
    }
}
