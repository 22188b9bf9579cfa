/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ParitiesTest {
    /** A filter may keep too much, never drop a pair: thresholds at the Jaccard itself are the hardest. */
    @Property
    void neverDropsAPairAtItsOwnJaccard(
            @ForAll @IntRange(max = 300) int shared,
            @ForAll @IntRange(max = 200) int onlyFirst,
            @ForAll @IntRange(max = 200) int onlySecond,
            @ForAll long seed) {
        if (shared > 0) {
            double jaccard = (double) shared / (shared + onlyFirst + onlySecond);
            assertThat(pair(jaccard, shared, onlyFirst, onlySecond, seed).mayReach(0, 1))
                    .isTrue();
        }
    }

    @Test
    void dropsNearlyAllPairsThatAreFarFromTheThreshold() {
        SplittableRandom random = new SplittableRandom(8);
        int kept = 0;
        for (int i = 0; i < 1000; i++) {
            // Jaccard 0.6 of two posts of 90 shingles.
            kept += pair(0.8, 68, 22, 22, random.nextLong()).mayReach(0, 1) ? 1 : 0;
        }
        assertThat(kept).isLessThan(5);
    }

    @Test
    void dropsByLengthWhereTheBitsAreFull() {
        assertThat(pair(0.8, 7_000, 0, 1_800, 1).mayReach(0, 1)).isFalse();
        assertThat(pair(0.8, 7_000, 0, 1_750, 1).mayReach(0, 1)).isTrue();
    }

    private static Parities pair(double threshold, int shared, int onlyFirst, int onlySecond, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] first = random.longs(shared + (long) onlyFirst).toArray();
        long[] second = random.longs(shared + (long) onlySecond).toArray();
        System.arraycopy(first, 0, second, 0, shared);
        Parities parities = new Parities(2, threshold);
        parities.set(0, first, first.length);
        parities.set(1, second, second.length);
        return parities;
    }
}
