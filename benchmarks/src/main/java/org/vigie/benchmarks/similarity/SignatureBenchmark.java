/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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

/** Signatures of 128 components from sets of element hashes, beside those of peers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignatureBenchmark {
    /** Distinct shingles a set: a tweet, a document. */
    @Param({"89", "7248"})
    public int shingles;

    private final MinHash minHash = MinHash.withDefaults();
    private final int[] components = new int[128];
    private long[] elements = {};

    /** Creates the benchmark. */
    public SignatureBenchmark() {}

    /** Makes the set. */
    @Setup
    public void setUp() {
        elements = new SplittableRandom(1).longs(shingles).toArray();
    }

    /**
     * Measures ours.
     *
     * @return the components
     */
    @Benchmark
    public int[] vigie() {
        minHash.signature(elements, elements.length, components);
        return components;
    }
}
