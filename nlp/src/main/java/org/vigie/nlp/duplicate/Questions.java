/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import org.vigie.core.internal.Overlap;
import org.vigie.core.internal.Spare;
import org.vigie.core.search.BandKeys;
import org.vigie.core.search.Banding;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Makes texts into what the indices of one search compare. Room to work in is used again: with a new one for each text it
 * would be most of what a call allocates. Immutable and thread-safe.
 */
final class Questions {
    /** Shingles of the longest text whose room is kept. */
    private static final int MOST_KEPT = 1 << 10;

    final TextNormalizer normalizer;
    final Shingler shingler;
    final double threshold;
    final Banding banding;
    /** What texts depend on. */
    final String parameters;
    /** What questions depend on. */
    final String asked;

    private final MinHash minHash;
    private final Spare<Room> spare = new Spare<>(Room::new, Room::isSmall);

    Questions(NearDuplicates search) {
        normalizer = search.normalizer();
        shingler = search.shingler();
        threshold = search.threshold();
        banding = Banding.forThreshold(threshold, search.recall());
        minHash = MinHash.withDefaults().withComponents(banding.components()).withSeed(search.seed());
        parameters = normalizer + ", " + shingler.withSeed(0);
        asked = normalizer + ", " + shingler + ", " + banding + ", seed " + search.seed();
    }

    /** The set of a text, that set as others are counted against it, and room for another set. */
    static final class Room {
        final ShingleBuffer set = new ShingleBuffer();
        final ShingleBuffer other = new ShingleBuffer();
        final Overlap overlap = new Overlap();
        /** Read by nobody. */
        int touched;

        private boolean isSmall() {
            return set.elements().length <= MOST_KEPT && other.elements().length <= MOST_KEPT;
        }
    }

    /** A text to ask for; closed when all answers are there. */
    Question of(String text) {
        return ofNormal(normalizer.normalize(text));
    }

    Question ofNormal(String normal) {
        return new Question(this, normal, spare.take());
    }

    BandKeys keys(ShingleBuffer set) {
        return BandKeys.of(banding, minHash.signature(set.toArray()));
    }

    void giveBack(Room room) {
        spare.giveBack(room);
    }
}
