/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;

/** Gives the shingles of a distinct text by its number. Not thread-safe: one source a thread. */
final class ShingleSource {
    private final DistinctTexts texts;
    private final Shingler shingler;
    private final int least;
    private final ShingleBuffer buffer = new ShingleBuffer();

    ShingleSource(DistinctTexts texts, Shingler shingler) {
        this(texts, shingler, 1);
    }

    /** Takes texts with fewer than {@code least} shingles for empty. */
    ShingleSource(DistinctTexts texts, Shingler shingler, int least) {
        this.texts = texts;
        this.shingler = shingler;
        this.least = least;
    }

    /** The distinct shingles in a buffer that the next call overwrites. */
    ShingleBuffer buffer(int text) {
        shingler.shingle(texts.text(text), buffer);
        if (buffer.size() < least) {
            shingler.shingle("", buffer);
        }
        return buffer;
    }

    long[] shingles(int text) {
        return buffer(text).toArray();
    }
}
