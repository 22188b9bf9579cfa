/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Findings.NearMiss;
import org.vigie.core.stats.FalseDiscovery;

/**
 * Which candidates are campaigns: the one place that turns p-values into q-values. Both kinds of evidence must hold, so a
 * candidate has the larger of their q-values, and of their p-values. A q-value is never below its p-value, whatever a
 * finder says.
 */
final class Decision {
    private final List<Reported> reported = new ArrayList<>();
    private final List<NearMiss> nearMisses = new ArrayList<>();

    /** A candidate that is reported. */
    record Reported(Candidate candidate, double pValue, double qValue) {}

    Decision(List<Candidate> candidates, double alpha) {
        double[] accounts = FalseDiscovery.benjaminiHochberg(
                candidates.stream().mapToDouble(c -> c.count().pValue()).toArray());
        for (int i = 0; i < accounts.length; i++) {
            Candidate candidate = candidates.get(i);
            double p = Math.max(candidate.count().pValue(), candidate.timing().pValue());
            double q = Math.max(p, Math.max(accounts[i], candidate.timingQ()));
            if (q <= alpha) {
                reported.add(new Reported(candidate, p, q));
            } else {
                nearMisses.add(new NearMiss(
                        ImmutableIntArray.copyOf(candidate.accounts()),
                        ImmutableIntArray.copyOf(candidate.rows()),
                        candidate.signal(),
                        candidate.count().observed(),
                        candidate.count().expected(),
                        p,
                        q,
                        accounts[i] > alpha ? Evidence.Kind.ACCOUNTS : Evidence.Kind.TIMING));
            }
        }
        nearMisses.sort(Comparator.comparingDouble(NearMiss::qValue)
                .thenComparingDouble(NearMiss::pValue)
                .thenComparing(m -> m.rows().get(0)));
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
