/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What many threads may rely on that share an index. */
class NearDuplicateIndexThreadsTest {
    private static final int THREADS = 8;
    private static final NearDuplicates SEARCH = NearDuplicates.withDefaults().withThreshold(0.7);

    private record Call(int text, long start, long end, Set<Long> named) {}

    /**
     * A call sees every text whose {@code add} had ended when it began, and of two that run at once at least one is told
     * of the other. Variants and copies of a few texts come from all threads at the same time.
     */
    @RepeatedTest(3)
    void everyPairIsTold() throws Exception {
        List<String> texts = variants();
        int[] order = shuffled(texts.size(), 3);
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        AtomicLong clock = new AtomicLong();
        Call[] calls = new Call[order.length];
        onAll(order.length, id -> {
            int text = order[id];
            long start = clock.incrementAndGet();
            NearDuplicateIndex.Answer answer = index.add(id, texts.get(text), id, 10_000);
            long end = clock.incrementAndGet();
            assertThat(answer.complete()).isTrue();
            Set<Long> named = new HashSet<>();
            answer.matches().forEach(match -> named.add(match.id()));
            calls[id] = new Call(text, start, end, named);
        });

        Map<Integer, Long> idOf = new HashMap<>();
        for (int id = 0; id < calls.length; id++) {
            if (index.copies(id) > 0) {
                assertThat(index.copies(id)).isEqualTo(3);
                assertThat(idOf.put(calls[id].text(), (long) id)).isNull();
            }
        }
        assertThat(idOf).hasSize(texts.size());
        int pairs = 0;
        for (int text = 0; text < texts.size(); text++) {
            long mine = idOf.get(text);
            Set<Long> alike = new HashSet<>(); // told now, when nobody else is at work
            index.query(texts.get(text)).forEach(match -> alike.add(match.id()));
            assertThat(alike).contains(mine);
            for (int id = 0; id < calls.length; id++) {
                if (calls[id].text() == text) {
                    assertThat(alike).containsAll(calls[id].named());
                    assertThat(calls[id].named().contains(mine)).isEqualTo(id != mine);
                }
            }
            for (long other : alike) {
                Call first = calls[(int) mine];
                Call second = calls[(int) other];
                if (other != mine) {
                    assertThat(first.named().contains(other) || second.named().contains(mine))
                            .isTrue();
                    pairs++;
                }
                for (Call call : calls) {
                    if (call.text() == text && second.end() < call.start()) {
                        assertThat(call.named()).contains(other);
                    }
                }
            }
        }
        assertThat(pairs).isGreaterThan(1_000);
    }

    /** Of many copies that come at once one stays, and all others are told of it. */
    @Test
    void oneOfManyCopiesStays() throws Exception {
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        int copies = 400;
        String text = "The bridge at Kettlebrae closes on Monday and nobody told us";
        List<List<DuplicateMatch>> answers = Collections.synchronizedList(new ArrayList<>());
        onAll(copies, id -> answers.add(index.add(id, id % 2 == 0 ? text : "RT @ana: " + text + "!!", id)));
        assertThat(index.size()).isEqualTo(1);
        assertThat(answers).hasSize(copies);
        List<List<DuplicateMatch>> told =
                answers.stream().filter(answer -> !answer.isEmpty()).toList();
        assertThat(told).hasSize(copies - 1);
        assertThat(new HashSet<>(told)).hasSize(1);
        DuplicateMatch only = told.get(0).get(0);
        assertThat(only.jaccard()).isEqualTo(1);
        assertThat(index.copies(only.id())).isEqualTo(copies);
    }

    /** Texts that are added, asked for, removed and forgotten at once leave what is left of each thread's own. */
    @Test
    void oldTextsGoWhileOthersCome() throws Exception {
        List<String> texts = variants();
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        AtomicInteger gone = new AtomicInteger();
        int n = texts.size();
        onAll(n, id -> {
            index.add(id, texts.get(id), id);
            if (id % 50 == 0) {
                gone.addAndGet(index.expireBefore(id - 200L));
            } else if (id % 7 == 0 && index.remove(id)) {
                gone.incrementAndGet();
            }
            for (DuplicateMatch match : index.query(texts.get(id), 20).matches()) {
                assertThat(match.jaccard()).isGreaterThanOrEqualTo(0.7);
            }
        });
        gone.addAndGet(index.expireBefore(n - 200L));
        assertThat(index.size() + gone.get()).isEqualTo(n);
        for (int id = 0; id < n; id++) {
            boolean isRemoved = id % 7 == 0 && id % 50 != 0;
            assertThat(index.copies(id)).as("text %d", id).isEqualTo(id < n - 200 || isRemoved ? 0 : 1);
        }
    }

    /** Distinct texts, each a template with some words of its own. */
    private static List<String> variants() {
        Random random = new Random(8);
        Set<String> texts = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        while (inOrder.size() < 600) {
            int template = random.nextInt(40);
            Random words = new Random(template);
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 25; w++) {
                text.append(word(words)).append(' ');
            }
            text.append(word(random)).append(' ').append(word(random));
            if (texts.add(text.toString())) {
                inOrder.add(text.toString());
            }
        }
        return inOrder;
    }

    private static String word(Random random) {
        return "w" + Integer.toString(1_000 + random.nextInt(20_000), 36) + "k";
    }

    /** Each number below n so many times, in any order. */
    private static int[] shuffled(int n, int times) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < n * times; i++) {
            numbers.add(i % n);
        }
        Collections.shuffle(numbers, new Random(9));
        return numbers.stream().mapToInt(number -> number).toArray();
    }

    private interface Task {
        void run(int number);
    }

    /** Runs numbered tasks on all threads, which begin together and take them in turn. */
    private static void onAll(int tasks, Task task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch ready = new CountDownLatch(THREADS);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> done = new ArrayList<>();
        try {
            for (int t = 0; t < THREADS; t++) {
                done.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                        task.run(i);
                    }
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
