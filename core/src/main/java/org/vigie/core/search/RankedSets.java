/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Sets whose elements are dense ranks, rarest first, ascending in each set: what a prefix filter works on. */
final class RankedSets {
    private final int[] offsets;
    private final int[] elements;
    private final int distinct;
    private final int firstShared;

    private RankedSets(int[] offsets, int[] elements, int distinct, int firstShared) {
        this.offsets = offsets;
        this.elements = elements;
        this.distinct = distinct;
        this.firstShared = firstShared;
    }

    static RankedSets of(int count, IntFunction<long[]> sets) {
        int[] offsets = new int[count + 1];
        long[] all = new long[Math.max(16, Math.min(count, 1 << 24) * 16)];
        int size = 0;
        for (int s = 0; s < count; s++) {
            long[] set = sets.apply(s);
            if (set.length > Integer.MAX_VALUE - 8 - size) {
                throw new IllegalArgumentException(
                        "all sets together must have at most 2147483639 elements but set " + s + " goes beyond");
            }
            if (size + set.length > all.length) {
                all = Arrays.copyOf(
                        all, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(size + set.length, all.length * 2L)));
            }
            System.arraycopy(set, 0, all, size, set.length);
            size += set.length;
            offsets[s + 1] = size;
        }
        long[] sorted = Arrays.copyOf(all, size);
        Arrays.sort(sorted);
        int distinct = 0;
        int[] counts = new int[size];
        for (int i = 0; i < size; ) {
            int j = i + 1;
            while (j < size && sorted[j] == sorted[i]) {
                j++;
            }
            sorted[distinct] = sorted[i];
            counts[distinct++] = j - i;
            i = j;
        }
        // rank by (count, element): a counting order would do, but packing into longs sorts just as well
        long[] order = new long[distinct];
        for (int i = 0; i < distinct; i++) {
            order[i] = (long) counts[i] << 32 | i;
        }
        Arrays.sort(order);
        int[] rank = counts;
        int firstShared = distinct;
        for (int r = distinct - 1; r >= 0; r--) {
            if (order[r] >>> 32 > 1) {
                firstShared = r;
            }
        }
        for (int r = 0; r < distinct; r++) {
            rank[(int) order[r]] = r;
        }
        int[] elements = new int[size];
        for (int s = 0; s < count; s++) {
            for (int i = offsets[s]; i < offsets[s + 1]; i++) {
                elements[i] = rank[Arrays.binarySearch(sorted, 0, distinct, all[i])];
            }
            Arrays.sort(elements, offsets[s], offsets[s + 1]);
        }
        return new RankedSets(offsets, elements, distinct, firstShared);
    }

    /** Indices of the sets by size, then by index. */
    int[] bySize() {
        int count = offsets.length - 1;
        long[] keys = new long[count];
        for (int s = 0; s < count; s++) {
            keys[s] = (long) (offsets[s + 1] - offsets[s]) << 32 | s;
        }
        Arrays.sort(keys);
        int[] order = new int[count];
        for (int s = 0; s < count; s++) {
            order[s] = (int) keys[s];
        }
        return order;
    }

    int distinct() {
        return distinct;
    }

    int offset(int set) {
        return offsets[set];
    }

    int element(int index) {
        return elements[index];
    }

    /** Whether more than one set has the element. */
    boolean shared(int element) {
        return element >= firstShared;
    }
}
