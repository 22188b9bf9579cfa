/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.language.LanguageSpan;

/**
 * How well mixed texts are cut. They are stretches of lines that were kept out of training, of one or two languages,
 * put end to end with or without a full stop. A cut is right within one word of the true place.
 */
public final class SpanAccuracy {
    private static final int TEXTS = 1000;
    private static final List<List<String>> PAIRS = List.of(
            List.of("fr", "en"), List.of("es", "en"), List.of("de", "en"), List.of("tr", "de"), List.of("pt", "es"));

    private SpanAccuracy() {}

    /**
     * The outcome for one pair of languages and one length of stretch.
     *
     * @param precision share of the cuts made that are right
     * @param recall share of the true changes of language that were cut
     * @param letters share of the characters with the right tag
     * @param whole share of the texts of one language that were left whole
     */
    public record Result(double precision, double recall, double letters, double whole) {
        /**
         * The harmonic mean of precision and recall.
         *
         * @return in [0, 1]
         */
        public double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    /**
     * Prints the figures as Markdown.
     *
     * @param args folder of texts; with {@code --model FILE} before it, another model than the shipped one; with
     *     {@code --trained} at the end, lines of the training itself, to choose settings on
     * @throws IOException when a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        boolean own = args[0].equals("--model");
        LanguageIdentifier identifier = own ? LanguageIdentifier.load(Path.of(args[1])) : LanguageIdentifier.load();
        boolean heldOut = !args[args.length - 1].equals("--trained");
        Map<String, List<String>> lines = HeldOutLines.read(Path.of(args[own ? 2 : 0]), Set.of(), heldOut);
        System.out.println("| languages | words in each part | precision | recall | F1 | letters right | left whole |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (List<String> pair : PAIRS) {
            for (int words : new int[] {3, 5, 8}) {
                Result r = measure(identifier, lines, pair, words);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                        String.join(", ", pair),
                        words,
                        r.precision,
                        r.recall,
                        r.f1(),
                        r.letters,
                        r.whole);
            }
        }
    }

    /**
     * Measures one pair of languages.
     *
     * @param identifier what cuts
     * @param lines lines by tag
     * @param pair two tags
     * @param words how many words each part has
     * @return the outcome over 1000 texts, half of them mixed
     */
    static Result measure(
            LanguageIdentifier identifier, Map<String, List<String>> lines, List<String> pair, int words) {
        SplittableRandom random = new SplittableRandom(pair.hashCode() + words);
        int cuts = 0;
        int changes = 0;
        int found = 0;
        int whole = 0;
        long letters = 0;
        long rightLetters = 0;
        for (int t = 0; t < TEXTS; t++) {
            boolean mixed = t % 2 == 0;
            String first = pair.get(random.nextInt(2));
            String second = mixed ? pair.get(1 - pair.indexOf(first)) : first;
            String head = stretch(lines.getOrDefault(first, List.of()), words, random);
            String joint = random.nextBoolean() ? ". " : " ";
            String text = head + joint + stretch(lines.getOrDefault(second, List.of()), words, random);
            int change = head.length() + joint.length();
            List<LanguageSpan> spans = identifier.spans(text);
            changes += mixed ? 1 : 0;
            whole += !mixed && spans.size() == 1 ? 1 : 0;
            cuts += spans.size() - 1;
            for (LanguageSpan span : spans) {
                int left = Math.min(span.end(), Math.max(change, span.start())) - span.start();
                rightLetters += (span.tag().equals(first) ? left : 0)
                        + (span.tag().equals(second) ? span.end() - span.start() - left : 0);
            }
            letters += text.length();
            found += mixed && spans.stream().skip(1).anyMatch(span -> isNear(text, span.start(), change)) ? 1 : 0;
        }
        return new Result(
                (double) found / Math.max(1, cuts),
                (double) found / changes,
                (double) rightLetters / letters,
                (double) whole / (TEXTS - changes));
    }

    /** So many words from somewhere in a line that has as many. */
    private static String stretch(List<String> lines, int words, SplittableRandom random) {
        List<String> parts = List.of();
        while (parts.size() < words) {
            parts = new ArrayList<>(
                    List.of(lines.get(random.nextInt(lines.size())).strip().split("\\s+", -1)));
            parts.removeIf(p -> p.codePoints().noneMatch(Character::isLetter));
        }
        int from = random.nextInt(parts.size() - words + 1);
        return String.join(" ", parts.subList(from, from + words));
    }

    /** Whether at most one word stands between two places. */
    private static boolean isNear(String text, int a, int b) {
        return text.substring(Math.min(a, b), Math.max(a, b)).strip().split("\\s+", -1).length <= 1;
    }
}
