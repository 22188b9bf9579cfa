/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Arrays;
import org.vigie.graph.network.NetworkBuilder;

/** Edges between accounts as they come out of the sweep, in blocks, before the network's own numbering. */
final class EdgeBuffer {
    private static final int LONGS = 6;

    int size;
    int[] source = new int[1024];
    int[] target = new int[1024];
    int[] sourceContents = new int[1024];
    private long[] values = new long[1024 * LONGS];

    void add(int u, int v, long[] records, int r) {
        if (size == source.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE / LONGS - 8L, size + (size >> 1) + 0L);
            if (capacity <= size) {
                throw new IllegalStateException("more than " + size
                        + " edges: narrow the window, lower the pair limit or raise min co-actions or min objects");
            }
            source = Arrays.copyOf(source, capacity);
            target = Arrays.copyOf(target, capacity);
            sourceContents = Arrays.copyOf(sourceContents, capacity);
            values = Arrays.copyOf(values, capacity * LONGS);
        }
        source[size] = u;
        target[size] = v;
        int at = size * LONGS;
        values[at] = records[r + 1] << 32 | records[r + 4] >>> 32;
        values[at + 1] = records[r + 2];
        values[at + 2] = records[r + 3];
        values[at + 3] = records[r + 5];
        values[at + 4] = records[r + 6];
        values[at + 5] = records[r + 7];
        size++;
    }

    void moveTo(NetworkBuilder builder, int[] vertex) {
        for (int e = 0; e < size; e++) {
            int at = e * LONGS;
            int coActions = (int) (values[at] >>> 32);
            int edge = builder.edge(
                    vertex[source[e]] - 1,
                    vertex[target[e]] - 1,
                    coActions,
                    coActions,
                    (int) values[at],
                    values[at + 1],
                    values[at + 2],
                    values[at + 4],
                    values[at + 5]);
            builder.contents(edge, sourceContents[e], (int) values[at + 3], (int) (values[at + 3] >>> 32));
        }
    }
}
