/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.vigie.core.stats.Tails;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.ObjectSummary;
import org.vigie.graph.network.Population;

/**
 * Tests each edge against a null in which accounts are as active, and objects as popular and as sudden, as in the data.
 * Everything else is chance.
 *
 * <p>The statistic of a pair of accounts is its {@linkplain CoordinationNetwork#support support}: distinct objects in
 * common within the window, counted once per content. Let d be the number of objects of an account, m that of the
 * accounts of an object, and M that of all incidences. Under the null, account u acts on object i with probability p(u,
 * i) = min(1, d(u) m(i) / M). Two accounts of an object fall in the window with w(i), the share of the object's own
 * pairs that do. So an object that everybody shared in one wave is weak evidence and many rare objects are strong. The
 * count is Poisson-binomial with mean lambda(u, v), the sum over objects of p(u, i) p(v, i) w(i) (m(i) - 1) / m(i). The
 * last factor is there because an account is no partner of its own. Its tail is taken as the Poisson's.
 *
 * <p>Bound: for counts >= lambda + 1 the Poisson tail is never below the exact one (Hoeffding 1956; Anderson and
 * Samuels 1967). So p-values of edges that stand out err on the safe side. The error is at most the sum of squared
 * probabilities (Le Cam 1960).
 *
 * <p>Source: F. Saracco, M. Straka, R. Di Clemente, A. Gabrielli, G. Caldarelli and T. Squartini, "Inferring monopartite
 * projections of bipartite networks: an entropy-based approach", 2017. Deviations: the sparse closed form instead of
 * fitted fugacities, and the window.
 *
 * <p>Needs a network detected from actions: the population gives d, m, M and w. O(log o) per edge for o distinct
 * popularities. Immutable and thread-safe.
 */
public final class ConfigurationNull implements Backbone {
    private static final int LARGE_GROUP = 1000;

    private final Correction correction;
    private final double alpha;

    private ConfigurationNull(Correction correction, double alpha) {
        this.correction = correction;
        this.alpha = alpha;
    }

    /**
     * Returns the test with Benjamini and Hochberg's correction, at a false-discovery rate of 0.05.
     *
     * @return the test
     */
    public static ConfigurationNull withDefaults() {
        return new ConfigurationNull(Correction.BENJAMINI_HOCHBERG, 0.05);
    }

    /**
     * Returns this test with another correction.
     *
     * @param value the correction
     * @return the test
     */
    public ConfigurationNull withCorrection(Correction value) {
        return new ConfigurationNull(Objects.requireNonNull(value, "value"), alpha);
    }

    /**
     * Returns this test keeping edges at another false-discovery rate.
     *
     * @param value the expected share of false edges among those kept, in (0, 1]
     * @return the test
     * @throws IllegalArgumentException if the rate is not in (0, 1]
     */
    public ConfigurationNull withAlpha(double value) {
        Significance.checkRate(value);
        return new ConfigurationNull(correction, value);
    }

    /**
     * Keeps the edges with {@code q <= alpha}.
     *
     * @param network a network detected from actions
     * @param evidence not asked for
     * @return which edges stay, with the test
     * @throws IllegalArgumentException if the network has edges but was not drawn from actions
     */
    @Override
    public Selection select(CoordinationNetwork network, Supplier<EdgeEvidence> evidence) {
        return Selection.of(test(network), alpha);
    }

    /**
     * Tests every edge.
     *
     * @param network a network detected from actions
     * @return expected counts, p-values and q-values
     * @throws IllegalArgumentException if the network has edges but was not drawn from actions
     */
    public Significance test(CoordinationNetwork network) {
        Significance.checkDrawn(network);
        Population population = network.population();
        Expectation expectation = new Expectation(population);
        double[] expected = new double[network.edgeCount()];
        double[] p = new double[network.edgeCount()];
        for (int e = 0; e < p.length; e++) {
            expected[e] = expectation.of(
                    network.accountObjects(network.source(e)), network.accountObjects(network.target(e)));
            p[e] = Tails.poisson(network.support(e), expected[e]);
        }
        return new Significance(network, expected, p, population.accountPairs(), correction);
    }

    /**
     * Tests groups of accounts as wholes: have the accounts of a group more support between them than the null gives,
     * over all its pairs?
     *
     * <p>Groups are found in the data that they are tested on. So the p-value is multiplied by the number of groups of
     * that size in the population (a union bound). It holds whatever picked them.
     *
     * @param network a network detected from actions
     * @param groups a partition of its accounts
     * @return the p-value by group, each in [0, 1]; 1 for groups of one
     * @throws IllegalArgumentException if the network has edges but was not drawn from actions
     */
    public double[] groupPValues(CoordinationNetwork network, Partition groups) {
        Significance.checkDrawn(network);
        Expectation expectation = new Expectation(network.population());
        double[] support = new double[groups.groupCount()];
        for (int e = 0; e < network.edgeCount(); e++) {
            int g = groups.group(network.source(e));
            if (g == groups.group(network.target(e))) {
                support[g] += network.support(e);
            }
        }
        double[] p = new double[support.length];
        for (int g = 0; g < p.length; g++) {
            if (groups.size(g) < 2 || support[g] == 0) {
                p[g] = 1;
                continue;
            }
            double mean = expectation.within(network, groups.members(g));
            double choices = logChoose(network.population().accounts(), groups.size(g));
            p[g] = Math.exp(Math.min(0, Tails.logPoisson((long) support[g], mean) + choices));
        }
        return p;
    }

    private static double logChoose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= k; i++) {
            sum += Math.log(Math.max(1, (n - k + i) / (double) i));
        }
        return sum;
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

        /** The mean over all pairs of a group; for large groups without clamps, which errs on the safe side. */
        double within(CoordinationNetwork network, int[] members) {
            double sum = 0;
            if (members.length <= LARGE_GROUP) {
                for (int i = 0; i < members.length; i++) {
                    for (int j = 0; j < i; j++) {
                        sum += of(network.accountObjects(members[i]), network.accountObjects(members[j]));
                    }
                }
                return sum;
            }
            double squares = 0;
            for (int v : members) {
                double activity = network.accountObjects(v) / incidences;
                sum += activity;
                squares += activity * activity;
            }
            return (sum * sum - squares) / 2 * sums[2][popularity.length];
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
