/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.core.similarity.DisjointSets;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;

/** Divides the network into communities and keeps those with enough accounts. */
final class GroupFinder {
    private final int minAccounts;
    private final long seed;

    GroupFinder(int minAccounts, long seed) {
        this.minAccounts = minAccounts;
        this.seed = seed;
    }

    List<Group> find(TestedNetwork edges) {
        CoordinationNetwork network = edges.network();
        Partition communities = Leiden.withDefaults().withSeed(seed).detect(network);
        List<List<Integer>> inside = new ArrayList<>();
        for (int g = 0; g < communities.groupCount(); g++) {
            inside.add(new ArrayList<>());
        }
        for (int e = 0; e < network.edgeCount(); e++) {
            int group = communities.group(network.source(e));
            if (group == communities.group(network.target(e))) {
                inside.get(group).add(e);
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < communities.groupCount(); g++) {
            if (communities.size(g) >= minAccounts) {
                List<Integer> accounts =
                        IntStream.of(communities.members(g)).sorted().boxed().toList();
                groups.add(new Group(
                        accounts,
                        bottleneck(edges, accounts, inside.get(g)),
                        inside.get(g).size()));
            }
        }
        return groups;
    }

    /** Kruskal's spanning tree by falling significance; its last edge is the weakest link that is needed. */
    private static double bottleneck(TestedNetwork edges, List<Integer> accounts, List<Integer> inside) {
        CoordinationNetwork network = edges.network();
        List<Integer> order = new ArrayList<>(inside);
        order.sort(Comparator.comparingDouble((Integer e) -> edges.p(e)).thenComparing(e -> e));
        DisjointSets sets = DisjointSets.of(accounts.size());
        double last = 0;
        for (int e : order) {
            int source = Collections.binarySearch(accounts, network.source(e));
            int target = Collections.binarySearch(accounts, network.target(e));
            if (sets.union(source, target)) {
                last = edges.p(e);
            }
        }
        return last;
    }
}
