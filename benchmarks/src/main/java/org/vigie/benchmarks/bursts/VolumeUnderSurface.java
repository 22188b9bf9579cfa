/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * VUS-PR is the volume under the surface of precision and recall over all thresholds and all buffers, up to a longest
 * one. It needs no threshold, and can be compared between series.
 *
 * <p>Source: J. Paparrizos, P. Boniol, T. Palpanas, R. Tsay, A. Elmore and M. Franklin, Volume under the surface: a new
 * accuracy evaluation measure for time-series anomaly detection, PVLDB 15(11), 2022, written from the definition.
 *
 * <p>For a buffer of {@code b} rows the label of a row at most {@code b / 2} rows beside an anomaly, at the distance
 * d, is sqrt(1 - d / b). Precision is the sum of the labels called over the rows called; recall is that sum over the
 * mean of the sums of the labels without and with buffer, at most 1. It is multiplied by the share of anomalies of
 * which some row is called. The area is the sum of precision times the growth of recall; equal scores are called
 * together.
 *
 * <p>The definition leaves some choices. Here buffers are alike on both sides, a row in two buffers has the larger
 * label, and anomalies whose buffers touch are one. O(n log n) once, then O(n) for each buffer.
 */
final class VolumeUnderSurface {
    private VolumeUnderSurface() {}

    /**
     * The volume, in [0, 1].
     *
     * @param scores the score of each row; only their order matters
     * @param anomalies half-open ranges of rows, in any order
     * @param longest the longest buffer, in rows
     * @throws IllegalArgumentException if there is no anomaly, since recall is then not defined, if a range is empty or
     *     leaves the rows, if a score is NaN, or if the longest buffer is negative
     */
    static double precisionRecall(double[] scores, List<int[]> anomalies, int longest) {
        check(scores, anomalies, longest);
        int[] apart = apart(scores.length, anomalies);
        // Recall grows only at rows that some buffer reaches; of the others their number is enough.
        int[] order = IntStream.range(0, scores.length)
                .filter(t -> 2L * apart[t] <= longest)
                .boxed()
                .sorted((t, u) -> Double.compare(scores[u], scores[t]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] called = called(scores, order);
        double sum = 0;
        for (int buffer = 0; buffer <= longest; buffer++) {
            sum += area(apart, order, called, buffer);
        }
        return sum / (longest + 1.0);
    }

    private static void check(double[] scores, List<int[]> anomalies, int longest) {
        if (longest < 0) {
            throw new IllegalArgumentException("longest must be >= 0 but was " + longest);
        }
        if (anomalies.isEmpty()) {
            throw new IllegalArgumentException("anomalies must not be empty");
        }
        for (int[] a : anomalies) {
            if (!(a[0] >= 0 && a[0] < a[1] && a[1] <= scores.length)) {
                throw new IllegalArgumentException("an anomaly must be a range of the " + scores.length
                        + " rows but was [" + a[0] + ", " + a[1] + ")");
            }
        }
        for (int t = 0; t < scores.length; t++) {
            if (Double.isNaN(scores[t])) {
                throw new IllegalArgumentException("scores must be numbers but row " + t + " has NaN");
            }
        }
    }

    /** The rows between each row and the nearest anomaly: 0 inside, 1 for a neighbour. */
    private static int[] apart(int n, List<int[]> anomalies) {
        int[] apart = new int[n];
        Arrays.fill(apart, Integer.MAX_VALUE);
        for (int[] a : anomalies) {
            Arrays.fill(apart, a[0], a[1], 0);
        }
        for (int t = 1; t < n; t++) {
            apart[t] = Math.min(apart[t], farther(apart[t - 1]));
        }
        for (int t = n - 2; t >= 0; t--) {
            apart[t] = Math.min(apart[t], farther(apart[t + 1]));
        }
        return apart;
    }

    private static int farther(int rows) {
        return rows == Integer.MAX_VALUE ? rows : rows + 1;
    }

    /** How many of all rows are called with each of the ordered ones: those that score as much and more. */
    private static int[] called(double[] scores, int[] order) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int[] called = new int[order.length];
        int rows = 0;
        for (int i = 0; i < order.length; i++) {
            while (rows < sorted.length && sorted[sorted.length - 1 - rows] >= scores[order[i]]) {
                rows++;
            }
            called[i] = rows;
        }
        return called;
    }

    private static double area(int[] apart, int[] order, int[] called, int buffer) {
        int[] range = new int[apart.length];
        int ranges = 0;
        double inside = 0;
        double labels = 0;
        boolean open = false;
        for (int t = 0; t < apart.length; t++) {
            boolean reached = 2L * apart[t] <= buffer;
            ranges += reached && !open ? 1 : 0;
            range[t] = ranges - 1;
            inside += apart[t] == 0 ? 1 : 0;
            labels += label(apart[t], buffer);
            open = reached;
        }
        double positives = (inside + labels) / 2;
        boolean[] met = new boolean[ranges];
        int existing = 0;
        double hit = 0;
        double before = 0;
        double area = 0;
        for (int i = 0; i < order.length; i++) {
            int t = order[i];
            double label = label(apart[t], buffer);
            hit += label;
            if (label > 0 && !met[range[t]]) {
                met[range[t]] = true;
                existing++;
            }
            if (i + 1 == order.length || called[i + 1] > called[i]) {
                double recall = Math.min(hit / positives, 1) * existing / ranges;
                area += (recall - before) * (hit / called[i]);
                before = recall;
            }
        }
        return area;
    }

    private static double label(int apart, int buffer) {
        return apart == 0 ? 1 : 2L * apart <= buffer ? Math.sqrt(1 - (double) apart / buffer) : 0;
    }
}
