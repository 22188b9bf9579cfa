/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.core.similarity.DisjointSets;

/** Groups texts by verified pairs and by copies. */
final class Clusters {
    final int[] clusterOf;
    final List<DuplicateCluster> clusters = new ArrayList<>();

    Clusters(int[] representatives, DuplicatePair[] pairs) {
        int n = representatives.length;
        DisjointSets sets = DisjointSets.of(n);
        double[] closeness = new double[n];
        boolean[] paired = new boolean[n];
        for (DuplicatePair pair : pairs) {
            sets.union(pair.first(), pair.second());
            closeness[pair.first()] += pair.jaccard();
            closeness[pair.second()] += pair.jaccard();
        }
        for (int i = 0; i < n; i++) {
            if (representatives[i] >= 0) {
                sets.union(representatives[i], i);
            }
        }
        for (DuplicatePair pair : pairs) {
            paired[sets.find(pair.first())] = true;
        }
        int[] size = new int[n];
        for (int i = 0; i < n; i++) {
            size[sets.find(i)]++;
        }
        clusterOf = new int[n];
        Arrays.fill(clusterOf, -1);
        int[] idOf = new int[n];
        int[][] members = new int[n][];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int root = sets.find(i);
            if (size[root] < 2) {
                continue;
            }
            if (root == i) {
                idOf[root] = count;
                members[count++] = new int[size[root]];
            }
            clusterOf[i] = idOf[root];
        }
        int[] next = new int[count];
        for (int i = 0; i < n; i++) {
            if (clusterOf[i] >= 0) {
                members[clusterOf[i]][next[clusterOf[i]]++] = i;
            }
        }
        for (int id = 0; id < count; id++) {
            int medoid = members[id][0];
            for (int member : members[id]) {
                if (closeness[member] > closeness[medoid]) {
                    medoid = member;
                }
            }
            ClusterType type = paired[members[id][0]] ? ClusterType.COPYPASTA : ClusterType.IDENTICAL;
            clusters.add(new DuplicateCluster(id, members[id], medoid, type));
        }
    }
}
