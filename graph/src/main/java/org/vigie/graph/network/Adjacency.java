/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.util.Arrays;
import java.util.OptionalInt;

/** The edges of each account, over edges sorted by source and then target: 4 bytes per edge and 8 per account. */
final class Adjacency {
    private final EdgeColumns edges;
    /** Edges of which v is the source: {@code upper[v]..upper[v + 1]}, as edges are sorted by source. */
    private final int[] upper;
    /** Edges of which v is the target: {@code lowerEdges[lower[v]..lower[v + 1]]}, by source. */
    private final int[] lower;

    private final int[] lowerEdges;

    Adjacency(int accounts, EdgeColumns edges) {
        this.edges = edges;
        upper = new int[accounts + 1];
        lower = new int[accounts + 1];
        for (int e = 0; e < edges.size; e++) {
            upper[edges.source[e] + 1]++;
            lower[edges.target[e] + 1]++;
        }
        for (int v = 0; v < accounts; v++) {
            upper[v + 1] += upper[v];
            lower[v + 1] += lower[v];
        }
        lowerEdges = new int[edges.size];
        int[] next = Arrays.copyOf(lower, accounts);
        for (int e = 0; e < edges.size; e++) {
            lowerEdges[next[edges.target[e]]++] = e;
        }
    }

    OptionalInt find(int account, int other) {
        int source = Math.min(account, other);
        int e = Arrays.binarySearch(edges.target, upper[source], upper[source + 1], Math.max(account, other));
        return e < 0 ? OptionalInt.empty() : OptionalInt.of(e);
    }

    int degree(int account) {
        return upper[account + 1] - upper[account] + lower[account + 1] - lower[account];
    }

    void forEach(int account, CoordinationNetwork.NeighbourConsumer consumer) {
        for (int i = lower[account]; i < lower[account + 1]; i++) {
            consumer.accept(edges.source[lowerEdges[i]], lowerEdges[i]);
        }
        for (int e = upper[account]; e < upper[account + 1]; e++) {
            consumer.accept(edges.target[e], e);
        }
    }

    double strength(int account) {
        double sum = 0;
        for (int i = lower[account]; i < lower[account + 1]; i++) {
            sum += edges.weight[lowerEdges[i]];
        }
        for (int e = upper[account]; e < upper[account + 1]; e++) {
            sum += edges.weight[e];
        }
        return sum;
    }

    int[] edgesOf(int account) {
        int[] result = new int[degree(account)];
        int size = lower[account + 1] - lower[account];
        System.arraycopy(lowerEdges, lower[account], result, 0, size);
        for (int e = upper[account]; e < upper[account + 1]; e++) {
            result[size++] = e;
        }
        return result;
    }
}
