/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The kinds of objects on which accounts can act together: the layers of a multiplex network. Each says what the object
 * of an action is and names objects so that layers never meet.
 */
public enum Layer {
    /** A url, in the caller's canonical form. */
    URL,
    /** A hashtag. */
    HASHTAG,
    /** All hashtags of one post together, see {@link #sequence}. */
    HASHTAG_SEQUENCE,
    /** A cluster of near-duplicate texts. */
    TEXT_CLUSTER,
    /** The post that is reposted. */
    REPOST,
    /** The post that is replied to. */
    REPLY,
    /** The account that is mentioned. */
    MENTION,
    /** A text directed at many targets, see {@link CoTargets}. */
    CO_TARGET,
    /** Any object in its first hour, see {@link Actions#early}. */
    FIRST_HOUR;

    /**
     * Names an object of this layer.
     *
     * @param name the name within the layer
     * @return a name that no object of another layer has
     */
    public String object(String name) {
        return name().toLowerCase(Locale.ROOT) + ":" + name;
    }

    /**
     * Names a set of hashtags, whatever their order and case.
     *
     * @param hashtags the hashtags of one post
     * @return the sorted distinct hashtags, each after a blank-free separator
     */
    public static String sequence(Collection<String> hashtags) {
        TreeSet<String> sorted = new TreeSet<>();
        hashtags.forEach(h -> sorted.add(h.toLowerCase(Locale.ROOT)));
        return String.join("#", sorted);
    }
}
