/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/** What the evidence says of the texts of a cluster. */
public enum ClusterType {
    /** All texts are the same after normalisation. */
    IDENTICAL,
    /** Texts share most of their characters: copied with small changes. */
    COPYPASTA,
    /** Texts share many words but not most of their characters: told again in other words. */
    REWORDED
}
