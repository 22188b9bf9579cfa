/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares language identifiers on a file of {@code category<TAB>tag<TAB>text} lines, plain or .gz: accuracy by
 * category and by language, confusions, calibration, texts per CPU-second, and heap, all in one run. Every detector is
 * free to answer any language it knows, and an answer it does not give is an error.
 */
public final class CompareLanguageIdentifiers {
    private static final int CONFUSIONS = 25;

    private static final int FEWEST_PASSES = 4;

    /** A code path that a busy machine compiles late is compiled by then: one pass alone read half of the speed. */
    private static final long TIMED_NANOS = 1_500_000_000L;

    private CompareLanguageIdentifiers() {}

    /**
     * What to run.
     *
     * @param detectors of vigie, opennlp, optimaize, lingua-low, lingua-high
     * @param categories those of the file to use; all when empty
     * @param sample texts of each category and language for the slow detectors, those of Lingua; 0 for all
     */
    public record Settings(List<String> detectors, Set<String> categories, int sample) {
        /**
         * All detectors and categories, 20 texts for Lingua.
         *
         * @return the settings
         */
        public static Settings withDefaults() {
            return new Settings(Detectors.NAMES, Set.of(), 20);
        }

        /**
         * Words, word pairs and sentences, without Lingua's large models: less than a minute.
         *
         * @return the settings
         */
        public static Settings quick() {
            return new Settings(
                    List.of("vigie", "opennlp", "optimaize", "lingua-low"),
                    Set.of("single-words", "word-pairs", "sentences"),
                    8);
        }
    }

    /**
     * How one detector did in one category.
     *
     * @param accuracy mean over languages, in percent
     * @param texts how many texts
     * @param textsPerSecond texts per CPU-second, the median of later passes
     * @param byLanguage percent by tag
     */
    public record Measure(double accuracy, int texts, double textsPerSecond, Map<String, Double> byLanguage) {}

    /**
     * How one detector did.
     *
     * @param detector its name
     * @param heapMegabytes what it holds after loading and all passes
     * @param byCategory the measures
     * @param calibration of the probabilities it gives; without texts when it gives none
     * @param confusions how often a language was taken for another, most often first, as {@code ms as id}
     */
    public record Result(
            String detector,
            double heapMegabytes,
            Map<String, Measure> byCategory,
            Reliability calibration,
            List<Map.Entry<String, Integer>> confusions) {
        /**
         * The mean of the categories' accuracies.
         *
         * @return in percent
         */
        public double mean() {
            return byCategory.values().stream()
                    .mapToDouble(Measure::accuracy)
                    .average()
                    .orElse(Double.NaN);
        }
    }

    /**
     * Runs the comparison and prints it as Markdown.
     *
     * @param args file, then optionally {@code --sample N}, {@code --categories a,b} and {@code --detectors a,b}, or
     *     {@code --quick}
     * @throws IOException when a file or a model cannot be read
     */
    public static void main(String[] args) throws IOException {
        Settings settings = Settings.withDefaults();
        for (int i = 1; i < args.length; i++) {
            settings = switch (args[i]) {
                case "--quick" -> Settings.quick();
                case "--sample" -> new Settings(settings.detectors, settings.categories, Integer.parseInt(args[++i]));
                case "--categories" ->
                    new Settings(settings.detectors, Set.of(args[++i].split(",", -1)), settings.sample);
                case "--detectors" ->
                    new Settings(List.of(args[++i].split(",", -1)), settings.categories, settings.sample);
                default ->
                    throw new IllegalArgumentException(
                            "option must be --quick, --sample, --categories or --detectors but was " + args[i]);
            };
        }
        List<Result> results = compare(Path.of(args[0]), settings);
        System.out.println(
                "Accuracy: mean over languages, in %. Speed: texts per CPU-second, median of later passes.\n");
        Set<String> categories = results.get(0).byCategory.keySet();
        System.out.println(
                "| detector | heap MB | " + String.join(" | ", categories) + " | mean | calibration error |");
        System.out.println("|---|---|" + "---|".repeat(categories.size()) + "---|---|");
        for (Result result : results) {
            StringBuilder row = new StringBuilder(
                    String.format(Locale.ROOT, "| %s | %.0f |", result.detector, result.heapMegabytes));
            for (Measure m : result.byCategory.values()) {
                row.append(String.format(Locale.ROOT, " %.2f (%.0f/s) |", m.accuracy, m.textsPerSecond));
            }
            double error = result.calibration.error();
            System.out.println(row
                    + String.format(
                            Locale.ROOT, " %.2f | %s |", result.mean(), error >= 0 ? "%.4f".formatted(error) : ""));
        }
        results.forEach(result -> System.out.println("\n## " + result.detector + "\n\n" + details(result)));
    }

