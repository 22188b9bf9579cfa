/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
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
 */
@SuppressWarnings("ArrayRecordComponent") // columns
record BandedTexts(long[] ids, String[] texts, int bands, int[] keys, int[] shingles) implements Serializable {

    /** Texts before anything is known of them. */
    record Texts(long[] ids, String[] texts) implements Serializable {
        /** The UTF-16 units of all. */
        long length() {
            return Arrays.stream(texts).mapToLong(String::length).sum();
        }
    }

    static BandedTexts of(Texts texts, DuplicateSteps steps) {
        DuplicateSteps.Banded banded = steps.band(Arrays.asList(texts.texts));
        return new BandedTexts(texts.ids, texts.texts, banded.bands(), banded.keys(), banded.shingles());
    }

    int size() {
        return ids.length;
    }

    /** Some of the texts, in the same order. */
    BandedTexts where(IntPredicate place) {
        BitSet chosen = new BitSet();
        for (int i = 0; i < size(); i++) {
            chosen.set(i, place.test(i));
        }
        return at(chosen.stream().toArray());
    }

    /** The texts at places. */
    BandedTexts at(int[] places) {
        int n = places.length;
        BandedTexts some = new BandedTexts(new long[n], new String[n], bands, new int[n * bands], new int[n]);
        for (int i = 0; i < n; i++) {
            some.set(i, this, places[i]);
        }
        return some;
    }

    private void set(int place, BandedTexts from, int fromPlace) {
        ids[place] = from.ids[fromPlace];
        texts[place] = from.texts[fromPlace];
        shingles[place] = from.shingles[fromPlace];
        System.arraycopy(from.keys, fromPlace * bands, keys, place * bands, bands);
    }

    /** All texts of several, by ascending id. */
    static BandedTexts sorted(Iterable<BandedTexts> parts) {
        int size = 0;
        int bands = 0;
        for (BandedTexts part : parts) {
            size += part.size();
            bands = part.bands;
        }
        long[] ids = new long[size];
        int next = 0;
        for (BandedTexts part : parts) {
            System.arraycopy(part.ids, 0, ids, next, part.size());
            next += part.size();
        }
        Arrays.sort(ids);
        BandedTexts all =
                new BandedTexts(new long[size], new String[size], bands, new int[size * bands], new int[size]);
        for (BandedTexts part : parts) {
            for (int i = 0; i < part.size(); i++) {
                all.set(Arrays.binarySearch(ids, part.ids[i]), part, i);
            }
        }
        return all;
    }
}
