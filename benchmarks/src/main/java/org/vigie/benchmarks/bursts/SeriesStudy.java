/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import com.amazon.randomcutforest.RandomCutForest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.core.monitor.Monitor;
import org.vigie.core.monitor.RateMonitor;
import org.vigie.core.monitor.RecordMonitor;
import org.vigie.core.monitor.SeriesMonitor;

/**
 * Scores the online detectors on labelled synthetic series of many kinds, with one threshold for all series of a
 * corpus. Constants were chosen on some kinds, and on none of those made by other processes.
 */
public final class SeriesStudy {
    private static final int DAY = 288;
    /** Rows; about eight hours of five-minute bins. */
    private static final int LONGEST_BUFFER = 100;

    private SeriesStudy() {}

    /** Scores one row. */
    @FunctionalInterface
    private interface Detector {
        double score(double time, double value);
    }

    /**
     * What one detector reaches on one corpus.
     *
     * @param detector its name
     * @param corpus the corpus
     * @param score the score at the best common threshold; 100 is perfect, 0 says nothing
     * @param atHalf the score at the threshold 0.5
     * @param threshold the best common threshold
     * @param found windows found
     * @param windows all windows
     * @param falseRows rows outside windows that were called
     * @param volume the mean VUS-PR of the series that have anomalies, which needs no threshold
     * @param volumeAfter the same on the rows that the score judges, those after the first 15 % (at most 750): nothing is
     *     planted before them, so a detector that says little at first gains on all rows by how the series are made
     * @param byFamily the score of each kind at the common threshold
     * @param volumeByFamily the mean VUS-PR of each kind of which some series has anomalies
     */
    public record Outcome(
            String detector,
            String corpus,
            double score,
            double atHalf,
            double threshold,
            int found,
            int windows,
            int falseRows,
            double volume,
            double volumeAfter,
            Map<String, Double> byFamily,
            Map<String, Double> volumeByFamily) {}

