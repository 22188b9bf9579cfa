/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vigie.core.similarity.DisjointSets;
import org.vigie.core.stats.Tails;

/**
 * Joins synchronous objects that the same accounts act on, and asks whether accounts come back more often than chance
 * would have it.
 *
 * <p>Chance draws the accounts of each interval by their activity: two sets of m and m' accounts then have
 * m m' sum(pi^2) in common on average, for shares pi of all posts (the configuration model without object effects), and
 * counts of such rare coincidences are nearly Poisson (A. D. Barbour, L. Holst and S. Janson, Poisson Approximation,
 * 1992). A breaking headline or a petition brings each account once; a campaign brings the same ones again.
 */
final class GroupFinder {
    /** Two objects with fewer accounts in common are not linked. */
    private static final int MIN_COMMON = 2;

    /** Links are only the way to candidates; the test of a candidate comes after. */
    private static final double LINK_P = 1e-3;

    private final PostTable posts;
    private final Synchrony synchrony;
    private final int minAccounts;
    private final double concentration;

    GroupFinder(PostTable posts, Synchrony synchrony, int minAccounts) {
        this.posts = posts;
        this.synchrony = synchrony;
        this.minAccounts = minAccounts;
        double all = posts.size();
        this.concentration = IntStream.range(0, posts.accounts().size())
                .mapToDouble(a -> posts.postsOf(a) / all)
                .map(share -> share * share)
                .sum();
    }

    List<Group> find(List<SynchronousObject> objects) {
        DisjointSets sets = DisjointSets.of(Math.max(1, objects.size()));
        for (int i = 0; i < objects.size(); i++) {
            for (int j = i + 1; j < objects.size(); j++) {
                if (areLinked(objects.get(i).accounts(), objects.get(j).accounts())) {
                    sets.union(i, j);
                }
            }
        }
        Map<Integer, List<SynchronousObject>> components = new TreeMap<>();
        for (int i = 0; i < objects.size(); i++) {
            components.computeIfAbsent(sets.find(i), r -> new ArrayList<>()).add(objects.get(i));
        }
        double tests = Math.max(1, 0.5 * objects.size() * (objects.size() + 1));
        List<Group> groups = new ArrayList<>();
        for (List<SynchronousObject> component : components.values()) {
            Group group = group(component, tests);
            if (group.accounts().size() >= minAccounts) {
                groups.add(group);
            }
        }
        return groups;
    }

    private boolean areLinked(int[] one, int[] other) {
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common >= MIN_COMMON
                && Tails.poisson(common, (double) one.length * other.length * concentration) <= LINK_P;
    }

    private Group group(List<SynchronousObject> objects, double tests) {
        BitSet together = new BitSet(posts.size());
        objects.forEach(object -> markTogether(object.posts(), together));
        Map<Integer, Set<Long>> intervals = new TreeMap<>();
        together.stream()
                .forEach(row -> intervals
                        .computeIfAbsent(posts.account(row), a -> new TreeSet<>())
                        .add(synchrony.intervalOf(posts.time(row))));
        Set<Integer> members = members(objects, intervals);
        List<Integer> rows = together.stream()
                .filter(row -> members.contains(posts.account(row)))
                .boxed()
                .toList();

        Map<Long, Integer> crowd = new TreeMap<>();
        long returns = 0;
        for (int account : members) {
            Set<Long> own = intervals.getOrDefault(account, Set.of());
            own.forEach(interval -> crowd.merge(interval, 1, Integer::sum));
            returns += own.size() - 1;
        }
        double sum = 0;
        double squares = 0;
        for (int m : crowd.values()) {
            sum += m;
            squares += (double) m * m;
        }
        double expected = concentration * (sum * sum - squares) / 2;
        double p = returns == 0 ? 1 : Math.min(1, Tails.poisson(returns, expected) * tests);
        return new Group(List.copyOf(members), objects, rows, returns, expected, p);
    }

    /**
     * Who acted within the fine window of somebody else and either came back in another interval, or acted on an object
     * of which most accounts came back.
     */
    private Set<Integer> members(List<SynchronousObject> objects, Map<Integer, Set<Long>> intervals) {
        Set<Integer> returning = new TreeSet<>();
        intervals.forEach((account, own) -> {
            if (own.size() > 1) {
                returning.add(account);
            }
        });
        Set<Integer> members = new TreeSet<>(returning);
        for (SynchronousObject object : objects) {
            long back =
                    Arrays.stream(object.accounts()).filter(returning::contains).count();
            if (2 * back > object.accounts().length) {
                Arrays.stream(object.accounts()).filter(intervals::containsKey).forEach(members::add);
            }
        }
        return members;
    }

    /** Marks the posts on one object that have one of another account within the fine window. */
    private void markTogether(int[] rows, BitSet marked) {
        for (int i = 1; i < rows.length; i++) {
            int j = i - 1;
            while (j >= 0 && posts.account(rows[j]) == posts.account(rows[i]) && isNear(rows[j], rows[i])) {
                j--;
            }
            if (j >= 0 && isNear(rows[j], rows[i])) {
                marked.set(rows[i]);
                for (int k = j; k < i; k++) {
                    marked.set(rows[k]);
                }
            }
        }
    }

    private boolean isNear(int earlier, int later) {
        return posts.time(later) - posts.time(earlier) <= synchrony.window();
    }
}