    /**
     * Runs the comparison.
     *
     * @param file lines {@code category<TAB>tag<TAB>text}, plain or .gz
     * @param settings what to run
     * @return the detectors' results, in the order asked for
     * @throws IOException when a file or a model cannot be read
     */
    public static List<Result> compare(Path file, Settings settings) throws IOException {
        List<LabelledTexts.Item> items = new ArrayList<>(LabelledTexts.read(file));
        items.removeIf(item -> !settings.categories.isEmpty() && !settings.categories.contains(item.category()));
        List<Result> results = new ArrayList<>();
        for (String name : settings.detectors) {
            boolean slow = name.startsWith("lingua") && settings.sample > 0;
            results.add(run(name, slow ? LabelledTexts.sample(items, settings.sample) : items));
        }
        return results;
    }

    private static Result run(String name, List<LabelledTexts.Item> items) throws IOException {
        long before = heap();
        Function<String, Detectors.Answer> detector = Detectors.load(name);
        for (LabelledTexts.Item item : items.subList(0, Math.min(300, items.size()))) {
            Objects.requireNonNull(detector.apply(item.text()));
        }
        Map<String, Integer> confusions = new TreeMap<>();
        Map<String, Measure> measures = new TreeMap<>();
        Reliability calibration = new Reliability();
        Set<String> categories = new TreeSet<>();
        items.forEach(item -> categories.add(item.category()));
        for (String category : categories) {
            List<LabelledTexts.Item> part = items.stream()
                    .filter(item -> item.category().equals(category))
                    .toList();
            Map<String, int[]> right = new TreeMap<>();
            for (LabelledTexts.Item item : part) {
                Detectors.Answer answer = detector.apply(item.text());
                boolean isRight = answer.tag().equals(item.tag());
                int[] counts = right.computeIfAbsent(item.tag(), k -> new int[2]);
                counts[0] += isRight ? 1 : 0;
                counts[1]++;
                if (!isRight) {
                    confusions.merge(item.tag() + " as " + answer.tag(), 1, Integer::sum);
                }
                if (answer.probability() >= 0) {
                    calibration.add(answer.probability(), isRight);
                }
            }
            double speed = part.size() * 1e9 / nanosPerPass(detector, part);
            Map<String, Double> byLanguage = new TreeMap<>();
            right.forEach((tag, c) -> byLanguage.put(tag, 100.0 * c[0] / c[1]));
            double mean =
                    byLanguage.values().stream().mapToDouble(p -> p).average().orElse(0);
            measures.put(category, new Measure(mean, part.size(), speed, Collections.unmodifiableMap(byLanguage)));
        }
        double used = (heap() - before) / 1e6;
        Objects.requireNonNull(detector.apply("still reachable"));
        List<Map.Entry<String, Integer>> sorted = confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        return new Result(name, used, Collections.unmodifiableMap(measures), calibration, sorted);
    }

    /** The median of the later half of passes: the earlier ones are run by code that is not compiled yet. */
    private static double nanosPerPass(Function<String, Detectors.Answer> detector, List<LabelledTexts.Item> part) {
        List<Long> passes = new ArrayList<>();
        long begin = cpu();
        long last = begin;
        while (passes.size() < FEWEST_PASSES || last - begin < TIMED_NANOS) {
            for (LabelledTexts.Item item : part) {
                Objects.requireNonNull(detector.apply(item.text()));
            }
            long now = cpu();
            passes.add(now - last);
            last = now;
        }
        return passes.stream()
                .skip(passes.size() / 2)
                .sorted()
                .skip(passes.size() / 4)
                .findFirst()
                .orElseThrow();
    }

    private static String details(Result result) {
        StringBuilder out =
                new StringBuilder("| language | " + String.join(" | ", result.byCategory.keySet()) + " |\n");
        out.append("|---|").append("---|".repeat(result.byCategory.size())).append('\n');
        Set<String> tags = new TreeSet<>();
        result.byCategory.values().forEach(m -> tags.addAll(m.byLanguage.keySet()));
        for (String tag : tags) {
            out.append("| ").append(tag).append(" |");
            for (Measure m : result.byCategory.values()) {
                Double percent = m.byLanguage.get(tag);
                out.append(percent == null ? " |" : String.format(Locale.ROOT, " %.1f |", percent));
            }
            out.append('\n');
        }
        out.append("\nConfusions: ");
        result.confusions.stream()
                .limit(CONFUSIONS)
                .forEach(e ->
                        out.append(e.getKey()).append(' ').append(e.getValue()).append("; "));
        return out.append("\n\n").append(result.calibration.table()).toString();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @SuppressWarnings("System.gc") // the heap in use is what is asked for
    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
