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
        long[] contentU,
        long[] contentV,
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
                new long[size],
                new long[size],
                new long[size],
                new long[size],
                new boolean[size]);
    }

    int size() {
        return u.length;
    }

    /** The co-actions of rows that are swept together, some at a time. */
    static Iterator<CoActionColumns> of(ObjectShelf.Part part, CoActions engine) {
        int n = part.times().length;
        int[] accounts = Arrays.stream(part.accounts()).sorted().distinct().toArray();
        int[] dense = Arrays.stream(part.accounts())
                .map(a -> Arrays.binarySearch(accounts, a))
                .toArray();
        Keyed byObject = Keyed.of(part.objects());
        int[] objects = Arrays.stream(part.objects()).mapToInt(byObject::place).toArray();
        Actions actions = Actions.ofIds(
                dense, objects, new int[n], part.times(), Integer::toString, Integer::toString, Integer::toString);
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
        isLedByU[i] = part.accounts()[older] < part.accounts()[newer];
        int ofU = isLedByU[i] ? older : newer;
        int ofV = isLedByU[i] ? newer : older;
        objects[i] = part.objects()[older];
        u[i] = part.accounts()[ofU];
        v[i] = part.accounts()[ofV];
        contentU[i] = part.contents()[ofU];
        contentV[i] = part.contents()[ofV];
        firsts[i] = part.times()[older];
        deltas[i] = part.times()[newer] - part.times()[older];
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
        return split(IntStream.range(0, size())
                .map(i -> Math.floorMod((int) ((edge(i) * SPREAD) >>> Integer.SIZE), partitions))
                .toArray());
    }

    /** By the partition of their objects. */
    Iterator<Tuple2<Integer, CoActionColumns>> splitByObject() {
        return split(Arrays.stream(objects)
                .mapToInt(object -> (int) (object >>> Integer.SIZE))
                .toArray());
    }

    private Iterator<Tuple2<Integer, CoActionColumns>> split(int[] partitionOf) {
        Keyed parts = Keyed.of(partitionOf);
        return IntStream.range(0, parts.size())
                .mapToObj(part -> new Tuple2<>((int) parts.key(part), at(parts.rowsOf(part))))
                .iterator();
    }
}
