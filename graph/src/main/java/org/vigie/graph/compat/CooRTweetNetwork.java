/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.compat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;
import org.vigie.graph.coaction.Actions;

/**
 * The network of {@link CooRTweetPairs}, with the columns of the R package and its statistics of accounts and objects.
 *
 * <p>Columns named {@code _fast} by the package are those of the network of {@link CooRTweetPairs#faster}. The
 * package's subgraph 2 is the edges of that network above its threshold; its subgraph 3 is {@link #context}. Immutable
 * and thread-safe.
 */
public final class CooRTweetNetwork {
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).with(NaNPolicy.ERROR);

    /**
     * One edge.
     *
     * @param from the end that the package lists as {@code from} or {@code account_id}
     * @param to the other end
     * @param weight the number of pairs
     * @param avgTimeDelta the mean time between the actions of a pair, in seconds
     * @param olderContents the number of distinct older contents: {@code n_content_id}
     * @param newerContents the number of distinct newer contents: {@code n_content_id_y}
     * @param symmetry the smaller of the two numbers divided by the larger: {@code edge_symmetry_score}
     * @param objects the distinct objects, in order of appearance: {@code object_ids}
     * @param aboveThreshold whether the weight is above the threshold: {@code weight_threshold}
     */
    public record Edge(
            String from,
            String to,
            int weight,
            double avgTimeDelta,
            int olderContents,
            int newerContents,
            double symmetry,
            List<String> objects,
            boolean aboveThreshold) {
        /**
         * Copies the objects.
         *
         * @param from as {@link #from()}
         * @param to as {@link #to()}
         * @param weight as {@link #weight()}
         * @param avgTimeDelta as {@link #avgTimeDelta()}
         * @param olderContents as {@link #olderContents()}
         * @param newerContents as {@link #newerContents()}
         * @param symmetry as {@link #symmetry()}
         * @param objects as {@link #objects()}
         * @param aboveThreshold as {@link #aboveThreshold()}
         */
        public Edge {
            objects = List.copyOf(objects);
        }
    }

    /**
     * One row of {@code account_stats}.
     *
     * @param account the account
     * @param avgTimeDelta the mean of its edges' distinct (mean delta, symmetry) combinations, as the package has it
     * @param avgSymmetry the mean symmetry over the same
     * @param uniqueShares the number of its distinct contents in any pair
     */
    public record AccountStatistics(String account, double avgTimeDelta, double avgSymmetry, int uniqueShares) {}

    /**
     * One row of {@code group_stats}.
     *
     * @param object the object
     * @param accounts the number of distinct accounts in the {@code from} column of its edges: the package counts one end
     */
    public record GroupStatistics(String object, int accounts) {}

    private static final class Sum {
        int weight;
        long delta;
        final Set<Integer> older = new HashSet<>();
        final Set<Integer> newer = new HashSet<>();
        final Set<Integer> objects = new LinkedHashSet<>();
    }

    private final CooRTweetPairs pairs;
    private final List<Edge> edges;
    private final double threshold;

    CooRTweetNetwork(CooRTweetPairs pairs, double edgeWeight) {
        this.pairs = pairs;
        Actions actions = pairs.actions;
        int[] rank = byteRanks(actions);
        Map<Long, Sum> sums = new LinkedHashMap<>();
        int[] accountOfRank = new int[rank.length];
        for (int a = 0; a < rank.length; a++) {
            accountOfRank[rank[a]] = a;
        }
        for (int i = 0; i < pairs.size(); i++) {
            int p = pairs.older(i);
            int q = pairs.newer(i);
            int a = rank[actions.account(p)];
            int b = rank[actions.account(q)];
            Sum sum = sums.computeIfAbsent(((long) Math.min(a, b) << 32) | Math.max(a, b), k -> new Sum());
            sum.weight++;
            sum.delta += pairs.delta(i);
            sum.older.add(actions.content(p));
            sum.newer.add(actions.content(q));
            sum.objects.add(actions.object(p));
        }
        double[] weights = sums.values().stream().mapToDouble(s -> s.weight).toArray();
        threshold = weights.length == 0 ? Double.NaN : TYPE_7.evaluate(weights, edgeWeight);
        edges = new ArrayList<>(sums.size());
        int[] vertex = vertices(sums.keySet(), rank.length);
        sums.forEach((key, sum) -> {
            int a = (int) (key >>> 32);
            int b = (int) (long) key;
            boolean swap = vertex[a] > vertex[b];
            int c = sum.older.size();
            int d = sum.newer.size();
            edges.add(new Edge(
                    actions.accountName(accountOfRank[swap ? b : a]),
                    actions.accountName(accountOfRank[swap ? a : b]),
                    sum.weight,
                    sum.delta / 1000.0 / sum.weight,
                    c,
                    d,
                    (double) Math.min(c, d) / Math.max(c, d),
                    sum.objects.stream().map(actions::objectName).toList(),
                    sum.weight > threshold));
        });
    }

    /** The place of each account in the byte order of names. */
    private static int[] byteRanks(Actions actions) {
        List<byte[]> names = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int a = 0; a < actions.accountCount(); a++) {
            names.add(actions.accountName(a).getBytes(StandardCharsets.UTF_8));
            order.add(a);
        }
        order.sort((a, b) -> Arrays.compareUnsigned(names.get(a), names.get(b)));
        int[] rank = new int[order.size()];
        for (int r = 0; r < rank.length; r++) {
            rank[order.get(r)] = r;
        }
        return rank;
    }

    /** Vertices are numbered as igraph does: all first ends in order of appearance, then the second ends. */
    private static int[] vertices(Set<Long> keys, int accounts) {
        int[] vertex = new int[accounts];
        int count = 0;
        for (boolean first : new boolean[] {true, false}) {
            for (long key : keys) {
                int end = first ? (int) (key >>> 32) : (int) key;
                if (vertex[end] == 0) {
                    vertex[end] = ++count;
                }
            }
        }
        return vertex;
    }

    /**
     * Returns the edges, in the order in which the package has them.
     *
     * @return an unmodifiable list
     */
    public List<Edge> edges() {
        return List.copyOf(edges);
    }

    /**
     * Returns the quantile of weights above which edges are marked.
     *
     * @return the threshold; NaN if there are no edges
     */
    public double threshold() {
        return threshold;
    }

    /**
     * Returns the package's subgraph 3: what surrounds the accounts that a faster network joins above its threshold.
     *
     * @param fast the network of {@link CooRTweetPairs#faster} of the same pairs
     * @return the edges of this network among those accounts and their neighbours in this network, in its order
     */
    public List<Edge> context(CooRTweetNetwork fast) {
        Set<String> coordinated = new HashSet<>();
        for (Edge e : fast.edges) {
            if (e.aboveThreshold()) {
                coordinated.addAll(List.of(e.from(), e.to()));
            }
        }
        Set<String> accounts = new HashSet<>(coordinated);
        for (Edge e : edges) {
            if (coordinated.contains(e.from()) || coordinated.contains(e.to())) {
                accounts.addAll(List.of(e.from(), e.to()));
            }
        }
        return edges.stream()
                .filter(e -> accounts.contains(e.from()) && accounts.contains(e.to()))
                .toList();
    }

    /**
     * Returns the package's {@code account_stats}.
     *
     * @param aboveThreshold whether only edges above the threshold count ("full") or all do ("none")
     * @return the rows, by account
     */
    public List<AccountStatistics> accountStatistics(boolean aboveThreshold) {
        Map<String, Set<List<Double>>> combinations = new TreeMap<>(BYTES);
        for (Edge e : edges) {
            if (!aboveThreshold || e.aboveThreshold()) {
                for (String account : new String[] {e.from(), e.to()}) {
                    combinations
                            .computeIfAbsent(account, k -> new LinkedHashSet<>())
                            .add(List.of(e.avgTimeDelta(), e.symmetry()));
                }
            }
        }
        Map<String, Set<Integer>> shares = new HashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            for (int row : new int[] {pairs.older(i), pairs.newer(i)}) {
                shares.computeIfAbsent(pairs.actions.accountName(pairs.actions.account(row)), k -> new HashSet<>())
                        .add(pairs.actions.content(row));
            }
        }
        List<AccountStatistics> result = new ArrayList<>();
        combinations.forEach((account, values) -> result.add(new AccountStatistics(
                account,
                values.stream().mapToDouble(v -> v.get(0)).average().orElse(Double.NaN),
                values.stream().mapToDouble(v -> v.get(1)).average().orElse(Double.NaN),
                shares.getOrDefault(account, Set.of()).size())));
        return result;
    }

    /**
     * Returns the package's {@code group_stats}.
     *
     * @param aboveThreshold whether only edges above the threshold count ("full") or all do ("none")
     * @return the rows, by falling number of accounts and then in order of appearance
     */
    public List<GroupStatistics> groupStatistics(boolean aboveThreshold) {
        Map<String, Set<String>> accounts = new LinkedHashMap<>();
        for (Edge e : edges) {
            if (!aboveThreshold || e.aboveThreshold()) {
                for (String object : e.objects()) {
                    accounts.computeIfAbsent(object, k -> new HashSet<>()).add(e.from());
                }
            }
        }
        List<GroupStatistics> result = new ArrayList<>();
        accounts.forEach((object, from) -> result.add(new GroupStatistics(object, from.size())));
        result.sort(Comparator.comparingInt((GroupStatistics g) -> -g.accounts()));
        return result;
    }

    private static final Comparator<String> BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
}
