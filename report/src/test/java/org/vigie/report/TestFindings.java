/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.campaign.findings.Signal;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.campaign.findings.Traffic;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Edge;
import org.vigie.nlp.duplicate.ClusterType;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;
import org.vigie.posts.Technique;
import org.vigie.posts.exports.ReadSummary;

/** Small findings made by hand: four accounts, one campaign of three, one text cluster, with given names and texts. */
public final class TestFindings {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int POSTS = 12;

    private TestFindings() {}

    /** Four accounts as given, each post with one of the texts in turn. Rows are posts, accounts as listed. */
    public static Findings of(List<String> accounts, List<String> texts, String hashtag, String url) {
        return findings(corpus(accounts, texts, hashtag, url));
    }

    /** The same with twelve posts of one's own by four accounts. */
    public static Findings of(Corpus corpus) {
        return findings(corpus);
    }

    /** The same with other clusters of texts. */
    public static Findings withClusters(Findings all, List<TextCluster> clusters) {
        return new Findings(
                all.corpus(),
                all.parameters(),
                all.traffic(),
                all.campaigns(),
                all.nearMisses(),
                all.smallGroups(),
                all.smallCandidates(),
                all.expectedFalse(),
                clusters,
                all.bursts(),
                all.edges(),
                all.campaignOf(),
                all.minAccounts());
    }

    /** A file of so many rows, one of them refused. */
    static ReadSummary input(String hash, long rows) {
        return new ReadSummary(
                "posts.csv",
                hash.repeat(32),
                1234,
                rows,
                rows - 1,
                1,
                Map.of(),
                List.of(),
                "by column names",
                "UTF-8",
                ",",
                "");
    }

    /** The same input with nothing found and nothing tested. */
    public static Findings nothing(Corpus corpus) {
        return without(corpus, List.of());
    }

    /** The same input with groups that were tested and not reported. */
    static Findings quiet(Corpus corpus) {
        return without(corpus, findings(corpus).nearMisses());
    }

    private static Findings without(Corpus corpus, List<Findings.NearMiss> nearMisses) {
        Findings f = findings(corpus);
        CoordinationNetwork none = CoordinationNetwork.builder(corpus.accounts(), Integer::toString)
                .build();
        return new Findings(
                corpus,
                f.parameters(),
                f.traffic(),
                List.of(),
                nearMisses,
                List.of(),
                0,
                0,
                List.of(),
                List.of(),
                new TestedNetwork(none, new double[0], new double[0], 0),
                ImmutableIntArray.of(-1, -1, -1, -1),
                f.minAccounts());
    }

    private static Corpus corpus(List<String> accounts, List<String> texts, String hashtag, String url) {
        CorpusBuilder builder = Corpus.builder().withoutLanguages().withThreads(1);
        for (int i = 0; i < POSTS; i++) {
            builder.post(Post.builder(
                            "p" + i,
                            accounts.get(i % accounts.size()),
                            START.plus(Duration.ofMinutes(7L * i)),
                            texts.get(i % texts.size()))
                    .hashtags(List.of(hashtag))
                    .urls(List.of(url))
                    .mentions(List.of(accounts.get(3)))
                    .replyTo(i > 9 ? "p0" : "")
                    .build());
        }
        return builder.build();
    }

