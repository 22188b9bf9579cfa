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
 * number of {@code --without tag:source} (a source of a language that is to be left out), {@code --from model} (to go on from),
 * {@code --relearn tags} (those of that model that are to be learned again, or {@code all}), {@code --declaration file} (the
 * Universal Declaration of Human Rights), {@code --scripts codes} (to train these only) and {@code --spellings} (texts train
 * the other alphabet of their language too).
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
        Path start = null;
        int at = 0;
        while (arguments[at].startsWith("--")) {
            String option = arguments[at++];
            if (option.equals("--spellings")) {
                trainer = trainer.withSpellings();
                continue;
            }
            String value = arguments[at++];
            String[] pair = value.split(":", 2);
            switch (option) {
                case "--without" -> trainer = trainer.without(pair[0], pair[1]);
                case "--from" -> start = Path.of(value);
                case "--relearn" -> relearned = Set.of(value.split(",", -1));
                case "--scripts" -> trainer = trainer.withScripts(Set.of(value.split(",", -1)));
                case "--declaration" -> trainer = trainer.withDeclaration(Path.of(value));
                default -> throw new IllegalArgumentException("option must be known but was " + option);
            }
        }
        if (start == null && !relearned.isEmpty()) {
            throw new IllegalArgumentException("--relearn must come with --from");
        }
        trainer = start == null ? trainer : trainer.from(start, relearned);
        String[] args = Arrays.copyOfRange(arguments, at, arguments.length);
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
