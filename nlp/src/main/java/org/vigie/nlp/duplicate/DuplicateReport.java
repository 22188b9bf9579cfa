/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a search for near-duplicates found.
 *
 * <p>A text is named by its index in the list that was searched. Immutable and thread-safe.
 */
public final class DuplicateReport {
    private final int[] representatives;
    private final int[] clusterOf;
    private final int distinct;
    private final List<DuplicatePair> pairs;
    private final List<DuplicatePair> reworded;
    private final List<DuplicateCluster> clusters;
    private final long capped;

    DuplicateReport(
            int[] representatives,
            int[] clusterOf,
            int distinct,
            List<DuplicatePair> pairs,
            List<DuplicatePair> reworded,
            List<DuplicateCluster> clusters,
            long capped) {
        this.representatives = representatives;
        this.clusterOf = clusterOf;
        this.distinct = distinct;
        this.pairs = pairs;
        this.reworded = reworded;
        this.clusters = clusters;
        this.capped = capped;
    }

    static DuplicateReport of(
            DistinctTexts texts, DuplicatePair[] pairs, DuplicatePair[] reworded, boolean cohesion, long capped) {
        Clusters clusters = new Clusters(texts.representatives, pairs, reworded, cohesion);
        return new DuplicateReport(
                texts.representatives,
                clusters.clusterOf,
                texts.size(),
                Collections.unmodifiableList(Arrays.asList(pairs)),
                Collections.unmodifiableList(Arrays.asList(reworded)),
                Collections.unmodifiableList(clusters.clusters),
                capped);
    }

    /**
     * Gives the verified pairs of distinct texts.
     *
     * @return the pairs, sorted by first and second index
     */
    public List<DuplicatePair> pairs() {
        return pairs;
    }

    /**
     * Gives the pairs of distinct texts that share words but too few characters for {@link #pairs()}.
     *
     * @return the pairs with the exact Jaccard of their word sets, sorted; none unless asked for
     */
    public List<DuplicatePair> rewordedPairs() {
        return reworded;
    }

    /**
     * Gives the clusters: texts that are copies of each other or connected by pairs.
     *
     * @return the clusters of two or more texts, in order of their first members
     */
    public List<DuplicateCluster> clusters() {
        return clusters;
    }

    /**
     * Finds the cluster of a text.
     *
     * @param text the index of a text
     * @return the id of its cluster, or -1 when it is in none
     * @throws IndexOutOfBoundsException if there is no such text
     */
    public int clusterOf(int text) {
        return clusterOf[text];
    }

    /**
     * Finds the first copy of a text.
     *
     * @param text the index of a text
     * @return the index of the first text that is the same after normalisation, or -1 when nothing is left of it
     * @throws IndexOutOfBoundsException if there is no such text
     */
    public int firstCopyOf(int text) {
        return representatives[text];
    }

    /**
     * Tells how many texts were searched.
     *
     * @return the number of texts
     */
    public int texts() {
        return representatives.length;
    }

    /**
     * Tells how many texts differ after normalisation.
     *
     * @return the number of distinct texts that are not empty
     */
    public int distinct() {
        return distinct;
    }

    /**
     * Tells how many candidate pairs were left unverified because their bucket was full.
     *
     * @return 0 unless very many variants of one text fell into one bucket
     */
    public long cappedPairs() {
        return capped;
    }

    /**
     * Two clusters whose medoids mean nearly the same: translations of each other, say.
     *
     * @param first the smaller cluster id
     * @param second the larger cluster id
     * @param cosine the cosine of the vectors of the two medoids
     */
    public record MeaningLink(int first, int second, double cosine) {}

    /**
     * Finds clusters that mean nearly the same, by vectors that the caller brings. Compares every two clusters: for up to
     * some ten thousand of them.
     *
     * @param texts the texts that were searched
     * @param embedder gives the vector of a text as written, whose direction stands for its meaning. It has one length
     *     for all texts and is not all zero. It is asked once for each medoid, in order of clusters. Vigie has no model
     *     of its own
     * @param threshold the least cosine of a link, in (0, 1]
     * @return the links, sorted by first and second id
     * @throws IllegalArgumentException if the threshold is out of range, the texts are not as many as were searched, or
     *     two vectors differ in length
     */
    public List<MeaningLink> linksByMeaning(List<String> texts, Function<String, float[]> embedder, double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "threshold must be in (0, 1] but was %s", threshold));
        }
        if (texts.size() != representatives.length) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "texts must be the %d searched but were %d", representatives.length, texts.size()));
        }
        float[][] vectors = new float[clusters.size()][];
        for (int id = 0; id < vectors.length; id++) {
            vectors[id] = embedder.apply(texts.get(clusters.get(id).medoid()));
        }
        List<MeaningLink> links = new ArrayList<>();
        for (int a = 0; a < vectors.length; a++) {
            for (int b = a + 1; b < vectors.length; b++) {
                double cosine = cosine(vectors[a], vectors[b]);
                if (cosine >= threshold) {
                    links.add(new MeaningLink(a, b, cosine));
                }
            }
        }
        return links;
    }

    private static double cosine(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "vectors must have the same length but had " + a.length + " and " + b.length);
        }
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            squareA += (double) a[i] * a[i];
            squareB += (double) b[i] * b[i];
        }
        return dot / Math.sqrt(squareA * squareB);
    }

    @Override
    public String toString() {
        return "DuplicateReport[texts=" + clusterOf.length + ", pairs=" + pairs.size() + ", clusters=" + clusters.size()
                + "]";
    }
}