    /**
     * Runs the study and prints Markdown tables.
     *
     * @param args the number of series of each kind, the seed, and {@code forest} to run RandomCutForest too, which takes
     *     a thousand times as long
     */
    public static void main(String[] args) {
        int each = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 101;
        boolean forest = args.length > 2;
        for (String corpus : corpora()) {
            List<Outcome> outcomes = compare(each, seed, corpus, forest);
            System.out.println("\nKinds: " + corpus + "\n");
            System.out.print(
                    "| detector | score | at 0.5 | threshold | found | false rows | VUS-PR | after probation |");
            outcomes.get(0).byFamily.keySet().forEach(family -> System.out.print(" " + family + " |"));
            System.out.println();
            System.out.println("|---".repeat(8 + outcomes.get(0).byFamily.size()) + "|");
            for (Outcome o : outcomes) {
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f | %.3f | %d of %d | %d | %.3f | %.3f |",
                        o.detector,
                        o.score,
                        o.atHalf,
                        o.threshold,
                        o.found,
                        o.windows,
                        o.falseRows,
                        o.volume,
                        o.volumeAfter);
                o.byFamily.values().forEach(score -> System.out.printf(Locale.ROOT, " %.0f |", score));
                System.out.println();
            }
            printVolumes(outcomes);
        }
    }

    private static void printVolumes(List<Outcome> outcomes) {
        System.out.print("\n| VUS-PR | mean |");
        outcomes.get(0).volumeByFamily.keySet().forEach(family -> System.out.print(" " + family + " |"));
        System.out.println();
        System.out.println("|---".repeat(2 + outcomes.get(0).volumeByFamily.size()) + "|");
        for (Outcome o : outcomes) {
            System.out.printf(Locale.ROOT, "| %s | %.3f |", o.detector, o.volume);
            o.volumeByFamily.values().forEach(volume -> System.out.printf(Locale.ROOT, " %.3f |", volume));
            System.out.println();
        }
    }

    /**
     * The titles of the corpora.
     *
     * @return the titles
     */
    public static List<String> corpora() {
        return Arrays.stream(Corpus.values()).map(Corpus::title).toList();
    }

    /**
     * Compares the detectors on one corpus.
     *
     * @param each series of each kind
     * @param seed the seed
     * @param corpus the title of the corpus
     * @param forest whether RandomCutForest runs too
     * @return the outcome of each detector
     * @throws IllegalArgumentException if there is no such corpus
     */
    public static List<Outcome> compare(int each, long seed, String corpus, boolean forest) {
        Corpus kinds = Arrays.stream(Corpus.values())
                .filter(c -> c.title().equals(corpus))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no corpus is called " + corpus));
        List<SyntheticSeries> all = SyntheticSeries.all(kinds.families(), each, seed);
        List<Outcome> outcomes = new ArrayList<>();
        detectors(forest).forEach((name, maker) -> outcomes.add(outcome(name, maker, all, kinds)));
        return outcomes;
    }

    private static Outcome outcome(String name, Supplier<Detector> maker, List<SyntheticSeries> all, Corpus corpus) {
        List<EarlyDetectionScore.Scored> scored = new ArrayList<>();
        Map<String, List<Double>> volumes = new LinkedHashMap<>();
        List<Double> after = new ArrayList<>();
        for (SyntheticSeries series : all) {
            Detector detector = maker.get();
            double[] scores = new double[series.values().length];
            for (int t = 0; t < scores.length; t++) {
                scores[t] = detector.score(series.times()[t], series.values()[t]);
            }
            scored.add(new EarlyDetectionScore.Scored(series.family(), series.windows(), scores));
            if (!series.anomalies().isEmpty()) {
                volumes.computeIfAbsent(series.family(), family -> new ArrayList<>())
                        .add(VolumeUnderSurface.precisionRecall(scores, series.anomalies(), LONGEST_BUFFER));
                after.add(volumeAfterProbation(scores, series.anomalies()));
            }
        }
        EarlyDetectionScore.Result best = EarlyDetectionScore.best(scored);
        Map<String, Double> byFamily = new LinkedHashMap<>();
        for (String family : corpus.families()) {
            List<EarlyDetectionScore.Scored> some =
                    scored.stream().filter(s -> s.family().equals(family)).toList();
            byFamily.put(family, EarlyDetectionScore.at(some, best.threshold()).score());
        }
        Map<String, Double> volumeByFamily = new LinkedHashMap<>();
        volumes.forEach((family, some) -> volumeByFamily.put(family, mean(some.stream())));
        return new Outcome(
                name,
                corpus.title(),
                best.score(),
                EarlyDetectionScore.at(scored, 0.5).score(),
                best.threshold(),
                best.found(),
                best.windows(),
                best.falseRows(),
                mean(volumes.values().stream().flatMap(List::stream)),
                mean(after.stream()),
                byFamily,
                volumeByFamily);
    }

    private static double volumeAfterProbation(double[] scores, List<int[]> anomalies) {
        int from = EarlyDetectionScore.probation(scores.length);
        List<int[]> moved = anomalies.stream()
                .filter(a -> a[1] > from)
                .map(a -> new int[] {Math.max(0, a[0] - from), a[1] - from})
                .toList();
        return VolumeUnderSurface.precisionRecall(
                Arrays.copyOfRange(scores, from, scores.length), moved, LONGEST_BUFFER);
    }

    private static double mean(Stream<Double> values) {
        return values.mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static Map<String, Supplier<Detector>> detectors(boolean forest) {
        Map<String, Supplier<Detector>> detectors = new TreeMap<>();
        detectors.put("SeriesMonitor", () -> of(SeriesMonitor.withDefaults()));
        detectors.put(
                "SeriesMonitor, novelty alone (the first default)",
                () -> of(SeriesMonitor.withDefaults().withOnly(SeriesMonitor.Part.NOVELTY)));
        detectors.put(
                "SeriesMonitor, rates alone",
                () -> of(SeriesMonitor.withDefaults().withOnly(SeriesMonitor.Part.RATE)));
        detectors.put("RecordMonitor", () -> of(RecordMonitor.withDefaults()));
        detectors.put("RateMonitor", () -> {
            RateMonitor monitor = RateMonitor.withDefaults();
            return (time, value) -> monitor.update(time, (double) Math.max(0, Math.round(value)))
                    .score();
        });
        detectors.put("z of a fading mean", SeriesStudy::fadingZ);
        detectors.put("z of median and MAD", SeriesStudy::robustZ);
        detectors.put("random numbers", () -> {
            Random random = new Random(5);
            return (time, value) -> random.nextDouble();
        });
        detectors.put("an alarm every 400 rows", () -> {
            int[] row = new int[1];
            return (time, value) -> ++row[0] % 400 == 0 ? 1 : 0;
        });
        if (forest) {
            detectors.put("RandomCutForest", SeriesStudy::forest);
        }
        return detectors;
    }

    private static Detector of(Monitor monitor) {
        return (time, value) -> monitor.update(time, value).score();
    }

    /** Distance from an exponentially weighted mean in deviations, half forgotten after a day of five-minute rows. */
    private static Detector fadingZ() {
        double[] state = new double[3]; // mean, variance, rows
        return (time, value) -> {
            double apart = value - state[0];
            double z = state[2] > 20 && state[1] > 0 ? Math.abs(apart) / Math.sqrt(state[1]) : 0;
            double weight = Math.max(Math.log(2) / DAY, 1 / ++state[2]);
            state[0] += weight * apart;
            state[1] = (1 - weight) * (state[1] + weight * apart * apart);
            return z / (z + 5);
        };
    }

    /** Distance from the median of the last day in units of the median absolute deviation, with an hour of rest. */
    private static Detector robustZ() {
        double[] window = new double[DAY];
        int[] state = new int[2]; // rows, rest
        return (time, value) -> {
            int n = Math.min(state[0], DAY);
            double score = 0;
            if (n > 20) {
                double[] past = Arrays.copyOf(window, n);
                Arrays.sort(past);
                double median = past[n / 2];
                for (int i = 0; i < n; i++) {
                    past[i] = Math.abs(past[i] - median);
                }
                Arrays.sort(past);
                double apart = Math.abs(value - median);
                double z = apart / (1.4826 * past[n / 2] + 1e-3 * Math.abs(median) + 1e-12);
                score = z / (z + 5);
            }
            window[state[0]++ % DAY] = value;
            state[1] = Math.max(0, state[1] - 1);
            if (score > 0.5 && state[1] > 0) {
                return 0.5;
            }
            state[1] = score > 0.5 ? 12 : state[1];
            return score;
        };
    }

    private static Detector forest() {
        RandomCutForest forest = RandomCutForest.builder()
                .dimensions(8)
                .shingleSize(8)
                .internalShinglingEnabled(true)
                .numberOfTrees(50)
                .sampleSize(256)
                .randomSeed(1)
                .build();
        return (time, value) -> {
            float[] point = {(float) value};
            double score = forest.getAnomalyScore(point);
            forest.update(point);
            return score / (score + 1);
        };
    }
}
