/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DisjointSetsTest {
    @Property(tries = 100)
    void agreesWithRelabelling(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(50);
        int[] label = new int[size];
        Arrays.setAll(label, i -> i);
        DisjointSets sets = DisjointSets.of(size);
        for (int step = random.nextInt(60); step > 0; step--) {
            int a = random.nextInt(size);
            int b = random.nextInt(size);
            int least = Math.min(label[a], label[b]);
            int greatest = Math.max(label[a], label[b]);
            assertThat(sets.union(a, b)).isEqualTo(least != greatest);
            Arrays.setAll(label, i -> label[i] == greatest ? least : label[i]);
        }
        for (int i = 0; i < size; i++) {
            assertThat(sets.find(i)).isEqualTo(label[i]);
        }
        assertThat(sets.count()).isEqualTo((int) Arrays.stream(label).distinct().count());
    }

    @Test
    void staysFastOnALongChain() {
        int size = 2_000_000;
        DisjointSets sets = DisjointSets.of(size);
        for (int i = size - 1; i > 0; i--) {
            sets.union(i, i - 1);
        }
        assertThat(sets.find(size - 1)).isZero();
        assertThat(sets.count()).isEqualTo(1);
        assertThat(sets.size()).isEqualTo(size);
    }

    @Test
    void rejectsNegativeSizes() {
        assertThatThrownBy(() -> DisjointSets.of(-1)).hasMessage("size must be in [0, 2147483647] but was -1");
    }
}
