/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class UniformSortTest {
    @Property(tries = 300)
    void sortsLikeAnySort(@ForAll long seed, @ForAll @IntRange(max = 400) int n, @ForAll @IntRange(max = 62) int bits) {
        SplittableRandom random = new SplittableRandom(seed);
        long range = 1L << bits;
        long first = random.nextLong(-1_000_000, 1_000_000);
        int from = random.nextInt(3);
        long[] numbers = new long[from + n + 2];
        // Crowded at one end too: the promise of even numbers is about speed, not about the result.
        long used = random.nextBoolean() ? range : 1 + range / 100;
        Arrays.setAll(numbers, i -> first + random.nextLong(used));
        long[] expected = numbers.clone();
        Arrays.sort(expected, from, from + n);
        new UniformSort(n).sort(numbers, from, from + n, first, range);
        assertThat(numbers).containsExactly(expected);
    }

    @Property(tries = 5)
    void sortsOneValue(@ForAll @IntRange(min = 0, max = 40) int n) {
        long[] numbers = new long[n];
        Arrays.fill(numbers, 7);
        new UniformSort(n).sort(numbers, 0, n, 7, 0);
        assertThat(Arrays.stream(numbers)).allMatch(x -> x == 7);
    }
}
