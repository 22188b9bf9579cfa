/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.graph.network.Edge;
import org.vigie.graph.network.NetworkBuilder;

/** Edges between accounts as they come out of the sweep, before there is a network: blocks, so that all but
 * the first are never copied. */
final class EdgeBuffer {
    private static final int BITS = 14;
    private static final int BLOCK = 1 << BITS;
    private static final int MASK = BLOCK - 1;
    private static final int FIRST_BLOCK = 64;
    private static final int INTS = 3;
    private static final int LONGS = 7;

    int size;
    private final List<int[]> ends = new ArrayList<>();
    private final List<long[]> values = new ArrayList<>();

    /** Makes room for an edge; the first block grows, so that few edges take little. */
    private void grow() {
        int block = size >>> BITS;
        if (block < ends.size() && ends.get(block).length > (size & MASK) * INTS) {
            return;
        }
        if (size > Integer.MAX_VALUE - 2 * BLOCK) {
            throw new IllegalStateException("more than " + size
                    + " edges: narrow the window, lower the pair limit or raise min co-actions or min objects");
        }
        if (block < ends.size()) {
            int edges = Math.min(BLOCK, 4 * (size & MASK));
            ends.set(block, Arrays.copyOf(ends.get(block), edges * INTS));
            values.set(block, Arrays.copyOf(values.get(block), edges * LONGS));
        } else {
            int edges = block == 0 ? FIRST_BLOCK : BLOCK;
            ends.add(new int[edges * INTS]);
            values.add(new long[edges * LONGS]);
        }
    }

    /** Appends a range of the edges of another buffer. */
    void append(EdgeBuffer from, int start, int stop) {
        int e = start;
        while (e < stop) {
            grow();
            int block = size >>> BITS;
            int room = ends.get(block).length / INTS - (size & MASK);
            int run = Math.min(Math.min(stop - e, room), BLOCK - (e & MASK));
            System.arraycopy(
                    from.ends.get(e >>> BITS), (e & MASK) * INTS, ends.get(block), (size & MASK) * INTS, run * INTS);
            System.arraycopy(
                    from.values.get(e >>> BITS),
                    (e & MASK) * LONGS,
                    values.get(block),
                    (size & MASK) * LONGS,
                    run * LONGS);
            e += run;
            size += run;
        }
    }

    void add(int u, int v, long[] records, int r, double weight) {
        grow();
        int[] end = ends.get(size >>> BITS);
        int i = (size & MASK) * INTS;
        end[i] = u;
        end[i + 1] = v;
        long[] value = values.get(size >>> BITS);
        int at = (size & MASK) * LONGS;
        value[at] = records[r + Collector.PAIRS] << 32 | records[r + Collector.OBJECTS] >>> 32;
        value[at + 1] = records[r + Collector.SUM];
        value[at + 2] = records[r + Collector.MIN];
        value[at + 3] = records[r + Collector.LEAD_AND_CONTENTS];
        value[at + 4] = records[r + Collector.FIRST];
        value[at + 5] = records[r + Collector.LAST];
        value[at + 6] = Double.doubleToRawLongBits(weight);
        size++;
    }

    int source(int edge) {
        return ends.get(edge >>> BITS)[(edge & MASK) * INTS];
    }

    int target(int edge) {
        return ends.get(edge >>> BITS)[(edge & MASK) * INTS + 1];
    }

    void setSourceContents(int edge, int contents) {
        ends.get(edge >>> BITS)[(edge & MASK) * INTS + 2] = contents;
    }

    /** Hands the edges over and lets go of each block once it is done. */
    void moveTo(NetworkBuilder builder) {
        builder.expect(size);
        for (int e = 0; e < size; e++) {
            int block = e >>> BITS;
            int[] end = ends.get(block);
            long[] value = values.get(block);
            int i = (e & MASK) * INTS;
            int at = (e & MASK) * LONGS;
            builder.add(new Edge(
                    end[i],
                    end[i + 1],
                    Double.longBitsToDouble(value[at + 6]),
                    (int) (value[at] >>> 32),
                    (int) value[at],
                    value[at + 1],
                    value[at + 2],
                    end[i + 2],
                    (int) value[at + 3],
                    (int) (value[at + 3] >>> 32),
                    value[at + 4],
                    value[at + 5]));
            if ((e & MASK) == MASK) {
                ends.set(block, new int[0]);
                values.set(block, new long[0]);
            }
        }
    }
}
