/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Rows of names on their way to columns of numbers; accounts are numbered in the byte order of their names. */
final class NamedRows {
    private final Dictionary accounts = new Dictionary();
    private final Dictionary objects = new Dictionary();
    private final Dictionary contents = new Dictionary();
    /** By object: the row of its original. */
    private final Map<Integer, Integer> originals = new HashMap<>();

    private int[] account = new int[16];
    private int[] object = new int[16];
    private int[] content = new int[16];
    private long[] time = new long[16];
    private int size;

    void add(String accountName, String objectName, String contentName, long millis) {
        Objects.requireNonNull(accountName, "accountName");
        Objects.requireNonNull(objectName, "objectName");
        Objects.requireNonNull(contentName, "contentName");
        if (size == account.length) {
            int capacity = size + (size >> 1);
            account = Arrays.copyOf(account, capacity);
            object = Arrays.copyOf(object, capacity);
            content = Arrays.copyOf(content, capacity);
            time = Arrays.copyOf(time, capacity);
        }
        account[size] = accounts.idOf(accountName);
        object[size] = objects.idOf(objectName);
        content[size] = contents.idOf(contentName);
        time[size] = millis;
        if (objectName.equals(contentName)) {
            originals.merge(object[size], size, this::earlier);
        }
        size++;
    }

    /** Of two rows that both claim to be the original the earlier, whatever their order; among equals the first name. */
    private int earlier(int row, int other) {
        if (time[row] != time[other]) {
            return time[row] < time[other] ? row : other;
        }
        String name = accounts.names.get(account[row]);
        return ByteOrder.UTF_8.compare(name, accounts.names.get(account[other])) <= 0 ? row : other;
    }

    Actions actions() {
        String[] names = accounts.names.toArray(String[]::new);
        int[] order = IntStream.range(0, names.length)
                .boxed()
                .sorted(Comparator.comparing(i -> names[i], ByteOrder.UTF_8))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] rank = new int[names.length];
        String[] sorted = new String[names.length];
        for (int r = 0; r < order.length; r++) {
            rank[order[r]] = r;
            sorted[r] = names[order[r]];
        }
        int[] ranked = new int[size];
        for (int i = 0; i < size; i++) {
            ranked[i] = rank[account[i]];
        }
        int[] author = new int[originals.isEmpty() ? 0 : objects.names.size()];
        Arrays.fill(author, Actions.NOBODY);
        originals.forEach((o, row) -> author[o] = ranked[row]);
        String[] objectNames = objects.names.toArray(String[]::new);
        String[] contentNames = contents.names.toArray(String[]::new);
        return Actions.ofIds(
                        ranked,
                        Arrays.copyOf(object, size),
                        Arrays.copyOf(content, size),
                        Arrays.copyOf(time, size),
                        i -> sorted[i],
                        i -> objectNames[i],
                        i -> contentNames[i])
                .withAuthors(author);
    }

    /** Numbers names by first appearance. */
    private static final class Dictionary {
        final Map<String, Integer> ids = new HashMap<>();
        final List<String> names = new ArrayList<>();

        int idOf(String name) {
            Integer id = ids.putIfAbsent(name, names.size());
            if (id == null) {
                names.add(name);
                return names.size() - 1;
            }
            return id;
        }
    }
}
