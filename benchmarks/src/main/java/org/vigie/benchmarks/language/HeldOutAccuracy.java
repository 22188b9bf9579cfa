/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;

/**
 * How the model does on the lines of its training sources that were kept out of training. These are whole lines, and
 * one word and two words drawn from each. The choice among all languages is free. With the calibration of all answers
 * together.
 */
public final class HeldOutAccuracy {
    private static final int LINES = 300;
    private static final int LONG = 40;
    private static final int WORD = 5;

    private HeldOutAccuracy() {}

    /**
     * The outcome.
     *
     * @param lines accuracy in percent of lines of 40 characters and more, by tag
     * @param pairs of two neighbouring words
     * @param words of words of five letters and more
     * @param calibration of all three together
     */
    public record Result(
            Map<String, Double> lines, Map<String, Double> pairs, Map<String, Double> words, Reliability calibration) {
        /**
         * The mean over languages.
         *
         * @param byTag one of the maps
         * @return in percent
         */
        public static double mean(Map<String, Double> byTag) {
            return byTag.values().stream().mapToDouble(p -> p).average().orElse(Double.NaN);
        }
    }

    /**
     * Prints the figures as Markdown.
     *
     * @param args folder of texts, then sources that were left out of training, as {@code gd:bible}; with
     *     {@code --model FILE} before them, another model than the shipped one
     * @throws IOException when a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        boolean own = args[0].equals("--model");
        int first = own ? 2 : 0;
        LanguageIdentifier identifier = own ? LanguageIdentifier.load(Path.of(args[1])) : LanguageIdentifier.load();
        Result result = measure(
                identifier,
                Path.of(args[first]),
                Arrays.stream(args, first + 1, args.length).collect(Collectors.toSet()));
        System.out.printf(
                Locale.ROOT,
                "Mean over %d languages, in %%: lines %.2f, pairs %.2f, words %.2f. Calibration error %.4f.%n%n%s%n",
                result.lines.size(),
                Result.mean(result.lines),
                Result.mean(result.pairs),
                Result.mean(result.words),
                result.calibration.error(),
                result.calibration.table());
        System.out.println("Lines right, the lowest thirty: "
                + result.lines.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .limit(30)
                        .map(e -> String.format(Locale.ROOT, "%s %.1f", e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    /**
     * Measures a model.
     *
     * @param identifier the model
     * @param texts the folder that it was trained on
     * @param leftOut sources that were left out, as {@code tag:source}
     * @return the outcome; at most 300 lines of a language are asked
     * @throws IOException when a file cannot be read
     */
    public static Result measure(LanguageIdentifier identifier, Path texts, Set<String> leftOut) throws IOException {
        Reliability calibration = new Reliability();
        Map<String, Double> byLine = new TreeMap<>();
        Map<String, Double> byPair = new TreeMap<>();
        Map<String, Double> byWord = new TreeMap<>();
        for (Map.Entry<String, List<String>> entry :
                HeldOutLines.read(texts, leftOut, true).entrySet()) {
            String tag = entry.getKey();
            SplittableRandom random = new SplittableRandom(tag.hashCode());
            int[] lines = new int[2];
            int[] pairs = new int[2];
            int[] words = new int[2];
            for (String line : entry.getValue().stream().limit(LINES).toList()) {
                if (line.length() >= LONG) {
                    ask(identifier, line, tag, lines, calibration);
                }
                List<String> parts = Arrays.stream(line.split("[^\\p{L}\\p{M}'’-]+", -1))
                        .filter(w -> !w.isEmpty())
                        .toList();
                List<String> longer =
                        parts.stream().filter(w -> w.length() >= WORD).toList();
                if (!longer.isEmpty()) {
                    ask(identifier, longer.get(random.nextInt(longer.size())), tag, words, calibration);
                }
                if (parts.size() > 1) {
                    int w = random.nextInt(parts.size() - 1);
                    ask(identifier, parts.get(w) + " " + parts.get(w + 1), tag, pairs, calibration);
                }
            }
            put(byLine, tag, lines);
            put(byPair, tag, pairs);
            put(byWord, tag, words);
        }
        return new Result(
                Collections.unmodifiableMap(byLine),
                Collections.unmodifiableMap(byPair),
                Collections.unmodifiableMap(byWord),
                calibration);
    }

    private static void ask(
            LanguageIdentifier identifier, String text, String tag, int[] counts, Reliability calibration) {
        LanguageGuess guess = identifier.identify(text);
        boolean isRight = guess.tag().equals(tag);
        counts[0] += isRight ? 1 : 0;
        counts[1]++;
        calibration.add(guess.probability(), isRight);
    }

    private static void put(Map<String, Double> byTag, String tag, int[] counts) {
        if (counts[1] > 0) {
            byTag.put(tag, 100.0 * counts[0] / counts[1]);
        }
    }
}
