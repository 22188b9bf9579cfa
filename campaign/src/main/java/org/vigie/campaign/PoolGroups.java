/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.core.search.DisjointSets;

/**
 * Divides a core into groups: labels travel between accounts and objects by turns (label propagation after U. N.
 * Raghavan, R. Albert and S. Kumara, 2007, on two modes), an object with fewer carriers having more weight; then groups
 * are joined that share a good part of what they do. Weights are whole numbers and everything goes by number, so that
 * the result is one on every machine.
 */
final class PoolGroups {
    private static final int ROUNDS = 50;
    private static final double SCALE = 1e6;

    private final Incidences incidences;
    private final PoolCore core;
    private final double mergeShare;
    private final int[] labelOfAccount;
    private final int[] labelOfObject;

    PoolGroups(Incidences incidences, PoolCore core, double mergeShare) {
        this.incidences = incidences;
        this.core = core;
        this.mergeShare = mergeShare;
        this.labelOfAccount = new int[incidences.accounts];
        this.labelOfObject = new int[incidences.objects];
    }

    /** The groups of accounts, ascending, by their first label. */
    List<int[]> find() {
        propagate();
        merge();
        Map<Integer, List<Integer>> byLabel = new TreeMap<>();
        for (int a = core.accounts.nextSetBit(0); a >= 0; a = core.accounts.nextSetBit(a + 1)) {
            if (labelOfAccount[a] >= 0) {
                byLabel.computeIfAbsent(labelOfAccount[a], k -> new ArrayList<>())
                        .add(a);
            }
        }
        return byLabel.values().stream()
                .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private boolean isIn(int incidence) {
        return incidences.live.get(incidence)
                && core.objects.get(incidences.object[incidence])
                && core.accounts.get(incidences.account[incidence]);
    }

    private void propagate() {
        Arrays.fill(labelOfAccount, -1);
        Arrays.setAll(labelOfObject, o -> core.objects.get(o) ? o : -1);
        long[] weight = new long[incidences.objects];
        for (int o = core.objects.nextSetBit(0); o >= 0; o = core.objects.nextSetBit(o + 1)) {
            int inside = (int) IntStream.range(incidences.startOfObject[o], incidences.startOfObject[o + 1])
                    .filter(this::isIn)
                    .count();
            weight[o] = Math.round(SCALE / StrictMath.log(2 + inside));
        }
        Map<Integer, Long> votes = new HashMap<>();
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (int a = core.accounts.nextSetBit(0); a >= 0; a = core.accounts.nextSetBit(a + 1)) {
                votes.clear();
                for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                    int i = incidences.ofAccount[q];
                    if (isIn(i)) {
                        int o = incidences.object[i];
                        votes.merge(labelOfObject[o], weight[o], Long::sum);
                    }
                }
                int best = best(votes, labelOfAccount[a]);
                moved |= best != labelOfAccount[a];
                labelOfAccount[a] = best;
            }
            for (int o = core.objects.nextSetBit(0); o >= 0; o = core.objects.nextSetBit(o + 1)) {
                votes.clear();
                for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                    if (isIn(i)) {
                        votes.merge(labelOfAccount[incidences.account[i]], 1L, Long::sum);
                    }
                }
                int best = best(votes, labelOfObject[o]);
                moved |= best != labelOfObject[o];
                labelOfObject[o] = best;
            }
        }
    }

    /** The label with most votes; the present one, then the smallest, where several have as many. */
    private static int best(Map<Integer, Long> votes, int present) {
        int best = present;
        long most = votes.getOrDefault(present, 0L);
        for (Map.Entry<Integer, Long> vote : votes.entrySet()) {
            boolean tie = vote.getValue() == most && best != present && vote.getKey() < best;
            if (vote.getValue() > most || tie) {
                most = vote.getValue();
                best = vote.getKey();
            }
        }
        return best;
    }

    /** Every group goes to the one it shares most with, if that is enough; until none does. */
    private void merge() {
        while (true) {
            Map<Integer, Map<Integer, Integer>> common = new TreeMap<>();
            Map<Integer, Integer> total = new TreeMap<>();
            for (int o = core.objects.nextSetBit(0); o >= 0; o = core.objects.nextSetBit(o + 1)) {
                Map<Integer, Integer> labels = new TreeMap<>();
                for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                    if (isIn(i)) {
                        labels.merge(labelOfAccount[incidences.account[i]], 1, Integer::sum);
                    }
                }
                labels.forEach((label, n) -> {
                    total.merge(label, n, Integer::sum);
                    if (labels.size() > 1) {
                        Map<Integer, Integer> others = common.computeIfAbsent(label, k -> new TreeMap<>());
                        labels.keySet().stream()
                                .filter(other -> !other.equals(label))
                                .forEach(other -> others.merge(other, n, Integer::sum));
                    }
                });
            }
            DisjointSets sets = DisjointSets.of(Math.max(1, incidences.objects));
            BitSet joined = new BitSet();
            common.forEach((label, others) -> {
                int target = -1;
                int most = 0;
                for (Map.Entry<Integer, Integer> other : others.entrySet()) {
                    if (other.getValue() > most) {
                        most = other.getValue();
                        target = other.getKey();
                    }
                }
                if (most >= mergeShare * total.getOrDefault(label, 0)) {
                    sets.union(label, target);
                    joined.set(label);
                }
            });
            if (joined.isEmpty()) {
                return;
            }
            Map<Integer, Integer> least = new HashMap<>();
            total.keySet().forEach(label -> least.merge(sets.find(label), label, Math::min));
            for (int a = 0; a < labelOfAccount.length; a++) {
                if (labelOfAccount[a] >= 0) {
                    labelOfAccount[a] = least.getOrDefault(sets.find(labelOfAccount[a]), labelOfAccount[a]);
                }
            }
        }
    }
}
