/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.community;

import org.vigie.graph.network.CoordinationNetwork;

/** Divides a network into its connected components. Stateless and thread-safe. */
public final class Components {
    private Components() {}

    /**
     * Returns the components, in time linear in the edges.
     *
     * @param network the network
     * @return the partition into components
     */
    public static Partition of(CoordinationNetwork network) {
        int[] parent = new int[network.accountCount()];
        for (int v = 0; v < parent.length; v++) {
            parent[v] = v;
        }
        for (int e = 0; e < network.edgeCount(); e++) {
            int a = find(parent, network.source(e));
            int b = find(parent, network.target(e));
            parent[Math.max(a, b)] = Math.min(a, b);
        }
        int[] labels = new int[parent.length];
        for (int v = 0; v < parent.length; v++) {
            labels[v] = find(parent, v);
        }
        return Partition.of(network, labels, 1);
    }

    private static int find(int[] parent, int v) {
        int root = v;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
