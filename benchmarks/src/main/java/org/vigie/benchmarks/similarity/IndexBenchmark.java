/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.util.ArrayList;
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
import org.vigie.core.search.Banding;
import org.vigie.core.search.ExactJoin;
import org.vigie.core.search.LshIndex;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.Signature;
import org.vigie.nlp.duplicate.CandidateMethod;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/** Index and whole search, a post. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IndexBenchmark {
    private static final int POSTS = 20_000;

    private final Banding banding = Banding.forThreshold(0.8, 0.997);
    private final List<Signature> signatures = new ArrayList<>();
    private final List<long[]> sets = new ArrayList<>();
    private LshIndex full = LshIndex.of(banding);
    private List<String> posts = List.of();

    /** Makes the posts and an index of all. */
    @Setup
    public void setUp() {
        posts = SampleTexts.posts(POSTS, 2);
        Shingler shingler = Shingler.characters(5);
        for (String post : posts) {
            long[] set = shingler.shingles(TextNormalizer.social().normalize(post));
            sets.add(set);
            signatures.add(MinHash.withDefaults().signature(set));
        }
        full = insert();
    }

    @Benchmark
    @OperationsPerInvocation(POSTS)
    public LshIndex insert() {
        LshIndex index = LshIndex.of(banding);
        for (int i = 0; i < signatures.size(); i++) {
            index.add(i, signatures.get(i), i);
        }
        return index;
    }

    @Benchmark
    @OperationsPerInvocation(POSTS)
    public int query() {
        int found = 0;
        for (Signature signature : signatures) {
            found += full.query(signature).length;
        }
        return found;
    }

    /** The join alone, over sets that are there already. */
    @Benchmark
    @OperationsPerInvocation(POSTS)
    public int exactJoin() {
        int[] found = {0};
        ExactJoin.withThreshold(0.8).join(POSTS, sets::get, (a, b, jaccard) -> found[0]++);
        return found[0];
    }

    @Benchmark
    @OperationsPerInvocation(POSTS)
    public int searchLsh() {
        return NearDuplicates.withDefaults()
                .withThreads(1)
                .detect(posts)
                .pairs()
                .size();
    }

    @Benchmark
    @OperationsPerInvocation(POSTS)
    public int searchExact() {
        return NearDuplicates.withDefaults()
                .withThreads(1)
                .withMethod(CandidateMethod.EXACT)
                .detect(posts)
                .pairs()
                .size();
    }
}
