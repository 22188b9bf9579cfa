/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZealTest {
    private final Random random = new Random(7);

    @Test
    void withOneZealCountsVaryAsChanceHasIt() {
        assertThat(drawn(4_000, () -> 0.3)).isCloseTo(1, within(0.1));
        assertThat(drawn(4_000, () -> 0.02)).isCloseTo(1, within(0.2));
    }

    @Test
    void withManyZealsTheyVaryMore() {
        assertThat(drawn(300, () -> random.nextDouble() * 0.8)).isGreaterThan(1.75);
    }

    @Test
    void whereNothingCanVaryItIsZero() {
        assertThat(Zeal.dispersion(new int[] {5, 3, 1}, new int[] {5, 3, 1})).isZero();
        assertThat(Zeal.dispersion(new int[] {5, 30, 1}, new int[] {1, 1, 1})).isZero();
        assertThat(Zeal.dispersion(new int[0], new int[0])).isZero();
    }

    /** Four accounts of four acts share 8 of them: with one zeal each would have two, if who has none is not seen. */
    @Test
    void isTheVarianceOverThatOfBinomialCountsCutOffAtZero() {
        double share = 0.45631; // 4 s / (1 - (1 - s)^4) is 2 then
        double[] chance = IntStream.rangeClosed(0, 4)
                .mapToDouble(k -> List.of(1, 4, 6, 4, 1).get(k) * Math.pow(share, k) * Math.pow(1 - share, 4 - k))
                .toArray();
        double seen = 1 - chance[0];
        assertThat(sum(k -> k * chance[k]) / seen).isCloseTo(2, within(1e-4));
        double variance = sum(k -> (k - 2) * (k - 2) * chance[k]) / seen;
        assertThat(Zeal.dispersion(new int[] {4, 4, 4, 4}, new int[] {1, 1, 2, 4}))
                .isCloseTo(6 / (4 * variance), within(1e-3));
    }

    private static double sum(IntToDoubleFunction ofCount) {
        return IntStream.rangeClosed(1, 4).mapToDouble(ofCount).sum();
    }

    /** Accounts of 1 to 20 acts, of which each has the share that is drawn. */
    private double drawn(int accounts, DoubleSupplier zeal) {
        int[] acts = new int[accounts];
        int[] shared = new int[accounts];
        for (int i = 0; i < accounts; ) {
            acts[i] = random.nextInt(1, 21);
            double share = zeal.getAsDouble();
            shared[i] = (int) IntStream.range(0, acts[i])
                    .filter(k -> random.nextDouble() < share)
                    .count();
            i += shared[i] > 0 ? 1 : 0;
        }
        return Zeal.dispersion(acts, shared);
    }
}
