/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Scores how coordinated edges, accounts and groups are, in [0, 1], each score with the parts it is made of.
 *
 * <p>Scores rank; they are no probabilities. The p- and q-values beside them are what was tested. All parts are shown so
 * that a reader can disagree with the mixture. Source: ours, from the usual signs of coordination: repetition, closeness
 * in time, even contribution, and an activity that is mostly shared (F. Giglietto and others 2020; D. Pacheco and others
 * 2021; L. Nizzoli and others 2021).
 *
 * <p>O(e) and the centrality's iterations. Deterministic. Immutable and thread-safe.
 */
public final class CoordinationScores {
    private final Significance significance;
    private final CoordinationNetwork network;
    private final double windowMillis;
    private final double[] centrality;
    private final int[] coreness;
    private final int degeneracy;

    private CoordinationScores(Significance significance) {
        this.significance = significance;
        this.network = significance.network();
        this.windowMillis = Math.max(1, network.population().window().toMillis());
        this.centrality = EigenvectorCentrality.withDefaults().score(network).scores();
        this.coreness = NodeMeasures.coreness(network);
        int most = 1;
        for (int k : coreness) {
            most = Math.max(most, k);
        }
        this.degeneracy = most;
    }

    /**
     * Prepares the scores of a tested network.
     *
     * @param significance the network with its p- and q-values
     * @return the scores
     */
    public static CoordinationScores of(Significance significance) {
        return new CoordinationScores(significance);
    }

    /**
     * The score of an edge: significance times the mean of the four other parts.
     *
     * @param score the score, in [0, 1]
     * @param significance 1 - q
     * @param repetition 1 - 1 / support: one coincidence says nothing
     * @param closeness 1 - mean delta / window
     * @param balance the symmetry of contents
     * @param overlap the cosine of the two accounts over objects; 0 if not known
     */
    public record EdgeScore(
            double score, double significance, double repetition, double closeness, double balance, double overlap) {}

    /**
     * The score of an account: the mean of its parts but the lead.
     *
     * @param score the score, in [0, 1]
     * @param edges the mean score of its edges, by weight
     * @param centrality its eigenvector centrality in its component
     * @param coreness its coreness divided by the largest
     * @param lead the share of its co-actions in which it acted first; equal times count half
     */
    public record AccountScore(double score, double edges, double centrality, double coreness, double lead) {}

    /**
     * The score of a group: the geometric mean of density and edges.
     *
     * @param group the number of the group in its partition
     * @param accounts the number of its accounts
     * @param score the score, in [0, 1]
     * @param density its edges divided by its pairs of accounts
     * @param edges the mean score of its edges, by weight
     * @param pValue the p-value of the group as a whole, corrected for having been picked
     * @param leader the account with the largest share of first actions
     */
    public record GroupScore(
            int group, int accounts, double score, double density, double edges, double pValue, int leader) {}

    /**
     * Scores an edge.
     *
     * @param edge the index of the edge
     * @return the score with its parts
     */
    public EdgeScore edge(int edge) {
        double certain = 1 - significance.qValue(edge);
        double repetition = 1 - 1.0 / network.support(edge);
        double closeness = Math.max(0, 1 - network.meanDelta(edge) / windowMillis);
        double balance = network.symmetry(edge);
        double cosine = network.cosine(edge);
        double overlap = cosine > 0 ? Math.min(1, cosine) : 0;
        double score = certain * (repetition + closeness + balance + overlap) / 4;
        return new EdgeScore(score, certain, repetition, closeness, balance, overlap);
    }

    /**
     * Scores an account.
     *
     * @param account the index of the account
     * @return the score with its parts
     */
    public AccountScore account(int account) {
        double[] sums = new double[4];
        network.forEachNeighbour(account, (u, e) -> {
            sums[0] += network.weight(e) * edge(e).score();
            sums[1] += network.weight(e);
            double lead = network.source(e) == account ? network.lead(e) : 1 - network.lead(e);
            sums[2] += lead * network.coActions(e);
            sums[3] += network.coActions(e);
        });
        double edges = sums[1] == 0 ? 0 : sums[0] / sums[1];
        double central = centrality[account];
        double core = (double) coreness[account] / degeneracy;
        double lead = sums[3] == 0 ? 0 : sums[2] / sums[3];
        return new AccountScore((edges + central + core) / 3, edges, central, core, lead);
    }

    /**
     * Scores the groups of a partition that have an edge inside.
     *
     * @param groups a partition of the accounts of the network
     * @return the scores, in the order of the groups
     */
    public List<GroupScore> groups(Partition groups) {
        int count = groups.groupCount();
        double[] p = ConfigurationNull.withDefaults().groupPValues(network, groups);
        double[] weight = new double[count];
        double[] scored = new double[count];
        int[] edges = new int[count];
        double[] first = new double[network.accountCount()];
        double[] all = new double[network.accountCount()];
        for (int e = 0; e < network.edgeCount(); e++) {
            int u = network.source(e);
            int v = network.target(e);
            int g = groups.group(u);
            if (g == groups.group(v)) {
                edges[g]++;
                weight[g] += network.weight(e);
                scored[g] += network.weight(e) * edge(e).score();
                first[u] += network.lead(e) * network.coActions(e);
                first[v] += (1 - network.lead(e)) * network.coActions(e);
                all[u] += network.coActions(e);
                all[v] += network.coActions(e);
            }
        }
        int[] leader = new int[count];
        Arrays.fill(leader, -1);
        for (int v = 0; v < all.length; v++) {
            int g = groups.group(v);
            if (all[v] > 0 && (leader[g] < 0 || first[v] / all[v] > first[leader[g]] / all[leader[g]])) {
                leader[g] = v;
            }
        }
        List<GroupScore> result = new ArrayList<>();
        for (int g = 0; g < count; g++) {
            if (edges[g] > 0) {
                double pairs = 0.5 * groups.size(g) * (groups.size(g) - 1.0);
                double density = edges[g] / pairs;
                double mean = scored[g] / weight[g];
                result.add(
                        new GroupScore(g, groups.size(g), Math.sqrt(density * mean), density, mean, p[g], leader[g]));
            }
        }
        return result;
    }
}
