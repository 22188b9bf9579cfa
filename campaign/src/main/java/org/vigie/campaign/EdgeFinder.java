/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.coaction.EdgeWeight;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Multiplex;
import org.vigie.graph.network.ObjectSummary;
import org.vigie.graph.network.Population;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectLayer;

/**
 * Draws the network of accounts inside the candidate groups: who acted on a group's objects within the coarse window of
 * whom. Each edge is tested against its layer's configuration model over all accounts. The union of the layers carries
 * the best layer's p-value times the number of layers (Bonferroni). It also carries the q-value among all pairs of
 * accounts.
 *
 * <p>It shows what was found and decides nothing. So it is bounded. Where thousands of accounts act on the same objects
 * at once, only meetings that are closer in time are drawn, on the hottest objects first. The result says so.
 */
final class EdgeFinder {
    /** Edges of a layer that are drawn at most: nobody reads more, and their files take a kilobyte an edge. */
    private static final int MOST_EDGES = 100_000;
    /** Meetings of groups that are drawn at most, at first. */
    private static final long MOST_MEETINGS = 40L * MOST_EDGES;
    /** Pairs of acts that a layer's population is counted from at most: a second or two. */
    private static final long MOST_PAIRS = 200_000_000;

    private final CoActions coActions;

    /** @param threads as many work at most, the caller's included */
    EdgeFinder(Duration window, int threads) {
        this.coActions = CoActions.withDefaults()
                .withWindow(window)
                .withMinParticipation(0)
                .withWeight(EdgeWeight.OBJECTS)
                .withThreads(threads);
    }

    /** The network over all accounts of the corpus, under their numbers. */
    TestedNetwork find(Corpus corpus, List<ObjectLayer> carried, List<Candidate> groups) {
        Map<String, CoordinationNetwork> networks = new TreeMap<>();
        int limited = 0;
        for (ObjectLayer layer : carried) {
            BitSet acts = actsOfGroups(corpus, layer, groups);
            if (!acts.isEmpty()) {
                Actions all = LayerActions.of(corpus, layer);
                CoordinationNetwork drawn = draw(all.select(acts::get));
                limited += drawn.population().limited().size();
                int[] activity = layer.objectsOfAccounts();
                networks.put(layer.kind().name(), drawn.withPopulation(population(all), v -> activity[v]));
            }
        }
        if (networks.isEmpty()) {
            CoordinationNetwork none = CoordinationNetwork.builder(corpus.accounts(), Integer::toString)
                    .build();
            return new TestedNetwork(none, new double[0], new double[0], 0);
        }
        Multiplex layers = Multiplex.merge(networks, Multiplex.Combination.SUM);
        double[] p = new double[layers.network().edgeCount()];
        Arrays.fill(p, 1);
        for (int i = 0; i < networks.size(); i++) {
            Significance layer = ConfigurationNull.withDefaults().test(layers.layer(i));
            for (int e = 0; e < p.length; e++) {
                OptionalInt edge = layers.edgeIn(e, i);
                if (edge.isPresent()) {
                    p[e] = Math.min(p[e], layer.pValue(edge.getAsInt()) * networks.size());
                }
            }
        }
        long pairs = (long) corpus.accounts() * (corpus.accounts() - 1) / 2;
        double[] q = FalseDiscovery.benjaminiHochberg(p, Math.max(pairs, p.length));
        return new TestedNetwork(layers.network(), p, q, limited);
    }

    /** The acts of the groups' accounts on their own objects. */
    private static BitSet actsOfGroups(Corpus corpus, ObjectLayer layer, List<Candidate> groups) {
        BitSet acts = new BitSet();
        for (Candidate group : groups) {
            for (Sighting own : group.objects()) {
                if (own.kind().equals(layer.kind())) {
                    for (int a = layer.start(own.object()); a < layer.start(own.object() + 1); a++) {
                        if (group.hasAccount(corpus.account(layer.row(a)))) {
                            acts.set(a);
                        }
                    }
                }
            }
        }
        return acts;
    }

    /** The edges inside groups. */
    private CoordinationNetwork draw(Actions acts) {
        long meetings = MOST_MEETINGS;
        CoordinationNetwork drawn = coActions.withTotalPairLimit(meetings).detect(acts);
        while (drawn.edgeCount() > MOST_EDGES) {
            meetings /= 2;
            drawn = coActions.withTotalPairLimit(meetings).detect(acts);
        }
        return drawn;
    }

    /** What the whole layer did, which the null model needs. */
    private Population population(Actions all) {
        return withLimited(coActions
                .withMinObjects(Integer.MAX_VALUE)
                .withTotalPairLimit(MOST_PAIRS)
                .detect(all)
                .population());
    }

    /**
     * Objects with more pairs than can be counted as if all their accounts had met. What was not counted would be taken
     * for what did not happen, and any meeting on it for more than chance. So it errs on the innocent side.
     */
    private static Population withLimited(Population counted) {
        List<ObjectSummary> shared = new ArrayList<>();
        long coIncidences = 0;
        for (ObjectSummary object : counted.shared()) {
            boolean isLimited = object.window().compareTo(counted.window()) < 0;
            long pairs = isLimited ? (long) object.accounts() * (object.accounts() - 1) / 2 : object.coIncidences();
            coIncidences += pairs;
            shared.add(new ObjectSummary(
                    object.object(), object.actions(), object.accounts(), object.coActions(), pairs, object.window()));
        }
        return new Population(
                counted.accounts(), counted.objects(), counted.incidences(), coIncidences, counted.window(), shared);
    }
}
