/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A score for online detectors on labelled series that rewards early detection inside a window and charges false
 * alarms, with one threshold for all series.
 *
 * <p>Source: A. Lavin and S. Ahmad, Evaluating real-time anomaly detection algorithms, 2015. Written from the paper's
 * description: the first row at or over the threshold inside a window earns a sigmoid of its position (1 at the left
 * edge, 0 at the right edge), an undetected window costs 1, a row outside costs up to 0.11 (less just after a window);
 * rows of the first 15 % (at most 750) do not count. 100 is perfect, 0 is a detector that says nothing.
 */
final class EarlyDetectionScore {
    private static final double FALSE_POSITIVE = 0.11;

    private EarlyDetectionScore() {}

    /** One series: half-open windows in rows, and the score of each row. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier inside one study: never compared, never shared
    record Scored(String family, List<int[]> windows, double[] scores) {}

    /** The best score over all thresholds, the threshold, and the windows found with it. */
    record Result(double score, double threshold, int found, int windows, int falseRows) {}

    private static double sigmoid(double y) {
        return y > 3 ? -1 : 2 / (1 + Math.exp(5 * y)) - 1;
    }

    /** Finds the best common threshold by sweeping the rows of all series from the highest score down. */
    static Result best(List<Scored> all) {
        return sweep(all, Double.NaN);
    }

    /** The score at a given threshold. */
    static Result at(List<Scored> all, double threshold) {
        return sweep(all, threshold);
    }

    private static Result sweep(List<Scored> all, double fixed) {
        int rows = 0;
        int windows = 0;
        for (Scored series : all) {
            rows += series.scores.length;
            windows += series.windows.size();
        }
        long[] order = new long[rows]; // series << 32 | row
        int count = 0;
        for (int s = 0; s < all.size(); s++) {
            double[] scores = all.get(s).scores;
            for (int t = probation(scores.length); t < scores.length; t++) {
                if (scores[t] > 0) {
                    order[count++] = (long) s << 32 | t;
                }
            }
        }
        Long[] boxed = Arrays.stream(order, 0, count).boxed().toArray(Long[]::new);
        Arrays.sort(
                boxed,
                Comparator.comparingDouble((Long at) -> all.get((int) (at >> 32)).scores[at.intValue()])
                        .reversed());
        double[][] earned = new double[all.size()][];
        for (int s = 0; s < earned.length; s++) {
            earned[s] = new double[all.get(s).windows.size()];
            Arrays.fill(earned[s], -1);
        }
        double raw = -windows;
        double best = raw;
        double threshold = 1.1;
        int found = 0;
        int falseRows = 0;
        int bestFound = 0;
        int bestFalse = 0;
        for (int i = 0; i < count; i++) {
            int s = (int) (boxed[i] >> 32);
            int t = boxed[i].intValue();
            Scored series = all.get(s);
            double score = series.scores[t];
            if (score < fixed) {
                break;
            }
            int inside = -1;
            int before = -1;
            for (int w = 0; w < series.windows.size(); w++) {
                int[] window = series.windows.get(w);
                if (t >= window[0] && t < window[1]) {
                    inside = w;
                } else if (window[1] <= t) {
                    before = w;
                }
            }
            if (inside >= 0) {
                int[] window = series.windows.get(inside);
                double y = -(double) (window[1] - t) / (window[1] - window[0]);
                double value = sigmoid(y) / sigmoid(-1);
                if (value > earned[s][inside]) {
                    found += earned[s][inside] < 0 ? 1 : 0;
                    raw += value - earned[s][inside];
                    earned[s][inside] = value;
                }
            } else {
                falseRows++;
                if (before >= 0) {
                    int[] window = series.windows.get(before);
                    double y = (double) (t - window[1] + 1) / Math.max(1, window[1] - window[0] - 1);
                    raw += FALSE_POSITIVE * sigmoid(y);
                } else {
                    raw -= FALSE_POSITIVE;
                }
            }
            boolean last =
                    i + 1 == count || all.get((int) (boxed[i + 1] >> 32)).scores[boxed[i + 1].intValue()] < score;
            if (last && (raw > best || !Double.isNaN(fixed))) {
                best = raw;
                threshold = score;
                bestFound = found;
                bestFalse = falseRows;
            }
        }
        double percent = windows == 0 ? 100 * best : 100 * (best + windows) / (2.0 * windows);
        return new Result(percent, threshold, bestFound, windows, bestFalse);
    }

    /** The rows at the begin of so many that do not count: what a detector may learn from. */
    static int probation(int rows) {
        return (int) Math.min(750, 0.15 * rows);
    }
}
