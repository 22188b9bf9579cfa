/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.core.column.LongList;
import org.vigie.posts.Corpus;

/**
 * Which own texts, links or reposts of a group fall into a gathering. Within an hour at least five others of the group
 * act too, ten times as much as on average over the group's whole time. At least half of what they do then the group
 * does not share. So viewers of a programme behave who use no hashtag; a campaign that acts in waves has its common
 * objects there. A swarm has one target: where the group addresses several at once, at three times its pace, they are
 * people of one occasion. What people say alike in such hours is no evidence. A group whose acts span less than twenty
 * hours has no gathering.
 */
final class Gatherings {
    private static final long HOUR = 3_600_000;

    private final Corpus corpus;
    private final Incidences incidences;
    private final PoolSettings settings;

    Gatherings(Corpus corpus, Incidences incidences, PoolSettings settings) {
        this.corpus = corpus;
        this.incidences = incidences;
        this.settings = settings;
    }

    /**
     * Finds the incidences of a group that fall into its gatherings. Takes time in the order of n log n for n of them.
     *
     * @param group the accounts
     * @param isShared whether an incidence is on what the group shares
     * @return numbers of incidences
     */
    BitSet of(int[] group, IntPredicate isShared) {
        BitSet gathered = new BitSet();
        if (group.length <= Occasions.COMPANY) {
            return gathered; // too few to meet
        }
        int[] all = byTime(group);
        double span = Math.max(2 * HOUR, time(all[all.length - 1]) - time(all[0]));
        double least = settings.gathering() * all.length * 2.0 * HOUR / span;
        Map<Integer, Integer> accounts = new HashMap<>();
        Map<Integer, Integer> objects = new HashMap<>();
        int shared = 0;
        int from = 0;
        int to = 0;
        for (int i : all) {
            while (to < all.length && time(all[to]) <= time(i) + HOUR) {
                accounts.merge(incidences.account[all[to]], 1, Integer::sum);
                if (settings.oneAtATime()) {
                    objects.merge(incidences.object[all[to]], 1, Integer::sum);
                } else {
                    shared += isShared.test(all[to]) ? 1 : 0;
                }
                to++;
            }
            while (time(all[from]) < time(i) - HOUR) {
                accounts.computeIfPresent(incidences.account[all[from]], (k, n) -> n == 1 ? null : n - 1);
                if (settings.oneAtATime()) {
                    objects.computeIfPresent(incidences.object[all[from]], (k, n) -> n == 1 ? null : n - 1);
                } else {
                    shared -= isShared.test(all[from]) ? 1 : 0;
                }
                from++;
            }
            int posts = to - from;
            boolean crowd = accounts.size() - 1 >= Occasions.COMPANY && posts >= least;
            int common = settings.oneAtATime() ? objects.getOrDefault(incidences.object[i], 0) : shared;
            gathered.set(i, crowd && 2 * common <= posts);
        }
        return gathered;
    }

    /** The incidences of accounts by row, which is by time. */
    private int[] byTime(int[] group) {
        LongList byRow = new LongList();
        for (int a : group) {
            for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                int i = incidences.ofAccount[q];
                byRow.add((long) incidences.row[i] << 32 | i);
            }
        }
        return IntStream.range(0, byRow.size())
                .mapToLong(byRow::get)
                .sorted()
                .mapToInt(l -> (int) l)
                .toArray();
    }

    private long time(int incidence) {
        return corpus.time(incidences.row[incidence]);
    }
}
