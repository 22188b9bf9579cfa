/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.score;

import java.util.Arrays;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Measures of accounts by their place in the network: strength, coreness, clustering. Stateless, deterministic and
 * thread-safe.
 */
public final class NodeMeasures {
    private NodeMeasures() {}

    /**
     * Returns the sum of weights of each account's edges.
     *
     * @param network the network
     * @return a new array by account
     */
    public static double[] strength(CoordinationNetwork network) {
        double[] result = new double[network.accountCount()];
        for (int v = 0; v < result.length; v++) {
            result[v] = network.strength(v);
        }
        return result;
    }

    /**
     * Returns the coreness of each account: the largest k with a sub-network that it is in, whose accounts all have k
     * neighbours or more there. Source: V. Batagelj and M. Zaversnik, "An O(m) algorithm for cores decomposition of
     * networks", 2003. O(e).
     *
     * @param network the network
     * @return a new array by account
     */
    public static int[] coreness(CoordinationNetwork network) {
        int n = network.accountCount();
        int[] degree = new int[n];
        int most = 0;
        for (int v = 0; v < n; v++) {
            degree[v] = network.degree(v);
            most = Math.max(most, degree[v]);
        }
        // Accounts sorted by degree in bins; taking the smallest away moves its neighbours one bin down.
        int[] bin = new int[most + 2];
        for (int d : degree) {
            bin[d + 1]++;
        }
        for (int d = 0; d <= most; d++) {
            bin[d + 1] += bin[d];
        }
        int[] place = new int[n];
        int[] order = new int[n];
        int[] next = bin.clone();
        for (int v = 0; v < n; v++) {
            place[v] = next[degree[v]]++;
            order[place[v]] = v;
        }
        for (int i = 0; i < n; i++) {
            int v = order[i];
            network.forEachNeighbour(v, (u, e) -> {
                if (degree[u] > degree[v]) {
                    int first = bin[degree[u]];
                    int other = order[first];
                    if (other != u) {
                        order[place[u]] = other;
                        place[other] = place[u];
                        order[first] = u;
                        place[u] = first;
                    }
                    bin[degree[u]]++;
                    degree[u]--;
                }
            });
        }
        return degree;
    }

    /**
     * Returns the number of triangles through each account. Each triangle is found once, from the end of lowest degree:
     * O(e sqrt(e)).
     *
     * @param network the network
     * @return a new array by account
     */
    public static long[] triangles(CoordinationNetwork network) {
        int n = network.accountCount();
        int[] rank = ranks(network);
        // Neighbours of higher rank only: at most sqrt(2 e) each.
        int[] start = new int[n + 1];
        for (int e = 0; e < network.edgeCount(); e++) {
            int low = rank[network.source(e)] < rank[network.target(e)] ? network.source(e) : network.target(e);
            start[low + 1]++;
        }
        for (int v = 0; v < n; v++) {
            start[v + 1] += start[v];
        }
        int[] higher = new int[network.edgeCount()];
        int[] next = start.clone();
        for (int e = 0; e < network.edgeCount(); e++) {
            boolean sourceLow = rank[network.source(e)] < rank[network.target(e)];
            int low = sourceLow ? network.source(e) : network.target(e);
            higher[next[low]++] = sourceLow ? network.target(e) : network.source(e);
        }
        long[] result = new long[n];
        int[] mark = new int[n];
        Arrays.fill(mark, -1);
        for (int v = 0; v < n; v++) {
            for (int i = start[v]; i < start[v + 1]; i++) {
                mark[higher[i]] = v;
            }
            for (int i = start[v]; i < start[v + 1]; i++) {
                int u = higher[i];
                for (int j = start[u]; j < start[u + 1]; j++) {
                    if (mark[higher[j]] == v) {
                        result[v]++;
                        result[u]++;
                        result[higher[j]]++;
                    }
                }
            }
        }
        return result;
    }

    private static int[] ranks(CoordinationNetwork network) {
        int n = network.accountCount();
        long[] keys = new long[n];
        for (int v = 0; v < n; v++) {
            keys[v] = ((long) network.degree(v) << 32) | v;
        }
        Arrays.sort(keys);
        int[] rank = new int[n];
        for (int i = 0; i < n; i++) {
            rank[(int) keys[i]] = i;
        }
        return rank;
    }

    /**
     * Returns the clustering of each account: the share of its pairs of neighbours that are neighbours themselves; 0 for
     * fewer than two neighbours. Source: D. J. Watts and S. H. Strogatz, "Collective dynamics of small-world networks",
     * 1998. O(e sqrt(e)).
     *
     * @param network the network
     * @return a new array by account, each in [0, 1]
     */
    public static double[] clustering(CoordinationNetwork network) {
        long[] triangles = triangles(network);
        double[] result = new double[triangles.length];
        for (int v = 0; v < result.length; v++) {
            double pairs = 0.5 * network.degree(v) * (network.degree(v) - 1.0);
            result[v] = pairs == 0 ? 0 : triangles[v] / pairs;
        }
        return result;
    }

    /**
     * Returns the transitivity of the network: three times the triangles divided by the paths of two edges. O(e sqrt(e)).
     *
     * @param network the network
     * @return the transitivity, in [0, 1]; 0 if there are no paths of two edges
     */
    public static double transitivity(CoordinationNetwork network) {
        double closed = Arrays.stream(triangles(network)).sum();
        double paths = 0;
        for (int v = 0; v < network.accountCount(); v++) {
            paths += 0.5 * network.degree(v) * (network.degree(v) - 1.0);
        }
        return paths == 0 ? 0 : closed / paths;
    }
}
