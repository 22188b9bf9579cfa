/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.core.column.IntList;
import org.vigie.core.stats.Tails;

/**
 * Asks of a group: of all accounts of the same languages, hours, hashtags and sources, how many would share as much with
 * it by chance? See docs/methods/campaigns.md for the equations. Not thread-safe: one test a thread.
 */
final class PoolTest {
    private final Incidences incidences;
    private final Strata strata;
    private final PoolSettings settings;
    private final int[] languageOf;
    private final int[] speakers;
    /** By stratum: incidences of outsiders, and how many of these are on objects of the group. */
    private final int[] controls;

    private final int[] hits;
    private final BitSet used = new BitSet();
    /** By object: how many members carry it, if enough do. */
    private final int[] inGroup;

    private final BitSet member = new BitSet();

    /** What the test says of a group. */
    static final class Result {
        final IntList members = new IntList();
        final IntList objects = new IntList();
        /** How many accounts would get in by chance. */
        double expected;

        double pValue = 1;
        /** Whether at least half of those who carry the objects are members. */
        boolean isExclusive;
        /** Shared and all incidences of the members. */
        int shared;

        int all;
        /** How much of the expected hits each kind of stratum explains. */
        final double[] explained = new double[Strata.Kind.count()];
    }

    /**
     * @param languageOf the main language of each account
     * @param speakers how many accounts have it
     */
    PoolTest(Incidences incidences, Strata strata, PoolSettings settings, int[] languageOf, int[] speakers) {
        this.incidences = incidences;
        this.strata = strata;
        this.settings = settings;
        this.languageOf = languageOf;
        this.speakers = speakers;
        this.controls = new int[strata.count()];
        this.hits = new int[strata.count()];
        this.inGroup = new int[incidences.objects];
    }

    /** Tests a group; {@code others} other members must carry an object for it to count. */
    Result test(int[] group, int others, int minAccounts) {
        Result result = new Result();
        for (int a : group) {
            member.set(a);
        }
        Map<Integer, Integer> pool = pool(group, others);
        pool.forEach((o, n) -> inGroup[o] = n);
        countControls(group);
        countHits(pool, group);
        for (int a = 0; a < incidences.accounts; a++) {
            if (incidences.ofAccount(a) >= settings.objects()) {
                enter(a, others, result);
            }
        }
        pool.forEach((o, n) -> result.objects.add(o));
        result.isExclusive = isExclusive(result);
        if (result.members.size() >= minAccounts && result.isExclusive) {
            result.pValue = Math.min(1, Tails.poisson(result.members.size(), result.expected));
        }
        pool.keySet().forEach(o -> inGroup[o] = 0);
        member.clear();
        used.clear();
        return result;
    }

