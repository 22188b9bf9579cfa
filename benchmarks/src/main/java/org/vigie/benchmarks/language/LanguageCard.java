/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.language.LanguageModelTrainer;

/**
 * The tables of the model card, from one command. They are accuracy by category, close pairs, calibration by script
 * and by length, and what is said of languages that the model never met.
 *
 * <p>Arguments: the development set (lines of category, tag, text), the Declaration of Human Rights (lines of tag, code,
 * name, paragraph), and optionally a model file. Both files may be compressed.
 */
public final class LanguageCard {
    private static final double SAID = 0.7;
    private static final int BINS = 10;

    /** Languages that Lingua has too, over which means are taken. */
    private static final Set<String> COMPARED = Set.of(
            ("af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gu he hi hr hu hy id is it ja ka kk"
                            + " ko la lg lt lv mi mk mn mr ms nb nl nn pa pl pt ro ru sk sl sn so sq sr st sv sw ta te th"
                            + " tl tn tr ts uk ur vi xh yo zh zu")
                    .split(" ", -1));

    private static final Set<String> CLOSE = Set.of("ms", "id", "hr", "bs", "sr", "mr", "hi", "nb", "nn", "da");

    /** Other names of labels and varieties of them. */
    private static final Set<String> KIN = Set.of(
            "als", "abs", "bjn", "cat", "cnr", "hau", "pmy", "zlm", "quy", "quh", "qul", "qxu", "qug", "qva", "qvc",
            "qvh", "qvm", "qvn", "qwh", "qxn", "hak", "wuu", "hsn", "gan", "nan", "cjy", "yue");

    /** Languages that training meets in word lists, though their Declaration is held out. */
    static final Set<String> LISTED =
            Set.of("an", "bua", "crh", "gag", "glk", "hne", "li", "min", "pcm", "rup", "sco", "sgs", "srd");

    private LanguageCard() {}

    /** Right answers and all; for calibration also the sum of what was said, by bin. */
    private static final class Tally {
        int right;
        int all;
        final double[] said = new double[BINS];
        final int[] hits = new int[BINS];

        void add(boolean isRight, double probability) {
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            right += isRight ? 1 : 0;
            all++;
            said[bin] += probability;
            hits[bin] += isRight ? 1 : 0;
        }

        double percent() {
            return 100.0 * right / Math.max(1, all);
        }

        /** Expected calibration error. */
        double error() {
            double sum = 0;
            for (int b = 0; b < BINS; b++) {
                sum += Math.abs(said[b] - hits[b]);
            }
            return sum / Math.max(1, all);
        }
    }

    /**
     * Prints the tables.
     *
     * @param args development set, Declaration, model
     * @throws IOException when a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        LanguageIdentifier identifier =
                args.length > 2 ? LanguageIdentifier.load(Path.of(args[2])) : LanguageIdentifier.withDefaults();
        known(identifier, Path.of(args[0]));
        strangers(identifier, Path.of(args[1]));
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(file))
                        : Files.newInputStream(file),
                StandardCharsets.UTF_8));
    }

    private static void known(LanguageIdentifier identifier, Path file) throws IOException {
        Map<String, Map<String, Tally>> byCategory = new TreeMap<>();
        Map<String, Tally> byScript = new TreeMap<>();
        Map<Integer, Tally> byLength = new TreeMap<>();
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] parts = line.split("\t", 3);
                if (!COMPARED.contains(parts[1])) {
                    continue;
                }
                LanguageGuess guess = identifier.identify(parts[2]);
                boolean isRight = guess.tag().equals(parts[1]);
                byCategory
                        .computeIfAbsent(parts[0], c -> new TreeMap<>())
                        .computeIfAbsent(parts[1], t -> new Tally())
                        .add(isRight, guess.probability());
                if (guess.isDetermined()) {
                    byScript.computeIfAbsent(guess.script(), s -> new Tally()).add(isRight, guess.probability());
                    int length = Integer.highestOneBit(Math.max(1, parts[2].length()));
                    byLength.computeIfAbsent(length, l -> new Tally()).add(isRight, guess.probability());
                }
            }
        }
        System.out.println("| category | mean of languages, % | close pairs |\n|---|---|---|");
        byCategory.forEach((category, languages) -> {
            StringBuilder close = new StringBuilder();
            languages.forEach((tag, tally) -> close.append(
                    CLOSE.contains(tag) ? String.format(Locale.ROOT, "%s %.1f ", tag, tally.percent()) : ""));
            double mean = languages.values().stream()
                    .mapToDouble(Tally::percent)
                    .average()
                    .orElse(0);
            System.out.printf(Locale.ROOT, "| %s | %.2f | %s|%n", category, mean, close);
        });
        System.out.println("\n| script | texts | right, % | calibration error |\n|---|---|---|---|");
        byScript.forEach((script, tally) -> print(script, tally));
        System.out.println("\n| characters from | texts | right, % | calibration error |\n|---|---|---|---|");
        byLength.forEach((length, tally) -> print(Integer.toString(length), tally));
    }

    private static void print(String name, Tally tally) {
        System.out.printf(Locale.ROOT, "| %s | %d | %.2f | %.4f |%n", name, tally.all, tally.percent(), tally.error());
    }

    /** Languages of the Declaration that are no label and were kept out of training. */
    private static void strangers(LanguageIdentifier identifier, Path file) throws IOException {
        Map<String, Tally> byLanguage = new TreeMap<>();
        try (BufferedReader reader = open(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] parts = line.split("\t", 4);
                String language = parts[0].split("-", 2)[0];
                boolean isStranger = LanguageModelTrainer.isHeldOutLanguage(parts[0])
                        && !identifier.languages().contains(language)
                        && !KIN.contains(language)
                        && !LISTED.contains(language);
                if (isStranger) {
                    LanguageGuess guess = identifier.identify(parts[3]);
                    byLanguage
                            .computeIfAbsent(parts[0], t -> new Tally())
                            .add(guess.isDetermined() && guess.probability() >= SAID, guess.probability());
                }
            }
        }
        Tally all = new Tally();
        StringBuilder list = new StringBuilder();
        byLanguage.forEach((tag, tally) -> {
            all.right += tally.right;
            all.all += tally.all;
            list.append(String.format(Locale.ROOT, "%s %.0f, ", tag, tally.percent()));
        });
        System.out.printf(
                Locale.ROOT,
                "%n%d paragraphs in %d languages that were never met: %.1f %% said with %.1f or more.%n%s%n",
                all.all,
                byLanguage.size(),
                all.percent(),
                SAID,
                list);
    }
}
