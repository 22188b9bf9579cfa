/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Iterator;
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
    static int inByteOrder(String a, String b) {
        return UTF8String.fromString(a).compareTo(UTF8String.fromString(b));
    }

    int size() {
        return times.length;
    }

    static Parcels<Builder, ActionColumns> parcels(int partitions) {
        return new Parcels<>(partitions, Builder::new, Builder::columns);
    }

    /** Rows (account, object, content, millis) by the partition of their account. */
    static Iterator<Tuple2<Integer, ActionColumns>> byAccount(Iterator<Row> rows, int partitions) {
        Parcels<Builder, ActionColumns> parcels = parcels(partitions);
        return Lazy.flat(
                rows,
                row -> {
                    String account = row.getString(0);
                    String object = row.getString(1);
                    String content = row.getString(2);
                    Builder next = parcels.next(parcels.partition(account));
                    // An object that is the content of an action on it is a post of this account.
                    next.add(
                            next.names.add(account),
                            next.names.add(object),
                            next.names.add(content),
                            row.getLong(3),
                            object.equals(content) ? account : null);
                    return parcels.full();
                },
                parcels::rest);
    }

    /** Gives the same rows to the partitions of their objects, with numbers by name. */
    void addTo(Parcels<Builder, ActionColumns> parcels, int[] accountOf, int[] contentOf) {
        for (int row = 0; row < size(); row++) {
            String object = names.get(objects[row]);
            Builder next = parcels.next(parcels.partition(object));
            next.add(
                    accountOf[accounts[row]],
                    next.names.add(object),
                    contentOf[contents[row]],
                    times[row],
                    claimants[row] < 0 ? null : names.get(claimants[row]));
        }
    }

    /** Actions on their way to one partition. */
    static final class Builder {
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
