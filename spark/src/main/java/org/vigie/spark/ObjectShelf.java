/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import org.vigie.graph.coaction.CoActions;

/**
 * All actions on the objects of a partition that are not their author's, by object and time.
 *
 * @param partition its number
 * @param objects names
 * @param starts by object its first row; and the end
 * @param times by row
 * @param accounts by row
 * @param contents by row
 * @param windows by object in milliseconds, -1 if it is left out
 */
@SuppressWarnings("ArrayRecordComponent") // columns
record ObjectShelf(
        int partition, String[] objects, int[] starts, long[] times, int[] accounts, long[] contents, long[] windows)
        implements Serializable {
    /** An object with more actions is cut by time, so that it is many tasks. */
    private static final int MOST_ACTIONS = 1_000;

    /** How many windows a part of an object is long. */
    private static final long WINDOWS = 4;

    /** Possible pairs of objects that are swept together, about. */
    private static final long MOST_PAIRS = 1_000_000;

    /**
     * Rows that are swept together: some objects, or one object between two times. Such a part has its own actions and, as
     * guests, those after it that are within the window of its last moment. A pair belongs to the part of its older action.
     *
     * @param objects by row, with the partition in the upper half
     * @param times by row, ascending in each object
     * @param accounts by row
     * @param contents by row
     * @param own rows that are no guests: the first ones
     * @param window in milliseconds
     */
    @SuppressWarnings("ArrayRecordComponent") // columns
    record Part(long[] objects, long[] times, int[] accounts, long[] contents, int own, long window)
            implements Serializable {}

    static ObjectShelf of(int partition, Iterator<ActionColumns> chunks, CoActions engine, long window) {
        List<ActionColumns> all = Lazy.list(chunks);
        String[] names = ActionColumns.names(all, ActionColumns::objects);
        LongList objectOf = new LongList();
        LongList times = new LongList();
        IntList accounts = new IntList();
        LongList contents = new LongList();
        for (ActionColumns chunk : all) {
            for (int i = 0; i < chunk.size(); i++) {
                objectOf.add(Arrays.binarySearch(names, chunk.objects()[i]));
                times.add(chunk.times()[i]);
                accounts.add(chunk.account()[i]);
                contents.add(chunk.content()[i]);
            }
        }
        int[] authors = authors(all, objectOf, names.length);
        Keyed byObject = Keyed.of(objectOf.toArray());
        int[] starts = new int[names.length + 1];
        IntList rows = new IntList();
        long[] windows = new long[names.length];
        for (int object = 0; object < windows.length; object++) {
            int author = authors[object];
            int[] foreign = byObject.rows(object)
                    .filter(row -> accounts.get(row) != author)
                    .toArray();
            Keyed byTime = Keyed.of(Arrays.stream(foreign).mapToLong(times::get).toArray());
            IntStream.range(0, byTime.size()).flatMap(byTime::rows).forEach(i -> rows.add(foreign[i]));
            starts[object + 1] = rows.size();
            windows[object] = window;
            if (rows.size() - starts[object] > MOST_ACTIONS) {
                long[] ascending = IntStream.range(starts[object], rows.size())
                        .mapToLong(i -> times.get(rows.get(i)))
                        .toArray();
                windows[object] =
                        engine.windowOf(ascending).map(Duration::toMillis).orElse(-1L);
            }
        }
        int[] order = rows.toArray();
        return new ObjectShelf(
                partition,
                names,
                starts,
                Arrays.stream(order).mapToLong(times::get).toArray(),
                Arrays.stream(order).map(accounts::get).toArray(),
                Arrays.stream(order).mapToLong(contents::get).toArray(),
                windows);
    }

    /** By object its author, or -1. */
    private static int[] authors(List<ActionColumns> all, LongList objectOf, int objects) {
        int[] authors = new int[objects];
        Arrays.fill(authors, -1);
        int row = 0;
        for (ActionColumns chunk : all) {
            for (int i = 0; i < chunk.size(); i++, row++) {
                if (chunk.isAuthor()[i]) {
                    authors[(int) objectOf.get(row)] = chunk.account()[i];
                }
            }
        }
        return authors;
    }

    int rows(int object) {
        return starts[object + 1] - starts[object];
    }

    /** What is swept together. */
    List<Part> parts(long window) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        long pairs = 0;
        for (int object = 0; object < objects.length; object++) {
            int n = rows(object);
            if (n > MOST_ACTIONS) {
                addPart(from, object, window, parts);
                cut(object, parts);
                from = object + 1;
                pairs = 0;
                continue;
            }
            pairs += (long) n * n / 2;
            if (pairs > MOST_PAIRS) {
                addPart(from, object + 1, window, parts);
                from = object + 1;
                pairs = 0;
            }
        }
        addPart(from, objects.length, window, parts);
        return parts;
    }

    private void addPart(int from, int to, long window, List<Part> parts) {
        if (starts[to] > starts[from]) {
            long[] objectOf = new long[starts[to] - starts[from]];
            for (int object = from; object < to; object++) {
                Arrays.fill(objectOf, starts[object] - starts[from], starts[object + 1] - starts[from], id(object));
            }
            parts.add(part(objectOf, starts[from], starts[to], starts[to], window));
        }
    }

    /** An object's number among those of all partitions. */
    long id(int object) {
        return (long) partition << Integer.SIZE | object;
    }

    private Part part(long[] objectOf, int from, int to, int end, long window) {
        return new Part(
                objectOf,
                Arrays.copyOfRange(times, from, end),
                Arrays.copyOfRange(accounts, from, end),
                Arrays.copyOfRange(contents, from, end),
                to - from,
                window);
    }

    private void cut(int object, List<Part> parts) {
        long window = windows[object];
        if (window < 0) {
            return;
        }
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
            parts.add(part(objectOf, from, to, end, window));
            from = to;
        }
    }
}
