/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.vigie.core.internal.Overlap;
import org.vigie.core.search.ExactJoin;

/**
 * The texts of buckets that hold too many. A footer that they share, say, makes up most of their shingles, so bands do
 * not tell them apart. A prefix join does, for it starts with the rarest shingles. Not for a flood of copies with small
 * changes, whose pairs are too many to list.
 */
final class Crowd {
    private static final int CELLS = 1 << 16;
    private static final int SAMPLE = 4_096;
    private static final long MOST_PAIRS = 64_000_000;
    /** Where a larger share of the pairs reach the threshold, the texts are variants of one: a flood. */
    private static final double FLOOD = 0.05;

    private static final long MOST_PAIRS_OF_FLOOD = 4_000_000;
    /** Of all sets together: what the join keeps in memory. */
    static final long MOST_ELEMENTS = 1 << 27;

    private final BitSet texts;
    private final Parities parities;

    private Crowd(BitSet texts, Parities parities) {
        this.texts = texts;
        this.parities = parities;
    }

    /** The texts that share the key of a band with more than a number of texts. */
    static Crowd of(int[][] keys, Parities parities, int most) {
        BitSet texts = new BitSet();
        if (keys[0].length > most) {
            int[] cells = new int[CELLS];
            for (int[] band : keys) {
                addFull(band, most, cells, texts);
            }
        }
        return new Crowd(texts, parities);
    }

    /** A crowd that is known. */
    static Crowd of(BitSet texts, Parities parities) {
        return new Crowd((BitSet) texts.clone(), parities);
    }

    /** Counts keys by cell first: nearly always no cell, and so no key, has too many. */
    private static void addFull(int[] band, int most, int[] cells, BitSet texts) {
        Arrays.fill(cells, 0);
        for (int key : band) {
            cells[key & (CELLS - 1)]++;
        }
        Map<Integer, Integer> counts = new HashMap<>();
        for (int key : band) {
            if (cells[key & (CELLS - 1)] > most) {
                counts.merge(key, 1, Integer::sum);
            }
        }
        for (int text = 0; text < band.length && !counts.isEmpty(); text++) {
            if (counts.getOrDefault(band[text], 0) > most) {
                texts.set(text);
            }
        }
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    boolean has(int text) {
        return texts.get(text);
    }

    /** Makes every text one of none. */
    void dissolve() {
        texts.clear();
    }

    /** Whether the pairs, of which a sample is looked at, and the sets are few enough to join. */
    boolean mayBeJoined(ShingleSource source, double threshold) {
        int[] members = texts.stream().toArray();
        long elements = 0;
        for (int text : members) {
            elements += parities.size(text);
        }
        if (elements > MOST_ELEMENTS) {
            return false;
        }
        int[] drawn = drawn(members.length);
        Overlap overlap = new Overlap();
        int reached = 0;
        for (int i = 0; i < SAMPLE; i++) {
            int a = members[drawn[2 * i]];
            int b = members[drawn[2 * i + 1]];
            if (a == b || !parities.mayReach(a, b)) {
                continue;
            }
            long[] set = source.shingles(a);
            overlap.load(set);
            long[] other = source.shingles(b);
            int shared = overlap.count(other);
            reached += (double) shared / (set.length + other.length - shared) >= threshold ? 1 : 0;
        }
        double pairs = members.length * (members.length - 1.0) / 2;
        double share = (double) reached / SAMPLE;
        return pairs * share <= (share > FLOOD ? MOST_PAIRS_OF_FLOOD : MOST_PAIRS);
    }

    /** The places of the pairs that are looked at in a crowd of a size, one pair after the other. */
    static int[] drawn(int size) {
        SplittableRandom random = new SplittableRandom(size);
        int[] drawn = new int[2 * SAMPLE];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextInt(size);
        }
        return drawn;
    }

    /** Adds all pairs. */
    void join(ShingleSource source, double threshold, PairList pairs) {
        int[] members = texts.stream().toArray();
        ExactJoin.withThreshold(threshold)
                .join(
                        members.length,
                        i -> source.shingles(members[i]),
                        (first, second, jaccard) -> pairs.add(members[first], members[second], jaccard));
    }
}
