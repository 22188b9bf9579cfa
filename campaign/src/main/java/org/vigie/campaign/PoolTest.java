/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.core.column.IntList;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;

/**
 * Asks of a group: of all accounts of the same languages, hours, hashtags and sources, how many would share as much with
 * it by chance? See docs/methods/campaigns.md for the equations. Not thread-safe: one test a thread.
 */
final class PoolTest {
    /** Members are at least this share of those who carry the objects. */
    static final double MAJORITY = 0.5;

    /** The rate of a stratum that the group is not in, or that has too few outsiders to compare with. */
    private static final double SILENT = -1;

    private final Incidences incidences;
    private final Strata strata;
    private final PoolSettings settings;
    private final int[] languageOf;
    private final int[] speakers;
    /** By stratum: incidences of outsiders, and how many of these are on objects of the group. */
    private final int[] controls;

    private final int[] hits;
    private final BitSet used = new BitSet();
    /** By stratum: the rate at which outsiders hit the group's objects, or {@link #SILENT}. */
    private final double[] rates;

    private final ProfileRates profiles;
    private final OwnHashtags ownHashtags;

    /** By object: how many members carry it, if enough do. */
    private final int[] inGroup;

    private final BitSet member = new BitSet();
    private final Gatherings gatherings;
    private BitSet gathered = new BitSet();

    /** Other members who must carry an object for it to count. */
    private final int others;

    /** What the last measured account did: objects, those of them that the group shares, the same by chance, and why. */
    private int exposure;

    private int shared;
    private double expected;
    private final double[] explained = new double[Strata.Kind.count()];

    /** What the test says of a group. */
    static final class Result {
        final IntList members = new IntList();
        final IntList objects = new IntList();
        /** How many accounts would get in by chance. */
        double expected;

        double pValue = 1;
        /** Whether enough of those who carry the objects are members. */
        boolean isExclusive;
        /** That of those who take part, each counted once, too few are members. */
        Optional<FailedTest> crowd = Optional.empty();
        /** Shared and all incidences of the members. */
        int shared;

        int all;
        /** How much of the expected hits each kind of stratum explains. */
        final double[] explained = new double[Strata.Kind.count()];
        /** What the member with least evidence shares, and the same by chance. */
        int fewest;

        double fewestExpected;
    }

    /**
     * @param languageOf the main language of each account
     * @param speakers how many accounts have it
     */
    PoolTest(
            Corpus corpus,
            Incidences incidences,
            Strata strata,
            PoolSettings settings,
            int[] languageOf,
            int[] speakers) {
        this.gatherings = new Gatherings(corpus, incidences, settings);
        this.incidences = incidences;
        this.strata = strata;
        this.settings = settings;
        this.languageOf = languageOf;
        this.speakers = speakers;
        this.controls = new int[strata.count()];
        this.hits = new int[strata.count()];
        this.rates = new double[strata.count()];
        Arrays.fill(rates, SILENT);
        this.profiles = new ProfileRates(strata, rates);
        this.ownHashtags = new OwnHashtags(incidences, strata, rates);
        this.inGroup = new int[incidences.objects];
        this.others = settings.carriers() - 1;
    }

    /** Tests a group: how many accounts of the input would get in by chance? */
    Result test(int[] group, int minAccounts) {
        Result result = new Result();
        Map<Integer, Integer> pool = begin(group);
        for (int a = 0; a < incidences.accounts; a++) {
            if (incidences.ofAccount(a) >= settings.objects()) {
                enter(a, result);
            }
        }
        end(pool, result);
        if (result.members.size() >= minAccounts && result.isExclusive) {
            result.pValue = Math.min(1, Tails.poisson(result.members.size(), result.expected));
        }
        return result;
    }

    /**
     * Tests a pair or a small group, too few to count. How likely is it that the member with least evidence shares so
     * much by chance with one of so many accounts (Bonferroni)? Reads the group's accounts only.
     */
    Result testSmall(int[] group, int accounts) {
        Result result = new Result();
        Map<Integer, Integer> pool = begin(group);
        double weakest = 0;
        for (int a : group) {
            if (enter(a, result)) {
                double chance = tail(shared, settings.excess() * expected);
                if (chance >= weakest) {
                    weakest = chance;
                    result.fewest = shared;
                    result.fewestExpected = expected;
                }
            }
        }
        end(pool, result);
        if (result.members.size() >= 2) {
            result.pValue = Math.min(1, accounts * weakest);
        }
        return result;
    }

    private Map<Integer, Integer> begin(int[] group) {
        for (int a : group) {
            member.set(a);
        }
        Map<Integer, Integer> pool = pool(group);
        pool.forEach((o, n) -> inGroup[o] = n);
        gathered = gatherings.of(group, this::isShared);
        countControls(group);
        countHits(pool, group);
        for (int s = used.nextSetBit(0); s >= 0; s = used.nextSetBit(s + 1)) {
            rates[s] = speaks(s) ? rate(s) : SILENT;
        }
        ownHashtags.lookAt(group, this::isShared);
        profiles.begin();
        return pool;
    }

