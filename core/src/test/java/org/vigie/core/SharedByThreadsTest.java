/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.burst.BatchedKleinberg;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.core.search.ExactJoin;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.SignatureAlgorithm;
import org.vigie.core.stats.Decimal;
import org.vigie.core.stats.Tails;

/** One object that is called thread-safe, shared by four threads, answers each of them as it answers one. */
class SharedByThreadsTest {
    private static <R> void assertShared(Function<Integer, R> verb) throws Exception {
        List<R> alone = IntStream.range(0, 40).mapToObj(verb::apply).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<R>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int input = i % alone.size();
                answers.add(threads.submit(() -> verb.apply(input)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(alone.get(i % alone.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] set(int input) {
        return IntStream.range(0, 60)
                .mapToLong(i -> (i + 7L * (input % 5)) * 0x9e3779b97f4a7c15L)
                .toArray();
    }

    @Test
    void signatures() throws Exception {
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            MinHash minHash = MinHash.withDefaults().withAlgorithm(algorithm);
            assertShared(input -> minHash.signature(set(input)));
        }
    }

    @Test
    void exactJoins() throws Exception {
        ExactJoin join = ExactJoin.withThreshold(0.3);
        IntFunction<long[]> sets = SharedByThreadsTest::set;
        assertShared(input -> {
            List<List<Number>> pairs = new ArrayList<>();
            join.join(10 + input % 10, sets, (a, b, jaccard) -> pairs.add(List.of(a, b, jaccard)));
            return pairs;
        });
    }

    @Test
    void bursts() throws Exception {
        Kleinberg kleinberg = Kleinberg.withDefaults();
        assertShared(input -> kleinberg.detect(IntStream.range(0, 200)
                .mapToDouble(i -> i < 100 ? 60.0 * i : 6_000 + (i - 100) * (1.0 + input))
                .toArray()));
        BatchedKleinberg batched = BatchedKleinberg.withDefaults();
        assertShared(input -> batched.detect(
                IntStream.range(0, 50)
                        .mapToLong(i -> i > 20 && i < 30 ? 40 + input : 2)
                        .toArray(),
                IntStream.range(0, 50).mapToLong(i -> 100).toArray()));
    }

    @Test
    void namesAndNumbers() throws Exception {
        Pseudonymizer names =
                Pseudonymizer.withKey(SecretKey.of("an example, never use this".getBytes(StandardCharsets.UTF_8)));
        assertShared(input -> names.pseudonym("account", "account " + input));
        assertShared(input -> Decimal.format(Tails.poisson(input, 2.5)));
    }
}
