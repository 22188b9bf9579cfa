/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.campaign.Campaign;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.CampaignReport;
import org.vigie.campaign.Post;
import org.vigie.campaign.simulation.SimulationTruth;
import org.vigie.campaign.simulation.SimulationTruth.PlantedCampaign;
import org.vigie.campaign.simulation.Simulator;

/**
 * Plants campaigns in simulated traffic and says which were found, how completely, and what else was reported.
 * Arguments: posts, campaigns, fewest accounts, most accounts, seeds...
 */
public final class CampaignAccuracy {
    private CampaignAccuracy() {}

    /**
     * Runs the study.
     *
     * @param args posts, campaigns, fewest accounts, most accounts, seeds...
     */
    public static void main(String[] args) {
        int posts = Integer.parseInt(args[0]);
        int campaigns = Integer.parseInt(args[1]);
        int fewest = Integer.parseInt(args[2]);
        int most = Integer.parseInt(args[3]);
        for (int i = 4; i < args.length; i++) {
            run(posts, campaigns, fewest, most, Long.parseLong(args[i]));
        }
    }

    private static void run(int count, int campaigns, int fewest, int most, long seed) {
        List<Post> posts = new ArrayList<>();
        Map<String, String> kinds = new HashMap<>();
        SimulationTruth truth = Simulator.withDefaults()
                .withPosts(count)
                .withSeed(seed)
                .withCampaigns(campaigns, fewest, most)
                .run((post, label) -> {
                    posts.add(post);
                    kinds.put(post.id(), label.kind());
                });
        long start = System.nanoTime();
        CampaignReport report = CampaignDetector.withDefaults().detect(posts);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "seed %d: %d posts, %d accounts, %.1f s, %d edges, %d candidates, %d campaigns reported%n",
                seed,
                posts.size(),
                report.traffic().accounts(),
                seconds,
                report.network().edgeCount(),
                report.candidates(),
                report.campaigns().size());
        Set<String> matched = new HashSet<>();
        for (PlantedCampaign planted : truth.campaigns()) {
            double precision = 0;
            double recall = 0;
            String best = "-";
            for (Campaign found : report.campaigns()) {
                List<String> accounts =
                        found.members().stream().map(Campaign.Member::account).toList();
                if (planted.recall(accounts) > recall) {
                    recall = planted.recall(accounts);
                    precision = planted.precision(accounts);
                    best = found.id();
                }
            }
            matched.add(best);
            System.out.printf(
                    Locale.ROOT,
                    "  %-14s %4d accounts %5d posts: %-4s precision %.3f recall %.3f%n",
                    planted.kind().label(),
                    planted.accounts().size(),
                    planted.posts(),
                    best,
                    precision,
                    recall);
        }
        for (Campaign found : report.campaigns()) {
            Map<String, Integer> by = new TreeMap<>();
            found.posts().forEach(id -> by.merge(kinds.get(id), 1, Integer::sum));
            System.out.printf(
                    Locale.ROOT,
                    "  %s %-4s %d accounts q %.3g score %.2f timing %.1f vs %.1f: %s%n",
                    matched.contains(found.id()) ? "found" : "FALSE",
                    found.id(),
                    found.members().size(),
                    found.qValue(),
                    found.score(),
                    found.evidence().stream()
                            .filter(e -> e.signal().equals("synchrony"))
                            .findFirst()
                            .orElseThrow()
                            .observed(),
                    found.evidence().stream()
                            .filter(e -> e.signal().equals("synchrony"))
                            .findFirst()
                            .orElseThrow()
                            .expected()
                            .orElse(0),
                    by);
        }
    }
}
