/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/**
 * A cluster of texts: copies of one text, or distinct texts that verified pairs connect.
 *
 * <p>Immutable and thread-safe.
 */
public final class DuplicateCluster {
    private final int id;
    private final int[] members;
    private final int medoid;
    private final ClusterType type;

    DuplicateCluster(int id, int[] members, int medoid, ClusterType type) {
        this.id = id;
        this.members = members;
        this.medoid = medoid;
        this.type = type;
    }

    /**
     * Gives the number of the cluster.
     *
     * @return its id: dense from 0, in order of first members
     */
    public int id() {
        return id;
    }

    /**
     * Gives the texts of the cluster, copies included.
     *
     * @return a new array of text indices, ascending
     */
    public int[] members() {
        return members.clone();
    }

    /**
     * Tells how many texts the cluster has.
     *
     * @return the number of members, at least 2
     */
    public int size() {
        return members.length;
    }

    /**
     * Gives the text that is nearest to the others.
     *
     * @return the index of the text with the greatest sum of Jaccard over its verified pairs; of equals the first
     */
    public int medoid() {
        return medoid;
    }

    /**
     * Gives what the evidence says of the texts.
     *
     * @return the type
     */
    public ClusterType type() {
        return type;
    }

    @Override
    public String toString() {
        return "cluster " + id + " (" + type + ", " + members.length + " texts, medoid " + medoid + ")";
    }
}
