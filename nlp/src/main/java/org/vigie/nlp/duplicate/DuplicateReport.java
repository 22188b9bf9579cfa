/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.List;

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
     */
    public int clusterOf(int text) {
        return clusterOf[text];
    }

    /**
     * Finds the first copy of a text.
     *
     * @param text the index of a text
     * @return the index of the first text that is the same after normalisation, or -1 when nothing is left of it
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
}
