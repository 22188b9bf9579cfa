/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.List;
import java.util.Map;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * What was found in a set of posts, and how it was looked for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param parameters the detector's parameters, defaults included, in a fixed order
 * @param traffic the input as a whole
 * @param campaigns the campaigns, the most marked first; those with q at most alpha
 * @param candidates how many groups of accounts were tested, reported or not
 * @param expectedFalse how many of the reported campaigns chance alone is expected to give, at most
 * @param clusters clusters of near-duplicate texts by more than one account, the largest first
 * @param bursts bursts, all posts first, then by weight
 * @param edges the accounts that co-act beyond chance, with tested edges
 * @param campaignOf for each account of the network the index of its first campaign in {@code campaigns}, or -1
 */
public record CampaignReport(
        Map<String, String> parameters,
        Traffic traffic,
        List<Campaign> campaigns,
        int candidates,
        double expectedFalse,
        List<TextCluster> clusters,
        List<SeriesBurst> bursts,
        TestedNetwork edges,
        List<Integer> campaignOf) {
    /**
     * The network of {@link #edges()}.
     *
     * @return the network
     */
    public CoordinationNetwork network() {
        return edges.network();
    }
}
