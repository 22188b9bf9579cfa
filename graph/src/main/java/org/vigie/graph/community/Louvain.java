/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.community;

import java.util.SplittableRandom;
import org.vigie.core.internal.Checks;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Finds communities by greedy modularity on the weights, level by level.
 *
 * <p>Source: V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, "Fast unfolding of communities in large
 * networks", 2008. Deviation: a queue of vertices to look at again instead of full rounds. {@link Leiden} is the better
 * choice: Louvain may return communities that are not connected.
 *
 * <p>About O(e) per level. The same network and seed give the same partition. Immutable and thread-safe.
 */
public final class Louvain {
    private final long seed;
    private final double resolution;

    private Louvain(long seed, double resolution) {
        this.seed = seed;
        this.resolution = resolution;
    }

    /**
     * Returns the method with seed 1 and resolution 1.
     *
     * @return the method
     */
    public static Louvain withDefaults() {
        return new Louvain(1, 1);
    }

    /**
     * Returns this method with another seed, which sets the order of visits.
     *
     * @param value the seed
     * @return the method
     */
    public Louvain withSeed(long value) {
        return new Louvain(value, resolution);
    }

    /**
     * Returns this method with another resolution; more than 1 gives smaller communities.
     *
     * @param value the resolution, finite and > 0
     * @return the method
     * @throws IllegalArgumentException if the resolution is not finite and > 0
     */
    public Louvain withResolution(double value) {
        return new Louvain(seed, checkResolution(value));
    }

    static double checkResolution(double value) {
        Checks.positive("resolution", value);
        return value;
    }

    /**
     * Divides the network into communities.
     *
     * @param network the network
     * @return the partition with its modularity
     */
    public Partition detect(CoordinationNetwork network) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] membership = identity(network.accountCount());
        WeightedGraph graph = WeightedGraph.of(network);
        while (graph.size > 0) {
            int[] label = identity(graph.size);
            boolean moved = LocalMoving.move(graph, label, resolution, random);
            int count = LocalMoving.compact(label);
            for (int v = 0; v < membership.length; v++) {
                membership[v] = label[membership[v]];
            }
            if (!moved || count == graph.size) {
                break;
            }
            graph = graph.fold(label, count);
        }
        return Partition.of(network, membership, resolution);
    }

    static int[] identity(int n) {
        int[] result = new int[n];
        for (int v = 0; v < n; v++) {
            result[v] = v;
        }
        return result;
    }
}
