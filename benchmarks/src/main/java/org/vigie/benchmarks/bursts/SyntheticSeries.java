/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Labelled synthetic series of many kinds, with planted anomalies of many kinds; every number drawn from the seed.
 *
 * @param family the kind of series
 * @param times the time of each row, in seconds
 * @param values the value of each row
 * @param windows half-open ranges of rows around each planted anomaly, a tenth of the series in all
 * @param anomalies half-open ranges of the rows that were changed
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier inside one study: never compared, never shared
record SyntheticSeries(String family, double[] times, double[] values, List<int[]> windows, List<int[]> anomalies) {
    private static final List<String> IRREGULAR = List.of("travel-time", "speed", "road-time", "bus-delay");

    /** Makes one series of a kind, of a {@link Corpus}. */
    static SyntheticSeries of(String family, long seed) {
        Draw draw = new Draw(seed * 31 + family.hashCode());
        Corpus corpus = Corpus.of(family);
        int n = corpus.length(family, draw);
        double step = corpus.step(family);
        double[] times = times(n, step, IRREGULAR.contains(family), draw);
        double[] x = corpus.base(family, times, draw);
        List<int[]> anomalies = new ArrayList<>();
        List<int[]> windows = plant(corpus, family, x, times, step, draw, anomalies);
        // Metrics come rounded.
        double digits = Math.pow(10, draw.below(4));
        for (int t = 0; t < n; t++) {
            x[t] = Math.rint(x[t] * digits) / digits;
        }
        return new SyntheticSeries(family, times, x, windows, anomalies);
    }

    /** Makes a number of series of each kind. */
    static List<SyntheticSeries> all(List<String> families, int each, long seed) {
        List<SyntheticSeries> series = new ArrayList<>();
        for (String family : families) {
            for (int i = 0; i < each; i++) {
                series.add(of(family, seed * 1000 + i));
            }
        }
        return series;
    }

    /** Rows are missing now and then; some sensors report only when something passes. */
    private static double[] times(int n, double step, boolean irregular, Draw draw) {
        double[] times = new double[n];
        double now = 1.4e9 + draw.below(14) * 43_200;
        for (int t = 0; t < n; t++) {
            times[t] = now;
            double skipped = draw.chance(1.0 / 3000) ? 20 : 1;
            now += irregular ? step * (1 + Math.floor(draw.exponential(1.5))) : step * skipped;
        }
        return times;
    }

    private static List<int[]> plant(
            Corpus corpus, String family, double[] x, double[] times, double step, Draw draw, List<int[]> changed) {
        int n = x.length;
        int planted = 1 + draw.below(draw.below(4) + 1);
        if (draw.chance(family.equals("flat-noise") ? 0.6 : 0.08)) {
            planted = 0;
        }
        int span = n / 10 / Math.max(1, planted);
        // Sizes are told from the series as it was.
        Planter planter = corpus.planter(family, x, times, step, draw);
        List<int[]> windows = new ArrayList<>();
        for (int tries = 0; windows.size() < planted && tries < 200; tries++) {
            int at = (int) draw.between(0.17 * n, 0.97 * n);
            int[] window = {Math.max(0, at - span / 2), Math.min(n, at + span / 2)};
            boolean clear = windows.stream().allMatch(w -> window[1] < w[0] || window[0] > w[1]);
            if (clear) {
                double[] before = x.clone();
                planter.plant(at);
                changed.add(changed(before, x, at, window[1]));
                windows.add(window);
            }
        }
        windows.sort(Comparator.comparingInt(w -> w[0]));
        return windows;
    }

    /** Plants an anomaly from a row on. */
    @FunctionalInterface
    interface Planter {
        void plant(int at);
    }

    /** The rows that were changed, up to the end of the window: a level that lasts is no news then. */
    private static int[] changed(double[] before, double[] after, int at, int end) {
        int from = at;
        int to = at + 1;
        for (int t = 0; t < end; t++) {
            if (before[t] != after[t]) {
                from = Math.min(from, t);
                to = t + 1;
            }
        }
        return new int[] {from, to};
    }
}
