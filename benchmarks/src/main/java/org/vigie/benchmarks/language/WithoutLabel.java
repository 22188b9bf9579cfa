/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;

/**
 * Short everyday sentences in languages that have no label, beside the same in languages that have one. They were written
 * for this study, by the hand that wrote the training lists of the first kind, but before any answer was seen.
 */
public final class WithoutLabel {
    /** From here on a guess counts as said, as {@code vigie language --abstain} has it. */
    private static final double SAID = 0.7;

    private static final String LISTED = "listed";
    private static final String UNKNOWN = "unknown";

    private WithoutLabel() {}

    /**
     * What is said of the sentences.
     *
     * @param listed sentences in languages without a label of which training has a word list
     * @param listedSaid how many of them get a name
     * @param unknown sentences in other languages without a label
     * @param unknownSaid how many of them get a name
     * @param labelled sentences in languages with a label
     * @param right how many of them get the right name, however probable
     */
    public record Result(int listed, int listedSaid, int unknown, int unknownSaid, int labelled, int right) {}

    /**
     * Reads all sentences.
     *
     * @param identifier answers
     * @return the counts
     * @throws IOException if the sentences cannot be read
     */
    public static Result measure(LanguageIdentifier identifier) throws IOException {
        int listed = 0;
        int listedSaid = 0;
        int unknown = 0;
        int unknownSaid = 0;
        int labelled = 0;
        int right = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WithoutLabel.class.getResourceAsStream("sentences.tsv"), "sentences.tsv"),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", 3);
                LanguageGuess guess = identifier.identify(parts[2]);
                boolean isRight = guess.tag().equals(parts[1]);
                int said = guess.isDetermined() && guess.probability() >= SAID && !isRight ? 1 : 0;
                if (parts[0].equals(LISTED)) {
                    listed++;
                    listedSaid += said;
                } else if (parts[0].equals(UNKNOWN)) {
                    unknown++;
                    unknownSaid += said;
                } else {
                    labelled++;
                    right += isRight ? 1 : 0;
                }
            }
        }
        return new Result(listed, listedSaid, unknown, unknownSaid, labelled, right);
    }

    /**
     * Prints the counts.
     *
     * @param args a model file, or nothing for the shipped model
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        System.out.println(measure(
                args.length > 0 ? LanguageIdentifier.load(Path.of(args[0])) : LanguageIdentifier.withDefaults()));
    }
}
