/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.graph.coaction.CoActions;

/**
 * The objects of a partition on which actions met, and those actions, by object and time.
 *
 * @param partition its number
 * @param objects names of those on which actions met or whose window is another than asked for, sorted
 * @param actions by object how many there are that are not its author's, alone or not
 * @param accounts by object how many acted
 * @param windows by object in milliseconds, -1 if it is left out
 * @param starts by object its first row; and the end
 * @param rows the actions within the window of another one
 * @param activity of all accounts
 */
@SuppressWarnings("ArrayRecordComponent") // columns
record ObjectShelf(
        int partition,
        Strings objects,
        int[] actions,
        int[] accounts,
        long[] windows,
        int[] starts,
        Rows rows,
        Activity activity)
        implements Serializable {
    /** An object with more actions is cut by time, so that it is many tasks. */
    private static final int MOST_ACTIONS = 1_000;

    /** How many windows a part of an object is long. */
    private static final long WINDOWS = 4;

    /** Possible pairs of objects that are swept together, about. */
    private static final long MOST_PAIRS = 1_000_000;

    /**
     * Actions.
     *
     * @param times ascending in each object
     * @param accounts by row
     * @param contents by row
     */
    @SuppressWarnings("ArrayRecordComponent") // columns
    record Rows(long[] times, int[] accounts, int[] contents) implements Serializable {
        Rows between(int from, int to) {
            return new Rows(
                    Arrays.copyOfRange(times, from, to),
                    Arrays.copyOfRange(accounts, from, to),
                    Arrays.copyOfRange(contents, from, to));
        }

        Rows at(int[] rows) {
            return new Rows(
                    Arrays.stream(rows).mapToLong(row -> times[row]).toArray(),
                    Arrays.stream(rows).map(row -> accounts[row]).toArray(),
                    Arrays.stream(rows).map(row -> contents[row]).toArray());
        }
    }

    /**
     * How active accounts are on the objects of a partition, and on how many of these anybody but the author is.
     *
     * @param accounts each once
     * @param actions by account
     * @param objects by account how many distinct ones
     * @param actedOn how many objects
     */
    @SuppressWarnings("ArrayRecordComponent") // columns
    record Activity(int[] accounts, int[] actions, int[] objects, int actedOn) implements Serializable {}

    /**
     * Rows that are swept together: some objects, or one object between two times. Such a part has its own actions and, as
     * guests, those after it that are within the window of its last moment. A pair belongs to the part of its older action.
     *
     * @param objects by row, with the partition in the upper half
     * @param rows by object and time
     * @param own rows that are no guests: the first ones
     * @param window in milliseconds
     */
    @SuppressWarnings("ArrayRecordComponent") // a column
    record Part(long[] objects, Rows rows, int own, long window) implements Serializable {}

    /** Makes the shelf of the actions that came to a partition. */
    static ObjectShelf of(int partition, Iterator<ActionColumns> chunks, CoActions engine, long asked) {
        ObjectRows all = ObjectRows.of(chunks);
        int objects = all.objects();
        long[] windows = new long[objects];
        Integer[] shared = IntStream.range(0, objects)
                .filter(object -> {
                    windows[object] = window(all, object, engine, asked);
                    return windows[object] < asked || all.anyWithin(object, windows[object]);
                })
                .boxed()
                .toArray(Integer[]::new);
        String[] names = new String[objects];
        for (int object : shared) {
            names[object] = all.name(object);
        }
        Arrays.sort(shared, Comparator.comparing(object -> names[object]));
        int[] order = Arrays.stream(shared).mapToInt(Integer::intValue).toArray();
        int[] starts = new int[order.length + 1];
        int[][] met = new int[order.length][];
        for (int i = 0; i < order.length; i++) {
            met[i] = all.within(order[i], windows[order[i]]);
            starts[i + 1] = starts[i] + met[i].length;
        }
        return new ObjectShelf(
                partition,
                Strings.of(order.length, i -> names[order[i]]),
                Arrays.stream(order).map(all::rowCount).toArray(),
                Arrays.stream(order).map(all::accountCount).toArray(),
                Arrays.stream(order).mapToLong(object -> windows[object]).toArray(),
                starts,
                all.rows().at(Arrays.stream(met).flatMapToInt(Arrays::stream).toArray()),
                all.activity());
    }

    private static long window(ObjectRows all, int object, CoActions engine, long asked) {
        // Two actions are one pair, which every limit lets pass.
        return all.rowCount(object) <= 2
                ? asked
                : engine.windowOf(all.times(object)).map(w -> w.toMillis()).orElse(-1L);
    }

    private int rows(int object) {
        return starts[object + 1] - starts[object];
    }

    /** What is swept together. */
    List<Part> parts(long asked) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        long pairs = 0;
        for (int object = 0; object < objects.size(); object++) {
            int n = rows(object);
            if (n > MOST_ACTIONS || windows[object] < asked) {
                addPart(from, object, asked, parts);
                cut(object, parts);
                from = object + 1;
                pairs = 0;
                continue;
            }
            pairs += (long) n * n / 2;
            if (pairs > MOST_PAIRS) {
                addPart(from, object + 1, asked, parts);
                from = object + 1;
                pairs = 0;
            }
        }
        addPart(from, objects.size(), asked, parts);
        return parts;
    }

    private void addPart(int from, int to, long window, List<Part> parts) {
        if (starts[to] > starts[from]) {
            long[] objectOf = new long[starts[to] - starts[from]];
            for (int object = from; object < to; object++) {
                Arrays.fill(objectOf, starts[object] - starts[from], starts[object + 1] - starts[from], id(object));
            }
            parts.add(new Part(objectOf, rows.between(starts[from], starts[to]), objectOf.length, window));
        }
    }

    /** An object's number among those of all partitions. */
    long id(int object) {
        return (long) partition << Integer.SIZE | object;
    }

    private void cut(int object, List<Part> parts) {
        long window = windows[object];
        if (window < 0) {
            return;
        }
        long[] times = rows.times;
        long length = Math.max(1, WINDOWS * window);
        int last = starts[object + 1];
        for (int from = starts[object]; from < last; ) {
            long cell = Math.floorDiv(times[from], length);
            int to = from;
            while (to < last && Math.floorDiv(times[to], length) == cell) {
                to++;
            }
            int end = to;
            // A guest is in the next cell, and less than a window after the end of this one.
            while (end < last && times[end] - window < (cell + 1) * length) {
                end++;
            }
            long[] objectOf = new long[end - from];
            Arrays.fill(objectOf, id(object));
            parts.add(new Part(objectOf, rows.between(from, end), to - from, window));
            from = to;
        }
    }
}
