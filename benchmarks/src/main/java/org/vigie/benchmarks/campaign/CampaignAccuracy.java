/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.SimulationTruth;
import org.vigie.posts.simulation.SimulationTruth.PlantedCampaign;
import org.vigie.posts.simulation.Simulator;

/**
 * Plants campaigns in simulated traffic and says which were found, how completely, and what else was reported.
 * Arguments: posts, campaigns, fewest accounts, most accounts, seeds...
 */
public final class CampaignAccuracy {
    private static final double MAJORITY = 0.5;

    private CampaignAccuracy() {}

    /**
     * What became of a planted campaign.
     *
     * @param kind what its accounts have in common
     * @param accounts how many it has
     * @param posts how many posts it planted
     * @param found the reported campaigns of which at least half of the accounts are its own, or "-"
     * @param precision share of their accounts that are its own; 0 if there are none
     * @param recall share of its accounts in them
     */
    public record Planted(CampaignKind kind, int accounts, long posts, String found, double precision, double recall) {}

    /**
     * A reported campaign.
     *
     * @param campaign the finding
     * @param planted whether at least half of its accounts are those of one planted campaign
     * @param posts its posts by what they were made as
     */
    public record Reported(Campaign campaign, boolean planted, Map<String, Integer> posts) {}

    /**
     * The outcome of one simulation.
     *
     * @param findings all that the detector said
     * @param planted every planted campaign
     * @param reported every reported campaign
     * @param seconds time from the posts in memory to the findings
     */
    public record Outcome(Findings findings, List<Planted> planted, List<Reported> reported, double seconds) {}

    /**
     * Runs the study.
     *
     * @param args posts, campaigns, fewest accounts, most accounts, seeds...
     */
    public static void main(String[] args) {
        for (int i = 4; i < args.length; i++) {
            Outcome outcome = measure(
                    Integer.parseInt(args[0]),
                    Integer.parseInt(args[1]),
                    Integer.parseInt(args[2]),
                    Integer.parseInt(args[3]),
                    Long.parseLong(args[i]));
            System.out.println("seed " + args[i]);
            print(outcome);
        }
    }

    /**
     * Simulates, detects and compares.
     *
     * @param count posts
     * @param campaigns campaigns to plant
     * @param fewest least number of accounts of one
     * @param most greatest number
     * @param seed of the simulation
     * @return the outcome
     */
    public static Outcome measure(int count, int campaigns, int fewest, int most, long seed) {
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
        Corpus corpus = Corpus.of(posts);
        Findings findings = CampaignDetector.withDefaults().detect(corpus);
        double seconds = (System.nanoTime() - start) / 1e9;
        Names names = Names.plain(corpus);
        List<Planted> planted = truth.campaigns().stream()
                .map(campaign -> match(campaign, findings, names))
                .toList();
        List<Reported> reported = findings.campaigns().stream()
                .map(campaign -> {
                    Map<String, Integer> by = new TreeMap<>();
                    campaign.rows().stream().forEach(row -> by.merge(kinds.get(names.post(row)), 1, Integer::sum));
                    List<String> accounts = accounts(campaign, names);
                    return new Reported(
                            campaign, truth.campaigns().stream().anyMatch(p -> p.precision(accounts) >= MAJORITY), by);
                })
                .toList();
        return new Outcome(findings, planted, reported, seconds);
    }

    /** A campaign may come out in parts, one for each language or for texts and links. */
    private static Planted match(PlantedCampaign planted, Findings findings, Names names) {
        List<String> ids = new ArrayList<>();
        Set<String> found = new LinkedHashSet<>();
        for (Campaign campaign : findings.campaigns()) {
            List<String> accounts = accounts(campaign, names);
            if (planted.precision(accounts) >= MAJORITY) {
                ids.add(campaign.id());
                found.addAll(accounts);
            }
        }
        return new Planted(
                planted.kind(),
                planted.accounts().size(),
                planted.posts(),
                ids.isEmpty() ? "-" : String.join("+", ids),
                ids.isEmpty() ? 0 : planted.precision(found),
                planted.recall(found));
    }

    private static List<String> accounts(Campaign campaign, Names names) {
        return campaign.members().stream()
                .map(member -> names.account(member.account()))
                .toList();
    }

    private static void print(Outcome outcome) {
        Findings findings = outcome.findings;
        System.out.printf(
                Locale.ROOT,
                "  %d posts, %d accounts, %.1f s, %d edges, %d candidates, %d campaigns reported%n",
                findings.traffic().posts(),
                findings.traffic().accounts(),
                outcome.seconds,
                findings.edges().network().edgeCount(),
                findings.candidates(),
                findings.campaigns().size());
        for (Planted planted : outcome.planted) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-14s %4d accounts %5d posts: %-4s precision %.3f recall %.3f%n",
                    planted.kind.label(),
                    planted.accounts,
                    planted.posts,
                    planted.found,
                    planted.precision,
                    planted.recall);
        }
        for (Reported reported : outcome.reported) {
            Campaign campaign = reported.campaign;
            System.out.printf(
                    Locale.ROOT,
                    "  %s %-4s %d accounts, %s, q %.3g score %.2f: %s%n",
                    reported.planted ? "found" : "FALSE",
                    campaign.id(),
                    campaign.members().size(),
                    campaign.evidence().get(campaign.evidence().size() - 1).label(),
                    campaign.qValue(),
                    campaign.score(),
                    reported.posts);
        }
    }
}