    /** Names the objects that at least two members carry, and forgets the group. */
    private void end(Map<Integer, Integer> pool, Result result) {
        pool.forEach((o, n) -> {
            if (n > 1) {
                result.objects.add(o);
            }
            inGroup[o] = 0;
        });
        Exclusivity exclusivity = Exclusivity.of(result, incidences, settings);
        result.crowd = exclusivity.crowd();
        result.isExclusive = exclusivity.isMajority() && result.crowd.isEmpty();
        member.clear();
        used.stream().forEach(s -> rates[s] = SILENT);
        used.clear();
    }

    private boolean isShared(int incidence) {
        return incidences.live.get(incidence) && inGroup[incidences.object[incidence]] > others;
    }

    private Map<Integer, Integer> pool(int[] group) {
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
        incidences.pages.removeOfOthers(pool.keySet(), member, settings.exclusivity());
        return pool;
    }

    /** Everything outsiders did in the strata of the group. */
    private void countControls(int[] group) {
        for (int a : group) {
            for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                int i = incidences.ofAccount[q];
                for (int slot = 0; slot < Strata.SLOTS; slot++) {
                    int s = strata.at(i, slot);
                    if (s >= 0) {
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
    }

    /** What outsiders did on the group's objects, without those of each language who did most: they may be of it. */
    private void countHits(Map<Integer, Integer> pool, int[] group) {
        Map<Integer, Integer> hitsOf = new HashMap<>();
        for (int o : pool.keySet()) {
            for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                if (!member.get(incidences.account[i]) && incidences.live.get(i)) {
                    hitsOf.merge(incidences.account[i], 1, Integer::sum);
                    for (int slot = 0; slot < Strata.SLOTS; slot++) {
                        int s = strata.at(i, slot);
                        if (s >= 0) {
                            hits[s]++; // of strata that are not used it is not read
                        }
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
            for (int slot = 0; slot < Strata.SLOTS; slot++) {
                int s = strata.at(i, slot);
                if (s >= 0 && used.get(s) && strata.kind(s).isWide()) {
                    controls[s]--;
                    hits[s] -= hit ? 1 : 0;
                }
            }
        }
    }

    /** Adds how likely an account gets in; tells whether it is in. */
    private boolean enter(int account, Result result) {
        measure(account);
        int needed = Math.max(settings.objects(), (int) Math.ceil(settings.commitment() * exposure - 1e-9));
        double chance = 1;
        while (needed <= exposure && (chance = tail(needed, settings.excess() * expected)) > settings.entry()) {
            needed++;
        }
        if (needed > exposure) {
            return false;
        }
        result.expected += chance;
        if (!member.get(account)) {
            return false;
        }
        result.shared += shared;
        result.all += exposure;
        for (int k = 0; k < explained.length; k++) {
            result.explained[k] += explained[k];
        }
        if (shared < needed || !hasPartners(account)) {
            return false;
        }
        result.members.add(account);
        return true;
    }

    /** Whether an account shares with enough others of the group: not all of it with one. */
    private boolean hasPartners(int account) {
        if (settings.partners() <= others) {
            return true; // one object that counts has as many
        }
        Set<Integer> partners = new HashSet<>();
        for (int q = incidences.startOfAccount[account]; q < incidences.startOfAccount[account + 1]; q++) {
            int i = incidences.ofAccount[q];
            int o = incidences.object[i];
            if (isShared(i)) {
                for (int j = incidences.startOfObject[o]; j < incidences.startOfObject[o + 1]; j++) {
                    int other = incidences.account[j];
                    if (other != account && member.get(other) && incidences.live.get(j)) {
                        partners.add(other);
                        if (partners.size() >= settings.partners()) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    /** What an account did, what of it the group shares, and the same by chance: the most innocent explanation counts. */
    private void measure(int account) {
        boolean isMember = member.get(account);
        exposure = incidences.ofAccount(account);
        shared = 0;
        expected = 0;
        Arrays.fill(explained, 0);
        for (int q = incidences.startOfAccount[account]; q < incidences.startOfAccount[account + 1]; q++) {
            int profile = strata.profileAt(q);
            profiles.weigh(profile);
            int i = isMember ? incidences.ofAccount[q] : -1;
            if (profiles.isAlone(profile)
                    || (isMember && !profiles.hasTag(profile) && gathered.get(i))
                    || (isMember && ownHashtags.has(profile))) {
                exposure--; // nobody to compare with: it counts for nothing
                continue;
            }
            double rate = profiles.rate(profile);
            expected += rate;
            int kind = profiles.kind(profile);
            if (kind >= 0) {
                explained[kind] += rate;
            }
            if (isMember && isShared(i)) {
                shared++;
            }
        }
    }

    /**
     * Whether outsiders did enough in a stratum to be compared with; of links, a site that is mostly the group's own is no
     * control.
     */
    private boolean speaks(int s) {
        Strata.Kind kind = strata.kind(s);
        boolean isOwn = incidences.isTight && kind.isSite() && controls[s] < (1 - MAJORITY) * strata.size(s);
        return !isOwn && controls[s] >= (kind.isWide() ? settings.wideControls() : settings.fewControls());
    }

    /** How much of what outsiders did in a stratum is on the group's objects; few of them get no benefit of the doubt. */
    private double rate(int s) {
        int doubt = controls[s] >= settings.controls() ? 1 : 0;
        return (hits[s] + doubt) / (controls[s] + 1.0);
    }

    private static double tail(int count, double mean) {
        return mean == 0 ? 0 : Tails.poisson(count, mean);
    }
}
