/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;

/**
 * Cuts busy objects by time, so that each is many tasks: a cell has its own actions and, as guests, those of the next that
 * are within the window of its last moment. A pair belongs to the cell of its older action.
 */
final class Cells {
    /** An object with more actions is cut. */
    static final int MOST_ACTIONS = 1_000;

    /** How many windows a cell is long. */
    private static final long WINDOWS = 4;

    static final StructType ACTION = Columns.schema(
            "o",
            DataTypes.LongType,
            "cell",
            DataTypes.LongType,
            "t",
            DataTypes.LongType,
            "a",
            DataTypes.LongType,
            "c",
            DataTypes.LongType,
            "guest",
            DataTypes.BooleanType);

    static final StructType PAIR = Columns.schema(
            "o",
            DataTypes.LongType,
            "u",
            DataTypes.LongType,
            "v",
            DataTypes.LongType,
            "cu",
            DataTypes.LongType,
            "cv",
            DataTypes.LongType,
            "delta",
            DataTypes.LongType,
            "lead",
            DataTypes.LongType,
            "first",
            DataTypes.LongType,
            "last",
            DataTypes.LongType);

    private Cells() {}

    /** The entries of an action (columns o, t, a, c); none if its object is left out. */
    static Iterator<Row> of(Row action, Map<Long, Long> windows, Duration asked) {
        Long window = windows.get(action.getLong(0));
        long time = action.getLong(1);
        if (window == null) { // few actions: one cell
            return List.of(entry(action, 0, false)).iterator();
        }
        if (window < 0) {
            return Collections.emptyIterator();
        }
        long length = Math.max(1, WINDOWS * window);
        long cell = Math.floorDiv(time, length);
        Row home = entry(action, cell, false);
        boolean isGuest = time - window < cell * length;
        return (isGuest ? List.of(home, entry(action, cell - 1, true)) : List.of(home)).iterator();
    }

    private static Row entry(Row action, long cell, boolean guest) {
        return RowFactory.create(
                action.getLong(0), cell, action.getLong(1), action.getLong(2), action.getLong(3), guest);
    }

    static boolean isSame(Row a, Row b) {
        return a.getLong(0) == b.getLong(0) && a.getLong(1) == b.getLong(1);
    }

    /** The co-actions of a cell, whose entries are in order of time. */
    static Iterator<Row> pairs(List<Row> cell, CoActions engine, Map<Long, Long> windows) {
        long object = cell.get(0).getLong(0);
        Long window = windows.get(object);
        CoActions own = window == null ? engine : engine.withWindow(Duration.ofMillis(window));
        int n = cell.size();
        long[] time = new long[n];
        long[] account = new long[n];
        int[] row = new int[n];
        for (int i = 0; i < n; i++) {
            time[i] = cell.get(i).getLong(2);
            account[i] = cell.get(i).getLong(3);
            row[i] = i;
        }
        long[] accounts = Arrays.stream(account).sorted().distinct().toArray();
        int[] dense = Arrays.stream(account)
                .mapToInt(a -> Arrays.binarySearch(accounts, a))
                .toArray();
        Actions actions =
                Actions.ofIds(dense, new int[n], row, time, Integer::toString, Integer::toString, Integer::toString);
        Places places = new Places();
        own.forEachPair(actions, (first, second, delta) -> {
            if (!cell.get(first).getBoolean(5)) {
                places.add(first, second);
            }
        });
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < places.size;
            }

            @Override
            public Row next() {
                long place = places.values[next++];
                return pair(cell.get((int) (place >>> 32)), cell.get((int) place));
            }
        };
    }

    /** Two places in a long: a pair takes 8 bytes until it is asked for. */
    private static final class Places {
        private long[] values = new long[16];
        private int size;

        void add(int first, int second) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1));
            }
            values[size++] = (long) first << 32 | second;
        }
    }

    private static Row pair(Row older, Row newer) {
        boolean isOlderSmaller = older.getLong(3) < newer.getLong(3);
        Row u = isOlderSmaller ? older : newer;
        Row v = isOlderSmaller ? newer : older;
        long delta = newer.getLong(2) - older.getLong(2);
        long lead = delta == 0 ? 1 : isOlderSmaller ? 2 : 0;
        return RowFactory.create(
                older.getLong(0),
                u.getLong(3),
                v.getLong(3),
                u.getLong(4),
                v.getLong(4),
                delta,
                lead,
                older.getLong(2),
                newer.getLong(2));
    }

    /** The window of a busy object, whose times are sorted: -1 if it is left out. */
    static Iterator<Row> window(List<Row> times, CoActions engine) {
        long[] ascending = times.stream().mapToLong(row -> row.getLong(1)).toArray();
        long window = engine.windowOf(ascending).map(Duration::toMillis).orElse(-1L);
        List<Row> one = new ArrayList<>();
        one.add(RowFactory.create(times.get(0).getLong(0), window));
        return one.iterator();
    }
}
