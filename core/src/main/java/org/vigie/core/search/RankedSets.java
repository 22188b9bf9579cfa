/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.vigie.core.internal.Hashing;

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
        Numbered numbered = new Numbered();
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
                elements[size++] = numbered.add(element);
            }
            offsets[s + 1] = size;
        }
        int distinct = numbered.size;
        int firstShared = distinct - numbered.shared();
        int[] rank = numbered.ranks();
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

    /** Elements by the order in which they came, and how often each did: the same few come again and again. */
    private static final class Numbered {
        private static final int MOST_DISTINCT = (1 << 30) - 1;

        private long[] values = new long[1024];
        private int[] counts = new int[1024];
        /** Open addressing, at most half full while it can grow: a number plus one, or 0. */
        private int[] slots = new int[1 << 12];

        private int size;

        /** The number of an element, counted once more. */
        int add(long value) {
            int slot = slot(value);
            int number = slots[slot] - 1;
            if (number >= 0) {
                counts[number]++;
                return number;
            }
            if (size == MOST_DISTINCT) {
                throw new IllegalArgumentException(
                        "all sets together must have at most " + MOST_DISTINCT + " distinct elements");
            }
            if (size == values.length) {
                values = Arrays.copyOf(values, grown(size, size + 1));
                counts = Arrays.copyOf(counts, values.length);
            }
            slots[slot] = size + 1;
            values[size] = value;
            counts[size] = 1;
            if (2L * ++size > slots.length && slots.length < 1 << 30) {
                slots = new int[2 * slots.length];
                for (int n = 0; n < size; n++) {
                    slots[slot(values[n])] = n + 1;
                }
            }
            return size - 1;
        }

        /** Where an element is, or is to be put. */
        private int slot(long value) {
            int mask = slots.length - 1;
            int slot = (int) Hashing.mix(value) & mask;
            while (slots[slot] != 0 && values[slots[slot] - 1] != value) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        /** How many elements more than one set has. */
        int shared() {
            int shared = 0;
            for (int n = 0; n < size; n++) {
                shared += counts[n] > 1 ? 1 : 0;
            }
            return shared;
        }

        /** By number the rank: by how many sets have the element, then by the element. Nothing can be added after this. */
        int[] ranks() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            int[] numbers = new int[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = slots[slot(sorted[i])] - 1;
            }
            long[] order = sorted;
            for (int i = 0; i < size; i++) {
                order[i] = (long) counts[numbers[i]] << 32 | i;
            }
            Arrays.sort(order);
            int[] rank = counts;
            for (int r = 0; r < size; r++) {
                rank[numbers[(int) order[r]]] = r;
            }
            return rank;
        }
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
