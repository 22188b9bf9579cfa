/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/**
 * What a normaliser stripped or repaired: traces of templates and of attempts to dodge a comparison, as counts.
 *
 * <p>A count is evidence only beside others: people stretch letters and write counters too. Immutable and thread-safe.
 *
 * @param repostMarks leading {@code RT} marks
 * @param viaMarks {@code via @name} marks
 * @param counters leading counters such as {@code 1/5} or {@code (3)}
 * @param urls dropped urls
 * @param mentions dropped mentions
 * @param invisibles zero-width, direction and variation characters
 * @param confusables characters folded to the letter they look like
 * @param excessMarks combining marks beyond two on one letter
 * @param stretchedRuns runs of three or more of one letter
 */
public record TextResidue(
        int repostMarks,
        int viaMarks,
        int counters,
        int urls,
        int mentions,
        int invisibles,
        int confusables,
        int excessMarks,
        int stretchedRuns) {
    /** Nothing stripped. */
    static final TextResidue NONE = new TextResidue(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Counts the traces of a template: what a program leaves behind when it copies or numbers a text.
     *
     * @return repost marks, via marks and counters together
     */
    public int template() {
        return repostMarks + viaMarks + counters;
    }

    /**
     * Counts the traces of obfuscation: changes that a reader does not see but a comparison would.
     *
     * @return invisibles, confusables and excess marks together
     */
    public int obfuscation() {
        return invisibles + confusables + excessMarks;
    }
}
