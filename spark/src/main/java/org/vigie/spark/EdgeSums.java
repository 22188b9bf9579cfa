/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An edge and its sums, as {@link org.vigie.graph.network.Edge} has them, between accounts in the order of their numbers.
 *
 * @param u the account with the smaller number
 * @param v the other one
 * @param coActions how many
 * @param objects how many distinct ones
 * @param sumDelta in milliseconds
 * @param minDelta in milliseconds
 * @param contentsU how many distinct ones
 * @param contentsV how many distinct ones
 * @param twiceLead two for each co-action that u led, one where both were at one time
 * @param first the time of the first action
 * @param last the time of the last one
 */
record EdgeSums(
        int u,
        int v,
        long coActions,
        long objects,
        long sumDelta,
        long minDelta,
        long contentsU,
        long contentsV,
        long twiceLead,
        long first,
        long last)
        implements Serializable {

    /** The edges of a partition, which has all co-actions of each. */
    static List<EdgeSums> of(Iterator<CoActionColumns> chunks) {
        CoActionColumns all = CoActionColumns.all(Lazy.list(chunks));
        Keyed edges =
                Keyed.of(IntStream.range(0, all.size()).mapToLong(all::edge).toArray());
        return IntStream.range(0, edges.size())
                .mapToObj(edge -> of(all, edges.rowsOf(edge)))
                .toList();
    }

    private static EdgeSums of(CoActionColumns all, int[] rows) {
        long sum = 0;
        long least = Long.MAX_VALUE;
        long lead = 0;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row : rows) {
            long delta = all.deltas()[row];
            sum += delta;
            least = Math.min(least, delta);
            lead += delta == 0 ? 1 : all.isLedByU()[row] ? 2 : 0;
            first = Math.min(first, all.firsts()[row]);
            last = Math.max(last, all.last(row));
        }
        return new EdgeSums(
                all.u()[rows[0]],
                all.v()[rows[0]],
                rows.length,
                rows.length == 1
                        ? 1
                        : Keyed.distinct(Arrays.stream(rows)
                                        .mapToLong(row -> all.objects()[row])
                                        .toArray())
                                .length,
                sum,
                least,
                distinct(all.contentU(), rows),
                distinct(all.contentV(), rows),
                lead,
                first,
                last);
    }

    private static long distinct(int[] column, int[] rows) {
        return rows.length == 1
                ? 1
                : Keyed.distinct(Arrays.stream(rows).map(row -> column[row]).toArray()).length;
    }

    /** The same edge seen from the other side. */
    EdgeSums turned() {
        return new EdgeSums(
                v,
                u,
                coActions,
                objects,
                sumDelta,
                minDelta,
                contentsV,
                contentsU,
                2 * coActions - twiceLead,
                first,
                last);
    }

    /** The same edge with other numbers of accounts. */
    EdgeSums between(int source, int target) {
        return new EdgeSums(
                source, target, coActions, objects, sumDelta, minDelta, contentsU, contentsV, twiceLead, first, last);
    }
}
