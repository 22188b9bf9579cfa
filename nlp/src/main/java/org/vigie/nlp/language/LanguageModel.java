/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Set;
import java.util.TreeSet;

/**
 * A trained model: its languages by script, their weights, and the temperatures that make probabilities of scores.
 * Immutable.
 */
final class LanguageModel {
    /** Calibration is measured in steps of letter counts 1, 2-3, 4-7, 8-15, ... */
    static final int LENGTH_CLASSES = 10;

    final Labels labels;
    /** Label numbers by script; empty where no model is needed. */
    final int[][] labelsOfScript;

    /** What one unit of a quantised weight is worth, by script. */
    final float[] scale;

    /** Score of a label before any evidence, in quantised units. */
    final int[] bias;

    /** From scores to probabilities, by script and length class; only for scripts that have labels. */
    private final Softmax[][] softmax;

    final WeightTable weights;

    LanguageModel(Labels labels, float[] scale, int[] bias, float[][] temperature, WeightTable weights) {
        this.labels = labels;
        this.scale = scale;
        this.bias = bias;
        this.weights = weights;
        softmax = new Softmax[Scripts.count()][];
        labelsOfScript = new int[Scripts.count()][];
        for (int s = 0; s < labelsOfScript.length; s++) {
            labelsOfScript[s] = labels.of(s);
            if (labelsOfScript[s].length > 0) {
                softmax[s] = new Softmax[LENGTH_CLASSES];
                for (int c = 0; c < LENGTH_CLASSES; c++) {
                    softmax[s][c] = new Softmax(scale[s] / (double) temperature[s][c]);
                }
            }
        }
    }

    /** What turns scores of so many letters into probabilities. */
    Softmax softmax(int script, int letters) {
        return softmax[script][lengthClass(letters)];
    }

    /** The temperature of a script and a class of letter counts. */
    float temperature(int script, int lengthClass) {
        return (float) (scale[script] / softmax[script][lengthClass].factor);
    }

    /** The class of a letter count for calibration. */
    static int lengthClass(int letters) {
        return Math.min(LENGTH_CLASSES - 1, 31 - Integer.numberOfLeadingZeros(Math.max(1, letters)));
    }

    /** All tags that this model can answer, sorted. */
    Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        for (int i = 0; i < labels.size(); i++) {
            tags.add(labels.get(i).tag());
        }
        return tags;
    }
}
