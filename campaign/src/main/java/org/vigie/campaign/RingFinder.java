/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.ShuffledNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;

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
    static final String PAIRS = "repeated-pairs";

    private static final List<ObjectKind> KINDS = List.of(ObjectKind.TEXT, ObjectKind.URL);
    private static final int MIN_OBJECTS = 3;
    private static final double EDGE_ALPHA = 0.01;
    private static final double MIN_RATIO = 2;
    private static final double SAME = 0.5;

    private final PostTable posts;
    private final Duration window;
    private final int minAccounts;
    private final int minCarriers;
    private final long seed;

    RingFinder(PostTable posts, Duration window, int minAccounts, int minCarriers, long seed) {
        this.posts = posts;
        this.window = window;
        this.minAccounts = minAccounts;
        this.minCarriers = minCarriers;
        this.seed = seed;
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
     * @param day tests the timing of a ring's objects
     * @param finder marks acts that are together
     * @param known groups that were found otherwise; a ring of mostly their accounts is not found again
     */
    List<Group> find(List<Layer> carried, ObjectTester day, GroupFinder finder, List<Group> known) {
        List<Layer> layers = carried.stream()
                .filter(l -> KINDS.contains(l.kind()) && l.objects() > 0)
                .toList();
        Map<Long, Pair> pairs = new TreeMap<>();
        for (Layer layer : layers) {
            add(layer, layers.size(), pairs);
        }
        NetworkBuilder builder = CoordinationNetwork.builder(posts.accounts());
        pairs.forEach(
                (key, pair) -> builder.edge((int) (key >>> 32), (int) (key & 0xFFFF_FFFFL), (double) pair.objects));
        CoordinationNetwork network = builder.build();
        Partition communities = Leiden.withDefaults().withSeed(seed).detect(network);
        List<Group> rings = new ArrayList<>();
        for (int c = 0; c < communities.groupCount(); c++) {
            if (communities.size(c) >= minAccounts && !isKnown(communities.members(c), known)) {
                Group ring = ring(communities.members(c), layers, pairs, day, finder);
                if (ring.accounts().size() >= minAccounts) {
                    rings.add(ring);
                }
            }
        }
        return rings;
    }

    private void add(Layer layer, int layers, Map<Long, Pair> pairs) {
        CoActions engine = CoActions.withDefaults()
                .withWindow(window)
                .withMinParticipation(0)
                .withMinObjects(MIN_OBJECTS);
        Actions actions = layer.actions();
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

    private boolean isKnown(int[] accounts, List<Group> known) {
        return known.stream()
                .anyMatch(group -> IntStream.of(accounts)
                                .filter(a -> Collections.binarySearch(group.accounts(), a) >= 0)
                                .count()
                        >= SAME * accounts.length);
    }

    private Group ring(
            int[] accounts, List<Layer> layers, Map<Long, Pair> pairs, ObjectTester day, GroupFinder finder) {
        BitSet inside = new BitSet();
        IntStream.of(accounts).forEach(inside::set);
        List<SynchronousObject> objects = new ArrayList<>();
        for (SynchronousObject found : day.test(
                posts,
                layers.stream().map(l -> l.of(inside).carried(minCarriers)).toList())) {
            objects.add(inWhole(found, layers));
        }
        int[] together = finder.together(objects);
        List<Integer> members = IntStream.of(together)
                .map(posts::account)
                .sorted()
                .distinct()
                .boxed()
                .toList();
        long common = 0;
        double expected = 0;
        double p = 1;
        for (Map.Entry<Long, Pair> entry : pairs.entrySet()) {
            if (inside.get((int) (entry.getKey() >>> 32)) && inside.get((int) (entry.getKey() & 0xFFFF_FFFFL))) {
                common += entry.getValue().objects;
                expected += entry.getValue().expected;
                p = Math.min(p, entry.getValue().p);
            }
        }
        return new Group(members, objects, IntStream.of(together).boxed().toList(), PAIRS, common, expected, p);
    }

    /** The same object as the whole layer numbers it, with the ring's posts only. */
    private SynchronousObject inWhole(SynchronousObject found, List<Layer> layers) {
        Layer whole = layers.stream()
                .filter(l -> l.kind() == found.layer().kind())
                .findFirst()
                .orElseThrow();
        int object = whole.number(found.layer().key(found.object()));
        return new SynchronousObject(whole, object, found.posts(), posts, found.timing(), found.q());
    }
}
