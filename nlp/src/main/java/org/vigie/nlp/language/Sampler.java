/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Draws what training sees: a language by its prior, a length, then words from its text or its lists. */
final class Sampler {
    /** The most words of a sample. */
    static final int MAX_WORDS = 12;

    /** The most words of a sample from lists. */
    private static final int MAX_LISTED = 6;

    /** The share of words that a language without a label has from its neighbour. */
    private static final double NEIGHBOUR = 0.5;

    /** The share of samples that are stripped of accents. */
    private static final double UNACCENTED = 0.1;

    /** The sample: its words, their lengths, and how many there are. */
    final char[][] words = new char[MAX_WORDS][WordReader.MAX_WORD];

    final int[] lengths = new int[MAX_WORDS];
    int wordCount;

    private final List<TrainingLabel> labels;
    private final double[] prior;
    private final SplittableRandom random;

    Sampler(List<TrainingLabel> labels, double[] prior, SplittableRandom random) {
        this.labels = labels;
        this.prior = cumulate(prior);
        this.random = random;
    }

    private static double[] cumulate(double[] weights) {
        double[] result = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            result[i] = sum;
        }
        return result;
    }

    /** Draws a sample into the word buffers and returns its label. */
    int draw() {
        int i = Arrays.binarySearch(prior, random.nextDouble() * prior[prior.length - 1]);
        int label = Math.min(prior.length - 1, i < 0 ? -i - 1 : i);
        TrainingLabel data = labels.get(label);
        double kind = random.nextDouble();
        int wanted = kind < 0.5 ? 1 : kind < 0.77 ? 2 : kind < 0.95 ? 3 + random.nextInt(4) : MAX_WORDS;
        if (data.strangers.isEmpty()) {
            draw(data, wanted);
        } else {
            drawStranger(data, wanted);
        }
        if (random.nextDouble() < UNACCENTED) {
            for (int w = 0; w < wordCount; w++) {
                Unaccented.apply(words[w], lengths[w]);
            }
        }
        return label;
    }

    private void drawStranger(TrainingLabel data, int wanted) {
        TrainingLabel.Stranger stranger = data.strangers.get(random.nextInt(data.strangers.size()));
        int count = Math.min(wanted, MAX_LISTED);
        for (wordCount = 0; wordCount < count; wordCount++) {
            boolean isOwn = wordCount == 0 || random.nextDouble() >= NEIGHBOUR;
            lengths[wordCount] = stranger.draw(random, isOwn, words[wordCount]);
        }
    }

    private void draw(TrainingLabel data, int wanted) {
        int lists = data.lists.size();
        boolean fromText = data.text.words() > 0 && (lists == 0 || wanted > 6 || random.nextDouble() < 0.34);
        wordCount = 0;
        if (fromText) {
            int word = random.nextInt(data.text.words());
            if (wanted == 1) {
                for (int tries = 0; tries < 3 && data.text.length(word) < 5; tries++) {
                    word = random.nextInt(data.text.words());
                }
            }
            int stop = Math.min(word + wanted, data.text.words());
            while (word < stop) {
                data.text.copy(word, words[wordCount]);
                lengths[wordCount++] = data.text.length(word++);
            }
        } else {
            TrainingLabel.WordList list = data.lists.get(random.nextInt(lists));
            int count = Math.min(wanted, MAX_LISTED);
            while (wordCount < count) {
                lengths[wordCount] = list.draw(random, words[wordCount]);
                if (wanted == 1) {
                    for (int tries = 0; tries < 3 && lengths[0] < 5; tries++) {
                        lengths[0] = list.draw(random, words[0]);
                    }
                }
                wordCount++;
            }
        }
    }
}
