/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.community;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vigie.core.internal.Checks;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Finds communities that are connected and locally optimal by modularity on the weights.
 *
 * <p>Each round moves accounts between communities. It refines every community into well-connected parts, by random
 * merges that never lower modularity. Then it folds the parts and goes on from the unrefined communities. Rounds repeat
 * until nothing changes.
 *
 * <p>Source: V. A. Traag, L. Waltman and N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected
 * communities", 2019.
 *
 * <p>About O(e) per round. The same network and seed give the same partition. Immutable and thread-safe.
 */
public final class Leiden {
    /** The temperature of random merges: the source's theta, here relative to the best gain at hand. */
    private static final double RANDOMNESS = 0.01;

    private final long seed;
    private final double resolution;
    private final int rounds;

    private Leiden(long seed, double resolution, int rounds) {
        this.seed = seed;
        this.resolution = resolution;
        this.rounds = rounds;
    }

    /**
     * Returns the method with seed 1, resolution 1 and at most 10 rounds.
     *
     * @return the method
     */
    public static Leiden withDefaults() {
        return new Leiden(1, 1, 10);
    }

    /**
     * Returns this method with another seed, which sets the order of visits and the random merges.
     *
     * @param value the seed
     * @return the method
     */
    public Leiden withSeed(long value) {
        return new Leiden(value, resolution, rounds);
    }

    /**
     * Returns this method with another resolution; more than 1 gives smaller communities.
     *
     * @param value the resolution, finite and > 0
     * @return the method
     * @throws IllegalArgumentException if the resolution is not finite and > 0
     */
    public Leiden withResolution(double value) {
        return new Leiden(seed, Louvain.checkResolution(value), rounds);
    }

    /**
     * Returns this method with another limit of rounds.
     *
     * @param value the most rounds, >= 1; fewer are made when nothing changes
     * @return the method
     * @throws IllegalArgumentException if the number is below 1
     */
    public Leiden withRounds(int value) {
        Checks.atLeast("rounds", value, 1);
        return new Leiden(seed, resolution, value);
    }

    /**
     * Divides the network into communities.
     *
     * @param network the network
     * @return the partition with its modularity
     */
    public Partition detect(CoordinationNetwork network) {
        SplittableRandom random = new SplittableRandom(seed);
        WeightedGraph whole = WeightedGraph.of(network);
        int[] membership = Louvain.identity(whole.size);
        for (int round = 0; round < rounds && whole.size > 0; round++) {
            int[] before = membership.clone();
            run(whole, membership, random);
            LocalMoving.compact(membership);
            if (Arrays.equals(before, membership)) {
                break;
            }
        }
        return Partition.of(network, membership, resolution);
    }

    /** One descent from accounts to folded parts; updates the membership of accounts. */
    private void run(WeightedGraph whole, int[] membership, SplittableRandom random) {
        WeightedGraph graph = whole;
        int[] part = Louvain.identity(whole.size);
        int[] label = membership.clone();
        while (true) {
            LocalMoving.move(graph, label, resolution, random);
            int communities = LocalMoving.compact(label);
            for (int v = 0; v < membership.length; v++) {
                membership[v] = label[part[v]];
            }
            if (communities == graph.size) {
                return;
            }
            int[] refined = refine(graph, label, communities, random);
            int parts = LocalMoving.compact(refined);
            if (parts == graph.size) {
                return;
            }
            int[] labelOfPart = new int[parts];
            for (int v = 0; v < graph.size; v++) {
                labelOfPart[refined[v]] = label[v];
            }
            for (int v = 0; v < part.length; v++) {
                part[v] = refined[part[v]];
            }
            graph = graph.fold(refined, parts);
            label = labelOfPart;
        }
    }

    /** Splits every community into parts: single vertices merge with well-connected parts of the same community. */
    private int[] refine(WeightedGraph graph, int[] label, int communities, SplittableRandom random) {
        int n = graph.size;
        int[] refined = Louvain.identity(n);
        double[] partStrength = graph.strength.clone();
        /* The weight between a part and the rest of its community. */
        double[] cut = new double[n];
        double[] communityStrength = new double[communities];
        for (int v = 0; v < n; v++) {
            communityStrength[label[v]] += graph.strength[v];
            for (int i = graph.start[v]; i < graph.start[v + 1]; i++) {
                if (label[graph.neighbour[i]] == label[v]) {
                    cut[v] += graph.weight[i];
                }
            }
        }
        boolean[] merged = new boolean[n];
        double[] linked = new double[n];
        int[] candidates = new int[n];
        double[] chance = new double[n];
        for (int v : LocalMoving.shuffled(n, random)) {
            double all = communityStrength[label[v]];
            if (merged[v] || cut[v] < wellConnected(graph.strength[v], all, graph.total)) {
                continue;
            }
            int candidateCount = 0;
            for (int i = graph.start[v]; i < graph.start[v + 1]; i++) {
                int u = graph.neighbour[i];
                if (label[u] == label[v]) {
                    int c = refined[u];
                    if (linked[c] == 0) {
                        candidates[candidateCount++] = c;
                    }
                    linked[c] += graph.weight[i];
                }
            }
            int chosen = choose(graph, v, all, cut, partStrength, linked, candidates, candidateCount, chance, random);
            if (chosen != v) {
                refined[v] = chosen;
                partStrength[chosen] += graph.strength[v];
                partStrength[v] = 0;
                cut[chosen] += cut[v] - 2 * linked[chosen];
                merged[v] = true;
                merged[chosen] = true;
            }
            for (int i = 0; i < candidateCount; i++) {
                linked[candidates[i]] = 0;
            }
        }
        return refined;
    }

    private double wellConnected(double strength, double community, double total) {
        return resolution * strength * (community - strength) / total * (1 - 1e-12);
    }

    private int choose(
            WeightedGraph graph,
            int v,
            double community,
            double[] cut,
            double[] partStrength,
            double[] linked,
            int[] candidates,
            int candidateCount,
            double[] chance,
            SplittableRandom random) {
        double best = 0;
        double factor = resolution * graph.strength[v] / graph.total;
        for (int i = 0; i < candidateCount; i++) {
            int c = candidates[i];
            boolean well = cut[c] >= wellConnected(partStrength[c], community, graph.total);
            chance[i] = well ? linked[c] - factor * partStrength[c] : -1;
            best = Math.max(best, chance[i]);
        }
        // exp((gain - best) / theta): staying alone has gain 0.
        double theta = RANDOMNESS * Math.max(best, Double.MIN_NORMAL);
        double sum = Math.exp(-best / theta);
        double alone = sum;
        for (int i = 0; i < candidateCount; i++) {
            chance[i] = chance[i] >= 0 ? Math.exp((chance[i] - best) / theta) : 0;
            sum += chance[i];
        }
        double draw = random.nextDouble() * sum - alone;
        if (draw < 0) {
            return v;
        }
        for (int i = 0; i < candidateCount; i++) {
            draw -= chance[i];
            if (draw < 0) {
                return candidates[i];
            }
        }
        return v;
    }
}
