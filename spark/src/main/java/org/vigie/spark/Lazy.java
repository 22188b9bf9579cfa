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
import java.util.function.Function;
import java.util.function.Supplier;

/** Iterators that do their work when they are asked: streams would hold what a step makes of one value. */
final class Lazy {
    private Lazy() {}

    static <T, R> Iterator<R> mapped(Iterator<T> values, Function<T, R> work) {
        return flat(values, value -> Collections.singleton(work.apply(value)).iterator());
    }

    static <T, R> Iterator<R> flat(Iterator<T> values, Function<T, Iterator<R>> work) {
        return flat(values, work, Collections::emptyIterator);
    }

    /** What a step makes of each value and, after the last one, of what it kept. */
    static <T, R> Iterator<R> flat(Iterator<T> values, Function<T, Iterator<R>> work, Supplier<Iterator<R>> rest) {
        return new Iterator<>() {
            private Iterator<R> now = Collections.emptyIterator();
            private boolean isOver;

            @Override
            public boolean hasNext() {
                while (!now.hasNext() && !isOver) {
                    isOver = !values.hasNext();
                    now = isOver ? rest.get() : work.apply(values.next());
                }
                return now.hasNext();
            }

            @Override
            public R next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return now.next();
            }
        };
    }

    static <T> List<T> list(Iterator<T> values) {
        List<T> list = new ArrayList<>();
        values.forEachRemaining(list::add);
        return list;
    }
}
