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
            ObjectLayer layer = corpus.layer(kind).carried(4);
            layers.add(layer);
            Scene.sightings(layer, corpus).stream()
                    .filter(o -> !names.object(kind, o.object()).startsWith("daily"))
                    .forEach(objects::add);
        }
        List<Candidate> groups = List.of(group(objects));
        assertThat(groups).hasSize(1);
        TestedNetwork tested = new EdgeFinder(WINDOW).find(corpus, layers, groups);
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

    @Test
    void withoutGroupsThereIsNoEdge() {
        Corpus corpus = new Scene().url("a", 0, "x.org").url("b", 1, "x.org").corpus();
        TestedNetwork tested = new EdgeFinder(WINDOW).find(corpus, List.of(corpus.layer(ObjectKind.URL)), List.of());
        assertThat(tested.network().edgeCount()).isZero();
        assertThat(tested.network().accountCount()).isEqualTo(2);
    }
}
