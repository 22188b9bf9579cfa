/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.core.internal.Overlap;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.Signature;
import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/** A text as indices of one search compare it: normalised, shingled and signed once, however many are asked. Not thread-safe. */
final class Question {
    final String normal;
    final @Nullable Signature signature;
    final Parity parity;
    private final Shingler shingler;
    private final long[] shingles;
    /** Nothing is prepared before the first comparison: most texts have none. */
    private @Nullable Tools tools;

    /** What an index has: the copy, the texts to look at, ascending by id, and whether these are all that share a bucket. */
    record Found(@Nullable Item copy, List<Item> candidates, boolean complete) {}

    /** The set of the text, and room for another. */
    private record Tools(Overlap overlap, ShingleBuffer buffer) {}

    Question(TextNormalizer normalizer, Shingler shingler, MinHash minHash, String text) {
        this.shingler = shingler;
        normal = normalizer.normalize(text);
        shingles = normal.isEmpty() ? new long[0] : shingler.shingles(normal);
        parity = Parity.of(shingles, shingles.length);
        signature = shingles.length == 0 ? null : minHash.signature(shingles);
    }

    NearDuplicateIndex.Answer answer(Found found, double threshold) {
        List<DuplicateMatch> matches = new ArrayList<>();
        if (found.copy() != null) {
            matches.add(new DuplicateMatch(found.copy().id(), 1));
        }
        for (Item item : found.candidates()) {
            boolean isFar = item == found.copy() || !item.mayReach(parity, threshold);
            double jaccard = isFar ? 0 : jaccard(item.text());
            if (jaccard >= threshold) {
                matches.add(new DuplicateMatch(item.id(), jaccard));
            }
        }
        matches.sort(Comparator.comparingLong(DuplicateMatch::id));
        return new NearDuplicateIndex.Answer(matches, found.candidates().size(), found.complete());
    }

    /** The smallest id of an answer, found without the rest of it. */
    OptionalLong first(Found found, double threshold) {
        long copy = found.copy() == null ? Long.MAX_VALUE : found.copy().id();
        for (Item item : found.candidates()) {
            if (item.id() >= copy) {
                break;
            }
            if (item.mayReach(parity, threshold) && jaccard(item.text()) >= threshold) {
                return OptionalLong.of(item.id());
            }
        }
        return found.copy() == null ? OptionalLong.empty() : OptionalLong.of(copy);
    }

    /** The exact Jaccard similarity to another normalised text. */
    private double jaccard(String other) {
        Tools with = tools;
        if (with == null) {
            with = new Tools(new Overlap(), new ShingleBuffer());
            with.overlap.load(shingles);
            tools = with;
        }
        shingler.shingle(other, with.buffer);
        int shared = with.overlap.count(with.buffer.elements(), with.buffer.size());
        return (double) shared / (shingles.length + with.buffer.size() - shared);
    }
}
