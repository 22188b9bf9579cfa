/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
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
import org.vigie.graph.network.Population;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectLayer;

/**
 * Draws the network of accounts inside the candidate groups: who acted on a group's objects within the coarse window of
 * whom. Each edge is tested against its layer's configuration model over all accounts; the union of the layers carries
 * the best layer's p-value times the number of layers (Bonferroni) and the q-value among all pairs of accounts.
 */
final class EdgeFinder {
    private final Duration window;

    EdgeFinder(Duration window) {
        this.window = window;
    }

    /** The network over all accounts of the corpus, under their numbers. */
    TestedNetwork find(Corpus corpus, List<ObjectLayer> carried, List<Candidate> groups) {
        Map<String, CoordinationNetwork> networks = new TreeMap<>();
        for (ObjectLayer layer : carried) {
            BitSet acts = actsOfGroups(corpus, layer, groups);
            if (!acts.isEmpty()) {
                networks.put(layer.kind().name(), network(LayerActions.of(corpus, layer), acts, layer));
            }
        }
        if (networks.isEmpty()) {
            CoordinationNetwork none = CoordinationNetwork.builder(corpus.accounts(), Integer::toString)
                    .build();
            return new TestedNetwork(none, new double[0], new double[0]);
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
        return new TestedNetwork(layers.network(), p, FalseDiscovery.benjaminiHochberg(p, Math.max(pairs, p.length)));
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

    /** The edges inside groups, with the population of the whole layer, which the null model needs. */
    private CoordinationNetwork network(Actions all, BitSet acts, ObjectLayer layer) {
        CoActions coActions = CoActions.withDefaults()
                .withWindow(window)
                .withMinParticipation(0)
                .withWeight(EdgeWeight.OBJECTS);
        Population population =
                coActions.withMinObjects(Integer.MAX_VALUE).detect(all).population();
        int[] activity = layer.objectsOfAccounts();
        return coActions.detect(all.select(acts::get)).withPopulation(population, v -> activity[v]);
    }
}
