/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Signal;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

class EdgeFinderTest {
    private static final Duration WINDOW = Duration.ofHours(2);

    /** What an edge says, counted pair by pair. */
    private static final class Naive {
        private int coActions;
        private final Set<String> objects = new HashSet<>();
        private long delta;
        private long least = Long.MAX_VALUE;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
    }

    private static Map<String, Naive> count(Corpus corpus, List<Candidate> groups) {
        Map<String, Naive> edges = new TreeMap<>();
        for (Candidate group : groups) {
            for (Sighting object : group.objects()) {
                int[] rows = object.rows();
                for (int i = 0; i < rows.length; i++) {
                    for (int j = i + 1; j < rows.length; j++) {
                        add(corpus, group, object.kind() + " " + object.object(), rows[i], rows[j], edges);
                    }
                }
            }
        }
        return edges;
    }

    private static void add(
            Corpus corpus, Candidate group, String object, int earlier, int later, Map<String, Naive> edges) {
        int a = corpus.account(earlier);
        int b = corpus.account(later);
        long delta = corpus.time(later) - corpus.time(earlier);
        if (a != b
                && delta <= WINDOW.toMillis()
                && IntStream.of(group.accounts()).anyMatch(x -> x == a)
                && IntStream.of(group.accounts()).anyMatch(x -> x == b)) {
            String key = Math.min(a, b) + " " + Math.max(a, b);
            Naive edge = edges.computeIfAbsent(key, k -> new Naive());
            edge.coActions++;
            edge.objects.add(object);
            edge.delta += delta;
            edge.least = Math.min(edge.least, delta);
            edge.first = Math.min(edge.first, corpus.time(earlier));
            edge.last = Math.max(edge.last, corpus.time(later));
        }
    }

    /** All who act on the objects, with all they did on them. */
    private static Candidate group(List<Sighting> objects) {
        int[] rows = objects.stream()
                .flatMapToInt(Sighting::rowStream)
                .sorted()
                .distinct()
                .toArray();
        int[] accounts = objects.stream()
                .flatMapToInt(Sighting::accountStream)
                .sorted()
                .distinct()
                .toArray();
        return new Candidate(
                Signal.COMMON_POOL, accounts, rows, objects, new Candidate.Count(9, 1, 0.01), 0.5, Explanation.ANYBODY);
    }

    @Test
    void numbersAreThoseOfACountPairByPair() {
        SplittableRandom random = new SplittableRandom(17);
        Scene scene = new Scene();
        for (int i = 0; i < 300; i++) {
            scene.tags("crowd" + i, random.nextInt(4000), "daily" + i % 9);
        }
        // Names out of the order of their first posts; links, hashtags and both layers on the same pairs.
        for (int wave = 0; wave < 4; wave++) {
            for (int i = 0; i < 9; i++) {
                String account = (char) ('z' - (i * 7 + wave) % 9) + "x";
                double minute = wave * 1000 + random.nextInt(200);
                scene.add(scene.post(account, minute, "")
                        .urls(List.of("x.org/" + wave % 2))
                        .hashtags(List.of("claim" + wave % 3)));
            }
        }
        Corpus corpus = scene.corpus();
        Names names = Names.plain(corpus);
        List<ObjectLayer> layers = new ArrayList<>();
        List<Sighting> objects = new ArrayList<>();
        for (ObjectKind kind : List.of(ObjectKind.URL, ObjectKind.HASHTAG)) {
            ObjectLayer layer = corpus.layer(kind).carried(PoolSettings.carriersOf(kind));
            layers.add(layer);
            Scene.sightings(layer, corpus).stream()
                    .filter(o -> !names.object(kind, o.object()).startsWith("daily"))
                    .forEach(objects::add);
        }
        List<Candidate> groups = List.of(group(objects));
        assertThat(groups).hasSize(1);
        TestedNetwork tested = new EdgeFinder(WINDOW, 2).find(corpus, layers, groups);
        CoordinationNetwork network = tested.network();
        Map<String, Naive> expected = count(corpus, groups);
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(network.edgeCount()).isEqualTo(expected.size());
        for (int e = 0; e < network.edgeCount(); e++) {
            Naive edge = expected.get(network.source(e) + " " + network.target(e));
            assertThat(edge).isNotNull();
            assertThat(network.coActions(e)).isEqualTo(edge.coActions);
            assertThat(network.objects(e)).isEqualTo(edge.objects.size());
            assertThat(network.meanDelta(e)).isCloseTo((double) edge.delta / edge.coActions, within(1.0));
            assertThat(network.minDelta(e)).isEqualTo(edge.least);
            assertThat(network.first(e)).isEqualTo(edge.first);
            assertThat(network.last(e)).isEqualTo(edge.last);
            assertThat(tested.p(e)).isBetween(0.0, 1.0);
            assertThat(tested.q(e)).isBetween(tested.p(e), 1.0);
        }
    }

