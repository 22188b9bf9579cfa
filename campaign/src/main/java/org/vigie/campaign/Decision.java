/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.vigie.campaign.findings.Findings.FailedTest;
import org.vigie.campaign.findings.Findings.NearMiss;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.posts.Corpus;

/**
 * Which candidates are campaigns: the one place that turns p-values into q-values, over all candidates of all finders
 * (Benjamini and Hochberg 1995). A candidate in which fewer accounts act than a campaign has is none, and its p-value
 * is 1. It can't be reported, so it must not make the others look better.
 */
final class Decision {
    private final List<Reported> reported = new ArrayList<>();
    private final List<NearMiss> nearMisses = new ArrayList<>();

    /** A candidate that is reported. */
    record Reported(Candidate candidate, double qValue) {}

    Decision(Corpus corpus, List<Candidate> candidates, double alpha, int minAccounts) {
        int[] acting = candidates.stream().mapToInt(c -> c.acting(corpus)).toArray();
        double[] p = new double[acting.length];
        Arrays.setAll(
                p, i -> acting[i] < minAccounts ? 1 : candidates.get(i).count().pValue());
        double[] q = FalseDiscovery.benjaminiHochberg(p);
        for (int i = 0; i < q.length; i++) {
            Candidate candidate = candidates.get(i);
            boolean tooFew = acting[i] < minAccounts;
            if (!tooFew && q[i] <= alpha) {
                reported.add(new Reported(candidate, q[i]));
            } else {
                nearMisses.add(new NearMiss(
                        ImmutableIntArray.copyOf(candidate.accounts()),
                        ImmutableIntArray.copyOf(candidate.rows()),
                        candidate.signal(),
                        candidate.count().observed(),
                        candidate.count().expected(),
                        p[i],
                        q[i],
                        candidate.explanation(),
                        tooFew
                                ? new FailedTest(FailedTest.Test.MEMBERS, (double) acting[i], minAccounts)
                                : failed(candidate, q[i], alpha, minAccounts)));
            }
        }
        nearMisses.sort(Comparator.comparingDouble(NearMiss::qValue)
                .thenComparingDouble(NearMiss::pValue)
                .thenComparing(m -> m.rows().get(0)));
    }

    private static FailedTest failed(Candidate candidate, double q, double alpha, int minAccounts) {
        return switch (candidate.explanation()) {
            case TOO_FEW ->
                new FailedTest(
                        FailedTest.Test.MEMBERS, (double) candidate.count().observed(), minAccounts);
            case COMMON_PROPERTY ->
                candidate
                        .failed()
                        .orElseGet(() -> new FailedTest(
                                FailedTest.Test.EXCLUSIVITY, candidate.exclusivity(), PoolTest.MAJORITY));
            default -> new FailedTest(FailedTest.Test.CHANCE, q, alpha);
        };
    }

    /** In the order of the candidates. */
    List<Reported> reported() {
        return reported;
    }

    /** The nearest first. */
    List<NearMiss> nearMisses() {
        return nearMisses;
    }
}
