/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Permutes the times of contents inside accounts. */
final class TimeShuffle {
    private TimeShuffle() {}

    /** The new time of every row: that of another content of its account, plus the row's offset from its content. */
    static long[] times(Actions actions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = actions.size();
        int[] start = new int[actions.accountCount + 1];
        for (int a : actions.account) {
            start[a + 1]++;
        }
        for (int a = 0; a < actions.accountCount; a++) {
            start[a + 1] += start[a];
        }
        int[] rows = new int[n];
        int[] next = start.clone();
        for (int r = 0; r < n; r++) {
            rows[next[actions.account[r]]++] = r;
        }
        long[] result = new long[n];
        int[] place = new int[actions.contentCount];
        int[] owner = new int[actions.contentCount];
        Arrays.fill(owner, Actions.NOBODY);
        long[] contentTime = new long[n];
        int[] permuted = new int[n];
        for (int a = 0; a < actions.accountCount; a++) {
            int contents = 0;
            for (int i = start[a]; i < start[a + 1]; i++) {
                int c = actions.content[rows[i]];
                if (owner[c] != a) {
                    owner[c] = a;
                    place[c] = contents;
                    contentTime[contents++] = actions.time[rows[i]];
                }
            }
            for (int i = 0; i < contents; i++) {
                int j = random.nextInt(i + 1);
                permuted[i] = permuted[j];
                permuted[j] = i;
            }
            for (int i = start[a]; i < start[a + 1]; i++) {
                int r = rows[i];
                int p = place[actions.content[r]];
                result[r] = contentTime[permuted[p]] + (actions.time[r] - contentTime[p]);
            }
        }
        return result;
    }
}
