/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;

/**
 * Whether what a group shares is its own. Where an occasion brings people together, many take part once or twice, and fewer the
 * more it is. An operation has hardly anybody but its members. A pool of texts without any moment has no occasion, so its
 * less busy accounts do not speak for the others.
 *
 * @param isMajority whether at least half of those who carry the objects are members
 * @param crowd the test that failed if the members are no more than the keenest of a crowd
 */
record Exclusivity(boolean isMajority, Optional<FailedTest> crowd) {
    /** Who does this part of what a member must takes part. */
    private static final double PART = 0.5;

    /** Of what all who take part carry, this share at least is the members'. */
    private static final double ACTS = 0.8;

    /** Fewer strangers are no crowd. */
    private static final int CROWD = 20;

    /** An occasion is known by others who do the same within this time. */
    private static final long MOMENT = 3_600_000;

    /** Looks at those who carry the objects of a group. */
    static Exclusivity of(PoolTest.Result group, Incidences incidences, Corpus corpus, PoolSettings settings) {
        BitSet members = new BitSet();
        for (int m = 0; m < group.members.size(); m++) {
            members.set(group.members.get(m));
        }
        long inside = 0;
        long all = 0;
        long momentary = 0;
        Map<Integer, Integer> carried = new HashMap<>();
        for (int at = 0; at < group.objects.size(); at++) {
            int o = group.objects.get(at);
            all += incidences.ofObject(o);
            for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                inside += members.get(incidences.account[i]) ? 1 : 0;
                carried.merge(incidences.account[i], incidences.live.get(i) ? 1 : 0, Integer::sum);
                momentary += isNear(incidences, corpus, o, i, i - 1) || isNear(incidences, corpus, o, i, i + 1) ? 1 : 0;
            }
        }
        int own = members.stream().map(a -> carried.getOrDefault(a, 0)).sum();
        int[] strangers = carried.entrySet().stream()
                .filter(e -> !members.get(e.getKey()))
                .filter(e -> e.getValue() >= PART * settings.commitment() * incidences.ofAccount(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .toArray();
        return new Exclusivity(
                inside >= PoolTest.MAJORITY * all,
                settings.oneAtATime() || 2 * momentary < all
                        ? Optional.empty()
                        : crowd(members.cardinality(), own, strangers, settings));
    }

    /** Whether another incidence of an object is close in time; they are in the order of time. */
    private static boolean isNear(Incidences incidences, Corpus corpus, int object, int i, int other) {
        return other >= incidences.startOfObject[object]
                && other < incidences.startOfObject[object + 1]
                && Math.abs(corpus.time(incidences.row[other]) - corpus.time(incidences.row[i])) <= MOMENT;
    }

    /**
     * @param own what the members carry together
     * @param strangers what each of those carries who take part and are no members
     */
    private static Optional<FailedTest> crowd(int members, int own, int[] strangers, PoolSettings settings) {
        if (strangers.length < CROWD) {
            return Optional.empty();
        }
        double least = settings.exclusivity();
        int all = members + strangers.length;
        if (members < least * all && Tails.binomial(strangers.length, all, 1 - least) <= settings.entry()) {
            return Optional.of(new FailedTest(FailedTest.Test.EXCLUSIVITY, members / (double) all, least));
        }
        double share = own / (double) (own + IntStream.of(strangers).sum());
        return share < ACTS ? Optional.of(new FailedTest(FailedTest.Test.EXCLUSIVITY, share, ACTS)) : Optional.empty();
    }
}
