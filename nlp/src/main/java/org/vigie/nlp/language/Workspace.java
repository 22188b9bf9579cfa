/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/** What one identification works in. */
final class Workspace {
    /** Those that long texts have made larger are not kept. */
    private static final int MAX_CHARS = 1 << 12;

    final Words words = new Words();
    final Scores scores;

    Workspace(LanguageModel model) {
        scores = new Scores(model, new WordCache(model.labels.mostLongs()));
    }

    boolean isSmall() {
        return words.chars.length <= MAX_CHARS;
    }
}
