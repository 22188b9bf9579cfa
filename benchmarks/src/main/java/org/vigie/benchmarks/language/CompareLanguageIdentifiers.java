/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.vigie.nlp.language.LanguageIdentifier;

/**
 * Compares language identifiers on a file of {@code category<TAB>tag<TAB>text} lines, plain or .gz: accuracy by
 * category and by language, confusions, texts per CPU-second, and heap, all in one run. Every detector is free to
 * answer any language it knows, and an answer it does not give is an error.
 *
 * <p>Arguments: the file, then optionally {@code --sample N} (texts of each category and language for the slow
 * detectors, those of Lingua; 0 for all; default 20), {@code --categories a,b} (default all) and {@code --detectors a,b} (of vigie, lingua-high, lingua-low,
 * opennlp, optimaize; default all).
 */
public final class CompareLanguageIdentifiers {
    private static final int CONFUSIONS = 25;
    private static final List<String> DETECTORS = List.of("vigie", "opennlp", "optimaize", "lingua-low", "lingua-high");

    private CompareLanguageIdentifiers() {}

    private record Item(String category, String tag, String text) {}

    private record Speed(int texts, double seconds) {}

    /**
     * Runs the comparison and prints it as Markdown.
     *
     * @param args file and options
     * @throws IOException when a file or a model cannot be read
     */
    public static void main(String[] args) throws IOException {
        int sample = 20;
        List<String> detectors = DETECTORS;
        Set<String> wanted = Set.of();
        for (int i = 1; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--sample" -> sample = Integer.parseInt(args[i + 1]);
                case "--categories" -> wanted = Set.of(args[i + 1].split(",", -1));
                case "--detectors" -> detectors = List.of(args[i + 1].split(",", -1));
                default ->
                    throw new IllegalArgumentException(
                            "option must be --sample, --categories or --detectors but was " + args[i]);
            }
        }
        List<Item> items = new ArrayList<>(read(Path.of(args[0])));
        Set<String> kept = wanted;
        items.removeIf(item -> !kept.isEmpty() && !kept.contains(item.category));
        Set<String> categories = new TreeSet<>();
        items.forEach(item -> categories.add(item.category));
        System.out.println("Accuracy: mean over languages, in %. Speed: texts per CPU-second, second pass.\n");
        System.out.println("| detector | heap MB | " + String.join(" | ", categories) + " | mean |");
        System.out.println("|---|---|" + "---|".repeat(categories.size()) + "---|");
        Map<String, String> details = new LinkedHashMap<>();
        for (String name : detectors) {
            List<Item> used = name.startsWith("lingua") && sample > 0 ? sample(items, sample) : items;
            details.put(name, run(name, used, categories));
        }
        details.forEach((name, text) -> System.out.println("\n## " + name + "\n\n" + text));
    }

    private static List<Item> read(Path file) throws IOException {
        List<Item> items = new ArrayList<>();
        InputStream in = Files.newInputStream(file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int first = line.indexOf('\t');
                int second = line.indexOf('\t', first + 1);
                items.add(new Item(
                        line.substring(0, first), line.substring(first + 1, second), line.substring(second + 1)));
            }
        }
        return items;
    }

    /** The first texts of every category and language; the file's order is the sample's. */
    private static List<Item> sample(List<Item> items, int size) {
        Map<String, Integer> seen = new TreeMap<>();
        return items.stream()
                .filter(item -> seen.merge(item.category + "\t" + item.tag, 1, Integer::sum) <= size)
                .toList();
    }

    private static String run(String name, List<Item> items, Set<String> categories) throws IOException {
        long before = heap();
        UnaryOperator<String> detector = detector(name);
        for (Item item : items.subList(0, Math.min(300, items.size()))) {
            Objects.requireNonNull(detector.apply(item.text));
        }
        Map<String, Map<String, int[]>> right = new TreeMap<>();
        Map<String, Integer> confusions = new TreeMap<>();
        Map<String, Speed> speeds = new TreeMap<>();
        for (String category : categories) {
            List<Item> part = items.stream()
                    .filter(item -> item.category.equals(category))
                    .toList();
            for (Item item : part) {
                String answer = detector.apply(item.text);
                int[] counts = right.computeIfAbsent(category, k -> new TreeMap<>())
                        .computeIfAbsent(item.tag, k -> new int[2]);
                counts[1]++;
                if (answer.equals(item.tag)) {
                    counts[0]++;
                } else {
                    confusions.merge(item.tag + " as " + answer, 1, Integer::sum);
                }
            }
            long begin = cpu();
            for (Item item : part) {
                Objects.requireNonNull(detector.apply(item.text));
            }
            speeds.put(category, new Speed(part.size(), (cpu() - begin) / 1e9));
        }
        double used = (heap() - before) / 1e6;
        Objects.requireNonNull(detector.apply("still reachable"));
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %s | %.0f |", name, used));
        double mean = 0;
        for (String category : categories) {
            double accuracy = right.get(category).values().stream()
                    .mapToDouble(c -> 100.0 * c[0] / c[1])
                    .average()
                    .orElse(0);
            mean += accuracy / categories.size();
            Speed speed = speeds.get(category);
            row.append(String.format(Locale.ROOT, " %.2f (%.0f/s) |", accuracy, speed.texts / speed.seconds));
        }
        System.out.println(row + String.format(Locale.ROOT, " %.2f |", mean));
        return details(right, confusions);
    }

    private static String details(Map<String, Map<String, int[]>> right, Map<String, Integer> confusions) {
        StringBuilder out = new StringBuilder("| language | " + String.join(" | ", right.keySet()) + " |\n");
        out.append("|---|").append("---|".repeat(right.size())).append('\n');
        Set<String> tags = new TreeSet<>();
        right.values().forEach(byTag -> tags.addAll(byTag.keySet()));
        for (String tag : tags) {
            out.append("| ").append(tag).append(" |");
            for (Map<String, int[]> byTag : right.values()) {
                int[] c = byTag.getOrDefault(tag, new int[2]);
                out.append(c[1] == 0 ? " |" : String.format(Locale.ROOT, " %.1f |", 100.0 * c[0] / c[1]));
            }
            out.append('\n');
        }
        out.append("\nConfusions: ");
        confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CONFUSIONS)
                .forEach(e ->
                        out.append(e.getKey()).append(' ').append(e.getValue()).append("; "));
        return out.append('\n').toString();
    }

    private static UnaryOperator<String> detector(String name) throws IOException {
        return switch (name) {
            case "vigie" -> {
                LanguageIdentifier identifier = LanguageIdentifier.load();
                yield text -> identifier.identify(text).tag();
            }
            case "lingua-high", "lingua-low" -> {
                LanguageDetectorBuilder builder =
                        LanguageDetectorBuilder.fromAllLanguages().withPreloadedLanguageModels();
                var lingua = (name.equals("lingua-low") ? builder.withLowAccuracyMode() : builder).build();
                yield text ->
                        lingua.detectLanguageOf(text).getIsoCode639_1().name().toLowerCase(Locale.ROOT);
            }
            case "opennlp" -> {
                Map<String, String> codes = shortCodes();
                LanguageDetectorME opennlp = openNlp();
                yield text -> {
                    String code = opennlp.predictLanguage(text).getLang();
                    return codes.getOrDefault(code, code);
                };
            }
            case "optimaize" -> {
                var optimaize = com.optimaize.langdetect.LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .build();
                yield text -> {
                    // Its detect() abstains below near-certainty; the likeliest language is what the others say too.
                    List<DetectedLanguage> ranked = optimaize.getProbabilities(text);
                    String code =
                            ranked.isEmpty() ? "und" : ranked.get(0).getLocale().getLanguage();
                    return code.equals("no") ? "nb" : code;
                };
            }
            default -> throw new IllegalArgumentException("detector must be one of " + DETECTORS + " but was " + name);
        };
    }

    private static LanguageDetectorME openNlp() throws IOException {
        String resource = "langdetect-183.bin";
        try (InputStream in = CompareLanguageIdentifiers.class.getClassLoader().getResourceAsStream(resource)) {
            return new LanguageDetectorME(new LanguageDetectorModel(Objects.requireNonNull(in, resource)));
        }
    }

    /** From ISO 639-3, as OpenNLP answers, to ISO 639-1; individual languages of a macrolanguage included. */
    private static Map<String, String> shortCodes() {
        Map<String, String> codes = new TreeMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(new Locale(code).getISO3Language(), code);
        }
        codes.putAll(Map.of(
                "cmn", "zh", "nob", "nb", "nno", "nn", "lvs", "lv", "pes", "fa", "ekk", "et", "arb", "ar", "swh", "sw",
                "azj", "az", "zlm", "ms"));
        codes.putAll(Map.of("khk", "mn", "als", "sq", "tgl", "tl", "fil", "tl", "npi", "ne", "uzn", "uz", "pnb", "pa"));
        codes.putAll(Map.of("ind", "id", "heb", "he", "yid", "yi", "nor", "nb")); // Java's own are the old codes
        return codes;
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
