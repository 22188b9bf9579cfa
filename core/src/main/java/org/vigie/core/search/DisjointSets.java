/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import org.vigie.core.internal.Checks;

/**
 * Disjoint sets over the ints {@code 0..size-1}, with union by index and path halving.
 *
 * <p>Source: Robert E. Tarjan and Jan van Leeuwen, "Worst-case analysis of set union algorithms", 1984. Deviation: the
 * root of a set is always its smallest member, so that the root is a stable name of the set. Path halving alone keeps
 * an operation at amortised O(log n).
 *
 * <p>Deterministic: the outcome depends on the unions made, not on their order. Not thread-safe.
 */
public final class DisjointSets {
    private final int[] parent;
    private int count;

    private DisjointSets(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
        count = size;
    }

    /**
     * Creates sets of one member each.
     *
     * @param size how many members there are, at least 0
     * @return the sets
     * @throws IllegalArgumentException if the size is below 0
     */
    public static DisjointSets of(int size) {
        return new DisjointSets(Checks.between("size", size, 0, Integer.MAX_VALUE));
    }

    /**
     * Finds the smallest member of the set that holds a member.
     *
     * @param member a member
     * @return the smallest member of its set
     * @throws IndexOutOfBoundsException if there is no such member
     */
    public int find(int member) {
        int x = member;
        while (parent[x] != x) {
            parent[x] = parent[parent[x]];
            x = parent[x];
        }
        return x;
    }

    /**
     * Joins the sets of two members.
     *
     * @param first a member
     * @param second another member
     * @return whether they were in different sets before
     * @throws IndexOutOfBoundsException if there is no such member
     */
    public boolean union(int first, int second) {
        int a = find(first);
        int b = find(second);
        if (a == b) {
            return false;
        }
        parent[Math.max(a, b)] = Math.min(a, b);
        count--;
        return true;
    }

    /**
     * Tells how many sets there are.
     *
     * @return the number of sets, single members included
     */
    public int count() {
        return count;
    }

    /**
     * Tells how many members there are.
     *
     * @return the number of members of all sets
     */
    public int size() {
        return parent.length;
    }
}
