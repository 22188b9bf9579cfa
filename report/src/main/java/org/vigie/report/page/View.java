/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.exports.ReadSummary;

/**
 * Findings with the names under which they may be shown. Nothing is copied but the network. Its accounts with an edge
 * are in the order of their shown names, so numbers tell nothing of hidden ones. Immutable and thread-safe.
 */
public final class View {
    private static final BitSet NONE = new BitSet(0);

    private final Findings findings;
    private final Names names;
    private final List<ReadSummary> inputs;
    private final String version;
    private final String run;
    private final TestedNetwork edges;
    private final int[] accounts;
    /** Numbers of clusters in the report by their numbers as objects. */
    private final Map<Integer, Integer> clusters = new HashMap<>();
    /** Indices of campaigns by account: an account may be in several. */
    private final Map<Integer, BitSet> campaignsOf = new HashMap<>();

    /** Puts findings and names of one corpus together. */
    public View(Findings findings, Names names, List<ReadSummary> inputs, String version, String run) {
        this.findings = findings;
        this.names = names;
        this.inputs = inputs;
        this.version = version;
        this.run = run;
        CoordinationNetwork all = findings.edges().network();
        int[] order = IntStream.range(0, all.accountCount())
                .filter(v -> all.degree(v) > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer v) -> names.account(v)).thenComparing(v -> v))
                .mapToInt(Integer::intValue)
                .toArray();
        this.accounts = order;
        this.edges = edges(findings.edges(), all.select(order).withNames(v -> names.account(order[v])), order);
        findings.clusters().forEach(c -> clusters.put(c.object(), c.id()));
        for (int c = 0; c < findings.campaigns().size(); c++) {
            for (Campaign.Member member : findings.campaigns().get(c).members()) {
                campaignsOf.computeIfAbsent(member.account(), k -> new BitSet()).set(c);
            }
        }
    }

    private static TestedNetwork edges(TestedNetwork all, CoordinationNetwork shown, int[] order) {
        double[] p = new double[shown.edgeCount()];
        double[] q = new double[p.length];
        for (int e = 0; e < p.length; e++) {
            int original = all.network()
                    .findEdge(order[shown.source(e)], order[shown.target(e)])
                    .orElseThrow();
            p[e] = all.p(original);
            q[e] = all.q(original);
        }
        return new TestedNetwork(shown, p, q, all.limited());
    }

    /** What was found. */
    public Findings findings() {
        return findings;
    }

    /** What may be shown of it. */
    public Names names() {
        return names;
    }

    /** What was read, by file. */
    public List<ReadSummary> inputs() {
        return inputs;
    }

    /** The version of the program. */
    public String version() {
        return version;
    }

    /** The id of the run. */
    public String run() {
        return run;
    }

    /** The network as shown; its vertices are numbers of their own. */
    public TestedNetwork edges() {
        return edges;
    }

    /** The account of a vertex of the network as shown. */
    public int account(int vertex) {
        return accounts[vertex];
    }

    /** The index of the campaign of a vertex, or -1. */
    public int campaign(int vertex) {
        return findings.campaignOf().get(accounts[vertex]);
    }

    /** The index of the first campaign that both ends of an edge as shown have in common, or -1. */
    public int campaignOfEdge(int edge) {
        BitSet common = (BitSet) campaigns(edges.network().source(edge)).clone(); // the one in the map stays as it is
        common.and(campaigns(edges.network().target(edge)));
        return common.nextSetBit(0);
    }

    private BitSet campaigns(int vertex) {
        return campaignsOf.getOrDefault(accounts[vertex], NONE);
    }

    /** The name of a campaign; empty for -1. */
    public String id(int campaign) {
        return campaign < 0 ? "" : findings.campaigns().get(campaign).id();
    }

    /** What a series is of: the number of a cluster of texts, or the object's name; empty for all posts. */
    public String key(SeriesBurst burst) {
        if (burst.kind().isEmpty()) {
            return "";
        }
        ObjectKind kind = burst.kind().get();
        Integer cluster = kind.equals(ObjectKind.TEXT) ? clusters.get(burst.object()) : null;
        return cluster == null ? names.object(kind, burst.object()) : cluster.toString();
    }

    /** The time of a post. */
    Instant time(int row) {
        return Instant.ofEpochMilli(findings.corpus().time(row));
    }

    /** The text that stands for a cluster, as far as it may be shown. */
    String text(TextCluster cluster) {
        return names.text(cluster.medoid());
    }

    /** What the accounts of a campaign share, as a reader would call it. */
    String key(Campaign.SharedObject object) {
        return names.words(object.kind(), object.object());
    }
}
