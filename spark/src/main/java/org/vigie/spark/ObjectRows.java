/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import org.vigie.core.column.StringTable;
import org.vigie.spark.ObjectShelf.Activity;
import org.vigie.spark.ObjectShelf.Rows;

/**
 * All actions on the objects of a partition that are not their author's, by object and time. Objects have numbers in the
 * order in which they came, which is another one when the partition is made again.
 */
final class ObjectRows {
    private final StringTable names;
    private final Keyed byObject;
    private final Rows rows;

    private ObjectRows(StringTable names, Keyed byObject, Rows rows) {
        this.names = names;
        this.byObject = byObject;
        this.rows = rows;
    }

    /** An account that says that an object is its own. */
    private record Claim(long time, String name, int account) {
        /** The earlier one; at one time the one whose name is first in byte order. */
        static Claim first(Claim a, Claim b) {
            boolean isFirst = a.time == b.time ? ActionColumns.inByteOrder(a.name, b.name) <= 0 : a.time < b.time;
            return isFirst ? a : b;
        }
    }

    static ObjectRows of(Iterator<ActionColumns> chunks) {
        StringTable names = new StringTable();
        IntList objects = new IntList();
        IntList accounts = new IntList();
        IntList contents = new IntList();
        LongList times = new LongList();
        Map<Integer, Claim> claims = new HashMap<>();
        while (chunks.hasNext()) {
            ActionColumns chunk = chunks.next();
            int[] numbers = new int[chunk.names().size()];
            for (int i = 0; i < chunk.size(); i++) {
                int place = chunk.objects()[i];
                if (numbers[place] == 0) {
                    numbers[place] = names.add(chunk.names().get(place)) + 1;
                }
                int object = numbers[place] - 1;
                int claimant = chunk.claimants()[i];
                if (claimant >= 0) {
                    String name = chunk.names().get(claimant);
                    claims.merge(object, new Claim(chunk.times()[i], name, chunk.accounts()[i]), Claim::first);
                }
                objects.add(object);
                accounts.add(chunk.accounts()[i]);
                contents.add(chunk.contents()[i]);
                times.add(chunk.times()[i]);
            }
        }
        int[] authors = new int[names.size()];
        Arrays.fill(authors, -1);
        claims.forEach((object, claim) -> authors[object] = claim.account);
        int[] order = Arrays.stream(Keyed.of(times.toArray()).order())
                .filter(row -> accounts.get(row) != authors[objects.get(row)])
                .toArray();
        Keyed byObject = Keyed.of(Arrays.stream(order).map(objects::get).toArray(), names.size());
        int[] sorted =
                Arrays.stream(byObject.order()).map(place -> order[place]).toArray();
        return new ObjectRows(
                names,
                byObject,
                new Rows(
                        Arrays.stream(sorted).mapToLong(times::get).toArray(),
                        Arrays.stream(sorted).map(accounts::get).toArray(),
                        Arrays.stream(sorted).map(contents::get).toArray()));
    }

    int objects() {
        return byObject.size();
    }

    String name(int object) {
        return names.get(object);
    }

    Rows rows() {
        return rows;
    }

    int rowCount(int object) {
        return byObject.rowCount(object);
    }

    private int end(int object) {
        return byObject.start(object) + byObject.rowCount(object);
    }

    /** The times of all actions on an object, ascending. */
    long[] times(int object) {
        return Arrays.copyOfRange(rows.times(), byObject.start(object), end(object));
    }

    /** How many accounts acted on an object. */
    int accountCount(int object) {
        return Keyed.distinct(Arrays.copyOfRange(rows.accounts(), byObject.start(object), end(object))).length;
    }

    /** The rows of an object that have another one within a window, which has none below 0. */
    int[] within(int object, long window) {
        return window < 0 ? new int[0] : met(object, window).toArray();
    }

    /** Whether there are such rows. */
    boolean anyWithin(int object, long window) {
        return rowCount(object) > 1
                && window >= 0
                && met(object, window).findAny().isPresent();
    }

    private IntStream met(int object, long window) {
        int start = byObject.start(object);
        int end = end(object);
        long[] times = rows.times();
        return IntStream.range(start, end)
                .filter(row -> (row > start && times[row] - times[row - 1] <= window)
                        || (row + 1 < end && times[row + 1] - times[row] <= window));
    }

    Activity activity() {
        long[] pairs = new long[rows.times().length];
        int actedOn = 0;
        for (int object = 0; object < objects(); object++) {
            actedOn += rowCount(object) > 0 ? 1 : 0;
            for (int row = byObject.start(object); row < end(object); row++) {
                pairs[row] = (long) rows.accounts()[row] << Integer.SIZE | object;
            }
        }
        Arrays.sort(pairs);
        IntList accounts = new IntList();
        IntList actions = new IntList();
        IntList objects = new IntList();
        for (int from = 0; from < pairs.length; ) {
            int to = from;
            int distinct = 0;
            for (; to < pairs.length && pairs[to] >>> Integer.SIZE == pairs[from] >>> Integer.SIZE; to++) {
                distinct += to == from || pairs[to] != pairs[to - 1] ? 1 : 0;
            }
            accounts.add((int) (pairs[from] >>> Integer.SIZE));
            actions.add(to - from);
            objects.add(distinct);
            from = to;
        }
        return new Activity(accounts.toArray(), actions.toArray(), objects.toArray(), actedOn);
    }
}
