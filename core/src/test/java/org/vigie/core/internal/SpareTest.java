/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpareTest {
    @Test
    void whatIsGivenBackIsUsedAgainUnlessItHasGrown() {
        Spare<StringBuilder> spare = new Spare<>(StringBuilder::new, builder -> builder.length() < 10);
        StringBuilder first = spare.take();
        assertThat(spare.take()).isNotSameAs(first);
        spare.giveBack(first);
        assertThat(spare.take()).isSameAs(first);
        spare.giveBack(first.append("longer than it may be"));
        assertThat(spare.take()).isNotSameAs(first);
    }

    @Test
    void noTwoThreadsHaveOne() throws Exception {
        Spare<AtomicInteger> spare = new Spare<>(AtomicInteger::new, used -> true);
        ExecutorService threads = Executors.newFixedThreadPool(40); // more than there are slots
        List<Future<?>> done = new ArrayList<>();
        for (int t = 0; t < 40; t++) {
            done.add(threads.submit(() -> {
                for (int i = 0; i < 2_000; i++) {
                    AtomicInteger used = spare.take();
                    assertThat(used.incrementAndGet()).isEqualTo(1);
                    used.decrementAndGet();
                    spare.giveBack(used);
                }
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
}
