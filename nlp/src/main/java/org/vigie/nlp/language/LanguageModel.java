/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A trained model: its languages by script, their weights, and the temperatures that make probabilities of scores.
 * Immutable.
 */
final class LanguageModel {
    /** Calibration is measured in steps of letter counts 1, 2-3, 4-7, 8-15, ... */
    static final int LENGTH_CLASSES = 10;

    /** One label is one language in one script. */
    record Label(String tag, int script) {}

    /** The labels of a script stand together. */
    final List<Label> labels;
    /** Label numbers by script; empty where no model is needed. */
    final int[][] labelsOfScript;

    /** What one unit of a quantised weight is worth, by script. */
    final float[] scale;

    /** Score of a label before any evidence, in quantised units. */
    final int[] bias;

    /** From scores to probabilities, by script and length class; only for scripts that have labels. */
    private final Softmax[][] softmax;

    final WeightTable weights;

    LanguageModel(List<Label> labels, float[] scale, int[] bias, float[][] temperature, ModelRows rows) {
        this.labels = List.copyOf(labels);
        this.scale = scale;
        this.bias = bias;
        softmax = new Softmax[Scripts.count()][];
        labelsOfScript = new int[Scripts.count()][];
        for (int s = 0; s < labelsOfScript.length; s++) {
            int script = s;
            labelsOfScript[s] = IntStream.range(0, labels.size())
                    .filter(i -> labels.get(i).script() == script)
                    .toArray();
            if (labelsOfScript[s].length > 0) {
                softmax[s] = new Softmax[LENGTH_CLASSES];
                for (int c = 0; c < LENGTH_CLASSES; c++) {
                    softmax[s][c] = new Softmax(scale[s] / (double) temperature[s][c]);
                }
            }
        }
        weights = new WeightTable(this.labels, rows);
    }

    /** What turns scores of so many letters into probabilities. */
    Softmax softmax(int script, int letters) {
        return softmax[script][lengthClass(letters)];
    }

    /** The class of a letter count for calibration. */
    static int lengthClass(int letters) {
        return Math.min(LENGTH_CLASSES - 1, 31 - Integer.numberOfLeadingZeros(Math.max(1, letters)));
    }

    /** All tags that this model can answer, sorted. */
    List<String> tags() {
        String[] tags = labels.stream().map(Label::tag).distinct().toArray(String[]::new);
        Arrays.sort(tags);
        return List.of(tags);
    }
}
