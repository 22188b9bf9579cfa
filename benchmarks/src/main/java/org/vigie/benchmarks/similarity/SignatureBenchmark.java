/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.SignatureAlgorithm;
import org.vigie.core.similarity.SimHash;

/**
 * Signatures of 128 components from sets of element hashes, beside those of peers on sets of the same size. With
 * {@code -jvmArgsAppend "--add-modules jdk.incubator.vector"} ours use vectors.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignatureBenchmark {
    private static final int COMPONENTS = 128;
    private static final int BITS = 32;

    /** Distinct shingles a set: a tweet, a document. */
    @Param({"89", "7248"})
    public int shingles;

    private final MinHash classic = MinHash.withDefaults();
    private final MinHash fast = classic.withAlgorithm(SignatureAlgorithm.FAST_SIMILARITY);
    private final MinHash fast192 = fast.withComponents(192);
    private final int[] components = new int[COMPONENTS];
    private final int[] components192 = new int[192];
    private final SimilarityHasher peerMinHash =
            SimilarityHashing.minHash(COMPONENTS, BITS).createHasher();
    private final SimilarityHasher peerSuperMinHash =
            SimilarityHashing.superMinHash(COMPONENTS, BITS).createHasher();
    private final SimilarityHasher peerFastSimHash =
            SimilarityHashing.fastSimHash(COMPONENTS).createHasher();
    private final info.debatty.java.lsh.MinHash javaLsh = new info.debatty.java.lsh.MinHash(COMPONENTS, 1 << 20, 1);
    private final TreeSet<Integer> integers = new TreeSet<>();
    private long[] elements = {};
    private String[] terms = {};

    /** Makes the sets. */
    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        elements = random.longs(shingles).toArray();
        while (integers.size() < shingles) {
            integers.add(random.nextInt(1 << 20));
        }
        terms = integers.stream().map(i -> Integer.toString(i, 36)).toArray(String[]::new);
    }

    @Benchmark
    public int[] vigieClassic() {
        classic.signature(elements, elements.length, components);
        return components;
    }

    @Benchmark
    public int[] vigieFastSimilarity() {
        fast.signature(elements, elements.length, components);
        return components;
    }

    /** The smaller error that long sets need, see docs/methods/near-duplicates.md. */
    @Benchmark
    public int[] vigieFastSimilarity192() {
        fast192.signature(elements, elements.length, components192);
        return components192;
    }

    @Benchmark
    public long vigieSimHash() {
        return SimHash.of(elements);
    }

    @Benchmark
    public byte[] hash4jMinHash() {
        return peerMinHash.compute(ElementHashProvider.ofValues(elements));
    }

    @Benchmark
    public byte[] hash4jSuperMinHash() {
        return peerSuperMinHash.compute(ElementHashProvider.ofValues(elements));
    }

    @Benchmark
    public byte[] hash4jFastSimHash() {
        return peerFastSimHash.compute(ElementHashProvider.ofValues(elements));
    }

    @Benchmark
    public int[] javaLshMinHash() {
        return javaLsh.signature(integers);
    }

    /** One hash, 128 buckets: its default shape with as many values. */
    @Benchmark
    public int luceneMinHashFilter() throws IOException {
        int count = 0;
        try (MinHashFilter filter = new MinHashFilter(new Terms(terms), 1, COMPONENTS, 1, false)) {
            filter.reset();
            while (filter.incrementToken()) {
                count++;
            }
            filter.end();
        }
        return count;
    }

    /** A token stream over ready terms. */
    private static final class Terms extends TokenStream {
        private final String[] terms;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private int next;

        Terms(String[] terms) {
            this.terms = terms;
        }

        @Override
        public boolean incrementToken() {
            if (next == terms.length) {
                return false;
            }
            clearAttributes();
            term.append(terms[next++]);
            return true;
        }
    }
}
