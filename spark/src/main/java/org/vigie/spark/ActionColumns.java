/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import org.vigie.core.column.StringTable;
import scala.Tuple2;

/**
 * Actions in columns on their way to a partition: first to that of their accounts, by names, and then to that of their
 * objects, with the numbers that accounts and contents have got.
 *
 * @param names each once
 * @param accounts places among the names; later numbers
 * @param objects places among the names
 * @param contents places among the names; later numbers among those of a partition of accounts
 * @param times in epoch milliseconds
 * @param claimants places among the names: the account, if it says that the object is its own, or -1
 */
@SuppressWarnings("ArrayRecordComponent") // columns
record ActionColumns(Strings names, int[] accounts, int[] objects, int[] contents, long[] times, int[] claimants)
        implements Serializable {
    /** Rows that wait for all partitions together, and most that do for one. */
    private static final int MOST_ROWS = 1 << 18;

    private static final int MOST_ROWS_OF_PART = 1 << 12;
    private static final int SPREAD = 0x9E3779B1;

    static int inByteOrder(String a, String b) {
        return UTF8String.fromString(a).compareTo(UTF8String.fromString(b));
    }

    int size() {
        return times.length;
    }

    /** Rows (account, object, content, millis) by the partition of their account. */
    static Iterator<Tuple2<Integer, ActionColumns>> byAccount(Iterator<Row> rows, int partitions) {
        Parcels parcels = new Parcels(partitions);
        return Lazy.flat(
                rows,
                row -> {
                    String account = row.getString(0);
                    String object = row.getString(1);
                    String content = row.getString(2);
                    Parcel parcel = parcels.of(account);
                    int o = parcel.names.add(object);
                    // An object that is the content of an action on it is a post of this account.
                    parcel.add(
                            parcel.names.add(account),
                            o,
                            parcel.names.add(content),
                            row.getLong(3),
                            object.equals(content) ? account : null);
                    return parcels.full();
                },
                parcels::rest);
    }

    /** Gives the same rows to the partitions of their objects, with numbers by name. */
    void addTo(Parcels parcels, int[] accountOf, int[] contentOf) {
        for (int row = 0; row < size(); row++) {
            String object = names.get(objects[row]);
            Parcel parcel = parcels.of(object);
            parcel.add(
                    accountOf[accounts[row]],
                    parcel.names.add(object),
                    contentOf[contents[row]],
                    times[row],
                    claimants[row] < 0 ? null : names.get(claimants[row]));
        }
    }

    /** Rows that wait until they are many. Not thread-safe. */
    static final class Parcels {
        private final @Nullable Parcel[] waiting;
        private final int most;
        private final List<Tuple2<Integer, ActionColumns>> ready = new ArrayList<>();

        Parcels(int partitions) {
            waiting = new Parcel[partitions];
            most = Math.max(1, Math.min(MOST_ROWS_OF_PART, MOST_ROWS / partitions));
        }

        private Parcel of(String name) {
            int to = Math.floorMod((name.hashCode() * SPREAD) >>> 8, waiting.length);
            Parcel parcel = waiting[to];
            if (parcel != null && parcel.times.size() == most) {
                ready.add(new Tuple2<>(to, parcel.columns()));
                parcel = null;
            }
            if (parcel == null) {
                parcel = new Parcel();
                waiting[to] = parcel;
            }
            return parcel;
        }

        /** Those that are full. */
        Iterator<Tuple2<Integer, ActionColumns>> full() {
            if (ready.isEmpty()) {
                return Collections.emptyIterator();
            }
            List<Tuple2<Integer, ActionColumns>> full = List.copyOf(ready);
            ready.clear();
            return full.iterator();
        }

        /** All others too. */
        Iterator<Tuple2<Integer, ActionColumns>> rest() {
            for (int to = 0; to < waiting.length; to++) {
                Parcel parcel = waiting[to];
                if (parcel != null) {
                    ready.add(new Tuple2<>(to, parcel.columns()));
                    waiting[to] = null;
                }
            }
            return full();
        }
    }

    private static final class Parcel {
        private final StringTable names = new StringTable();
        private final IntList accounts = new IntList();
        private final IntList objects = new IntList();
        private final IntList contents = new IntList();
        private final LongList times = new LongList();
        private final IntList claimants = new IntList();

        private void add(int account, int object, int content, long time, @Nullable String claimant) {
            accounts.add(account);
            objects.add(object);
            contents.add(content);
            times.add(time);
            claimants.add(claimant == null ? -1 : names.add(claimant));
        }

        private ActionColumns columns() {
            return new ActionColumns(
                    Strings.of(names.size(), names::get),
                    accounts.toArray(),
                    objects.toArray(),
                    contents.toArray(),
                    times.toArray(),
                    claimants.toArray());
        }
    }
}
