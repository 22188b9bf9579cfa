/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.Simulator;

/**
 * What the evidence of word sets finds of the reworded campaigns of simulated traffic, by threshold.
 *
 * <p>Pairs of two everyday posts do not count: these come from one grammar and share its words, unlike posts of people.
 */
public final class RewordingAccuracy {
    private static final int POSTS = 20_000;
    private static final int CAMPAIGNS = 4;
    private static final int ACCOUNTS = 20;

    private RewordingAccuracy() {}

    /**
     * The outcome at one threshold.
     *
     * @param threshold the least Jaccard of word sets
     * @param pairs how many reworded pairs with a planted text were found
     * @param precision the share of them whose texts are of one planted campaign
     * @param recall the share of planted texts that have such a pair or a near-duplicate within their campaign
     */
    public record Row(double threshold, int pairs, double precision, double recall) {
        /**
         * Combines both.
         *
         * @return the harmonic mean of precision and recall
         */
        public double f1() {
            return 2 * precision * recall / Math.max(1e-9, precision + recall);
        }
    }

    /**
     * Prints the rows.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        PrintStream out = System.out;
        for (Row row : measure(1)) {
            out.printf(
                    Locale.ROOT,
                    "word Jaccard %.2f: %d reworded pairs, precision %.4f, recall of texts %.4f, F1 %.4f%n",
                    row.threshold(),
                    row.pairs(),
                    row.precision(),
                    row.recall(),
                    row.f1());
        }
    }

    /**
     * Simulates traffic with reworded campaigns in one week and searches it.
     *
     * @param seed of the simulation
     * @return a row a threshold
     */
    public static List<Row> measure(long seed) {
        Simulator simulator = Simulator.withDefaults()
                .withPosts(POSTS)
                .withSeed(seed)
                .withCampaigns(0)
                .withTime(Instant.parse("2026-03-02T00:00:00Z"), Duration.ofDays(7));
        for (int i = 0; i < CAMPAIGNS; i++) {
            simulator = simulator.withCampaign(CampaignKind.REWORDED, ACCOUNTS);
        }
        List<String> texts = new ArrayList<>();
        List<String> campaigns = new ArrayList<>();
        simulator.run((post, label) -> {
            texts.add(post.text());
            campaigns.add(label.planted() ? label.campaign() : "");
        });
        List<Row> rows = new ArrayList<>();
        for (double threshold : new double[] {0.2, 0.25, 0.3, 0.35, 0.4, 0.5}) {
            rows.add(row(
                    threshold,
                    NearDuplicates.withDefaults().withRewording(threshold).detect(texts),
                    campaigns));
        }
        return rows;
    }

    private static Row row(double threshold, DuplicateReport report, List<String> campaigns) {
        int right = 0;
        int labelled = 0;
        Map<Integer, Boolean> found = new HashMap<>();
        for (DuplicatePair pair : report.rewordedPairs()) {
            if (campaigns.get(pair.first()).isEmpty()
                    && campaigns.get(pair.second()).isEmpty()) {
                continue;
            }
            labelled++;
            boolean same = !campaigns.get(pair.first()).isEmpty()
                    && campaigns.get(pair.first()).equals(campaigns.get(pair.second()));
            right += same ? 1 : 0;
            if (same) {
                found.put(pair.first(), true);
                found.put(pair.second(), true);
            }
        }
        for (DuplicatePair pair : report.pairs()) {
            found.put(pair.first(), true);
            found.put(pair.second(), true);
        }
        int planted = 0;
        int met = 0;
        for (int text = 0; text < campaigns.size(); text++) {
            if (!campaigns.get(text).isEmpty() && report.firstCopyOf(text) == text) {
                planted++;
                met += found.containsKey(text) ? 1 : 0;
            }
        }
        return new Row(
                threshold, labelled, (double) right / Math.max(1, labelled), (double) met / Math.max(1, planted));
    }
}
