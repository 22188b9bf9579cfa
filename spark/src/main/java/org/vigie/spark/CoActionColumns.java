/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.vigie.core.column.LongList;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import scala.Tuple2;

/**
 * Co-actions in columns.
 *
 * @param objects with their partition in the upper half
 * @param u the account with the smaller number
 * @param v the other one
 * @param contentU what u did it with
 * @param contentV what v did it with
 * @param firsts the time of the older action
 * @param deltas how much later the newer one came
 * @param isLedByU whether the older one is that of u
 */
@SuppressWarnings("ArrayRecordComponent") // columns
record CoActionColumns(
        long[] objects,
        int[] u,
        int[] v,
        int[] contentU,
        int[] contentV,
        long[] firsts,
        long[] deltas,
        boolean[] isLedByU)
        implements Serializable {
    private static final int CHUNK = 50_000;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static CoActionColumns empty(int size) {
        return new CoActionColumns(
                new long[size],
                new int[size],
                new int[size],
                new int[size],
                new int[size],
                new long[size],
                new long[size],
                new boolean[size]);
    }

    int size() {
        return u.length;
    }

    /** The co-actions of rows that are swept together, some at a time. */
    static Iterator<CoActionColumns> of(ObjectShelf.Part part, CoActions engine) {
        ObjectShelf.Rows rows = part.rows();
        int[] accounts = Keyed.distinct(rows.accounts());
        int[] dense = Arrays.stream(rows.accounts())
                .map(account -> Arrays.binarySearch(accounts, account))
                .toArray();
        int[] objects = new int[dense.length]; // equal ones stand together
        for (int row = 1; row < objects.length; row++) {
            objects[row] = objects[row - 1] + (part.objects()[row] == part.objects()[row - 1] ? 0 : 1);
        }
        Actions actions = Actions.ofIds(
                dense,
                objects,
                new int[dense.length],
                rows.times(),
                Integer::toString,
                Integer::toString,
                Integer::toString);
        LongList places = new LongList();
        engine.withWindow(Duration.ofMillis(part.window())).forEachPair(actions, (first, second, delta) -> {
            if (first < part.own()) {
                places.add((long) first << Integer.SIZE | second);
            }
        });
        return IntStream.range(0, (places.size() + CHUNK - 1) / CHUNK)
                .mapToObj(chunk -> of(part, places, chunk * CHUNK))
                .iterator();
    }

    private static CoActionColumns of(ObjectShelf.Part part, LongList places, int from) {
        CoActionColumns some = empty(Math.min(CHUNK, places.size() - from));
        for (int i = 0; i < some.size(); i++) {
            long place = places.get(from + i);
            some.set(i, part, (int) (place >>> Integer.SIZE), (int) place);
        }
        return some;
    }

    private void set(int i, ObjectShelf.Part part, int older, int newer) {
        ObjectShelf.Rows rows = part.rows();
        isLedByU[i] = rows.accounts()[older] < rows.accounts()[newer];
        int ofU = isLedByU[i] ? older : newer;
        int ofV = isLedByU[i] ? newer : older;
        objects[i] = part.objects()[older];
        u[i] = rows.accounts()[ofU];
        v[i] = rows.accounts()[ofV];
        contentU[i] = rows.contents()[ofU];
        contentV[i] = rows.contents()[ofV];
        firsts[i] = rows.times()[older];
        deltas[i] = rows.times()[newer] - rows.times()[older];
    }

    /** Which of two accounts an edge is of. */
    long edge(int i) {
        return (long) u[i] << Integer.SIZE | v[i];
    }

    long last(int i) {
        return firsts[i] + deltas[i];
    }

    CoActionColumns where(IntPredicate kept) {
        return at(IntStream.range(0, size()).filter(kept).toArray());
    }

    private CoActionColumns at(int[] rows) {
        CoActionColumns some = empty(rows.length);
        for (int i = 0; i < rows.length; i++) {
            some.copy(i, this, rows[i]);
        }
        return some;
    }

    private void copy(int i, CoActionColumns from, int row) {
        objects[i] = from.objects[row];
        u[i] = from.u[row];
        v[i] = from.v[row];
        contentU[i] = from.contentU[row];
        contentV[i] = from.contentV[row];
        firsts[i] = from.firsts[row];
        deltas[i] = from.deltas[row];
        isLedByU[i] = from.isLedByU[row];
    }

    static CoActionColumns all(List<CoActionColumns> chunks) {
        CoActionColumns all = empty(
                Math.toIntExact(chunks.stream().mapToLong(CoActionColumns::size).sum()));
        int next = 0;
        for (CoActionColumns chunk : chunks) {
            for (int i = 0; i < chunk.size(); i++) {
                all.copy(next++, chunk, i);
            }
        }
        return all;
    }

    /** By the partition of their edges. */
    Iterator<Tuple2<Integer, CoActionColumns>> splitByEdge(int partitions) {
        return split(i -> Math.floorMod((int) ((edge(i) * SPREAD) >>> Integer.SIZE), partitions), partitions);
    }

    /** By the partition of their objects. */
    Iterator<Tuple2<Integer, CoActionColumns>> splitByObject(int partitions) {
        return split(i -> (int) (objects[i] >>> Integer.SIZE), partitions);
    }

    private Iterator<Tuple2<Integer, CoActionColumns>> split(IntUnaryOperator partitionOf, int partitions) {
        Keyed parts = Keyed.of(IntStream.range(0, size()).map(partitionOf).toArray(), partitions);
        return IntStream.range(0, partitions)
                .filter(part -> parts.rowCount(part) > 0)
                .mapToObj(part -> new Tuple2<>(part, at(parts.rowsOf(part))))
                .iterator();
    }
}
