/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.List;
import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/** Gives the shingles of a distinct text by its number. Not thread-safe: one source a thread. */
final class ShingleSource {
    private final List<String> texts;
    private final int[] indexOf;
    private final TextNormalizer normalizer;
    private final Shingler shingler;
    private final ShingleBuffer buffer = new ShingleBuffer();

    private final int least;

    ShingleSource(List<String> texts, int[] indexOf, TextNormalizer normalizer, Shingler shingler) {
        this(texts, indexOf, normalizer, shingler, 1);
    }

    /** Takes texts with fewer than {@code least} shingles for empty. */
    ShingleSource(List<String> texts, int[] indexOf, TextNormalizer normalizer, Shingler shingler, int least) {
        this.least = least;
        this.texts = texts;
        this.indexOf = indexOf;
        this.normalizer = normalizer;
        this.shingler = shingler;
    }

    /** The distinct shingles in a buffer that the next call overwrites. */
    ShingleBuffer buffer(int text) {
        shingler.shingle(normalizer.normalize(texts.get(indexOf[text])), buffer);
        if (buffer.size() < least) {
            shingler.shingle("", buffer);
        }
        return buffer;
    }

    long[] shingles(int text) {
        return buffer(text).toArray();
    }
}
