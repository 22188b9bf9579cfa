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
    private final int limited;

    /**
     * Puts a network and its tests together.
     *
     * @param network the network
     * @param p the p-value of each edge
     * @param q the q-value of each edge
     * @param limited as {@link #limited()}
     * @throws IllegalArgumentException if there is not one of each for every edge, or {@code limited} is below 0
     */
    public TestedNetwork(CoordinationNetwork network, double[] p, double[] q, int limited) {
        if (p.length != network.edgeCount() || q.length != network.edgeCount()) {
            throw new IllegalArgumentException("there must be one p-value and one q-value for each of "
                    + network.edgeCount() + " edges but there are " + p.length + " and " + q.length);
        }
        if (limited < 0) {
            throw new IllegalArgumentException("limited must be at least 0 but was " + limited);
        }
        this.network = network;
        this.limited = limited;
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
     * The number of objects on which so many accounts acted at once that only the meetings closest in time are drawn.
     *
     * @return the number; 0 if all meetings within the window are drawn
     */
    public int limited() {
        return limited;
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
