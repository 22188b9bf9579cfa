/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersInTheOrderOfComing() {
        Numbers numbers = new Numbers();
        Map<Long, Integer> expected = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextInt(3) == 0 ? random.nextLong() : (long) random.nextInt(20_000) << 40;
            expected.putIfAbsent(value, expected.size());
            assertThat(numbers.of(value)).isEqualTo(expected.get(value));
        }
        assertThat(numbers.size()).isEqualTo(expected.size());
        assertThat(numbers.values())
                .containsExactly(
                        expected.keySet().stream().mapToLong(Long::longValue).toArray());
    }

    @Test
    void zeroIsAValue() {
        Numbers numbers = new Numbers();
        assertThat(numbers.size()).isZero();
        assertThat(numbers.of(0)).isZero();
        assertThat(numbers.of(Long.MIN_VALUE)).isOne();
        assertThat(numbers.of(0)).isZero();
        assertThat(numbers.values()).containsExactly(0, Long.MIN_VALUE);
    }
}
