/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Fits the softmax temperatures on held-out lines, cut to many lengths, so that probabilities are honest. */
final class Calibration {
    private static final int DRAWS_PER_LABEL = 3000;

    private final LanguageModel model;
    private final long seed;

    Calibration(LanguageModel model, long seed) {
        this.model = model;
        this.seed = seed;
    }

    private static final class Sample {
        final double[] logits;
        final int label;

        Sample(double[] logits, int label) {
            this.logits = logits;
            this.label = label;
        }
    }

    /** Writes the temperatures into the given table. */
    void fit(Map<Integer, Map<String, TrainingLabel>> byScript, float[][] temperature, Consumer<String> log) {
        for (Map.Entry<Integer, Map<String, TrainingLabel>> group : byScript.entrySet()) {
            int script = group.getKey();
            List<List<Sample>> classes = draw(List.copyOf(group.getValue().values()), script);
            float last = 1;
            StringBuilder line = new StringBuilder(Scripts.code(script) + " temperatures");
            for (int c = 0; c < LanguageModel.LENGTH_CLASSES; c++) {
                if (classes.get(c).size() >= 200) {
                    last = (float) best(classes.get(c));
                }
                temperature[script][c] = last;
                long right =
                        classes.get(c).stream().filter(Calibration::isRight).count();
                line.append(String.format(
                        Locale.ROOT,
                        " %.2f(%.1f%%)",
                        last,
                        100.0 * right / Math.max(1, classes.get(c).size())));
            }
            log.accept(line.toString());
        }
    }

    private List<List<Sample>> draw(List<TrainingLabel> members, int script) {
        List<List<Sample>> classes = new ArrayList<>();
        for (int c = 0; c < LanguageModel.LENGTH_CLASSES; c++) {
            classes.add(new ArrayList<>());
        }
        int[] ids = model.labelsOfScript[script];
        Scores scores = new Scores(model);
        char[] word = new char[WordReader.MAX_WORD];
        SplittableRandom random = new SplittableRandom(seed + 77);
        for (int m = 0; m < members.size(); m++) {
            TrainingLabel.Text text = members.get(m).heldOut;
            int draws = text.lines() == 0 ? 0 : Math.min(DRAWS_PER_LABEL, text.words());
            for (int d = 0; d < draws; d++) {
                int line = random.nextInt(text.lines());
                int from = text.firstWord(line);
                int size = text.endWord(line) - from;
                int wanted = Math.min(size, 1 << random.nextInt(6));
                int first = from + random.nextInt(size - wanted + 1);
                scores.clear();
                int letters = 0;
                for (int w = first; w < first + wanted; w++) {
                    text.copy(w, word);
                    letters += text.length(w);
                    scores.add(word, text.length(w), script);
                }
                scores.settle();
                double[] logits = new double[ids.length];
                for (int i = 0; i < ids.length; i++) {
                    logits[i] = (scores.byLabel[ids[i]] + model.bias[ids[i]]) * (double) model.scale[script];
                }
                classes.get(LanguageModel.lengthClass(letters)).add(new Sample(logits, m));
            }
        }
        return classes;
    }

    private static boolean isRight(Sample sample) {
        for (double logit : sample.logits) {
            if (logit > sample.logits[sample.label]) {
                return false;
            }
        }
        return true;
    }

    /** The temperature of least loss, by golden section over its logarithm. */
    private static double best(List<Sample> samples) {
        double low = -1.5;
        double high = 1.5;
        double ratio = 0.6180339887498949;
        while (high - low > 0.01) {
            double a = high - ratio * (high - low);
            double b = low + ratio * (high - low);
            if (loss(samples, StrictMath.exp(a)) < loss(samples, StrictMath.exp(b))) {
                high = b;
            } else {
                low = a;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private static double loss(List<Sample> samples, double temperature) {
        // A few made-up samples keep the temperature near 1 where nothing is ever wrong.
        double distance = StrictMath.log(temperature);
        double loss = 20 * distance * distance;
        for (Sample s : samples) {
            double max = Double.NEGATIVE_INFINITY;
            for (double logit : s.logits) {
                max = Math.max(max, logit);
            }
            double sum = 0;
            for (double logit : s.logits) {
                sum += StrictMath.exp((logit - max) / temperature);
            }
            loss += StrictMath.log(sum) - (s.logits[s.label] - max) / temperature;
        }
        return loss;
    }
}
