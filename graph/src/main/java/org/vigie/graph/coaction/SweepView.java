/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.BitSet;

/** One of the windows of a sweep: which accounts take part, and the edges that come of it. */
final class SweepView {
    final long asked;
    /** The window by object in milliseconds. */
    final long[] window;

    final EdgeBuffer edges = new EdgeBuffer();
    private final BitSet alive;
    /** The next edge of each account that is still without the contents of its source, and the end of its edges. */
    private final int[] cursor;

    private final int[] end;

    SweepView(Windows windows, long asked, BitSet alive) {
        this.asked = asked;
        this.alive = alive;
        window = windows.window;
        cursor = new int[windows.index.actions.accountCount];
        end = new int[cursor.length];
    }

    boolean hasBoth(int u, int v) {
        return alive.get(u) && alive.get(v);
    }

    /** Completes the edge from v to u, if it was kept. Edges of v come by target, and so do the calls. */
    void setSourceContents(int v, int u, int contents) {
        if (cursor[v] < end[v] && edges.target(cursor[v]) == u) {
            edges.setSourceContents(cursor[v]++, contents);
        }
    }

    /** Takes over the edges of account u. */
    void append(int u, EdgeBuffer from, int start, int stop) {
        cursor[u] = edges.size;
        edges.append(from, start, stop);
        end[u] = edges.size;
    }
}
