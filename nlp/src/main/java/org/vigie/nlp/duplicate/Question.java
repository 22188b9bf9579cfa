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
import org.vigie.core.search.BandKeys;
import org.vigie.core.search.LshIndex;

/**
 * A text as indices of one search compare it: normalised, shingled, signed and put to its buckets once, however many are
 * asked, and before any lock is taken. Not thread-safe; closed when all answers are there.
 */
final class Question implements AutoCloseable {
    final String normal;
    /** The buckets to look into; none where nothing is left of the text. */
    final @Nullable BandKeys keys;

    final Parity parity;
    private final Questions questions;
    private final Questions.Room room;
    /** Nothing is prepared before the first comparison: most texts have none. */
    private boolean isCompared;

    /** What an index has: the copy, the texts to look at, ascending by id, and whether these are all that share a bucket. */
    record Found(@Nullable Item copy, List<Item> candidates, boolean complete) {}

    Question(Questions questions, String normal, Questions.Room room) {
        this.questions = questions;
        this.normal = normal;
        this.room = room;
        questions.shingler.shingle(normal, room.set);
        parity = Parity.of(room.set.elements(), room.set.size());
        keys = room.set.size() == 0 ? null : questions.keys(room.set);
    }

    /** Has memory brought near that the lock of the index would else wait for. */
    void touch(LshIndex index) {
        if (keys != null) {
            room.touched += index.touch(keys);
        }
    }

    NearDuplicateIndex.Answer answer(Found found) {
        double threshold = questions.threshold;
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
    OptionalLong first(Found found) {
        double threshold = questions.threshold;
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
        int size = room.set.size();
        if (!isCompared) {
            room.overlap.load(room.set.elements(), size);
            isCompared = true;
        }
        questions.shingler.shingle(other, room.other);
        int otherSize = room.other.size();
        int shared = room.overlap.count(room.other.elements(), otherSize);
        return (double) shared / (size + otherSize - shared);
    }

    @Override
    public void close() {
        questions.giveBack(room);
    }
}
