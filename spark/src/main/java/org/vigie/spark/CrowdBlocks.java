/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.vigie.core.column.IntList;
import org.vigie.nlp.duplicate.DuplicateSteps;

/**
 * A crowd cut into blocks by the size of its texts, and the tasks that join each block with itself and with the others. Texts
 * of one size are near each other, so blocks whose sizes differ too much do not meet.
 *
 * @param blockOf by text its block
 * @param firsts by task a block
 * @param seconds by task the same block, or one with longer texts
 */
@SuppressWarnings("ArrayRecordComponent") // columns
record CrowdBlocks(int[] blockOf, int[] firsts, int[] seconds) implements Serializable {
    /**
     * Cuts a crowd.
     *
     * @param shingles by text how many it has
     * @param most how many a block has, but for a longer text
     * @param steps say which sizes may be near each other
     */
    static CrowdBlocks of(int[] shingles, long most, DuplicateSteps steps) {
        long[] bySize = IntStream.range(0, shingles.length)
                .mapToLong(text -> (long) shingles[text] << Integer.SIZE | text)
                .sorted()
                .toArray();
        int[] blockOf = new int[shingles.length];
        IntList least = new IntList();
        IntList largest = new IntList();
        long filled = 0;
        for (long sized : bySize) {
            int size = (int) (sized >>> Integer.SIZE);
            filled += size;
            if (least.size() == 0 || filled > most) {
                least.add(size);
                largest.add(size);
                filled = size;
            }
            blockOf[(int) sized] = least.size() - 1;
            largest.set(least.size() - 1, size);
        }
        IntList firsts = new IntList();
        IntList seconds = new IntList();
        for (int first = 0; first < least.size(); first++) {
            for (int second = first; second < least.size(); second++) {
                if (first == second || steps.mayReach(largest.get(first), least.get(second))) {
                    firsts.add(first);
                    seconds.add(second);
                }
            }
        }
        return new CrowdBlocks(blockOf, firsts.toArray(), seconds.toArray());
    }

    int tasks() {
        return firsts.length;
    }

    /** By block the tasks in which it is. */
    int[][] tasksOfBlocks() {
        return IntStream.rangeClosed(0, Arrays.stream(blockOf).max().orElse(-1))
                .mapToObj(block -> IntStream.range(0, firsts.length)
                        .filter(task -> firsts[task] == block || seconds[task] == block)
                        .toArray())
                .toArray(int[][]::new);
    }
}
