/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.coordination;

import java.util.Optional;
import org.vigie.graph.backbone.Backbone;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Multiplex;

/**
 * What a {@link CoordinationJob} found. Immutable and thread-safe.
 */
public final class CoordinationResult {
    private final Actions actions;
    private final CoActions engine;
    private final Optional<Multiplex> layers;
    private final Backbone.Selection selection;

    CoordinationResult(Actions actions, CoActions engine, Optional<Multiplex> layers, Backbone.Selection selection) {
        this.actions = actions;
        this.engine = engine;
        this.layers = layers;
        this.selection = selection;
    }

    /**
     * Returns the actions of all layers together.
     *
     * @return the actions
     */
    public Actions actions() {
        return actions;
    }

    /**
     * Returns the network of all layers together.
     *
     * @return the network
     */
    public CoordinationNetwork network() {
        return selection.network();
    }

    /**
     * Returns the network of each layer beside that of all.
     *
     * @return the layers; empty if there is one only
     */
    public Optional<Multiplex> layers() {
        return layers;
    }

    /**
     * Returns which edges stand out, and what a test says of each.
     *
     * @return the backbone
     */
    public Backbone.Selection selection() {
        return selection;
    }

    /**
     * Collects what proves the edges: pairs of actions. Costs about as much as the detection.
     *
     * @return the evidence
     */
    public EdgeEvidence evidence() {
        return engine.evidence(actions);
    }
}
