/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Edge;
import org.vigie.nlp.duplicate.ClusterType;

/** A small report made by hand: four accounts, one campaign of three, one text cluster, with given names and texts. */
public record TestReport(CampaignReport report, List<Post> posts) {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    /** Accounts as given (at least four), each post with one of the texts in turn. */
    public static TestReport of(List<String> accounts, List<String> texts, String hashtag, String url) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            posts.add(Post.builder(
                            "p" + i,
                            accounts.get(i % accounts.size()),
                            START.plus(Duration.ofMinutes(7L * i)),
                            texts.get(i % texts.size()))
                    .hashtags(List.of(hashtag))
                    .urls(List.of(url))
                    .mentions(List.of(accounts.get(3)))
                    .build());
        }
        return new TestReport(report(accounts, texts, hashtag, url, posts), posts);
    }

    /** The same input with nothing found. */
    public TestReport withoutCampaigns() {
        CampaignReport r = report;
        return new TestReport(
                new CampaignReport(
                        r.parameters(),
                        r.traffic(),
                        List.of(),
                        3,
                        0,
                        List.of(),
                        List.of(),
                        new TestedNetwork(
                                CoordinationNetwork.builder(r.network().accounts())
                                        .build(),
                                new double[0],
                                new double[0]),
                        r.campaignOf().stream().map(c -> -1).toList()),
                posts);
    }

    private static CampaignReport report(
            List<String> accounts, List<String> texts, String hashtag, String url, List<Post> posts) {
        List<String> ids = posts.stream().map(Post::id).toList();
        Instant last = posts.get(11).time();
        TextCluster cluster = new TextCluster(1, ClusterType.COPYPASTA, texts.get(0), "en", ids, 4, START, last);
        var builder = CoordinationNetwork.builder(accounts);
        for (int a = 0; a < 3; a++) {
            for (int b = a + 1; b < 3; b++) {
                builder.add(new Edge(a, b, 6, 6, 2, 36_000, 1_000, 3, 2, 9, START.toEpochMilli(), last.toEpochMilli()));
            }
        }
        List<Integer> campaignOf = new ArrayList<>();
        for (int a = 0; a < accounts.size(); a++) {
            campaignOf.add(a < 3 ? 0 : -1);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("window", "PT10M");
        parameters.put("alpha", "0.05");
        parameters.put("seed", "1");
        return new CampaignReport(
                parameters,
                new Traffic(
                        12,
                        accounts.size(),
                        START,
                        last,
                        counts("en", 9, "fr", 3),
                        Duration.ofMinutes(10),
                        List.of(2, 1, 2, 1, 2, 1, 2, 1)),
                List.of(campaign(accounts, cluster, hashtag, url, ids, last)),
                5,
                0.05,
                List.of(cluster),
                List.of(
                        new SeriesBurst(
                                "all", "", 2, START, START.plusSeconds(600), 3.25, 2, 2, SeriesBurst.Measure.POSTS),
                        new SeriesBurst("hashtag", hashtag, 3, START, last, 12.5, 12, 4, SeriesBurst.Measure.ACCOUNTS),
                        new SeriesBurst(
                                "target", accounts.get(0), 2, START, last, 2.5, 3, 3, SeriesBurst.Measure.POSTS)),
                new TestedNetwork(
                        builder.build(), new double[] {1e-9, 0.001, 0.002}, new double[] {1e-8, 0.003, 0.004}),
                campaignOf);
    }

    private static Campaign campaign(
            List<String> accounts, TextCluster cluster, String hashtag, String url, List<String> ids, Instant last) {
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("synchrony", 0.9);
        parts.put("density", 1.0);
        return new Campaign(
                "C1",
                0.95,
                parts,
                0.001,
                0.005,
                List.of(
                        new Campaign.Member(accounts.get(0), 3, 5, START, 0.75),
                        new Campaign.Member(accounts.get(1), 3, 3, START, 0.5),
                        new Campaign.Member(accounts.get(2), 3, 4, START, 0.25)),
                List.of(cluster),
                counts("en", 7, "fr", 2),
                List.of(
                        new SharedObject(ObjectKind.URL, url, 3, 9, 4),
                        new SharedObject(ObjectKind.HASHTAG, hashtag, 3, 9, 4),
                        new SharedObject(ObjectKind.REPLY, "p0", 2, 2, 2)),
                Map.of(accounts.get(3), 9),
                ids.subList(0, 9),
                START,
                START.plusSeconds(900),
                last,
                1,
                List.of(
                        new Evidence(
                                Evidence.Kind.CONTENT,
                                "shared-text",
                                1,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                ids.subList(0, 2)),
                        new Evidence(
                                Evidence.Kind.TIMING,
                                "synchrony",
                                30,
                                OptionalDouble.of(4.5),
                                OptionalDouble.of(0.001),
                                ids.subList(0, 3))),
                List.of(Technique.COPYPASTA),
                Campaign.State.MACHINE_SUSPECTED);
    }

    private static Map<String, Integer> counts(String a, int countA, String b, int countB) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(a, countA);
        counts.put(b, countB);
        return counts;
    }
}