    private boolean isExclusive(Result result) {
        BitSet members = new BitSet();
        for (int m = 0; m < result.members.size(); m++) {
            members.set(result.members.get(m));
        }
        long inside = 0;
        long all = 0;
        for (int at = 0; at < result.objects.size(); at++) {
            int o = result.objects.get(at);
            all += incidences.ofObject(o);
            for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                inside += members.get(incidences.account[i]) ? 1 : 0;
            }
        }
        return 2 * inside >= all;
    }

    private Map<Integer, Integer> pool(int[] group, int others) {
        Map<Integer, Integer> pool = new TreeMap<>();
        for (int a : group) {
            for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                int i = incidences.ofAccount[q];
                if (incidences.counts(i)) {
                    pool.merge(incidences.object[i], 1, Integer::sum);
                }
            }
        }
        pool.values().removeIf(n -> n < others);
        return pool;
    }

    /** Everything outsiders did in the strata of the group. */
    private void countControls(int[] group) {
        for (int a : group) {
            for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                int i = incidences.ofAccount[q];
                for (int p = strata.first(i); p < strata.first(i + 1); p++) {
                    int s = strata.at(p);
                    if (!used.get(s)) {
                        used.set(s);
                        hits[s] = 0;
                        controls[s] = strata.size(s);
                    }
                    controls[s]--;
                }
            }
        }
    }

    /** What outsiders did on the group's objects, without those of each language who did most: they may be of it. */
    private void countHits(Map<Integer, Integer> pool, int[] group) {
        Map<Integer, Integer> hitsOf = new HashMap<>();
        for (int o : pool.keySet()) {
            for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                if (!member.get(incidences.account[i]) && incidences.live.get(i)) {
                    hitsOf.merge(incidences.account[i], 1, Integer::sum);
                    for (int p = strata.first(i); p < strata.first(i + 1); p++) {
                        hits[strata.at(p)]++; // of strata that are not used it is not read
                    }
                }
            }
        }
        Map<Integer, List<Integer>> byLanguage = new TreeMap<>();
        hitsOf.keySet().stream()
                .sorted()
                .forEach(a -> byLanguage
                        .computeIfAbsent(languageOf[a], k -> new ArrayList<>())
                        .add(a));
        Map<Integer, Integer> ofGroup = new HashMap<>();
        for (int a : group) {
            ofGroup.merge(languageOf[a], 1, Integer::sum);
        }
        byLanguage.forEach((language, accounts) -> {
            accounts.sort(Comparator.<Integer>comparingDouble(
                            a -> -hitsOf.getOrDefault(a, 0) / (double) incidences.ofAccount(a))
                    .thenComparing(a -> a));
            int trimmed = (int) (settings.trimmed() * (speakers[language] - ofGroup.getOrDefault(language, 0)));
            accounts.stream().limit(trimmed).forEach(this::leaveOut);
        });
    }

    private void leaveOut(int account) {
        for (int q = incidences.startOfAccount[account]; q < incidences.startOfAccount[account + 1]; q++) {
            int i = incidences.ofAccount[q];
            boolean hit = incidences.live.get(i) && inGroup[incidences.object[i]] > 0;
            for (int p = strata.first(i); p < strata.first(i + 1); p++) {
                int s = strata.at(p);
                if (used.get(s) && strata.kind(s).isWide()) {
                    controls[s]--;
                    hits[s] -= hit ? 1 : 0;
                }
            }
        }
    }

    /** How likely an account gets in, and whether it is in. */
    private void enter(int account, int others, Result result) {
        boolean isMember = member.get(account);
        double expected = 0;
        int exposure = incidences.ofAccount(account);
        int shared = 0;
        double[] explained = new double[result.explained.length];
        for (int q = incidences.startOfAccount[account]; q < incidences.startOfAccount[account + 1]; q++) {
            int i = incidences.ofAccount[q];
            double rate = 0;
            int best = -1;
            boolean hasTag = false;
            for (int p = strata.first(i); p < strata.first(i + 1); p++) {
                int s = strata.at(p);
                Strata.Kind kind = strata.kind(s);
                int least = kind.isWide() ? settings.wideControls() : settings.controls();
                if (used.get(s) && controls[s] >= least) {
                    hasTag |= kind == Strata.Kind.HASHTAG_AND_LANGUAGE;
                    double share = (hits[s] + 1.0) / (controls[s] + 1.0);
                    if (share > rate) {
                        rate = share;
                        best = kind.number();
                    }
                }
            }
            if (!hasTag && strata.isOccasion(i)) {
                exposure--; // nobody to compare with: it counts for nothing
                continue;
            }
            expected += rate;
            if (best >= 0) {
                explained[best] += rate;
            }
            boolean counts = isMember && incidences.live.get(i) && inGroup[incidences.object[i]] > others;
            shared += counts ? 1 : 0;
        }
        int needed = Math.max(settings.objects(), (int) Math.ceil(settings.commitment() * exposure - 1e-9));
        double chance = 1;
        while (needed <= exposure && (chance = tail(needed, settings.excess() * expected)) > settings.entry()) {
            needed++;
        }
        if (needed > exposure) {
            return;
        }
        result.expected += chance;
        if (isMember) {
            result.shared += shared;
            result.all += exposure;
            for (int k = 0; k < explained.length; k++) {
                result.explained[k] += explained[k];
            }
            if (shared >= needed) {
                result.members.add(account);
            }
        }
    }

    private static double tail(int count, double mean) {
        return mean == 0 ? 0 : Tails.poisson(count, mean);
    }
}
