/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Groups languages that are no labels by their letters. A linear model can tell a family of languages from the others,
 * but hardly all strangers at once. Spherical k-means (I. Dhillon and D. Modha, 2001) over hashed three-letter
 * sequences, the best of some starts.
 */
final class Strangers {
    private static final int DIMENSIONS = 1 << 12;
    private static final int STARTS = 5;
    private static final int ROUNDS = 15;

    private Strangers() {}

    /** The group of each part, from 0. */
    static int[] group(List<Declaration.Part> parts, int groups, long seed) {
        float[][] profiles = parts.stream().map(Strangers::profile).toArray(float[][]::new);
        SplittableRandom random = new SplittableRandom(seed);
        int[] best = new int[profiles.length];
        double most = -1;
        for (int start = 0; start < STARTS; start++) {
            float[][] centres = new float[groups][];
            for (int g = 0; g < groups; g++) {
                centres[g] = profiles[random.nextInt(profiles.length)].clone();
            }
            int[] group = new int[profiles.length];
            double sum = 0;
            for (int round = 0; round < ROUNDS; round++) {
                sum = assign(profiles, centres, group);
                move(profiles, centres, group);
            }
            if (sum > most) {
                most = sum;
                best = group;
            }
        }
        return best;
    }

    private static double assign(float[][] profiles, float[][] centres, int[] group) {
        double sum = 0;
        for (int p = 0; p < profiles.length; p++) {
            float nearest = -1;
            for (int g = 0; g < centres.length; g++) {
                float cosine = 0;
                for (int d = 0; d < DIMENSIONS; d++) {
                    cosine += profiles[p][d] * centres[g][d];
                }
                if (cosine > nearest) {
                    nearest = cosine;
                    group[p] = g;
                }
            }
            sum += nearest;
        }
        return sum;
    }

    private static void move(float[][] profiles, float[][] centres, int[] group) {
        for (int g = 0; g < centres.length; g++) {
            float[] centre = new float[DIMENSIONS];
            boolean isEmpty = true;
            for (int p = 0; p < profiles.length; p++) {
                for (int d = 0; group[p] == g && d < DIMENSIONS; d++) {
                    centre[d] += profiles[p][d];
                    isEmpty = false;
                }
            }
            if (!isEmpty) {
                normalise(centre);
                centres[g] = centre;
            }
        }
    }

    private static float[] profile(Declaration.Part part) {
        float[] profile = new float[DIMENSIONS];
        for (String line : part.lines) {
            WordReader words = new WordReader(line, 0, line.length());
            while (words.next()) {
                for (int i = -1; i < words.length - 1; i++) {
                    int hash = Ngrams.SEED;
                    for (int j = i; j < i + 3; j++) {
                        char c = j < 0 || j >= words.length ? Ngrams.BOUNDARY : words.word[j];
                        hash = Ngrams.extend(hash, c);
                    }
                    profile[hash & (DIMENSIONS - 1)]++;
                }
            }
        }
        for (int d = 0; d < DIMENSIONS; d++) {
            profile[d] = (float) Math.sqrt(profile[d]);
        }
        normalise(profile);
        return profile;
    }

    private static void normalise(float[] vector) {
        float sum = 0;
        for (float v : vector) {
            sum += v * v;
        }
        float length = (float) Math.sqrt(sum);
        for (int d = 0; d < vector.length && length > 0; d++) {
            vector[d] /= length;
        }
    }
}
