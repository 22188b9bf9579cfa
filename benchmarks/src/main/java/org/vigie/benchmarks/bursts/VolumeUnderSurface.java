/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.Arrays;
import java.util.List;

/**
 * VUS-PR, the volume under the surface of precision and recall over all thresholds and all buffers from 0 to a longest one:
 * J. Paparrizos, P. Boniol, T. Palpanas, R. Tsay, A. Elmore and M. Franklin, Volume under the surface: a new accuracy
 * evaluation measure for time-series anomaly detection, 2022, written from the definition.
 *
 * <p>For a buffer of {@code b} rows the label of a row at most {@code b / 2} rows beside an anomaly, at the distance d, is
 * sqrt(1 - d / b). Precision is the sum of the labels called over the rows called; recall is that sum over the mean of the
 * sums of the labels without and with buffer, at most 1, times the share of anomalies of which some row is called. The
 * area is the sum of precision times the growth of recall; equal scores are called together.
 */
final class VolumeUnderSurface {
    private static final int BUFFERS = 10;

    private VolumeUnderSurface() {}

    /**
     * The volume, in [0, 1].
     *
     * @param scores the score of each row
     * @param anomalies half-open ranges of rows, in order and apart
     * @param longest the longest buffer, in rows
     */
    static double precisionRecall(double[] scores, List<int[]> anomalies, int longest) {
        int n = scores.length;
        int[] order = descending(scores);
        double sum = 0;
        for (int b = 0; b <= BUFFERS; b++) {
            sum += area(scores, order, anomalies, n, longest * b / (double) BUFFERS);
        }
        return sum / (BUFFERS + 1);
    }

    private static int[] descending(double[] scores) {
        Integer[] boxed = new Integer[scores.length];
        Arrays.setAll(boxed, i -> i);
        Arrays.sort(boxed, (i, j) -> Double.compare(scores[j], scores[i]));
        return Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }

    private static double area(double[] scores, int[] order, List<int[]> anomalies, int n, double buffer) {
        double[] label = new double[n];
        int[] range = new int[n];
        Arrays.fill(range, -1);
        double positives = 0;
        for (int[] a : anomalies) {
            int beside = (int) (buffer / 2);
            for (int t = Math.max(0, a[0] - beside); t < Math.min(n, a[1] + beside); t++) {
                int apart = t < a[0] ? a[0] - t : t >= a[1] ? t - a[1] + 1 : 0;
                label[t] = Math.max(label[t], apart == 0 ? 1 : Math.sqrt(Math.max(0, 1 - apart / buffer)));
            }
        }
        for (double each : label) {
            positives += each == 1 ? 1 : 0;
        }
        // Buffers that touch are one anomaly.
        int ranges = 0;
        for (int t = 0; t < n; t++) {
            if (label[t] > 0) {
                range[t] = t > 0 && label[t - 1] > 0 ? range[t - 1] : ranges++;
            }
        }
        double all = (positives + Arrays.stream(label).sum()) / 2;
        boolean[] met = new boolean[ranges];
        int existing = 0;
        double called = 0;
        double before = 0;
        double area = 0;
        for (int i = 0; i < n; i++) {
            int t = order[i];
            called += label[t];
            if (range[t] >= 0 && !met[range[t]]) {
                met[range[t]] = true;
                existing++;
            }
            if (i + 1 == n || scores[order[i + 1]] < scores[t]) {
                double recall = Math.min(called / all, 1) * existing / ranges;
                area += (recall - before) * (called / (i + 1));
                before = recall;
            }
        }
        return area;
    }
}
