/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

/** What the weight of an edge is. */
public enum EdgeWeight {
    /** The number of co-actions: every pair of actions counts. */
    CO_ACTIONS,
    /** The number of distinct objects in common within the window: posting one object often counts once. */
    OBJECTS,
    /**
     * The cosine of the two accounts over their objects within the window, weighted by rarity. An object of m out of n
     * accounts weighs ln((1 + n) / (1 + m)) + 1. Neither activity nor popular objects raise it. Source: G. Salton and
     * C. Buckley, "Term-weighting approaches in automatic text retrieval", 1988, with smoothed inverse frequencies and
     * binary terms; D. Pacheco and others, "Uncovering coordinated networks on social media", 2021.
     */
    TFIDF_COSINE
}
