/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vigie.nlp.duplicate.DuplicateSteps;

/**
 * Texts with their keys, in columns. They travel and are kept so, since a row for each text or key costs more than the
 * work on it.
 *
 * @param ids of the texts
 * @param texts normalised and distinct
 * @param bands how many keys each has
 * @param keys by text the key of each band
 * @param shingles by text how many it has
 * @param parities by text two numbers
 */
@SuppressWarnings("ArrayRecordComponent") // columns
record BandedTexts(long[] ids, Strings texts, int bands, int[] keys, int[] shingles, long[] parities)
        implements Serializable {

    /** Texts before anything is known of them. */
    record Texts(long[] ids, Strings texts) implements Serializable {
        /** The UTF-16 units of all. */
        long length() {
            return Arrays.stream(texts.values()).mapToLong(String::length).sum();
        }
    }

    static BandedTexts of(Texts texts, DuplicateSteps steps) {
        DuplicateSteps.Banded banded = steps.band(Arrays.asList(texts.texts.values()));
        return new BandedTexts(
                texts.ids, texts.texts, banded.bands(), banded.keys(), banded.shingles(), banded.parities());
    }

    DuplicateSteps.Banded banded() {
        return new DuplicateSteps.Banded(bands, keys, shingles, parities);
    }

    int size() {
        return ids.length;
    }

    /** Some of the texts, in the same order. */
    BandedTexts where(IntPredicate place) {
        return at(IntStream.range(0, size()).filter(place).toArray());
    }

    /** The texts at places. */
    BandedTexts at(int[] places) {
        BandedTexts some = empty(places.length, bands);
        for (int i = 0; i < places.length; i++) {
            some.set(i, this, places[i]);
        }
        return some;
    }

    private static BandedTexts empty(int size, int bands) {
        return new BandedTexts(
                new long[size],
                new Strings(new String[size]),
                bands,
                new int[size * bands],
                new int[size],
                new long[2 * size]);
    }

    private void set(int place, BandedTexts from, int fromPlace) {
        ids[place] = from.ids[fromPlace];
        texts.values()[place] = from.texts.get(fromPlace);
        shingles[place] = from.shingles[fromPlace];
        System.arraycopy(from.keys, fromPlace * bands, keys, place * bands, bands);
        System.arraycopy(from.parities, 2 * fromPlace, parities, 2 * place, 2);
    }

    /** All texts of several, by ascending id. */
    static BandedTexts sorted(List<BandedTexts> parts) {
        if (parts.size() == 1 && parts.get(0).isSorted()) {
            return parts.get(0);
        }
        int bands = parts.isEmpty() ? 0 : parts.get(0).bands;
        long[] ids =
                parts.stream().flatMapToLong(part -> Arrays.stream(part.ids)).toArray();
        Arrays.sort(ids);
        BandedTexts all = empty(ids.length, bands);
        for (BandedTexts part : parts) {
            for (int i = 0; i < part.size(); i++) {
                all.set(Arrays.binarySearch(ids, part.ids[i]), part, i);
            }
        }
        return all;
    }

    private boolean isSorted() {
        return IntStream.range(1, size()).allMatch(i -> ids[i - 1] < ids[i]);
    }
}
