/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;

/** An object on which accounts acted closer in time, or on more days, than chance explains. */
final class SynchronousObject {
    private final Layer layer;
    private final int object;
    private final Synchrony.Result timing;
    private final double q;
    private final int[] posts;
    private final int[] accounts;

    SynchronousObject(Layer layer, int object, PostTable table, Synchrony.Result timing, double q) {
        this(layer, object, layer.postsOf(object), table, timing, q);
    }

    /** An object seen through some of its posts. */
    SynchronousObject(Layer layer, int object, int[] posts, PostTable table, Synchrony.Result timing, double q) {
        this.layer = layer;
        this.object = object;
        this.timing = timing;
        this.q = q;
        this.posts = posts;
        this.accounts =
                Arrays.stream(posts).map(table::account).sorted().distinct().toArray();
    }

    Layer layer() {
        return layer;
    }

    int object() {
        return object;
    }

    Synchrony.Result timing() {
        return timing;
    }

    /** The q-value of the timing among all objects that were tested. */
    double q() {
        return q;
    }

    /** The posts on it, in order of time. */
    int[] posts() {
        return posts;
    }

    /** The accounts that acted on it, ascending. */
    int[] accounts() {
        return accounts;
    }
}
