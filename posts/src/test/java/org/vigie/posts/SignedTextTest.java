/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.internal.Overlap;

class SignedTextTest {
    private static SignedText text(long... shingles) {
        return new SignedText("", shingles, new int[0]);
    }

    private static long[] both(long[] a, long[] b) {
        return LongStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    @Test
    void whatMayNotReachASimilarityDoesNot() {
        SplittableRandom random = new SplittableRandom(4);
        Overlap loaded = new Overlap();
        int told = 0;
        for (int run = 0; run < 2_000; run++) {
            long[] common = random.longs(random.nextInt(1, 200)).toArray();
            SignedText a = text(both(common, random.longs(random.nextInt(200)).toArray()));
            SignedText b = text(both(common, random.longs(random.nextInt(200)).toArray()));
            loaded.load(a.shingles);
            double jaccard = a.jaccard(b, loaded);
            assertThat(jaccard)
                    .isEqualTo(common.length / (double) (a.shingles.length + b.shingles.length - common.length));
            assertThat(a.mayReach(b, jaccard)).isTrue();
            told += a.mayReach(b, jaccard + 0.1) ? 0 : 1;
        }
        assertThat(told).isGreaterThan(1_000);
    }

    @Test
    void twoEmptyTextsAreTooShortToBeTold() {
        assertThat(SignedText.NONE.mayReach(text(1, 2), 0.4)).isFalse();
    }

    private static boolean differ(String one, String other) {
        SignedText first = new SignedText(one, new long[0], new int[0]);
        SignedText second = new SignedText(other, new long[0], new int[0]);
        assertThat(second.hasOtherNumbers(first)).isEqualTo(first.hasOtherNumbers(second));
        return first.hasOtherNumbers(second);
    }

    @Test
    void numbersTellFormsApart() {
        assertThat(differ("line 7 is 23 late", "line 16 is 5 late")).isTrue();
        assertThat(differ("line 7 is 23 late at 40", "line 7 is 5 late at 50")).isTrue();
        assertThat(differ("7 23", "7 5")).as("half of them").isTrue();
        assertThat(differ("7 23 40", "40 7 5")).as("more than half").isFalse();
        assertThat(differ("7 7 7", "8 8")).as("one number each").isFalse();
        assertThat(differ("box 607 was burned", "crate 608 was burned"))
                .as("one number")
                .isFalse();
        assertThat(differ("in 7 of 23", "in no words"))
                .as("numbers in one only")
                .isFalse();
        assertThat(differ("b2b a4 3d", "b3b a5 4d")).as("digits within words").isFalse();
        assertThat(differ("", " ")).isFalse();
        assertThat(differ("9".repeat(100_000) + " 1", "8".repeat(100_000) + " 2"))
                .as("endless ones")
                .isTrue();
    }
}
