/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.core.column.IntList;
import org.vigie.core.search.DisjointSets;

/**
 * Divides a core into groups: labels travel between accounts and objects by turns (label propagation after U. N.
 * Raghavan, R. Albert and S. Kumara, 2007, on two modes), an object with fewer carriers having more weight. Then groups
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
        Votes votes = new Votes(incidences.objects);
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (int a = core.accounts.nextSetBit(0); a >= 0; a = core.accounts.nextSetBit(a + 1)) {
                for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                    int i = incidences.ofAccount[q];
                    if (isIn(i)) {
                        int o = incidences.object[i];
                        votes.add(labelOfObject[o], weight[o]);
                    }
                }
                int best = votes.best(labelOfAccount[a]);
                moved |= best != labelOfAccount[a];
                labelOfAccount[a] = best;
            }
            for (int o = core.objects.nextSetBit(0); o >= 0; o = core.objects.nextSetBit(o + 1)) {
                for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                    if (isIn(i)) {
                        votes.add(labelOfAccount[incidences.account[i]], 1);
                    }
                }
                int best = votes.best(labelOfObject[o]);
                moved |= best != labelOfObject[o];
                labelOfObject[o] = best;
            }
        }
    }

    /** Every group goes to the one it shares most with, the smallest of equals, if that is enough; until none does. */
    private void merge() {
        Votes shared = new Votes(incidences.objects);
        boolean joined = true;
        while (joined) {
            joined = false;
            Carried carried = new Carried();
            DisjointSets sets = DisjointSets.of(Math.max(1, incidences.objects));
            for (int label = 0; label < incidences.objects; label++) {
                int total = carried.by(label, shared);
                int target = shared.best(-1);
                if (target >= 0 && shared.most >= mergeShare * total) {
                    sets.union(label, target);
                    joined = true;
                }
            }
            int[] least = new int[incidences.objects];
            for (int label = incidences.objects - 1; label >= 0; label--) {
                if (carried.isUsed(label)) {
                    least[sets.find(label)] = label;
                }
            }
            for (int a = 0; a < labelOfAccount.length; a++) {
                if (labelOfAccount[a] >= 0) {
                    labelOfAccount[a] = least[sets.find(labelOfAccount[a])];
                }
            }
        }
    }

    /** Counts by label, of which few have any. */
    private static final class Votes {
        private final long[] of;
        private final int[] voted;
        private int size;
        private long most;

        Votes(int labels) {
            of = new long[labels];
            voted = new int[labels];
        }

        void add(int label, long weight) {
            if (of[label] == 0) {
                voted[size++] = label;
            }
            of[label] += weight;
        }

        /** The label with most votes; the present one, then the smallest, where several have as many. Starts anew. */
        int best(int present) {
            int best = present;
            most = present < 0 ? 0 : of[present];
            for (int v = 0; v < size; v++) {
                int label = voted[v];
                if (of[label] > most || (of[label] == most && best != present && label < best)) {
                    most = of[label];
                    best = label;
                }
                of[label] = 0;
            }
            size = 0;
            return best;
        }
    }

    /** How many accounts of which label carry which object of the core: by object, and where those of a label are. */
    private final class Carried {
        private final int[] startOfObject = new int[incidences.objects + 1];
        private final IntList objects = new IntList();
        private final IntList labels = new IntList();
        private final IntList counts = new IntList();
        private final int[] startOfLabel = new int[incidences.objects + 1];
        private final int[] ofLabel;

        Carried() {
            for (int o = 0; o < incidences.objects; o++) {
                if (core.objects.get(o)) {
                    add(o);
                }
                startOfObject[o + 1] = labels.size();
            }
            for (int at = 0; at < labels.size(); at++) {
                startOfLabel[labels.get(at) + 1]++;
            }
            for (int label = 0; label < incidences.objects; label++) {
                startOfLabel[label + 1] += startOfLabel[label];
            }
            ofLabel = new int[labels.size()];
            int[] next = startOfLabel.clone();
            for (int at = 0; at < ofLabel.length; at++) {
                ofLabel[next[labels.get(at)]++] = at;
            }
        }

        private void add(int object) {
            int[] carriers = IntStream.range(incidences.startOfObject[object], incidences.startOfObject[object + 1])
                    .filter(i -> isIn(i))
                    .map(i -> labelOfAccount[incidences.account[i]])
                    .sorted()
                    .toArray();
            for (int from = 0, to = 0; from < carriers.length; from = to) {
                while (to < carriers.length && carriers[to] == carriers[from]) {
                    to++;
                }
                objects.add(object);
                labels.add(carriers[from]);
                counts.add(to - from);
            }
        }

        boolean isUsed(int label) {
            return startOfLabel[label] < startOfLabel[label + 1];
        }

        /** How much accounts of a label carry; adds, by other label, what of it is on objects of both. */
        int by(int label, Votes shared) {
            int total = 0;
            for (int k = startOfLabel[label]; k < startOfLabel[label + 1]; k++) {
                int object = objects.get(ofLabel[k]);
                int count = counts.get(ofLabel[k]);
                total += count;
                for (int at = startOfObject[object]; at < startOfObject[object + 1]; at++) {
                    if (at != ofLabel[k]) {
                        shared.add(labels.get(at), count);
                    }
                }
            }
            return total;
        }
    }
}
