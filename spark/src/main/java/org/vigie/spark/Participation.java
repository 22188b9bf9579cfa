/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import scala.Tuple2;

/** With which contents the accounts of a partition met which others. */
@SuppressWarnings("ArrayRecordComponent") // a column
record Participation(Keyed byContent, int[] others) implements Serializable {

    /** Accounts, what they met with, and whom. */
    @SuppressWarnings("ArrayRecordComponent") // columns
    record Sides(int[] accounts, int[] contents, int[] others) implements Serializable {}

    /** Both sides of co-actions by the partition of the account, each once. */
    static Iterator<Tuple2<Integer, Sides>> split(CoActionColumns pairs, int partitions) {
        int n = pairs.size();
        int[] account = IntStream.concat(Arrays.stream(pairs.u()), Arrays.stream(pairs.v()))
                .toArray();
        int[] other = IntStream.concat(Arrays.stream(pairs.v()), Arrays.stream(pairs.u()))
                .toArray();
        Keyed parts = Keyed.of(Arrays.stream(account).map(a -> a % partitions).toArray(), partitions);
        return IntStream.range(0, partitions)
                .filter(part -> parts.rowCount(part) > 0)
                .mapToObj(part -> {
                    int[] rows = parts.rowsOf(part);
                    Sides sides = new Sides(
                            Arrays.stream(rows).map(row -> account[row]).toArray(),
                            Arrays.stream(rows)
                                    .map(row -> row < n ? pairs.contentU()[row] : pairs.contentV()[row - n])
                                    .toArray(),
                            Arrays.stream(rows).map(row -> other[row]).toArray());
                    return new Tuple2<>(part, sides);
                })
                .iterator();
    }

    static Participation of(Iterator<Sides> chunks) {
        LongList keys = new LongList();
        IntList others = new IntList();
        chunks.forEachRemaining(sides -> {
            for (int i = 0; i < sides.accounts.length; i++) {
                keys.add((long) sides.accounts[i] << Integer.SIZE | sides.contents[i]);
                others.add(sides.others[i]);
            }
        });
        return new Participation(Keyed.of(keys.toArray()), others.toArray());
    }

    /** The accounts with so many contents with which they met those who are left; all are if that is null. */
    int[] takingPart(@Nullable BitSet left, int contents) {
        IntList taking = new IntList();
        for (int from = 0; from < byContent.size(); ) {
            int account = account(from);
            int to = from;
            int met = 0;
            for (; to < byContent.size() && account(to) == account; to++) {
                met += left == null || byContent.rows(to).anyMatch(row -> left.get(others[row])) ? 1 : 0;
            }
            if (met >= contents && (left == null || left.get(account))) {
                taking.add(account);
            }
            from = to;
        }
        return taking.toArray();
    }

    private int account(int place) {
        return (int) (byContent.key(place) >>> Integer.SIZE);
    }
}
