/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/** From raw text to signature, a post: each stage, and all together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextBenchmark {
    private static final int POSTS = 2_000;

    private final TextNormalizer basic = TextNormalizer.basic();
    private final TextNormalizer social = TextNormalizer.social();
    private final Shingler shingler = Shingler.characters(5);
    private final ShingleBuffer buffer = new ShingleBuffer();
    private final MinHash minHash = MinHash.withDefaults();
    private final int[] components = new int[128];
    private List<String> raw = List.of();
    private List<String> normalized = List.of();

    /** Makes the posts. */
    @Setup
    public void setUp() {
        raw = SampleTexts.posts(POSTS, 1);
        normalized = raw.stream().map(social::normalize).toList();
    }

    @Benchmark
    @OperationsPerInvocation(POSTS)
    public int normalizeBasic() {
        int sum = 0;
        for (String text : raw) {
            sum += basic.normalize(text).length();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(POSTS)
    public int normalizeSocial() {
        int sum = 0;
        for (String text : raw) {
            sum += social.normalize(text).length();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(POSTS)
    public int shingle() {
        int sum = 0;
        for (String text : normalized) {
            shingler.shingle(text, buffer);
            sum += buffer.size();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(POSTS)
    public int rawToSignature() {
        int sum = 0;
        for (String text : raw) {
            shingler.shingle(social.normalize(text), buffer);
            minHash.signature(buffer.elements(), buffer.size(), components);
            sum += components[0];
        }
        return sum;
    }
}
