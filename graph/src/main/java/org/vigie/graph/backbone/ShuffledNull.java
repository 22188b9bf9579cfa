/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import java.util.HashMap;
import java.util.Map;
import org.vigie.core.stats.Tails;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Tests each edge against what daily rhythm and shared interests alone would give: the same accounts on the same objects
 * with their times permuted inside each account.
 *
 * <p>The statistic is the {@linkplain CoordinationNetwork#support support} of the edge. Each replicate permutes times and
 * counts again; an edge seen s times in r replicates expects, with a Gamma prior worth one replicate around the
 * configuration model's mean, (s + a) / (r + 1) objects, a being that mean scaled to the co-incidences of the
 * replicates. The p-value is the tail of the Gamma-Poisson (negative binomial) of size s + a, which allows for not
 * knowing the mean exactly: so p-values go below 1 / r without more replicates.
 *
 * <p>It asks about timing only. Accounts that share objects nobody else has, but days apart, are no discovery here; a
 * ring whose whole activity is on few objects expects a lot of itself. For those there is {@link ConfigurationNull}.
 *
 * <p>Source: the permutation follows L. Nizzoli and others, "Coordinated behavior on social media in 2019 UK general
 * election", 2021, and the idea of surrogate data; the Gamma-Poisson tail is ours. O(r) detections. The same actions and
 * seed give the same result. Immutable and thread-safe.
 */
public final class ShuffledNull {
    private final int replicates;
    private final long seed;
    private final Correction correction;

    private ShuffledNull(int replicates, long seed, Correction correction) {
        this.replicates = replicates;
        this.seed = seed;
        this.correction = correction;
    }

    /**
     * Returns the test with 30 replicates, seed 1 and Benjamini and Hochberg's correction.
     *
     * @return the test
     */
    public static ShuffledNull withDefaults() {
        return new ShuffledNull(30, 1, Correction.BENJAMINI_HOCHBERG);
    }

    /**
     * Returns this test with another number of replicates.
     *
     * @param value the number of permutations, >= 1
     * @return the test
     */
    public ShuffledNull withReplicates(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("replicates must be >= 1 but was " + value);
        }
        return new ShuffledNull(value, seed, correction);
    }

    /**
     * Returns this test with another seed.
     *
     * @param value sets the permutations
     * @return the test
     */
    public ShuffledNull withSeed(long value) {
        return new ShuffledNull(replicates, value, correction);
    }

    /**
     * Returns this test with another correction.
     *
     * @param value the correction
     * @return the test
     */
    public ShuffledNull withCorrection(Correction value) {
        return new ShuffledNull(replicates, seed, value);
    }

    /**
     * Detects the network of the actions and tests every edge.
     *
     * @param engine the engine
     * @param actions the actions
     * @return expected counts, p-values and q-values, with the network
     */
    public Significance test(CoActions engine, Actions actions) {
        CoordinationNetwork network = engine.detect(actions);
        Map<String, Integer> index = new HashMap<>();
        for (int v = 0; v < network.accountCount(); v++) {
            index.put(network.account(v), v);
        }
        CoActions counting = engine.withMinParticipation(0).withMinCoActions(1).withMinObjects(1);
        long[] seen = new long[network.edgeCount()];
        long coIncidences = 0;
        for (int r = 0; r < replicates; r++) {
            // Odd steps of the golden ratio keep the seeds of replicates apart.
            CoordinationNetwork replicate =
                    counting.detect(actions.shuffledWithinAccounts(seed + 0x9E3779B97F4A7C15L * (r + 1)));
            coIncidences += replicate.population().coIncidences();
            count(network, index, replicate, seen);
        }
        double observed = network.population().coIncidences();
        double scale = observed == 0 ? 0 : coIncidences / (replicates * observed);
        Significance prior = ConfigurationNull.withDefaults().test(network);
        double[] expected = new double[seen.length];
        double[] p = new double[seen.length];
        for (int e = 0; e < seen.length; e++) {
            double size = seen[e] + prior.expected(e) * scale;
            expected[e] = size / (replicates + 1);
            p[e] = size > 0 ? Tails.negativeBinomial(network.support(e), expected[e], size) : 0;
        }
        return new Significance(network, expected, p, network.population().accountPairs(), correction);
    }

    private static void count(
            CoordinationNetwork network, Map<String, Integer> index, CoordinationNetwork replicate, long[] seen) {
        int[] account = new int[replicate.accountCount()];
        for (int v = 0; v < account.length; v++) {
            account[v] = index.getOrDefault(replicate.account(v), -1);
        }
        for (int e = 0; e < replicate.edgeCount(); e++) {
            int u = account[replicate.source(e)];
            int v = account[replicate.target(e)];
            if (u >= 0 && v >= 0) {
                int objects = replicate.support(e);
                network.findEdge(u, v).ifPresent(i -> seen[i] += objects);
            }
        }
    }
}