    private static Findings findings(Corpus corpus) {
        Instant last = START.plus(Duration.ofMinutes(77));
        TextCluster cluster = new TextCluster(1, 7, ClusterType.COPYPASTA, 0, "en", rows(POSTS), 4);
        var network = CoordinationNetwork.builder(corpus.accounts(), Integer::toString);
        for (int a = 0; a < 3; a++) {
            for (int b = a + 1; b < 3; b++) {
                network.add(new Edge(a, b, 6, 6, 2, 36_000, 1_000, 3, 2, 9, START.toEpochMilli(), last.toEpochMilli()));
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("window", "PT10M");
        parameters.put("alpha", "0.05");
        parameters.put("seed", "1");
        return new Findings(
                corpus,
                parameters,
                new Traffic(
                        POSTS,
                        4,
                        START,
                        last,
                        counts("en", 9, "fr", 3),
                        Duration.ofMinutes(10),
                        List.of(2, 1, 2, 1, 2, 1, 2, 1),
                        0),
                List.of(campaign(cluster, last)),
                List.of(new Findings.NearMiss(
                        ImmutableIntArray.of(1, 3),
                        ImmutableIntArray.of(1, 3),
                        Signal.COMMON_POOL,
                        2,
                        1.25,
                        0.2,
                        0.4,
                        Explanation.HOURS,
                        new Findings.FailedTest(Findings.FailedTest.Test.CHANCE, 0.4, 0.05))),
                List.of(new Findings.SmallGroup(
                        ImmutableIntArray.of(1, 3),
                        ImmutableIntArray.copyOf(IntStream.range(
                                        0, corpus.layer(ObjectKind.TEXT).objects())
                                .filter(text -> corpus.layer(ObjectKind.TEXT).acts(text) > 0)
                                .limit(1)),
                        ImmutableIntArray.of(1, 3),
                        3,
                        0.25,
                        0.75,
                        0.002,
                        0.006)),
                3,
                0.05,
                List.of(cluster),
                List.of(
                        burst(Optional.empty(), 0, 2, START.plusSeconds(600), 3.25, 2, 2, SeriesBurst.Measure.POSTS),
                        burst(Optional.of(ObjectKind.HASHTAG), 0, 3, last, 12.5, 12, 4, SeriesBurst.Measure.ACCOUNTS),
                        burst(Optional.of(ObjectKind.TEXT), 7, 2, last, 4, 12, 4, SeriesBurst.Measure.POSTS),
                        burst(Optional.of(ObjectKind.MENTION), 0, 2, last, 2.5, 3, 3, SeriesBurst.Measure.POSTS)),
                new TestedNetwork(
                        network.build(), new double[] {1e-9, 0.001, 0.002}, new double[] {1e-8, 0.003, 0.004}, 0),
                ImmutableIntArray.of(0, 0, 0, -1),
                2);
    }

    /** The same with answers to posts whose authors nobody knows. */
    static Findings ofUnknownAddressee(Findings all, int answers) {
        Traffic t = all.traffic();
        return changed(
                all,
                new Traffic(
                        t.posts(), t.accounts(), t.first(), t.last(), t.languages(), t.bin(), t.timeline(), answers),
                all.campaigns(),
                all.edges(),
                all.campaignOf());
    }

    /** The same with objects on which only the meetings closest in time are drawn. */
    static Findings limited(Findings all, int objects) {
        TestedNetwork edges = all.edges();
        int count = edges.network().edgeCount();
        return changed(
                all,
                all.traffic(),
                all.campaigns(),
                new TestedNetwork(
                        edges.network(),
                        IntStream.range(0, count).mapToDouble(edges::p).toArray(),
                        IntStream.range(0, count).mapToDouble(edges::q).toArray(),
                        objects),
                all.campaignOf());
    }

    /** The same with other campaigns. */
    public static Findings withCampaigns(Findings all, List<Campaign> campaigns) {
        int[] campaignOf = new int[all.corpus().accounts()];
        Arrays.fill(campaignOf, -1);
        for (int c = campaigns.size() - 1; c >= 0; c--) {
            for (Campaign.Member member : campaigns.get(c).members()) {
                campaignOf[member.account()] = c;
            }
        }
        return changed(all, all.traffic(), campaigns, all.edges(), ImmutableIntArray.copyOf(campaignOf));
    }

    private static Findings changed(
            Findings all,
            Traffic traffic,
            List<Campaign> campaigns,
            TestedNetwork edges,
            ImmutableIntArray campaignOf) {
        return new Findings(
                all.corpus(),
                all.parameters(),
                traffic,
                campaigns,
                all.nearMisses(),
                all.smallGroups(),
                all.smallCandidates(),
                all.expectedFalse(),
                all.clusters(),
                all.bursts(),
                edges,
                campaignOf,
                all.minAccounts());
    }

    /** The same with the groups of these findings that were tested and not reported. */
    static Findings withUnreported(Findings all) {
        Findings own = findings(all.corpus());
        return new Findings(
                all.corpus(),
                all.parameters(),
                all.traffic(),
                all.campaigns(),
                own.nearMisses(),
                own.smallGroups(),
                own.smallCandidates(),
                all.expectedFalse(),
                all.clusters(),
                all.bursts(),
                all.edges(),
                all.campaignOf(),
                all.minAccounts());
    }

    private static SeriesBurst burst(
            Optional<ObjectKind> kind,
            int object,
            int level,
            Instant end,
            double weight,
            int posts,
            int accounts,
            SeriesBurst.Measure measure) {
        return new SeriesBurst(kind, object, level, START, end, weight, 0, posts, accounts, measure);
    }

    private static Campaign campaign(TextCluster cluster, Instant last) {
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
                        new Campaign.Member(0, 3, 5, START, 0.75),
                        new Campaign.Member(1, 3, 3, START, 0.5),
                        new Campaign.Member(2, 3, 4, START, 0.25)),
                List.of(cluster),
                counts("en", 7, "fr", 2),
                List.of(
                        new Campaign.SharedObject(ObjectKind.URL, 0, 3, 9, 4),
                        new Campaign.SharedObject(ObjectKind.HASHTAG, 0, 3, 9, 4),
                        new Campaign.SharedObject(ObjectKind.REPLY, 0, 2, 2, 2)),
                List.of(new Campaign.Mention(0, 9)),
                rows(9),
                START,
                START.plusSeconds(900),
                last,
                1,
                List.of(
                        new Evidence(
                                Evidence.Kind.CONTENT,
                                Signal.SHARED,
                                Optional.of(ObjectKind.TEXT),
                                1,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                rows(2)),
                        new Evidence(
                                Evidence.Kind.ACCOUNTS,
                                Signal.COMMON_POOL,
                                Optional.empty(),
                                30,
                                OptionalDouble.of(4.5),
                                OptionalDouble.of(0.001),
                                rows(3))),
                List.of(
                        new Campaign.Support("created-together", 3, 3, 0.5, 0.01),
                        new Campaign.Support("moon-phase", 1, 3, 1, 0.6)),
                List.of(Technique.COPYPASTA),
                Campaign.State.MACHINE_SUSPECTED);
    }

    private static ImmutableIntArray rows(int count) {
        return ImmutableIntArray.copyOf(IntStream.range(0, count));
    }

    private static Map<String, Integer> counts(String a, int countA, String b, int countB) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(a, countA);
        counts.put(b, countB);
        return counts;
    }
}
