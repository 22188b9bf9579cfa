/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.core.similarity.DisjointSets;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Finds objects that the same accounts carry, and these accounts. Times are not looked at, so that they remain
 * independent evidence.
 *
 * <p>In each layer two objects are linked if more accounts carry both than accounts so active and objects so popular
 * give by chance: the configuration model of {@link ConfigurationNull} with the roles of accounts and objects changed.
 * A pair of accounts may share a text or two by accident; that a dozen accounts share five is no accident, which is why
 * the objects are linked and not the accounts. Communities of linked objects (Leiden) are groups; groups of several
 * layers with mostly the same accounts are one.
 */
final class GroupFinder {
    /** Objects of fewer accounts say nothing of a group. */
    static final int MIN_CARRIERS = 3;

    private static final double LINK_ALPHA = 0.01;
    private static final double SAME = 0.5;

    private final int minAccounts;
    private final long window;
    private final long seed;

    GroupFinder(int minAccounts, long windowMillis, long seed) {
        this.minAccounts = minAccounts;
        this.window = windowMillis;
        this.seed = seed;
    }

    List<Group> find(PostTable posts, List<Layer> carried) {
        List<Group> groups = new ArrayList<>();
        long layers = carried.stream().filter(l -> l.objects() > 1).count();
        for (Layer layer : carried) {
            if (layer.objects() > 1) {
                groups.addAll(find(posts, layer, (double) layers));
            }
        }
        return merged(groups).stream()
                .filter(g -> g.accounts().size() >= minAccounts)
                .toList();
    }

    private List<Group> find(PostTable posts, Layer layer, double layers) {
        CoordinationNetwork network = CoActions.withDefaults()
                .withoutWindow()
                .withMinParticipation(0)
                .withMinObjects(MIN_CARRIERS)
                .detect(layer.transposed());
        Significance significance = ConfigurationNull.withDefaults().test(network);
        IntList kept = new IntList();
        for (int e = 0; e < network.edgeCount(); e++) {
            if (significance.qValue(e) <= LINK_ALPHA) {
                kept.add(e);
            }
        }
        CoordinationNetwork links = significance.backbone(LINK_ALPHA).reweight(e -> network.objects(kept.get(e)));
        Partition communities = Leiden.withDefaults().withSeed(seed).detect(links);
        List<List<Integer>> edges = new ArrayList<>();
        for (int c = 0; c < communities.groupCount(); c++) {
            edges.add(new ArrayList<>());
        }
        for (int e = 0; e < links.edgeCount(); e++) {
            int community = communities.group(links.source(e));
            if (community == communities.group(links.target(e))) {
                edges.get(community).add(e);
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int c = 0; c < communities.groupCount(); c++) {
            if (!edges.get(c).isEmpty()) {
                Set<Integer> objects = new TreeSet<>();
                for (int v : communities.members(c)) {
                    objects.add(Integer.parseInt(links.account(v)));
                }
                double weakest = weakestLink(links, significance, kept, edges.get(c));
                groups.add(new Group(
                        accounts(posts, layer, objects),
                        new EnumMap<>(Map.of(layer.kind(), objects)),
                        Math.min(1, weakest * significance.tests() * layers)));
            }
        }
        return groups;
    }

    /** Kruskal's spanning tree by falling significance: the p-value of the last link that it needs. */
    private static double weakestLink(
            CoordinationNetwork links, Significance significance, IntList kept, List<Integer> inside) {
        List<Integer> order = new ArrayList<>(inside);
        order.sort(Comparator.comparingDouble((Integer e) -> significance.pValue(kept.get(e)))
                .thenComparing(e -> e));
        Map<Integer, Integer> local = new HashMap<>();
        DisjointSets sets = DisjointSets.of(2 * inside.size());
        double last = 0;
        for (int e : order) {
            int source = local.computeIfAbsent(links.source(e), v -> local.size());
            int target = local.computeIfAbsent(links.target(e), v -> local.size());
            if (sets.union(source, target)) {
                last = significance.pValue(kept.get(e));
            }
        }
        return last;
    }

    /**
     * The accounts that carry at least two of the objects, and those that carry one within the window of such an
     * account while such accounts are most of its carriers.
     */
    private List<Integer> accounts(PostTable posts, Layer layer, Set<Integer> objects) {
        Map<Integer, Integer> carried = new TreeMap<>();
        for (int o : objects) {
            accountsOf(posts, layer, o).forEach(a -> carried.merge(a, 1, Integer::sum));
        }
        Set<Integer> core = new TreeSet<>();
        carried.forEach((account, count) -> {
            if (count >= 2) {
                core.add(account);
            }
        });
        Set<Integer> accounts = new TreeSet<>(core);
        for (int o : objects) {
            Set<Integer> all = accountsOf(posts, layer, o);
            if (2 * all.stream().filter(core::contains).count() > all.size()) {
                addCompany(posts, layer, o, core, accounts);
            }
        }
        return List.copyOf(accounts);
    }

    private void addCompany(PostTable posts, Layer layer, int object, Set<Integer> core, Set<Integer> accounts) {
        int[] rows = IntStream.range(layer.start(object), layer.start(object + 1))
                .map(layer::post)
                .toArray();
        long[] coreTimes = Arrays.stream(rows)
                .filter(r -> core.contains(posts.account(r)))
                .mapToLong(posts::time)
                .toArray();
        for (int row : rows) {
            int after = Arrays.binarySearch(coreTimes, posts.time(row));
            after = after < 0 ? -after - 1 : after;
            boolean near = (after < coreTimes.length && coreTimes[after] - posts.time(row) <= window)
                    || (after > 0 && posts.time(row) - coreTimes[after - 1] <= window);
            if (near) {
                accounts.add(posts.account(row));
            }
        }
    }

    private static Set<Integer> accountsOf(PostTable posts, Layer layer, int object) {
        Set<Integer> accounts = new TreeSet<>();
        for (int a = layer.start(object); a < layer.start(object + 1); a++) {
            accounts.add(posts.account(layer.post(a)));
        }
        return accounts;
    }

    /** Joins groups of which the smaller one has at least half of its accounts in the larger one. */
    private static List<Group> merged(List<Group> groups) {
        DisjointSets sets = DisjointSets.of(Math.max(1, groups.size()));
        for (int g = 0; g < groups.size(); g++) {
            for (int h = g + 1; h < groups.size(); h++) {
                List<Integer> one = groups.get(g).accounts();
                List<Integer> other = groups.get(h).accounts();
                long common = one.stream()
                        .filter(a -> Collections.binarySearch(other, a) >= 0)
                        .count();
                if (common >= SAME * Math.min(one.size(), other.size())) {
                    sets.union(g, h);
                }
            }
        }
        Map<Integer, List<Group>> together = new TreeMap<>();
        for (int g = 0; g < groups.size(); g++) {
            together.computeIfAbsent(sets.find(g), r -> new ArrayList<>()).add(groups.get(g));
        }
        return together.values().stream().map(GroupFinder::merge).toList();
    }

    private static Group merge(List<Group> parts) {
        Set<Integer> accounts = new TreeSet<>();
        Map<ObjectKind, Set<Integer>> objects = new EnumMap<>(ObjectKind.class);
        double content = 1;
        for (Group part : parts) {
            accounts.addAll(part.accounts());
            part.objects()
                    .forEach((kind, set) ->
                            objects.computeIfAbsent(kind, k -> new TreeSet<>()).addAll(set));
            content = Math.min(content, part.content());
        }
        return new Group(List.copyOf(accounts), objects, content);
    }
}
