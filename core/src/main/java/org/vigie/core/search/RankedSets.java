/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.vigie.core.internal.Numbers;

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
        Numbers numbers = new Numbers();
        int[] counts = new int[1024];
        int[] elements = new int[Math.max(16, Math.min(count, 1 << 24))];
        int size = 0;
        for (int s = 0; s < count; s++) {
            long[] set = sets.apply(s);
            if (set.length > Integer.MAX_VALUE - 8 - size) {
                throw new IllegalArgumentException(
                        "all sets together must have at most 2147483639 elements but set " + s + " goes beyond");
            }
            if (size + set.length > elements.length) {
                elements = Arrays.copyOf(elements, grown(elements.length, size + set.length));
            }
            for (long element : set) {
                int number = numbers.of(element);
                if (number == counts.length) {
                    counts = Arrays.copyOf(counts, grown(number, number + 1));
                }
                counts[number]++;
                elements[size++] = number;
            }
            offsets[s + 1] = size;
        }
        int distinct = numbers.size();
        int firstShared = 0;
        for (int n = 0; n < distinct; n++) {
            firstShared += counts[n] == 1 ? 1 : 0;
        }
        int[] rank = ranks(numbers, counts);
        for (int s = 0; s < count; s++) {
            for (int i = offsets[s]; i < offsets[s + 1]; i++) {
                elements[i] = rank[elements[i]];
            }
            Arrays.sort(elements, offsets[s], offsets[s + 1]);
        }
        return new RankedSets(offsets, elements, distinct, firstShared);
    }

    /** By half, and to what is needed at least. */
    private static int grown(int length, int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, length + (length >> 1) + 1L));
    }

    /** By number the rank: by how many sets have the element, then by the element. The counts are used up. */
    private static int[] ranks(Numbers numbers, int[] counts) {
        long[] sorted = numbers.values();
        Arrays.sort(sorted);
        int[] byValue = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            byValue[i] = numbers.of(sorted[i]);
        }
        long[] order = sorted;
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) counts[byValue[i]] << 32 | i;
        }
        Arrays.sort(order);
        for (int r = 0; r < order.length; r++) {
            counts[byValue[(int) order[r]]] = r;
        }
        return counts;
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
