/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.coordination;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vigie.graph.backbone.Backbone;
import org.vigie.graph.backbone.WeightQuantile;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Multiplex;

/**
 * The coordination job: actions of one or several layers to a network of accounts, its backbone and the evidence of each
 * edge. Layers of posts come from {@link PostLayers}; other actions, such as CooRTweet's table, are a layer as they are.
 *
 * <p>Several layers are swept one by one and together, so that the tests of all layers together are exact, and their
 * weights are combined. Deterministic; immutable and thread-safe. The cost is that of {@link CoActions#detect} for each
 * layer and once for all.
 */
public final class CoordinationJob {
    private final CoActions engine;
    private final Multiplex.Combination merge;
    private final Backbone backbone;

    private CoordinationJob(CoActions engine, Multiplex.Combination merge, Backbone backbone) {
        this.engine = engine;
        this.merge = merge;
        this.backbone = backbone;
    }

    /**
     * The defaults: {@link CoActions#withDefaults()}, weights of layers are added up, the backbone of the heaviest half.
     *
     * @return the job
     */
    public static CoordinationJob withDefaults() {
        return new CoordinationJob(CoActions.withDefaults(), Multiplex.Combination.SUM, WeightQuantile.withDefaults());
    }

    /**
     * Sets how co-actions are found and weighed.
     *
     * @param newEngine the engine
     * @return the changed job
     */
    public CoordinationJob withEngine(CoActions newEngine) {
        return new CoordinationJob(Objects.requireNonNull(newEngine, "newEngine"), merge, backbone);
    }

    /**
     * Sets how the weights of several layers become one.
     *
     * @param newMerge the rule
     * @return the changed job
     */
    public CoordinationJob withMerge(Multiplex.Combination newMerge) {
        return new CoordinationJob(engine, Objects.requireNonNull(newMerge, "newMerge"), backbone);
    }

    /**
     * Sets which edges stand out.
     *
     * @param newBackbone the backbone
     * @return the changed job
     */
    public CoordinationJob withBackbone(Backbone newBackbone) {
        return new CoordinationJob(engine, merge, Objects.requireNonNull(newBackbone, "newBackbone"));
    }

    /**
     * Finds the network.
     *
     * @param layers the actions by name of the layer, at least one
     * @return the network, its backbone and its evidence
     * @throws IllegalArgumentException if there is no layer, or weights above 1 are to be combined by noisy-or
     */
    public CoordinationResult detect(Map<String, Actions> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one layer");
        }
        boolean several = layers.size() > 1;
        Actions all =
                several ? Actions.union(layers) : layers.values().iterator().next();
        CoordinationNetwork network = engine.detect(all);
        Optional<Multiplex> multiplex = Optional.empty();
        if (several) {
            Map<String, CoordinationNetwork> networks = new LinkedHashMap<>();
            layers.forEach((name, actions) -> networks.put(name, engine.detect(actions)));
            multiplex = Optional.of(Multiplex.merge(networks, merge, network));
            network = multiplex.get().network();
        }
        Backbone.Selection selection = backbone.select(network, () -> engine.evidence(all));
        return new CoordinationResult(all, engine, multiplex, selection);
    }
}
