/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Arrays;

/** What the sweep finds for a stretch of accounts, to be put behind that of the accounts before. */
final class Stretch {
    private static final int INTS = 3;

    private final int from;
    private final int to;
    /** The edges to larger accounts, by view. */
    final EdgeBuffer[] edges;

    /** The number of edges up to and with each account, by view. */
    private final int[][] edgeEnd;
    /** For edges from smaller accounts: the account, the view and its contents. */
    private int[] contents = new int[INTS * 64];

    private int size;
    private final int[] contentsEnd;

    Stretch(int from, int to, int width) {
        this.from = from;
        this.to = to;
        edges = new EdgeBuffer[width];
        Arrays.setAll(edges, w -> new EdgeBuffer());
        edgeEnd = new int[width][to - from];
        contentsEnd = new int[to - from];
    }

    void addContents(int smaller, int view, int count) {
        if (size + INTS > contents.length) {
            contents = Arrays.copyOf(contents, Math.addExact(size, (size >> 1) + INTS));
        }
        contents[size] = smaller;
        contents[size + 1] = view;
        contents[size + 2] = count;
        size += INTS;
    }

    /** Says that an account is done. */
    void end(int u) {
        for (int w = 0; w < edges.length; w++) {
            edgeEnd[w][u - from] = edges[w].size;
        }
        contentsEnd[u - from] = size;
    }

    /** Puts everything behind what the views have, account by account. */
    void moveTo(SweepView... views) {
        int at = 0;
        for (int u = from; u < to; u++) {
            for (; at < contentsEnd[u - from]; at += INTS) {
                views[contents[at + 1]].setSourceContents(contents[at], u, contents[at + 2]);
            }
            for (int w = 0; w < edges.length; w++) {
                views[w].append(u, edges[w], u == from ? 0 : edgeEnd[w][u - from - 1], edgeEnd[w][u - from]);
            }
        }
    }
}
