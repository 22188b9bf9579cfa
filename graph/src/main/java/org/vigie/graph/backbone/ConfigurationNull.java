/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.Comparator;
import java.util.List;
import org.vigie.core.stats.Tails;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.ObjectSummary;
import org.vigie.graph.network.Population;

/**
 * Tests each edge against a null in which accounts are as active, and objects as popular and as sudden, as they are, and
 * everything else is chance.
 *
 * <p>The statistic of a pair of accounts is its number of distinct objects in common within the window. Under the null
 * account u acts on object i with probability p(u, i) = min(1, d(u) m(i) / M), for d objects of the account, m accounts
 * of the object and M incidences; two accounts of an object fall in the window with w(i), the share of the object's own
 * pairs that do. So an object that everybody shared in one wave is weak evidence and many rare objects are strong. The
 * count is Poisson-binomial with mean lambda(u, v), the sum over objects of p(u, i) p(v, i) w(i) (m(i) - 1) / m(i), the
 * last factor because an account is no partner of its own. Its tail is taken as the Poisson's.
 *
 * <p>Bound: for counts >= lambda + 1 the Poisson tail is never below the exact one (Hoeffding 1956; Anderson and Samuels
 * 1967), so p-values of edges that stand out err on the safe side; the error is at most the sum of squared
 * probabilities (Le Cam 1960).
 *
 * <p>Source: F. Saracco, M. Straka, R. Di Clemente, A. Gabrielli, G. Caldarelli and T. Squartini, "Inferring monopartite
 * projections of bipartite networks: an entropy-based approach", 2017. Deviations: the sparse closed form instead of
 * fitted fugacities, and the window.
 *
 * <p>Needs a network detected from actions: the population gives d, m, M and w. O(log o) per edge for o distinct
 * popularities. Immutable and thread-safe.
 */
public final class ConfigurationNull {
    private final Correction correction;

    private ConfigurationNull(Correction correction) {
        this.correction = correction;
    }

    /**
     * Returns the test with Benjamini and Hochberg's correction.
     *
     * @return the test
     */
    public static ConfigurationNull withDefaults() {
        return new ConfigurationNull(Correction.BENJAMINI_HOCHBERG);
    }

    /**
     * Returns this test with another correction.
     *
     * @param value the correction
     * @return the test
     */
    public ConfigurationNull withCorrection(Correction value) {
        return new ConfigurationNull(value);
    }

    /**
     * Tests every edge.
     *
     * @param network a network detected from actions
     * @return expected counts, p-values and q-values
     */
    public Significance test(CoordinationNetwork network) {
        Population population = network.population();
        Expectation expectation = new Expectation(population);
        double[] expected = new double[network.edgeCount()];
        double[] p = new double[network.edgeCount()];
        for (int e = 0; e < p.length; e++) {
            expected[e] = expectation.of(
                    network.accountObjects(network.source(e)), network.accountObjects(network.target(e)));
            p[e] = Tails.poisson(network.objects(e), expected[e]);
        }
        return new Significance(network, expected, p, population.accountPairs(), correction);
    }

    /** The mean for a pair of activities: sums over objects by falling popularity, so that clamps are a prefix. */
    private static final class Expectation {
        private final double incidences;
        private final int[] popularity;
        /** Sums over the first i objects of w', m w' and m^2 w'. */
        private final double[][] sums;

        Expectation(Population population) {
            incidences = population.incidences();
            List<ObjectSummary> objects = population.shared().stream()
                    .filter(o -> o.coIncidences() > 0)
                    .sorted(Comparator.comparingInt(ObjectSummary::accounts).reversed())
                    .toList();
            popularity = new int[objects.size()];
            sums = new double[3][objects.size() + 1];
            for (int i = 0; i < popularity.length; i++) {
                double m = objects.get(i).accounts();
                double share = 2 * objects.get(i).coIncidences() / (m * m);
                popularity[i] = objects.get(i).accounts();
                sums[0][i + 1] = sums[0][i] + share;
                sums[1][i + 1] = sums[1][i] + m * share;
                sums[2][i + 1] = sums[2][i] + m * m * share;
            }
        }

        double of(int objectsOfOne, int objectsOfOther) {
            if (incidences == 0) {
                return 0;
            }
            double more = Math.max(objectsOfOne, objectsOfOther) / incidences;
            double less = Math.min(objectsOfOne, objectsOfOther) / incidences;
            int certainForBoth = countCertain(less);
            int certainForOne = countCertain(more);
            int all = popularity.length;
            return sums[0][certainForBoth]
                    + less * (sums[1][certainForOne] - sums[1][certainForBoth])
                    + less * more * (sums[2][all] - sums[2][certainForOne]);
        }

        /** The number of objects so popular that the account acts on them with probability 1. */
        private int countCertain(double activity) {
            int low = 0;
            int high = popularity.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (popularity[middle] * activity >= 1) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}
