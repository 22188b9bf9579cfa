/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.core.search.DisjointSets;

/** Groups texts by verified pairs and by copies. */
final class Clusters {
    final int[] clusterOf;
    final List<DuplicateCluster> clusters = new ArrayList<>();

    private final double[] closeness;

    Clusters(int[] representatives, DuplicatePair[] pairs, DuplicatePair[] reworded, boolean cohesion) {
        int n = representatives.length;
        closeness = new double[n];
        DuplicatePair[] edges = concat(pairs, reworded);
        for (DuplicatePair edge : edges) {
            closeness[edge.first()] += edge.jaccard();
            closeness[edge.second()] += edge.jaccard();
        }
        int[] centreOf = cohesion ? nearestCentres(edges, closeness) : components(n, edges);
        int[] groupOf = new int[n];
        int[] size = new int[n];
        for (int i = 0; i < n; i++) {
            groupOf[i] = representatives[i] < 0 ? i : centreOf[representatives[i]];
            size[groupOf[i]]++;
        }
        boolean[] copied = new boolean[n];
        boolean[] told = new boolean[n];
        mark(pairs, groupOf, copied);
        mark(reworded, groupOf, told);

        clusterOf = new int[n];
        Arrays.fill(clusterOf, -1);
        int[] idOf = new int[n];
        Arrays.fill(idOf, -1);
        List<int[]> members = new ArrayList<>();
        int[] filled = new int[n];
        for (int i = 0; i < n; i++) {
            int group = groupOf[i];
            if (size[group] < 2) {
                continue;
            }
            if (idOf[group] < 0) {
                idOf[group] = members.size();
                members.add(new int[size[group]]);
            }
            clusterOf[i] = idOf[group];
            members.get(idOf[group])[filled[group]++] = i;
        }
        for (int id = 0; id < members.size(); id++) {
            int[] texts = members.get(id);
            int group = groupOf[texts[0]];
            ClusterType type =
                    told[group] ? ClusterType.REWORDED : copied[group] ? ClusterType.COPYPASTA : ClusterType.IDENTICAL;
            clusters.add(new DuplicateCluster(id, texts, cohesion ? group : medoid(texts), type));
        }
    }

    private static DuplicatePair[] concat(DuplicatePair[] a, DuplicatePair[] b) {
        DuplicatePair[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static void mark(DuplicatePair[] pairs, int[] groupOf, boolean[] marked) {
        for (DuplicatePair pair : pairs) {
            if (groupOf[pair.first()] == groupOf[pair.second()]) {
                marked[groupOf[pair.first()]] = true;
            }
        }
    }

    private int medoid(int[] texts) {
        int medoid = texts[0];
        for (int text : texts) {
            if (closeness[text] > closeness[medoid]) {
                medoid = text;
            }
        }
        return medoid;
    }

    private static int[] components(int n, DuplicatePair[] edges) {
        DisjointSets sets = DisjointSets.of(n);
        for (DuplicatePair edge : edges) {
            sets.union(edge.first(), edge.second());
        }
        int[] rootOf = new int[n];
        Arrays.setAll(rootOf, sets::find);
        return rootOf;
    }

    /**
     * Star clustering (Javed Aslam, Katya Pelekhov and Daniela Rus, "The star clustering algorithm", 2004). The text
     * with the greatest sum of Jaccard takes its neighbours. Then the next that is left takes those that are left.
     */
    private static int[] nearestCentres(DuplicatePair[] edges, double[] closeness) {
        int n = closeness.length;
        int[] offsets = new int[n + 1];
        for (DuplicatePair edge : edges) {
            offsets[edge.first() + 1]++;
            offsets[edge.second() + 1]++;
        }
        for (int i = 0; i < n; i++) {
            offsets[i + 1] += offsets[i];
        }
        int[] neighbours = new int[edges.length * 2];
        int[] filled = Arrays.copyOf(offsets, n);
        for (DuplicatePair edge : edges) {
            neighbours[filled[edge.first()]++] = edge.second();
            neighbours[filled[edge.second()]++] = edge.first();
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (closeness[i] > 0) {
                order.add(i);
            }
        }
        order.sort((a, b) ->
                closeness[a] != closeness[b] ? Double.compare(closeness[b], closeness[a]) : Integer.compare(a, b));
        int[] centreOf = new int[n];
        Arrays.setAll(centreOf, i -> i);
        boolean[] taken = new boolean[n];
        for (int centre : order) {
            if (taken[centre]) {
                continue;
            }
            taken[centre] = true;
            for (int i = offsets[centre]; i < offsets[centre + 1]; i++) {
                if (!taken[neighbours[i]]) {
                    taken[neighbours[i]] = true;
                    centreOf[neighbours[i]] = centre;
                }
            }
        }
        return centreOf;
    }
}
