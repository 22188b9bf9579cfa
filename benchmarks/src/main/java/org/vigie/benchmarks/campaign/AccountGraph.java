/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Weighted links between accounts, for the simple methods: components, label propagation, centrality. */
final class AccountGraph {
    private final List<Map<Integer, Double>> linked = new ArrayList<>();

    AccountGraph(int accounts) {
        for (int a = 0; a < accounts; a++) {
            linked.add(new TreeMap<>());
        }
    }

    void add(int a, int b, double weight) {
        linked.get(a).merge(b, weight, Double::sum);
        linked.get(b).merge(a, weight, Double::sum);
    }

    double weight(int a, int b) {
        return linked.get(a).getOrDefault(b, 0.0);
    }

    Map<Integer, Double> linked(int account) {
        return linked.get(account);
    }

    /** Components of the accounts that have a link and pass. */
    List<List<Integer>> components(boolean[] passes) {
        int[] component = new int[linked.size()];
        Arrays.fill(component, -1);
        List<List<Integer>> components = new ArrayList<>();
        for (int from = 0; from < component.length; from++) {
            if (component[from] >= 0 || !passes[from] || linked.get(from).isEmpty()) {
                continue;
            }
            List<Integer> members = new ArrayList<>(List.of(from));
            component[from] = components.size();
            for (int at = 0; at < members.size(); at++) {
                for (int other : linked.get(members.get(at)).keySet()) {
                    if (component[other] < 0 && passes[other]) {
                        component[other] = components.size();
                        members.add(other);
                    }
                }
            }
            if (members.size() > 1) {
                components.add(members);
            }
        }
        return components;
    }

    /** Raghavan, Albert and Kumara 2007, in a drawn order, at most 20 rounds; an account keeps its label on a tie. */
    List<List<Integer>> labelPropagation(long seed) {
        int[] label = new int[linked.size()];
        Arrays.setAll(label, a -> a);
        List<Integer> order = new ArrayList<>();
        for (int a = 0; a < label.length; a++) {
            if (!linked.get(a).isEmpty()) {
                order.add(a);
            }
        }
        SplittableRandom random = new SplittableRandom(seed);
        boolean moves = true;
        for (int round = 0; round < 20 && moves; round++) {
            for (int i = order.size(); i > 1; i--) {
                int other = random.nextInt(i);
                order.set(i - 1, order.set(other, order.get(i - 1)));
            }
            moves = false;
            for (int a : order) {
                int best = heaviest(a, label);
                moves |= best != label[a];
                label[a] = best;
            }
        }
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        order.stream()
                .sorted()
                .forEach(a -> groups.computeIfAbsent(label[a], unused -> new ArrayList<>())
                        .add(a));
        return List.copyOf(groups.values());
    }

    private int heaviest(int account, int[] label) {
        Map<Integer, Double> weights = new HashMap<>();
        linked.get(account).forEach((other, weight) -> weights.merge(label[other], weight, Double::sum));
        int best = label[account];
        double most = weights.getOrDefault(best, 0.0);
        for (Map.Entry<Integer, Double> entry : new TreeMap<>(weights).entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = entry.getKey();
            }
        }
        return best;
    }

    /** Eigenvector centrality by power iteration on A + I, which converges on bipartite graphs too; the largest is 1. */
    double[] eigenvectorCentrality() {
        double[] x = new double[linked.size()];
        Arrays.fill(x, 1);
        for (int round = 0; round < 200; round++) {
            double[] next = x.clone();
            for (int a = 0; a < x.length; a++) {
                for (Map.Entry<Integer, Double> entry : linked.get(a).entrySet()) {
                    next[a] += entry.getValue() * x[entry.getKey()];
                }
            }
            double most = Arrays.stream(next).max().orElse(1);
            double change = 0;
            for (int a = 0; a < x.length; a++) {
                next[a] /= most;
                change = Math.max(change, Math.abs(next[a] - x[a]));
            }
            x = next;
            if (change < 1e-9) {
                break;
            }
        }
        return x;
    }
}
