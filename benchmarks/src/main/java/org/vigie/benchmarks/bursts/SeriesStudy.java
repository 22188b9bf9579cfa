/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.vigie.core.burst.RateMonitor;
import org.vigie.core.burst.RecordMonitor;
import org.vigie.core.burst.SeriesMonitor;

/**
 * Scores the online detectors on labelled synthetic series of many kinds, with one threshold for all of them. Prints a
 * Markdown table.
 */
public final class SeriesStudy {
    private SeriesStudy() {}

    /** Scores one row. */
    @FunctionalInterface
    private interface Detector {
        double score(double time, double value);
    }

    /**
     * Runs the study.
     *
     * @param args the number of series of each kind, and the seed
     */
    public static void main(String[] args) {
        int each = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 101;
        Map<String, Supplier<Detector>> detectors = new TreeMap<>();
        detectors.put("SeriesMonitor", () -> {
            SeriesMonitor monitor = SeriesMonitor.withDefaults();
            return (time, value) -> monitor.update(time, value).score();
        });
        detectors.put("RecordMonitor", () -> {
            RecordMonitor monitor = RecordMonitor.withDefaults();
            return (time, value) -> monitor.update(value).score();
        });
        detectors.put("RateMonitor", () -> {
            RateMonitor monitor = RateMonitor.withDefaults();
            return (time, value) ->
                    monitor.update(time, Math.max(0, Math.round(value))).score();
        });
        detectors.put("random numbers", () -> {
            Random random = new Random(5);
            return (time, value) -> random.nextDouble();
        });
        List<SyntheticSeries> all = SyntheticSeries.all(each, seed);
        System.out.print("| detector | score | at 0.5 | threshold | found | false rows |");
        SyntheticSeries.FAMILIES.forEach(family -> System.out.print(" " + family + " |"));
        System.out.println();
        System.out.println("|---".repeat(6 + SyntheticSeries.FAMILIES.size()) + "|");
        detectors.forEach((name, maker) -> {
            List<EarlyDetectionScore.Scored> scored = new ArrayList<>();
            for (SyntheticSeries series : all) {
                Detector detector = maker.get();
                double[] scores = new double[series.values().length];
                for (int t = 0; t < scores.length; t++) {
                    scores[t] = detector.score(series.times()[t], series.values()[t]);
                }
                scored.add(new EarlyDetectionScore.Scored(series.family(), series.windows(), scores));
            }
            EarlyDetectionScore.Result best = EarlyDetectionScore.best(scored);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.3f | %d of %d | %d |",
                    name,
                    best.score(),
                    EarlyDetectionScore.at(scored, 0.5).score(),
                    best.threshold(),
                    best.found(),
                    best.windows(),
                    best.falseRows());
            for (String family : SyntheticSeries.FAMILIES) {
                List<EarlyDetectionScore.Scored> some =
                        scored.stream().filter(s -> s.family().equals(family)).toList();
                double score = EarlyDetectionScore.at(some, best.threshold()).score();
                System.out.printf(Locale.ROOT, " %.0f |", score);
            }
            System.out.println();
        });
    }
}
