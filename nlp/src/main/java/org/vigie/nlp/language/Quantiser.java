/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns trained weights into the small whole numbers that a model keeps. */
final class Quantiser {
    /** Fine steps of a weight in a coarse one. */
    static final int COARSE = 3;

    private Quantiser() {}

    /** What a fine step is worth: the largest weight, but at most 6, is 127 of them. */
    static float scale(TrainedRows result) {
        float max = 0;
        for (float[] row : result.rowWeights) {
            for (float w : row) {
                max = Math.max(max, Math.abs(w));
            }
        }
        return Math.max(1e-6f, Math.min(max, 6f) / 127f);
    }

    /** A value in fine units, rounded to coarse ones. */
    static int coarse(int fine) {
        int size = (Math.abs(fine) + COARSE / 2) / COARSE;
        return fine < 0 ? -size : size;
    }

    /**
     * The rows, as far as a longer n-gram or a weight needs them. Weights are rounded twice. The first time, to 127
     * fine steps each way, decides what is needed. The second time, to coarse steps, loses no accuracy and packs
     * better.
     */
    static List<ModelRows.Row> rows(TrainedRows r, int firstLabel, float scale) {
        short[][] entries = new short[r.keys.length][];
        boolean[] needed = new boolean[r.keys.length];
        for (int f = 0; f < r.keys.length; f++) {
            entries[f] = new short[r.rowLabels[f].length];
            int n = 0;
            boolean used = false;
            for (int i = 0; i < entries[f].length; i++) {
                int fine = Math.max(-127, Math.min(127, Math.round(r.rowWeights[f][i] / scale)));
                used |= fine != 0;
                int q = coarse(fine);
                if (q != 0) {
                    entries[f][n++] = (short) (((firstLabel + (r.rowLabels[f][i] & 0xFF)) << 8) | (q & 0xFF));
                }
            }
            entries[f] = Arrays.copyOf(entries[f], n);
            for (int g = f; used && g >= 0; g = r.prefixes[g]) {
                needed[g] = true;
            }
        }
        List<ModelRows.Row> rows = new ArrayList<>();
        StringBuilder gram = new StringBuilder();
        for (int f = 0; f < r.keys.length; f++) {
            if (needed[f] && r.letters[f] == ScriptTrainer.WORD) {
                rows.add(ModelRows.Row.word(r.keys[f], entries[f]));
            } else if (needed[f]) {
                gram.setLength(0);
                int g = f;
                for (; g >= 0; g = r.prefixes[g]) {
                    gram.append(r.letters[g]);
                }
                if (g == ScriptTrainer.BOUNDARY) {
                    gram.append(Ngrams.BOUNDARY);
                }
                rows.add(ModelRows.Row.gram(gram.reverse().toString(), entries[f]));
            }
        }
        return rows;
    }
}
