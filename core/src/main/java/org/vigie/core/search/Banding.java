/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.util.Locale;
import org.vigie.core.internal.Checks;
import org.vigie.core.internal.Hashing;

/**
 * How a signature is cut into bands of rows: two sets become a candidate pair when all rows of at least one band agree.
 *
 * <p>Source: Piotr Indyk and Rajeev Motwani, "Approximate nearest neighbors", 1998; Jure Leskovec, Anand Rajaraman and
 * Jeffrey Ullman, "Mining of massive datasets", chapter 3. The S-curve of candidate probability is
 * {@code 1 - (1 - j^rows)^bands}. Immutable and thread-safe.
 *
 * @param bands the number of bands, at least 1
 * @param rows the number of components in a band, at least 1
 */
public record Banding(int bands, int rows) {
    private static final int DEFAULT_COMPONENTS = 128;

    /**
     * Checks the values.
     *
     * @param bands the number of bands, at least 1
     * @param rows the number of components in a band, at least 1
     * @throws IllegalArgumentException if a number is outside [1, 65536]
     */
    public Banding {
        Checks.between("bands", bands, 1, 1 << 16);
        Checks.between("rows", rows, 1, 1 << 16);
    }

    /**
     * Chooses the banding of at most 128 components that reaches a recall at the threshold with the fewest false
     * candidates.
     *
     * @param threshold the least Jaccard that must be found, in (0, 1]
     * @param recall the least probability of finding a pair exactly at the threshold, in (0, 1)
     * @return the banding
     * @throws IllegalArgumentException if a value is out of range or no banding of 128 components reaches the recall
     */
    public static Banding forThreshold(double threshold, double recall) {
        return forThreshold(threshold, recall, DEFAULT_COMPONENTS);
    }

    /**
     * Chooses the banding that reaches a recall at the threshold with the fewest false candidates. It has the most rows
     * that reach it, and for them the fewest bands.
     *
     * @param threshold the least Jaccard that must be found, in (0, 1]
     * @param recall the least probability of finding a pair exactly at the threshold, in (0, 1)
     * @param components the largest {@code bands * rows}
     * @return the banding
     * @throws IllegalArgumentException if a value is out of range or no banding reaches the recall
     */
    public static Banding forThreshold(double threshold, double recall, int components) {
        Checks.fraction("threshold", threshold);
        if (!(recall > 0 && recall < 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "recall must be in (0, 1) but was %s", recall));
        }
        Checks.between("components", components, 1, 1 << 16);
        for (int rows = components; rows >= 1; rows--) {
            int most = components / rows;
            if (candidateProbability(threshold, most, rows) < recall) {
                continue;
            }
            int bands = most;
            while (bands > 1 && candidateProbability(threshold, bands - 1, rows) >= recall) {
                bands--;
            }
            return new Banding(bands, rows);
        }
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "threshold must be at least %s to reach recall %s with %d components but was %s",
                1 - Math.pow(1 - recall, 1.0 / components),
                recall,
                components,
                threshold));
    }

    /**
     * Computes the S-curve: how likely two sets of a given Jaccard become a candidate pair.
     *
     * @param jaccard the Jaccard of the two sets, in [0, 1]
     * @return the probability
     * @throws IllegalArgumentException if the Jaccard is out of range
     */
    public double candidateProbability(double jaccard) {
        if (!(jaccard >= 0 && jaccard <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "jaccard must be in [0, 1] but was %s", jaccard));
        }
        return candidateProbability(jaccard, bands, rows);
    }

    /**
     * Tells how many components of the signature are used.
     *
     * @return {@code bands * rows}
     */
    public int components() {
        return bands * rows;
    }

    /**
     * Hashes one band of a signature into the key of its bucket.
     *
     * @param components the components of the signature
     * @param band the band, from 0
     * @return the key; keys of different bands are unrelated
     * @throws IndexOutOfBoundsException if there is no such band or there are fewer components than {@link #components()}
     */
    public long key(int[] components, int band) {
        long h = Hashing.GOLDEN * (band + 1L);
        for (int i = band * rows, end = i + rows; i < end; i++) {
            h = (h ^ components[i]) * 0xd6e8feb86659fd93L;
            h ^= h >>> 32;
        }
        return Hashing.mix(h);
    }

    // log1p and expm1 keep the tail exact where 1 - j^rows rounds to 1
    private static double candidateProbability(double jaccard, int bands, int rows) {
        return -Math.expm1(bands * Math.log1p(-Math.pow(jaccard, rows)));
    }
}
