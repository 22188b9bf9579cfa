/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/** The outcome of training on a script: weights by feature, each a list of label and weight, in real numbers. */
final class TrainedRows {
    final int[] keys;
    final int[] prefixes;
    final char[] letters;
    final byte[][] rowLabels;
    final float[][] rowWeights;
    final float[] bias;

    TrainedRows(int[] keys, int[] prefixes, char[] letters, byte[][] rowLabels, float[][] rowWeights, float[] bias) {
        this.keys = keys;
        this.prefixes = prefixes;
        this.letters = letters;
        this.rowLabels = rowLabels;
        this.rowWeights = rowWeights;
        this.bias = bias;
    }
}
