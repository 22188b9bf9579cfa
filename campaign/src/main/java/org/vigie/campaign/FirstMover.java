/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

/**
 * Does one of the accounts come first, and do the others only follow? If all were alike, each of those who carry a thing
 * would come first equally often. The account is the most marked one; the p-value is corrected for their number.
 */
final class FirstMover {
    static final String NAME = "first-mover";

    /** A thing in common. */
    private record Thing(ObjectKind kind, int object) {}

    private final Corpus corpus;

    FirstMover(Corpus corpus) {
        this.corpus = corpus;
    }

    Optional<Support> test(Campaign campaign) {
        List<Thing> things = new ArrayList<>();
        campaign.texts().forEach(t -> things.add(new Thing(ObjectKind.TEXT, t.object())));
        campaign.objects().forEach(o -> things.add(new Thing(o.kind(), o.object())));
        int[] rows = campaign.rows().toArray();
        Map<Integer, Integer> firsts = new TreeMap<>();
        Map<Integer, Double> expected = new HashMap<>();
        int counted = 0;
        for (Thing thing : things) {
            int[] accounts = IntStream.of(corpus.layer(thing.kind()).rows(thing.object()))
                    .filter(r -> SupportingTests.has(rows, r))
                    .map(corpus::account)
                    .distinct()
                    .toArray();
            if (accounts.length > 1) {
                counted++;
                firsts.merge(accounts[0], 1, Integer::sum);
                for (int account : accounts) {
                    expected.merge(account, 1.0 / accounts.length, Double::sum);
                }
            }
        }
        if (counted == 0) {
            return Optional.empty();
        }
        Support best = new Support(NAME, 0, counted, 0, 1);
        for (Map.Entry<Integer, Integer> first : firsts.entrySet()) {
            double mean = expected.getOrDefault(first.getKey(), 0.0);
            double p = Math.min(1, expected.size() * Tails.poisson(first.getValue(), mean));
            if (best.observed() == 0 || p < best.pValue()) {
                best = new Support(NAME, first.getValue(), counted, mean, p, OptionalInt.of(first.getKey()));
            }
        }
        return Optional.of(best);
    }
}
