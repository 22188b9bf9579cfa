/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.vigie.nlp.language.LanguageModelTrainer;

/**
 * Trains the language model from the command line.
 *
 * <p>Arguments: model file to write, seed, samples, weights, folder of texts, folders of word lists; before them any
 * number of {@code --without tag:source} (a source of a language that is to be left out), {@code --relearn tags --from model} (to
 * go on from, with tags that are to be learned again) and {@code --declaration file} (the Universal Declaration of Human Rights).
 */
public final class TrainLanguageModel {
    private TrainLanguageModel() {}

    /**
     * Runs the training.
     *
     * @param arguments options, then model, seed, samples, weights, texts, word lists
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        LanguageModelTrainer trainer = LanguageModelTrainer.withDefaults();
        Set<String> relearned = Set.of();
        int first = 0;
        for (; arguments[first].startsWith("--"); first += 2) {
            String value = arguments[first + 1];
            String[] pair = value.split(":", 2);
            if (arguments[first].equals("--relearn")) {
                relearned = Set.of(value.split(",", -1));
                continue;
            }
            trainer = switch (arguments[first]) {
                case "--without" -> trainer.without(pair[0], pair[1]);
                case "--from" -> trainer.from(Path.of(value), relearned);
                case "--declaration" -> trainer.withDeclaration(Path.of(value));
                default -> throw new IllegalArgumentException("option must be known but was " + arguments[first]);
            };
        }
        String[] args = Arrays.copyOfRange(arguments, first, arguments.length);
        Path model = Path.of(args[0]);
        List<Path> lists = Arrays.stream(args, 5, args.length).map(Path::of).toList();
        trainer.withSeed(Long.parseLong(args[1]))
                .withSamples(Long.parseLong(args[2]))
                .withWeights(Integer.parseInt(args[3]))
                .withLog(line -> System.out.printf("%6d s  %s%n", (System.nanoTime() - begin) / 1_000_000_000, line))
                .train(Path.of(args[4]), lists, model);
        System.out.println(Files.size(model) + " bytes");
    }
}
