/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.stream.IntStream;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

/** An object that accounts of a candidate have in common, and who acted on it. Immutable and thread-safe. */
public final class Sighting {
    private final ObjectKind kind;
    private final int object;
    private final int[] rows;
    private final int[] accounts;

    /**
     * Makes a sighting.
     *
     * @param corpus the posts
     * @param kind the kind of the object
     * @param object its number
     * @param rows the posts on it that count, in order of time
     * @throws IndexOutOfBoundsException if the corpus has no such row
     */
    public Sighting(Corpus corpus, ObjectKind kind, int object, int[] rows) {
        this.kind = kind;
        this.object = object;
        this.rows = rows.clone();
        this.accounts =
                IntStream.of(rows).map(corpus::account).sorted().distinct().toArray();
    }

    /**
     * Returns the kind of the object.
     *
     * @return the kind
     */
    public ObjectKind kind() {
        return kind;
    }

    /**
     * Returns the object.
     *
     * @return its number among those of its kind
     */
    public int object() {
        return object;
    }

    /**
     * Returns the posts on it.
     *
     * @return rows in order of time, a new array
     */
    public int[] rows() {
        return rows.clone();
    }

    /**
     * Returns the accounts that acted on it.
     *
     * @return numbers, ascending, a new array
     */
    public int[] accounts() {
        return accounts.clone();
    }

    IntStream rowStream() {
        return IntStream.of(rows);
    }

    IntStream accountStream() {
        return IntStream.of(accounts);
    }

    int accountCount() {
        return accounts.length;
    }
}
