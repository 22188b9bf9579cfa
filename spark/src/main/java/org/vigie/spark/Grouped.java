/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows that are sorted by a key, one key after the other; a group is in memory, the others are not. */
final class Grouped {
    private Grouped() {}

    /** Maps each run of rows with one key to rows, lazily. */
    static Iterator<Row> map(
            Iterator<Row> sorted, BiPredicate<Row, Row> sameKey, Function<List<Row>, Iterator<Row>> work) {
        return new Iterator<>() {
            private @Nullable Row next = sorted.hasNext() ? sorted.next() : null;
            private Iterator<Row> out = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!out.hasNext() && next != null) {
                    List<Row> group = new ArrayList<>();
                    Row head = next;
                    Row row = head;
                    while (row != null && sameKey.test(head, row)) {
                        group.add(row);
                        row = sorted.hasNext() ? sorted.next() : null;
                    }
                    next = row;
                    out = work.apply(group);
                }
                return out.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return out.next();
            }
        };
    }
}
