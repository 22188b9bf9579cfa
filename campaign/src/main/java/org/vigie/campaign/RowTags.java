/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.vigie.core.column.IntList;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/** The objects of one kind that each row touches, if enough accounts use them. Linear in the acts. */
final class RowTags {
    private final int[] start;
    private final int[] tag;
    private final int[] carriers;
    private final int[] rarest;
    private final int count;

    /** @param minAccounts objects that fewer accounts use are left out; 0 for all */
    RowTags(Corpus corpus, ObjectKind kind, int minAccounts) {
        start = new int[corpus.size() + 1];
        rarest = new int[corpus.size()];
        Arrays.fill(rarest, -1);
        if (!corpus.kinds().contains(kind)) {
            tag = new int[0];
            carriers = new int[0];
            count = 0;
            return;
        }
        ObjectLayer layer = corpus.layer(kind);
        count = layer.objects();
        carriers = layer.accountsOfObjects();
        for (int o = 0; o < count; o++) {
            for (int a = layer.start(o); a < layer.start(o + 1) && carriers[o] >= minAccounts; a++) {
                int row = layer.row(a);
                start[row + 1]++;
                if (rarest[row] < 0 || carriers[o] < carriers[rarest[row]]) {
                    rarest[row] = o;
                }
            }
        }
        for (int r = 0; r < corpus.size(); r++) {
            start[r + 1] += start[r];
        }
        tag = new int[start[corpus.size()]];
        int[] next = start.clone();
        for (int o = 0; o < count; o++) {
            for (int a = layer.start(o); a < layer.start(o + 1) && carriers[o] >= minAccounts; a++) {
                tag[next[layer.row(a)]++] = o;
            }
        }
    }

    /** The object of a row that fewest accounts use, or -1. */
    int rarest(int row) {
        return rarest[row];
    }

    /** Tells every object of a row. */
    void forEach(int row, IntConsumer consumer) {
        for (int i = start[row]; i < start[row + 1]; i++) {
            consumer.accept(tag[i]);
        }
    }

    /** The rows of each object, in order of time. */
    int[][] rowsOfTags() {
        IntList[] rows = new IntList[count];
        for (int r = 0; r + 1 < start.length; r++) {
            for (int i = start[r]; i < start[r + 1]; i++) {
                if (rows[tag[i]] == null) {
                    rows[tag[i]] = new IntList();
                }
                rows[tag[i]].add(r);
            }
        }
        int[][] all = new int[count][];
        Arrays.setAll(all, t -> rows[t] == null ? new int[0] : rows[t].toArray());
        return all;
    }
}
