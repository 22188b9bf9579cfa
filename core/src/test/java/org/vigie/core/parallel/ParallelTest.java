/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class ParallelTest {
    @Test
    void runsEveryTaskOnceOnNoMoreThreadsThanAskedFor() {
        for (int threads : new int[] {1, 2, 5}) {
            Set<Thread> seen = ConcurrentHashMap.newKeySet();
            AtomicInteger workers = new AtomicInteger();
            AtomicIntegerArray runs = new AtomicIntegerArray(1000);
            Parallel.run(threads, runs.length(), () -> {
                workers.incrementAndGet();
                return task -> {
                    seen.add(Thread.currentThread());
                    runs.incrementAndGet(task);
                };
            });
            for (int t = 0; t < runs.length(); t++) {
                assertThat(runs.get(t)).isEqualTo(1);
            }
            assertThat(workers.get()).isBetween(1, threads);
            assertThat(seen).hasSizeLessThanOrEqualTo(threads);
        }
    }

    @Test
    void oneThreadIsTheCaller() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        Parallel.run(1, 10, () -> task -> seen.add(Thread.currentThread()));
        assertThat(seen).containsExactly(Thread.currentThread());
    }

    @Test
    void asManyWorkAtATimeAsAskedFor() {
        // Each of three tasks waits for the other two: with fewer threads this would not end.
        CountDownLatch all = new CountDownLatch(3);
        Parallel.run(3, 3, () -> task -> {
            all.countDown();
            try {
                all.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(all.getCount()).isZero();
    }

    @Test
    void theFirstFailureComesOutAndNoTaskBeginsAfterIt() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> Parallel.run(1, 100, () -> task -> {
                    begun.incrementAndGet();
                    if (task == 3) {
                        throw new IllegalArgumentException("task 3");
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("task 3");
        assertThat(begun.get()).isEqualTo(4);
        assertThatThrownBy(() -> Parallel.run(2, 5, () -> {
                    throw new AssertionError("no scratch");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no scratch");
    }
}
