/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.community;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Accounts of a network divided into groups. Groups are numbered by size, the largest first, and groups of equal size by
 * their smallest account.
 *
 * <p>Immutable and thread-safe.
 */
public final class Partition {
    private final int[] membership;
    private final int[] sizes;
    private final double modularity;

    private Partition(int[] membership, int[] sizes, double modularity) {
        this.membership = membership;
        this.sizes = sizes;
        this.modularity = modularity;
    }

    /** Renumbers any membership with labels in [0, n). */
    static Partition of(CoordinationNetwork network, int[] labels, double resolution) {
        int[] size = new int[labels.length];
        int[] firstOf = new int[labels.length];
        Arrays.fill(firstOf, -1);
        for (int v = 0; v < labels.length; v++) {
            size[labels[v]]++;
            if (firstOf[labels[v]] < 0) {
                firstOf[labels[v]] = v;
            }
        }
        int[] order = IntStream.range(0, labels.length)
                .filter(c -> size[c] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer c) -> -size[c]).thenComparingInt(c -> firstOf[c]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[labels.length];
        int[] sizes = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
            sizes[i] = size[order[i]];
        }
        int[] membership = new int[labels.length];
        for (int v = 0; v < labels.length; v++) {
            membership[v] = rank[labels[v]];
        }
        return new Partition(membership, sizes, modularityOf(network, membership, sizes.length, resolution));
    }

    private static double modularityOf(CoordinationNetwork network, int[] membership, int groups, double resolution) {
        double total = 0;
        double inside = 0;
        double[] strength = new double[groups];
        for (int e = 0; e < network.edgeCount(); e++) {
            double w = network.weight(e);
            int a = membership[network.source(e)];
            int b = membership[network.target(e)];
            total += w;
            inside += a == b ? w : 0;
            strength[a] += w;
            strength[b] += w;
        }
        if (total == 0) {
            return 0;
        }
        double expected = 0;
        for (double s : strength) {
            expected += s / (2 * total) * (s / (2 * total));
        }
        return inside / total - resolution * expected;
    }

    /**
     * Returns the number of groups.
     *
     * @return the number, >= 0
     */
    public int groupCount() {
        return sizes.length;
    }

    /**
     * Returns the group of an account.
     *
     * @param account the index of the account
     * @return the number of the group
     */
    public int group(int account) {
        return membership[account];
    }

    /**
     * Returns the group of every account.
     *
     * @return a new array by account
     */
    public int[] membership() {
        return membership.clone();
    }

    /**
     * Returns the number of accounts of a group.
     *
     * @param group the number of the group
     * @return the size, >= 1
     */
    public int size(int group) {
        return sizes[group];
    }

    /**
     * Returns the accounts of a group.
     *
     * @param group the number of the group
     * @return the indices in ascending order
     */
    public int[] members(int group) {
        return IntStream.range(0, membership.length)
                .filter(v -> membership[v] == group)
                .toArray();
    }

    /**
     * Returns the weighted modularity of the partition (Newman and Girvan 2004), at the resolution it was made with.
     *
     * @return the modularity; 0 for a network without edges
     */
    public double modularity() {
        return modularity;
    }

    @Override
    public String toString() {
        return "Partition[accounts=" + membership.length + ", groups=" + sizes.length + ", modularity=" + modularity
                + "]";
    }
}
