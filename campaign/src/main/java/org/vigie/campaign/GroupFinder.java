/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Signal;
import org.vigie.core.column.IntList;
import org.vigie.core.search.DisjointSets;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;

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

    private final Corpus posts;
    private final Synchrony synchrony;
    private final int minAccounts;
    private final double concentration;
    /** In how many intervals each account acted together with others; all 0 between groups. */
    private final int[] visits;

    private final long[] lastVisit;

    GroupFinder(Corpus posts, Parameters parameters) {
        this.posts = posts;
        this.synchrony = Synchrony.of(posts, parameters.window(), parameters.interval(), parameters.seed());
        this.minAccounts = parameters.minAccounts();
        this.concentration = posts.concentration();
        this.visits = new int[posts.accounts()];
        this.lastVisit = new long[posts.accounts()];
    }

    List<Candidate> find(List<Sighting> objects) {
        double tests = Math.max(1, 0.5 * objects.size() * (objects.size() + 1));
        List<Candidate> groups = new ArrayList<>();
        for (List<Sighting> component : components(objects)) {
            Candidate group = group(component, tests);
            if (group.size() >= minAccounts) {
                groups.add(group);
            }
        }
        return groups;
    }

    /** Objects that share more accounts than activity explains, directly or by way of others. */
    List<List<Sighting>> components(List<Sighting> objects) {
        DisjointSets sets = DisjointSets.of(Math.max(1, objects.size()));
        link(objects, sets);
        Map<Integer, List<Sighting>> components = new TreeMap<>();
        for (int i = 0; i < objects.size(); i++) {
            components.computeIfAbsent(sets.find(i), r -> new ArrayList<>()).add(objects.get(i));
        }
        return List.copyOf(components.values());
    }

    /** Counts accounts in common by going through the objects of each account. */
    private void link(List<Sighting> objects, DisjointSets sets) {
        Map<Integer, IntList> objectsOf = new HashMap<>();
        int[] common = new int[objects.size()];
        for (int i = 0; i < common.length; i++) {
            int[] accounts = objects.get(i).accounts();
            if (!areLinked(accounts.length, accounts.length, accounts.length)) {
                continue; // not even to its twin
            }
            IntList met = new IntList();
            for (int account : accounts) {
                IntList own = objectsOf.computeIfAbsent(account, a -> new IntList());
                for (int o = 0; o < own.size(); o++) {
                    int other = own.get(o);
                    if (common[other]++ == 0) {
                        met.add(other);
                    }
                }
                own.add(i);
            }
            for (int m = 0; m < met.size(); m++) {
                int other = met.get(m);
                if (areLinked(common[other], accounts.length, objects.get(other).accountCount())) {
                    sets.union(i, other);
                }
                common[other] = 0;
            }
        }
    }

    private boolean areLinked(int common, int one, int other) {
        return common >= MIN_COMMON && Tails.poisson(common, (double) one * other * concentration) <= LINK_P;
    }

    private Candidate group(List<Sighting> objects, double tests) {
        int[] together = together(objects);
        IntList people = new IntList();
        long interval = Long.MIN_VALUE;
        long crowd = 0;
        double sum = 0;
        double squares = 0;
        for (int row : together) {
            int account = posts.account(row);
            if (synchrony.intervalOf(posts.time(row)) != interval) {
                interval = synchrony.intervalOf(posts.time(row));
                squares += (double) crowd * crowd;
                crowd = 0;
            }
            if (visits[account] == 0) {
                people.add(account);
            }
            if (visits[account] == 0 || lastVisit[account] != interval) {
                visits[account]++;
                lastVisit[account] = interval;
                crowd++;
                sum++;
            }
        }
        squares += (double) crowd * crowd;
        // Over everybody, not only over those who came back, or their having come back would prove itself.
        long returns = (long) sum - people.size();
        double expected = concentration * (sum * sum - squares) / 2;
        double p = returns == 0 ? 1 : Math.min(1, Tails.poisson(returns, expected) * tests);
        int[] members = members(objects, people.toArray());
        for (int a = 0; a < people.size(); a++) {
            visits[people.get(a)] = 0;
        }
        return new Candidate(
                Signal.RETURNING_ACCOUNTS,
                members,
                IntStream.of(together)
                        .filter(row -> Arrays.binarySearch(members, posts.account(row)) >= 0)
                        .toArray(),
                objects,
                new Sighting.Count(returns, expected, p));
    }

    /**
     * Who acted within the fine window of somebody else and either came back in another interval, or acted on an object
     * of which most accounts came back; ascending.
     */
    private int[] members(List<Sighting> objects, int[] people) {
        IntList members = new IntList();
        for (int account : people) {
            if (visits[account] > 1) {
                members.add(account);
            }
        }
        for (Sighting object : objects) {
            long back = object.accountStream().filter(a -> visits[a] > 1).count();
            if (2 * back > object.accountCount()) {
                object.accountStream().filter(a -> visits[a] > 0).forEach(members::add);
            }
        }
        return Arrays.stream(members.toArray()).sorted().distinct().toArray();
    }

    /** The posts that have one of another account on the same object within the fine window, in order of time. */
    int[] together(List<Sighting> objects) {
        IntList together = new IntList();
        for (Sighting object : objects) {
            int[] rows = object.rows();
            int[] next = new int[rows.length]; // the first later post of another account
            for (int i = rows.length - 1, n = rows.length; i >= 0; i--) {
                n = i + 1 < rows.length && posts.account(rows[i]) != posts.account(rows[i + 1]) ? i + 1 : n;
                next[i] = n;
            }
            int previous = -1; // the last earlier post of another account
            for (int i = 0; i < rows.length; i++) {
                previous = i > 0 && posts.account(rows[i]) != posts.account(rows[i - 1]) ? i - 1 : previous;
                if ((previous >= 0 && isNear(rows[previous], rows[i]))
                        || (next[i] < rows.length && isNear(rows[i], rows[next[i]]))) {
                    together.add(rows[i]);
                }
            }
        }
        return Arrays.stream(together.toArray()).sorted().distinct().toArray();
    }

    private boolean isNear(int earlier, int later) {
        return posts.time(later) - posts.time(earlier) <= synchrony.window();
    }
}
