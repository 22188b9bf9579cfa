/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.campaign.Campaign;
import org.vigie.campaign.SeriesBurst;
import org.vigie.campaign.TextCluster;
import org.vigie.campaign.Traffic;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * All that outputs may show: names are already pseudonyms where asked for, texts already cut or empty, characters
 * already clean. Writers see this and nothing else, so that none can leak what was to be withheld.
 *
 * @param header what the report is of
 * @param traffic the input as a whole
 * @param candidates groups tested
 * @param expectedFalse expected number of false campaigns, at most
 * @param campaigns campaigns, ranked
 * @param clusters text clusters, the largest first
 * @param bursts bursts
 * @param network accounts with at least one edge
 * @param edgeP p-value by edge of {@code network}
 * @param edgeQ q-value by edge
 * @param campaignOf index of the campaign by account of {@code network}, or -1
 * @param posts the posts of clusters and campaigns by shown id
 * @param inputs what was read
 */
public record Shown(
        Header header,
        Traffic traffic,
        int candidates,
        double expectedFalse,
        List<Campaign> campaigns,
        List<TextCluster> clusters,
        List<SeriesBurst> bursts,
        CoordinationNetwork network,
        List<Double> edgeP,
        List<Double> edgeQ,
        List<Integer> campaignOf,
        Map<String, ShownPost> posts,
        List<ReadSummary> inputs) {

    /**
     * What the report is of.
     *
     * @param version the version of Vigie
     * @param run the run's id
     * @param retention how much of a text is kept: full, snippet or none
     * @param keyId the id of the pseudonyms' key, if names are pseudonyms
     * @param parameters the detector's parameters
     */
    public record Header(
            String version, String run, String retention, Optional<String> keyId, Map<String, String> parameters) {}

    /**
     * A post as it may be shown.
     *
     * @param id its id
     * @param account who wrote it
     * @param time when
     * @param text its text, cut or empty
     */
    public record ShownPost(String id, String account, Instant time, String text) {}

    /** The campaign that two ends of an edge have in common; empty if none. */
    public String campaignOfEdge(int edge) {
        int a = campaignOf.get(network.source(edge));
        return a >= 0 && a == campaignOf.get(network.target(edge))
                ? campaigns.get(a).id()
                : "";
    }

    /** The campaign of an account; empty if none. */
    public String campaignOfAccount(int account) {
        int c = campaignOf.get(account);
        return c < 0 ? "" : campaigns.get(c).id();
    }
}
