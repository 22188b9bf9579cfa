/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * Actions in columns, so that they travel. A column of names is empty once it was numbered; a name in several rows is one
 * string, which is sent once.
 *
 * @param accounts names
 * @param objects names
 * @param contents names
 * @param times in epoch milliseconds
 * @param account numbers, if they are known
 * @param content numbers, if they are known
 * @param isAuthor whether the account is the object's author, if that is known
 */
@SuppressWarnings("ArrayRecordComponent") // columns
record ActionColumns(
        String[] accounts,
        String[] objects,
        String[] contents,
        long[] times,
        int[] account,
        long[] content,
        boolean[] isAuthor)
        implements Serializable {
    private static final int CHUNK = 20_000;
    private static final int SPREAD = 0x9E3779B1;
    private static final String[] NONE = {};

    /** Names of accounts under their numbers in a partition, and all that they did. */
    record Accounts(String[] names, List<ActionColumns> actions) implements Serializable {}

    private record Origin(long time, String account) {
        /** The earlier one; at one time the one whose name is first in byte order. */
        static Origin first(Origin a, Origin b) {
            if (a.time != b.time) {
                return a.time < b.time ? a : b;
            }
            return inByteOrder(a.account, b.account) <= 0 ? a : b;
        }
    }

    static int inByteOrder(String a, String b) {
        return UTF8String.fromString(a).compareTo(UTF8String.fromString(b));
    }

    int size() {
        return times.length;
    }

    /** Rows (account, object, content, millis) in chunks. */
    static Iterator<ActionColumns> of(Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public ActionColumns next() {
                if (!rows.hasNext()) {
                    throw new NoSuchElementException();
                }
                return chunk(rows);
            }
        };
    }

    private static ActionColumns chunk(Iterator<Row> rows) {
        List<Row> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK && rows.hasNext()) {
            chunk.add(rows.next());
        }
        Map<String, String> same = new HashMap<>();
        UnaryOperator<String> one = name -> {
            String known = same.putIfAbsent(name, name);
            return known == null ? name : known;
        };
        return new ActionColumns(
                chunk.stream().map(row -> one.apply(row.getString(0))).toArray(String[]::new),
                chunk.stream().map(row -> one.apply(row.getString(1))).toArray(String[]::new),
                chunk.stream().map(row -> one.apply(row.getString(2))).toArray(String[]::new),
                chunk.stream().mapToLong(row -> row.getLong(3)).toArray(),
                new int[0],
                new long[0],
                new boolean[0]);
    }

    /** The rows by the partition of their names in a column. */
    Iterator<Tuple2<Integer, ActionColumns>> split(String[] names, int partitions) {
        Keyed parts = Keyed.of(Arrays.stream(names)
                .mapToInt(name -> Math.floorMod((name.hashCode() * SPREAD) >>> 8, partitions))
                .toArray());
        return IntStream.range(0, parts.size())
                .mapToObj(part -> new Tuple2<>((int) parts.key(part), at(parts.rowsOf(part))))
                .iterator();
    }

    private ActionColumns at(int[] rows) {
        boolean[] authors = new boolean[isAuthor.length == 0 ? 0 : rows.length];
        for (int i = 0; i < authors.length; i++) {
            authors[i] = isAuthor[rows[i]];
        }
        return new ActionColumns(
                at(accounts, rows),
                at(objects, rows),
                at(contents, rows),
                Arrays.stream(rows).mapToLong(row -> times[row]).toArray(),
                account.length == 0
                        ? account
                        : Arrays.stream(rows).map(row -> account[row]).toArray(),
                content.length == 0
                        ? content
                        : Arrays.stream(rows).mapToLong(row -> content[row]).toArray(),
                authors);
    }

    private static String[] at(String[] names, int[] rows) {
        return names.length == 0
                ? names
                : Arrays.stream(rows).mapToObj(row -> names[row]).toArray(String[]::new);
    }

    /** Numbers the contents of a partition, which has all actions of each, and says who is the author of an object. */
    static Iterator<ActionColumns> withContents(int partition, Iterator<ActionColumns> chunks) {
        List<ActionColumns> all = Lazy.list(chunks);
        Map<String, Origin> origins = new HashMap<>(); // an object that is a content has all such actions here
        for (ActionColumns chunk : all) {
            for (int i = 0; i < chunk.size(); i++) {
                if (chunk.isOwn(i)) {
                    origins.merge(chunk.objects[i], new Origin(chunk.times[i], chunk.accounts[i]), Origin::first);
                }
            }
        }
        String[] names = names(all, ActionColumns::contents);
        return Lazy.mapped(all.iterator(), chunk -> chunk.numbered(partition, names, origins));
    }

    /** The distinct names of a column, sorted: a partition that is made again must give the same numbers. */
    static String[] names(List<ActionColumns> chunks, Function<ActionColumns, String[]> column) {
        Set<String> names = new HashSet<>();
        chunks.forEach(chunk -> Collections.addAll(names, column.apply(chunk)));
        return names.stream().sorted().toArray(String[]::new);
    }

    private boolean isOwn(int row) {
        return objects[row].equals(contents[row]);
    }

    private ActionColumns numbered(int partition, String[] names, Map<String, Origin> origins) {
        long[] numbered = Arrays.stream(contents)
                .mapToLong(name -> (long) partition << Integer.SIZE | Arrays.binarySearch(names, name))
                .toArray();
        boolean[] authors = new boolean[size()];
        for (int i = 0; i < authors.length; i++) {
            Origin origin = isOwn(i) ? origins.get(objects[i]) : null;
            authors[i] = origin != null && origin.account.equals(accounts[i]);
        }
        return new ActionColumns(accounts, objects, NONE, times, account, numbered, authors);
    }

    /** Numbers the accounts of a partition, which has all actions of each. */
    static Accounts withAccounts(Iterator<ActionColumns> chunks) {
        List<ActionColumns> all = Lazy.list(chunks);
        String[] names = names(all, ActionColumns::accounts);
        List<ActionColumns> numbered = new ArrayList<>();
        for (ActionColumns chunk : all) {
            int[] numbers = Arrays.stream(chunk.accounts)
                    .mapToInt(name -> Arrays.binarySearch(names, name))
                    .toArray();
            numbered.add(
                    new ActionColumns(NONE, chunk.objects, NONE, chunk.times, numbers, chunk.content, chunk.isAuthor));
        }
        return new Accounts(names, numbered);
    }

    /** The same with numbers of accounts that start elsewhere. */
    ActionColumns from(int start) {
        return new ActionColumns(
                accounts,
                objects,
                contents,
                times,
                Arrays.stream(account).map(number -> start + number).toArray(),
                content,
                isAuthor);
    }
}
