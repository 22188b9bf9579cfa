/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.community;

import java.util.Arrays;
import org.vigie.graph.network.CoordinationNetwork;

/** An undirected graph with weights in both directions, with loops on its vertices: what a community is folded into. */
final class WeightedGraph {
    final int size;
    final int[] start;
    final int[] neighbour;
    final double[] weight;
    /** Twice the weight inside a folded vertex. */
    final double[] loop;
    /** The strength of each vertex, loops included. */
    final double[] strength;
    /** The sum of all strengths: twice the weight of the network. */
    final double total;

    private WeightedGraph(int[] start, int[] neighbour, double[] weight, double[] loop) {
        this.size = loop.length;
        this.start = start;
        this.neighbour = neighbour;
        this.weight = weight;
        this.loop = loop;
        this.strength = loop.clone();
        double sum = 0;
        for (int v = 0; v < size; v++) {
            for (int i = start[v]; i < start[v + 1]; i++) {
                strength[v] += weight[i];
            }
            sum += strength[v];
        }
        this.total = sum;
    }

    static WeightedGraph of(CoordinationNetwork network) {
        int n = network.accountCount();
        int[] start = new int[n + 1];
        for (int v = 0; v < n; v++) {
            start[v + 1] = Math.addExact(start[v], network.degree(v));
        }
        int[] neighbour = new int[start[n]];
        double[] weight = new double[start[n]];
        int[] next = start.clone();
        // Sorted edges fill every list with the smaller neighbours first: lists come out sorted.
        for (int e = 0; e < network.edgeCount(); e++) {
            int u = network.source(e);
            int v = network.target(e);
            neighbour[next[u]] = v;
            weight[next[u]++] = network.weight(e);
            neighbour[next[v]] = u;
            weight[next[v]++] = network.weight(e);
        }
        return new WeightedGraph(start, neighbour, weight, new double[n]);
    }

    /** Folds vertices of one label, in [0, count), into one vertex. */
    WeightedGraph fold(int[] label, int count) {
        int[] memberStart = new int[count + 1];
        for (int l : label) {
            memberStart[l + 1]++;
        }
        for (int c = 0; c < count; c++) {
            memberStart[c + 1] += memberStart[c];
        }
        int[] members = new int[size];
        int[] next = memberStart.clone();
        for (int v = 0; v < size; v++) {
            members[next[label[v]]++] = v;
        }
        int[] newStart = new int[count + 1];
        int[] newNeighbour = new int[neighbour.length];
        double[] newWeight = new double[neighbour.length];
        double[] newLoop = new double[count];
        double[] sum = new double[count];
        int[] seen = new int[count];
        int out = 0;
        for (int c = 0; c < count; c++) {
            int seenCount = 0;
            for (int m = memberStart[c]; m < memberStart[c + 1]; m++) {
                int v = members[m];
                newLoop[c] += loop[v];
                for (int i = start[v]; i < start[v + 1]; i++) {
                    int d = label[neighbour[i]];
                    if (d == c) {
                        newLoop[c] += weight[i];
                    } else {
                        if (sum[d] == 0) {
                            seen[seenCount++] = d;
                        }
                        sum[d] += weight[i];
                    }
                }
            }
            Arrays.sort(seen, 0, seenCount);
            for (int i = 0; i < seenCount; i++) {
                newNeighbour[out] = seen[i];
                newWeight[out++] = sum[seen[i]];
                sum[seen[i]] = 0;
            }
            newStart[c + 1] = out;
        }
        return new WeightedGraph(newStart, Arrays.copyOf(newNeighbour, out), Arrays.copyOf(newWeight, out), newLoop);
    }
}
