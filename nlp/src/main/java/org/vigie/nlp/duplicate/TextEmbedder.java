/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/**
 * Turns a text into a vector whose direction stands for its meaning, in whatever language: what a user brings to find
 * translations. Vigie has no model of its own and downloads none.
 */
@FunctionalInterface
public interface TextEmbedder {
    /**
     * Embeds a text.
     *
     * @param text the text as written
     * @return its vector, of the same length for every text, not all zero
     */
    float[] embed(String text);
}
