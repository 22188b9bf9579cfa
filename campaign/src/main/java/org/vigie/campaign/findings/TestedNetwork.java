/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import org.vigie.graph.network.CoordinationNetwork;

/**
 * The accounts that co-act beyond chance: every edge with its p-value and its q-value among all pairs of accounts.
 *
 * <p>Immutable and thread-safe.
 */
public final class TestedNetwork {
    private final CoordinationNetwork network;
    private final double[] p;
    private final double[] q;

    /**
     * Puts a network and its tests together.
     *
     * @param network the network
     * @param p the p-value of each edge
     * @param q the q-value of each edge
     * @throws IllegalArgumentException if there is not one of each for every edge
     */
    public TestedNetwork(CoordinationNetwork network, double[] p, double[] q) {
        if (p.length != network.edgeCount() || q.length != network.edgeCount()) {
            throw new IllegalArgumentException("there must be one p-value and one q-value for each of "
                    + network.edgeCount() + " edges but there are " + p.length + " and " + q.length);
        }
        this.network = network;
        this.p = p.clone();
        this.q = q.clone();
    }

    /**
     * The network, with all accounts of the input as vertices.
     *
     * @return the network
     */
    public CoordinationNetwork network() {
        return network;
    }

    /**
     * The probability that two accounts so active share so many objects so popular by chance.
     *
     * @param edge the index of an edge
     * @return the p-value, corrected for the number of layers
     */
    public double p(int edge) {
        return p[edge];
    }

    /**
     * The false discovery rate at which an edge is kept.
     *
     * @param edge the index of an edge
     * @return the q-value
     */
    public double q(int edge) {
        return q[edge];
    }
}
