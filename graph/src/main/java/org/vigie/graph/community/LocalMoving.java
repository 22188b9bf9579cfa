/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.community;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Moves vertices to the neighbouring community that raises modularity most, until none would rise: the step that Louvain
 * and Leiden share. Vertices wait in a queue, first in random order, and come back when a neighbour has left them.
 */
final class LocalMoving {
    /** Gains below this share of the total weight are rounding. */
    private static final double EPSILON = 1e-12;

    private LocalMoving() {}

    /** Moves and returns whether anything moved; labels are in [0, size). */
    static boolean move(WeightedGraph graph, int[] label, double resolution, SplittableRandom random) {
        int n = graph.size;
        double[] communityStrength = new double[n];
        int[] communitySize = new int[n];
        for (int v = 0; v < n; v++) {
            communityStrength[label[v]] += graph.strength[v];
            communitySize[label[v]]++;
        }
        int[] empty = new int[n];
        int emptyCount = 0;
        for (int c = n - 1; c >= 0; c--) {
            if (communitySize[c] == 0) {
                empty[emptyCount++] = c;
            }
        }
        int[] queue = shuffled(n, random);
        boolean[] waiting = new boolean[n];
        Arrays.fill(waiting, true);
        int head = 0;
        int queued = n;
        double[] linked = new double[n];
        int[] candidates = new int[n + 1];
        boolean moved = false;
        while (queued > 0) {
            int v = queue[head];
            head = head + 1 == n ? 0 : head + 1;
            queued--;
            waiting[v] = false;
            int own = label[v];
            int candidateCount = 0;
            for (int i = graph.start[v]; i < graph.start[v + 1]; i++) {
                int c = label[graph.neighbour[i]];
                if (linked[c] == 0) {
                    candidates[candidateCount++] = c;
                }
                linked[c] += graph.weight[i];
            }
            communityStrength[own] -= graph.strength[v];
            communitySize[own]--;
            double factor = resolution * graph.strength[v] / graph.total;
            int best = own;
            double bestGain = linked[own] - factor * communityStrength[own] + EPSILON * graph.total;
            for (int i = 0; i < candidateCount; i++) {
                int c = candidates[i];
                double gain = linked[c] - factor * communityStrength[c];
                if (gain > bestGain) {
                    bestGain = gain;
                    best = c;
                }
            }
            if (bestGain < 0 && communitySize[own] > 0) {
                best = empty[--emptyCount];
            }
            for (int i = 0; i < candidateCount; i++) {
                linked[candidates[i]] = 0;
            }
            communityStrength[best] += graph.strength[v];
            communitySize[best]++;
            if (best != own) {
                if (communitySize[own] == 0) {
                    empty[emptyCount++] = own;
                }
                label[v] = best;
                moved = true;
                for (int i = graph.start[v]; i < graph.start[v + 1]; i++) {
                    int u = graph.neighbour[i];
                    if (!waiting[u] && label[u] != best) {
                        waiting[u] = true;
                        int tail = head + queued;
                        queue[tail >= n ? tail - n : tail] = u;
                        queued++;
                    }
                }
            }
        }
        return moved;
    }

    static int[] shuffled(int n, SplittableRandom random) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Renumbers labels densely by first appearance and returns how many there are. */
    static int compact(int[] label) {
        int[] number = new int[label.length];
        int count = 0;
        for (int v = 0; v < label.length; v++) {
            if (number[label[v]] == 0) {
                number[label[v]] = ++count;
            }
            label[v] = number[label[v]] - 1;
        }
        return count;
    }
}
