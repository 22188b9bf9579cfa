/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.core.stats.Tails;

/**
 * Whether what a group shares is its own. Where people come by themselves, many take part once or twice, and fewer the more it
 * is. An operation has hardly anybody but its members. Where little is seen of each account, most members of an operation may be
 * seen too seldom; but all have about the same zeal, and a crowd has not. Readers of a page who press its button are a crowd
 * even where nobody else reads it.
 *
 * @param isMajority whether at least half of those who carry the objects are members
 * @param crowd the test that failed if the members are a crowd, or no more than the keenest of one
 */
record Exclusivity(boolean isMajority, Optional<FailedTest> crowd) {
    /** Who does this part of what it does with the group takes part: half of what a member must in most pools. */
    private static final double PART = 0.05;

    /** Of what all who take part carry, this share at least is the members'. */
    private static final double ACTS = 0.8;

    /** Fewer strangers are no crowd. */
    private static final int CROWD = 5;

    /** Zeal that varies less is as good as one. */
    private static final double VARIED = 1.75;

    /** Looks at those who carry the objects of a group. */
    static Exclusivity of(PoolTest.Result group, Incidences incidences, PoolSettings settings) {
        BitSet members = new BitSet();
        for (int m = 0; m < group.members.size(); m++) {
            members.set(group.members.get(m));
        }
        long inside = 0;
        long all = 0;
        Map<Integer, Integer> carried = new TreeMap<>();
        for (int at = 0; at < group.objects.size(); at++) {
            int o = group.objects.get(at);
            all += incidences.ofObject(o);
            for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                inside += members.get(incidences.account[i]) ? 1 : 0;
                if (incidences.live.get(i)) {
                    carried.merge(incidences.account[i], 1, Integer::sum);
                }
            }
        }
        Optional<FailedTest> crowd = Optional.empty();
        if (!settings.oneAtATime()) {
            carried.entrySet()
                    .removeIf(e -> !members.get(e.getKey()) && e.getValue() < PART * incidences.ofAccount(e.getKey()));
            crowd = incidences.pages.isEmpty()
                    ? keenest(members, carried, settings).filter(test -> dispersion(carried, incidences) >= VARIED)
                    : Optional.of(new FailedTest(FailedTest.Test.ZEAL, dispersion(carried, incidences), VARIED))
                            .filter(test -> test.value() >= VARIED);
        }
        return new Exclusivity(inside >= PoolTest.MAJORITY * all, crowd);
    }

    private static double dispersion(Map<Integer, Integer> carried, Incidences incidences) {
        int[] acts = carried.keySet().stream().mapToInt(incidences::ofAccount).toArray();
        int[] shared = carried.values().stream().mapToInt(k -> k).toArray();
        return Zeal.dispersion(acts, shared);
    }

    /** @param carried how many of the objects each account carries that takes part */
    private static Optional<FailedTest> keenest(BitSet members, Map<Integer, Integer> carried, PoolSettings settings) {
        int all = carried.size();
        int inside = members.cardinality();
        if (all - inside < CROWD) {
            return Optional.empty();
        }
        int own = members.stream().map(a -> carried.getOrDefault(a, 0)).sum();
        double ofAccounts = inside / (double) all;
        double ofActs =
                own / (double) carried.values().stream().mapToInt(k -> k).sum();
        double least = settings.exclusivity();
        if (ofAccounts < least && Tails.binomial(all - inside, all, 1 - least) <= settings.entry()) {
            return Optional.of(new FailedTest(FailedTest.Test.EXCLUSIVITY, ofAccounts, least));
        }
        return ofActs < ACTS
                ? Optional.of(new FailedTest(FailedTest.Test.EXCLUSIVITY, ofActs, ACTS))
                : Optional.empty();
    }
}
