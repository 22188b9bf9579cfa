/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vigie.core.column.IntList;

/**
 * Who acted on which objects of one kind: for each object the rows of a {@link Corpus} that touch it, in order of time.
 *
 * <p>An act is a row on an object. Acts are numbered object by object, so that those of an object are {@code start(o) ..
 * start(o + 1)}. A layer that was made of another keeps its numbers; objects that are left out have no acts. Immutable
 * and thread-safe.
 */
public final class ObjectLayer {
    private final Corpus corpus;
    private final ObjectKind kind;
    private final int[] starts;
    private final int[] rows;

    private ObjectLayer(Corpus corpus, ObjectKind kind, int[] starts, int[] rows) {
        this.corpus = corpus;
        this.kind = kind;
        this.starts = starts;
        this.rows = rows;
    }

    /** A counting sort by object keeps the order of time, because acts come in it. */
    static ObjectLayer of(Corpus corpus, ObjectKind kind, int objects, int[] object, int[] row) {
        int[] starts = new int[objects + 1];
        for (int o : object) {
            starts[o + 1]++;
        }
        for (int o = 0; o < objects; o++) {
            starts[o + 1] += starts[o];
        }
        int[] next = Arrays.copyOf(starts, objects);
        int[] sorted = new int[row.length];
        for (int a = 0; a < row.length; a++) {
            sorted[next[object[a]]++] = row[a];
        }
        return new ObjectLayer(corpus, kind, starts, sorted);
    }

    /**
     * Returns the kind of the objects.
     *
     * @return the kind
     */
    public ObjectKind kind() {
        return kind;
    }

    /**
     * Returns how many objects there are, those without acts included.
     *
     * @return the largest number of an object plus one
     */
    public int objects() {
        return starts.length - 1;
    }

    /**
     * Returns how many acts there are.
     *
     * @return the number of acts
     */
    public int acts() {
        return rows.length;
    }

    /**
     * Returns the first act on an object.
     *
     * @param object the object's number, up to {@link #objects()} for the end of the last one
     * @return the number of the act
     * @throws IndexOutOfBoundsException if there is no such object
     */
    public int start(int object) {
        return starts[Objects.checkIndex(object, starts.length)];
    }

    /**
     * Returns how many rows touch an object.
     *
     * @param object the object's number
     * @return the number of its acts
     * @throws IndexOutOfBoundsException if there is no such object
     */
    public int acts(int object) {
        return start(object + 1) - start(object);
    }

    /**
     * Returns the row of an act.
     *
     * @param act the act's number
     * @return the row
     * @throws IndexOutOfBoundsException if there is no such act
     */
    public int row(int act) {
        return rows[Objects.checkIndex(act, rows.length)];
    }

    /**
     * Returns the rows that touch an object.
     *
     * @param object the object's number
     * @return the rows in order of time, a new array
     * @throws IndexOutOfBoundsException if there is no such object
     */
    public int[] rows(int object) {
        return Arrays.copyOfRange(rows, start(object), start(object + 1));
    }

    /**
     * Returns the object of each act.
     *
     * @return numbers by act, a new array
     */
    public int[] objectOfActs() {
        int[] object = new int[rows.length];
        for (int o = 0; o < objects(); o++) {
            Arrays.fill(object, starts[o], starts[o + 1], o);
        }
        return object;
    }

    /**
     * Counts the accounts that act on each object. Linear in the acts.
     *
     * @return the number of distinct accounts by object, a new array
     */
    public int[] accountsOfObjects() {
        int[] count = new int[objects()];
        int[] last = new int[corpus.accounts()];
        Arrays.fill(last, -1);
        for (int o = 0; o < count.length; o++) {
            for (int a = starts[o]; a < starts[o + 1]; a++) {
                int account = corpus.account(rows[a]);
                count[o] += last[account] == o ? 0 : 1;
                last[account] = o;
            }
        }
        return count;
    }

    /**
     * Counts the objects on which each account acts. Linear in the acts.
     *
     * @return the number of distinct objects by account, a new array
     */
    public int[] objectsOfAccounts() {
        int[] count = new int[corpus.accounts()];
        int[] last = new int[count.length];
        Arrays.fill(last, -1);
        for (int o = 0; o < objects(); o++) {
            for (int a = starts[o]; a < starts[o + 1]; a++) {
                int account = corpus.account(rows[a]);
                count[account] += last[account] == o ? 0 : 1;
                last[account] = o;
            }
        }
        return count;
    }

    /**
     * Keeps the objects of at least some accounts, and at most one of them for a row. That is the one that fewest
     * accounts share, the earliest among equals. So two objects never meet only because they stand in the same posts,
     * and adding a popular hashtag to a post hides nothing. Linear in the acts.
     *
     * @param minAccounts the least number of accounts that act on an object
     * @return the layer of these acts
     */
    public ObjectLayer carried(int minAccounts) {
        int[] carriers = accountsOfObjects();
        int[] rarest = new int[corpus.size()];
        Arrays.fill(rarest, -1);
        for (int o = 0; o < carriers.length; o++) {
            for (int a = starts[o]; a < starts[o + 1] && carriers[o] >= minAccounts; a++) {
                int before = rarest[rows[a]];
                if (before < 0 || carriers[o] < carriers[before]) {
                    rarest[rows[a]] = o;
                }
            }
        }
        IntList object = new IntList();
        IntList row = new IntList();
        for (int r = 0; r < rarest.length; r++) {
            if (rarest[r] >= 0) {
                object.add(rarest[r]);
                row.add(r);
            }
        }
        return of(corpus, kind, objects(), object.toArray(), row.toArray());
    }

    /**
     * Keeps the acts of some accounts.
     *
     * @param accounts the accounts' numbers
     * @return the layer of these acts
     */
    public ObjectLayer ofAccounts(BitSet accounts) {
        int[] object = objectOfActs();
        int[] kept = IntStream.range(0, rows.length)
                .filter(a -> accounts.get(corpus.account(rows[a])))
                .toArray();
        return of(
                corpus,
                kind,
                objects(),
                IntStream.of(kept).map(a -> object[a]).toArray(),
                IntStream.of(kept).map(a -> rows[a]).toArray());
    }
}
