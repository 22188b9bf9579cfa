/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Signal;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.ShuffledNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Finds amplification rings: accounts that, pair by pair, act on the same texts or links within the fine window so often
 * that neither their activity and the objects' own waves ({@link ConfigurationNull}) nor the hours that they keep ({@link
 * ShuffledNull}) explain it, and more than twice as often as expected.
 *
 * <p>A ring may take hours for each text, as a crowd does; what a crowd does not do is to be the same accounts on text
 * after text. So the pairs are the evidence, and timing is tested against the whole day. Hashtags are left out: friends
 * of one subject meet in its hashtags every day.
 */
final class RingFinder {
    private static final int MIN_OBJECTS = 3;
    private static final double EDGE_ALPHA = 0.01;
    private static final double MIN_RATIO = 2;
    private static final double SAME = 0.5;

    private final Corpus posts;
    private final Parameters parameters;
    private final GroupFinder companions;

    RingFinder(Corpus posts, Parameters parameters) {
        this.posts = posts;
        this.parameters = parameters;
        this.companions = new GroupFinder(posts, parameters);
    }

    /** What is known of a pair of accounts over the layers. */
    private static final class Pair {
        private long objects;
        private double expected;
        private double p = 1;
    }

    /**
     * Finds rings.
     *
     * @param carried the layers
     * @param known groups that were found otherwise; a ring of mostly their accounts is not found again
     */
    List<Candidate> find(List<ObjectLayer> carried, List<Candidate> known) {
        List<ObjectLayer> layers = carried.stream()
                .filter(l -> l.kind().feeds(ObjectKind.Use.PAIRS) && l.acts() > 0)
                .toList();
        Map<Long, Pair> pairs = new TreeMap<>();
        for (ObjectLayer layer : layers) {
            add(layer, layers.size(), pairs);
        }
        NetworkBuilder builder = CoordinationNetwork.builder(posts.accounts(), Integer::toString);
        pairs.forEach((key, pair) -> builder.edge(first(key), second(key), (double) pair.objects));
        CoordinationNetwork network = builder.build();
        Partition communities =
                Leiden.withDefaults().withSeed(parameters.seed()).detect(network);
        List<Candidate> rings = new ArrayList<>();
        for (int c = 0; c < communities.groupCount(); c++) {
            int[] accounts = communities.members(c);
            if (accounts.length >= parameters.minAccounts() && !isKnown(accounts, known)) {
                Candidate ring = ring(accounts, layers, pairs);
                if (ring.size() >= parameters.minAccounts()) {
                    rings.add(ring);
                }
            }
        }
        return rings;
    }

    private static int first(long key) {
        return (int) (key >>> 32);
    }

    private static int second(long key) {
        return (int) key;
    }

    private void add(ObjectLayer layer, int layers, Map<Long, Pair> pairs) {
        CoActions engine = CoActions.withDefaults()
                .withWindow(parameters.window())
                .withMinParticipation(0)
                .withMinObjects(MIN_OBJECTS);
        Actions actions = LayerActions.of(posts, layer);
        CoordinationNetwork network = engine.detect(actions);
        Significance significance = ConfigurationNull.withDefaults()
                .test(network)
                .and(ShuffledNull.withDefaults().test(network, engine.evidence(actions)));
        for (int e = 0; e < network.edgeCount(); e++) {
            boolean marked = significance.qValue(e) * layers <= EDGE_ALPHA
                    && network.objects(e) >= MIN_RATIO * significance.expected(e);
            if (marked) {
                Pair pair = pairs.computeIfAbsent((long) network.source(e) << 32 | network.target(e), k -> new Pair());
                pair.objects += network.objects(e);
                pair.expected += significance.expected(e);
                double corrected = significance.pValue(e) * significance.tests() * layers;
                pair.p = Math.min(pair.p, corrected);
            }
        }
    }

    private boolean isKnown(int[] accounts, List<Candidate> known) {
        return known.stream()
                .anyMatch(group ->
                        IntStream.of(accounts).filter(group::hasAccount).count() >= SAME * accounts.length);
    }

    private Candidate ring(int[] accounts, List<ObjectLayer> layers, Map<Long, Pair> pairs) {
        BitSet inside = new BitSet();
        IntStream.of(accounts).forEach(inside::set);
        Synchrony day = Synchrony.of(posts, parameters.window(), parameters.day(), parameters.seed());
        List<Sighting> objects = new ObjectTester(day, parameters.alpha(), parameters.threads())
                .test(
                        posts,
                        layers.stream()
                                .map(l -> l.ofAccounts(inside).carried(Parameters.MIN_CARRIERS))
                                .toList());
        int[] together = companions.together(objects);
        int[] members =
                IntStream.of(together).map(posts::account).sorted().distinct().toArray();
        long common = 0;
        double expected = 0;
        double p = 1;
        for (Map.Entry<Long, Pair> entry : pairs.entrySet()) {
            if (inside.get(first(entry.getKey())) && inside.get(second(entry.getKey()))) {
                common += entry.getValue().objects;
                expected += entry.getValue().expected;
                p = Math.min(p, entry.getValue().p);
            }
        }
        return new Candidate(
                Signal.REPEATED_PAIRS, members, together, objects, new Sighting.Count(common, expected, p));
    }
}
