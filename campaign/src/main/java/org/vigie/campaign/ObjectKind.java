/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Locale;
import org.vigie.graph.coaction.Layer;

/** What accounts act on together: each kind is a layer of the coordination network. */
public enum ObjectKind {
    /** A cluster of near-duplicate texts. */
    TEXT(Layer.TEXT_CLUSTER),
    /** A link. */
    URL(Layer.URL),
    /** A hashtag. */
    HASHTAG(Layer.HASHTAG),
    /** A post that is repeated. */
    REPOST(Layer.REPOST),
    /** A post that is answered. */
    REPLY(Layer.REPLY);

    private final Layer layer;

    ObjectKind(Layer layer) {
        this.layer = layer;
    }

    /** The layer with the same objects. */
    Layer layer() {
        return layer;
    }

    /**
     * The name in files: lower case.
     *
     * @return the name
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
