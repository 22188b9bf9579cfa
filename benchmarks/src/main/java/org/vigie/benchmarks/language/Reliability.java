/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.util.Locale;

/**
 * How honest probabilities are: texts in ten bins by the probability said, with the share that was right (C. Guo et
 * al., <i>On Calibration of Modern Neural Networks</i>, 2017).
 */
public final class Reliability {
    private static final int BINS = 10;

    private final long[] texts = new long[BINS];
    private final long[] right = new long[BINS];
    private final double[] said = new double[BINS];

    /** Counts one answer. */
    void add(double probability, boolean isRight) {
        int bin = (int) Math.min(BINS - 1, probability * BINS);
        texts[bin]++;
        right[bin] += isRight ? 1 : 0;
        said[bin] += probability;
    }

    /**
     * The expected calibration error: the mean distance between probability and share, by text.
     *
     * @return in [0, 1]; NaN without texts
     */
    public double error() {
        double distance = 0;
        long all = 0;
        for (int b = 0; b < BINS; b++) {
            distance += Math.abs(said[b] - right[b]);
            all += texts[b];
        }
        return distance / all;
    }

    /**
     * The table, in Markdown.
     *
     * @return three rows, a column a bin
     */
    public String table() {
        StringBuilder probabilities = new StringBuilder("| probability said |");
        StringBuilder shares = new StringBuilder("| right |");
        StringBuilder counts = new StringBuilder("| texts |");
        for (int b = 0; b < BINS; b++) {
            if (texts[b] > 0) {
                probabilities.append(String.format(Locale.ROOT, " %.2f |", said[b] / texts[b]));
                shares.append(String.format(Locale.ROOT, " %.2f |", (double) right[b] / texts[b]));
                counts.append(' ').append(texts[b]).append(" |");
            }
        }
        String line =
                "|---".repeat((int) probabilities.chars().filter(c -> c == '|').count() - 1) + "|";
        return probabilities + "\n" + line + "\n" + shares + "\n" + counts + "\n";
    }
}
