/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A candidate: objects that the same accounts carry, and these accounts, before it is tested.
 *
 * @param accounts the account numbers, ascending
 * @param objects the objects, by layer
 * @param content the p-value of the least significant link that is needed to hold the objects together, corrected for
 *     all pairs of objects and all layers (Bonferroni)
 */
record Group(List<Integer> accounts, Map<ObjectKind, Set<Integer>> objects, double content) {
    boolean has(ObjectKind kind, int object) {
        return objects.getOrDefault(kind, Set.of()).contains(object);
    }

    /** For each account the first of the groups that it is in, or -1. */
    static int[] ofAccounts(List<Group> groups, int accounts) {
        int[] groupOf = new int[accounts];
        Arrays.fill(groupOf, -1);
        for (int g = groups.size() - 1; g >= 0; g--) {
            for (int account : groups.get(g).accounts()) {
                groupOf[account] = g;
            }
        }
        return groupOf;
    }
}
