/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListsTest {
    @Test
    void growAndKeepTheirOrder() {
        IntList ints = new IntList();
        LongList longs = new LongList();
        for (int i = 0; i < 10_000; i++) {
            ints.add(-i);
            longs.add((long) i << 33);
        }
        assertThat(ints.size()).isEqualTo(10_000);
        assertThat(longs.size()).isEqualTo(10_000);
        assertThat(ints.toArray())
                .isEqualTo(IntStream.range(0, 10_000).map(i -> -i).toArray());
        assertThat(longs.get(9_999)).isEqualTo(9_999L << 33);
        assertThat(longs.toArray()).hasSize(10_000).endsWith(9_999L << 33);
        ints.set(7, 70);
        assertThat(ints.get(7)).isEqualTo(70);
    }

    @Test
    void handOutCopiesAndNothingBeyondTheirEnd() {
        IntList ints = new IntList();
        ints.add(4);
        ints.toArray()[0] = 5;
        assertThat(ints.get(0)).isEqualTo(4);
        LongList longs = new LongList();
        assertThatThrownBy(() -> ints.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ints.set(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> longs.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