    /** So many accounts with one hashtag at one moment that their pairs can't be counted. */
    @Test
    void anObjectWhosePairsAreNotCountedIsWeakEvidence() {
        Scene scene = new Scene();
        for (int i = 0; i < 4_600; i++) {
            scene.tags("a" + i, 0, "élection");
        }
        for (int i = 0; i < 6; i++) {
            scene.tags("a" + i, 600, "سر");
        }
        Corpus corpus = scene.corpus();
        ObjectLayer layer = corpus.layer(ObjectKind.HASHTAG);
        Candidate hot = group(corpus, layer, 0, 6);
        TestedNetwork tested = new EdgeFinder(WINDOW, 2).find(corpus, List.of(layer), List.of(hot));
        assertThat(tested.network().edgeCount()).isEqualTo(15);
        for (int e = 0; e < 15; e++) {
            assertThat(tested.p(e)).as("everybody meets on it").isBetween(0.5, 1.0);
        }
        TestedNetwork rare =
                new EdgeFinder(WINDOW, 2).find(corpus, List.of(layer), List.of(group(corpus, layer, 1, 6)));
        assertThat(rare.network().edgeCount()).isEqualTo(15);
    }

    /** The first accounts, as far as they act on an object. */
    private static Candidate group(Corpus corpus, ObjectLayer layer, int object, int accounts) {
        int[] rows = IntStream.of(layer.rows(object))
                .filter(r -> corpus.account(r) < accounts)
                .toArray();
        return group(List.of(new Sighting(corpus, layer.kind(), object, rows)));
    }

    /** A flood: 1,000 accounts with one link within an hour, whose pairs are half a million. */
    @Test
    void ofAFloodTheMeetingsClosestInTimeAreDrawn() {
        Scene scene = new Scene();
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 1_000; i++) {
            scene.url("a" + i, random.nextInt(60), "x.org/flood");
        }
        for (int i = 0; i < 6; i++) {
            scene.url("a" + i, 500 + 20 * i, "x.org/other");
        }
        Corpus corpus = scene.corpus();
        ObjectLayer layer = corpus.layer(ObjectKind.URL);
        TestedNetwork tested =
                new EdgeFinder(WINDOW, 2).find(corpus, List.of(layer), List.of(group(Scene.sightings(layer, corpus))));
        CoordinationNetwork network = tested.network();
        assertThat(network.edgeCount()).isBetween(50_000, 100_000);
        assertThat(tested.limited()).as("objects").isEqualTo(1);
        long longest = IntStream.range(0, network.edgeCount())
                .filter(e -> network.first(e) < corpus.time(999))
                .mapToLong(network::minDelta)
                .max()
                .orElseThrow();
        assertThat(longest)
                .as("less than the hour")
                .isLessThan(Duration.ofMinutes(40).toMillis());
        assertThat(IntStream.range(0, network.edgeCount())
                        .filter(e -> network.last(e) >= corpus.time(1_000))
                        .count())
                .as("pairs on the object that is not hot")
                .isEqualTo(15);
    }

    @Test
    void noMoreThreadsWorkThanAskedFor() {
        Scene scene = new Scene();
        for (int tag = 0; tag < 20; tag++) {
            for (int i = 0; i < 1_500; i++) {
                scene.tags("a" + i, tag * 1000, "día" + tag);
            }
        }
        Corpus corpus = scene.corpus();
        ObjectLayer layer = corpus.layer(ObjectKind.HASHTAG);
        List<Candidate> groups = List.of(group(corpus, layer, 0, 6));
        assertThat(threadsStarted(() -> new EdgeFinder(WINDOW, 2).find(corpus, List.of(layer), groups)))
                .as("there is work for two")
                .isPositive();
        assertThat(threadsStarted(() -> new EdgeFinder(WINDOW, 1).find(corpus, List.of(layer), groups)))
                .isZero();
    }

    /** Threads are numbered as they are made. */
    private static long threadsStarted(Runnable work) {
        long before = new Thread(() -> {}).getId();
        work.run();
        return new Thread(() -> {}).getId() - before - 1;
    }

    @Test
    void withoutGroupsThereIsNoEdge() {
        Corpus corpus = new Scene().url("a", 0, "x.org").url("b", 1, "x.org").corpus();
        TestedNetwork tested = new EdgeFinder(WINDOW, 2).find(corpus, List.of(corpus.layer(ObjectKind.URL)), List.of());
        assertThat(tested.network().edgeCount()).isZero();
        assertThat(tested.network().accountCount()).isEqualTo(2);
    }
}
