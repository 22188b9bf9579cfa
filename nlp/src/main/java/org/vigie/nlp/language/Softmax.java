/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/**
 * The exponentials of differences of scores, which are whole numbers, in a table: one load each, and the same bits on
 * every machine.
 */
final class Softmax {
    /** Log-odds that no longer count. */
    private static final double NEGLIGIBLE = 12;

    private static final int MAX_SIZE = 1 << 13;

    /** What a unit of score is worth in log-odds. */
    final double factor;

    private final double[] table;

    Softmax(double factor) {
        this.factor = factor;
        table = new double[(int) Math.min(MAX_SIZE, NEGLIGIBLE / factor + 2)];
        for (int d = 0; d < table.length - 1; d++) {
            double logit = -d * factor;
            table[d] = logit > -NEGLIGIBLE ? exp(logit) : 0;
        }
    }

    /** e^(-difference * factor); differences beyond any doubt give 0. */
    double of(int difference) {
        return table[Math.min(difference, table.length - 1)];
    }

    /** The sum over labels, in four parts that need not wait for one another. */
    double sum(int[] labels, int[] scores, int max) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < labels.length; i += 4) {
            a += of(max - scores[labels[i]]);
            b += of(max - scores[labels[i + 1]]);
            c += of(max - scores[labels[i + 2]]);
            d += of(max - scores[labels[i + 3]]);
        }
        for (; i < labels.length; i++) {
            a += of(max - scores[labels[i]]);
        }
        return a + b + c + d;
    }

    /** e^x for x in [-40, 0], to 1e-9, by plain arithmetic. */
    static double exp(double x) {
        double y = x * 1.4426950408889634;
        int n = (int) (y - 0.5);
        double r = x - n * 0.6931471805599453;
        double p = 1;
        for (int i = 8; i > 0; i--) {
            p = 1 + r / i * p;
        }
        return p * Double.longBitsToDouble((n + 1023L) << 52);
    }
}
