/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Hashtags under which a group meets. The group has them to itself, so there is nobody to compare with, and at least half of
 * what it says there it does not share. So fans are whose lines are partly a common stock. A campaign that made a hashtag for
 * its lines says little else under it.
 */
final class OwnHashtags {
    private static final int HASHTAG = Strata.Kind.HASHTAG.number();

    private final Incidences incidences;
    private final Strata strata;
    private final double[] rates;
    private final BitSet met = new BitSet();

    /** @param rates by stratum, negative where there is nobody to compare with; the caller changes them */
    OwnHashtags(Incidences incidences, Strata strata, double[] rates) {
        this.incidences = incidences;
        this.strata = strata;
        this.rates = rates;
    }

    /**
     * Looks at another group. Linear in what it did.
     *
     * @param isShared whether an incidence is on what the group shares
     */
    void lookAt(int[] group, IntPredicate isShared) {
        met.clear();
        Map<Integer, Integer> balance = new HashMap<>();
        for (int a : group) {
            for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                int i = incidences.ofAccount[q];
                int tag = strata.at(i, HASHTAG);
                if (tag >= 0 && rates[tag] < 0) {
                    balance.merge(tag, isShared.test(i) ? 1 : -1, Integer::sum);
                }
            }
        }
        balance.forEach((tag, more) -> met.set(tag, more <= 0));
    }

    /** Whether the incidences of a profile are under one of them. */
    boolean has(int profile) {
        int tag = strata.stratum(profile, HASHTAG);
        return tag >= 0 && met.get(tag);
    }
}
