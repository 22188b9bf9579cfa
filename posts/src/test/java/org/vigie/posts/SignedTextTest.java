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
        return new SignedText(shingles, new int[0]);
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
}
