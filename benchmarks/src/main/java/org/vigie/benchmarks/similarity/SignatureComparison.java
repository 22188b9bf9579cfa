/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.SignatureAlgorithm;

/**
 * Time and error of signatures beside hash4j, for a machine that is busy with other work too. Rounds of all candidates
 * take turns, and the fastest round of each counts.
 */
public final class SignatureComparison {
    private static final int ROUNDS = 200;
    private static final String SUPER_MIN_HASH = "hash4j SuperMinHash 128";

    private SignatureComparison() {}

    /** A way to sign: signs a set (returns something so that it is not left out), and estimates the Jaccard of two. */
    private interface Signer {
        int sign(long[] set);

        double estimate(long[] first, long[] second);
    }

    private record Candidate(String name, Signer signer) {}

    /**
     * One way to sign sets of one size.
     *
     * @param name whose, which, and how many components
     * @param elements how many elements a set has
     * @param nanos the time of a signature in the fastest round
     * @param error the root mean square error of the estimate of a Jaccard of 0.8
     */
    public record Row(String name, int elements, double nanos, double error) {}

    /**
     * Runs the comparison.
     *
     * @param args nothing
     */
    public static void main(String[] args) {
        PrintStream out = System.out;
        List<Row> rows = measure(ROUNDS);
        for (Row row : rows) {
            Row peer = rows.stream()
                    .filter(other ->
                            other.elements() == row.elements() && other.name().equals(SUPER_MIN_HASH))
                    .findFirst()
                    .orElseThrow();
            out.printf(
                    Locale.ROOT,
                    "%d elements, %s: %.0f ns, %.2f of SuperMinHash, RMSE at J = 0.8: %.4f%n",
                    row.elements(),
                    row.name(),
                    row.nanos(),
                    row.nanos() / peer.nanos(),
                    row.error());
        }
    }

    /**
     * Signs sets of 89 elements, a post, and of 7,248, a document, in every way.
     *
     * @param rounds how many times, in turns
     * @return each way with each size
     */
    public static List<Row> measure(int rounds) {
        MinHash classic = MinHash.withDefaults();
        MinHash fast = classic.withAlgorithm(SignatureAlgorithm.FAST_SIMILARITY);
        List<Candidate> candidates = List.of(
                new Candidate("vigie classic 128", ours(classic)),
                new Candidate("vigie fast similarity 128", ours(fast)),
                new Candidate("vigie fast similarity 192", ours(fast.withComponents(192))),
                new Candidate("hash4j MinHash 128", peer(SimilarityHashing.minHash(128, 32))),
                new Candidate(SUPER_MIN_HASH, peer(SimilarityHashing.superMinHash(128, 32))));
        List<Row> rows = new ArrayList<>();
        for (int size : new int[] {89, 7248}) {
            double[] best = times(candidates, size, rounds);
            for (int c = 0; c < best.length; c++) {
                Candidate candidate = candidates.get(c);
                rows.add(new Row(candidate.name(), size, best[c], error(candidate.signer(), size)));
            }
        }
        return rows;
    }

    private static double[] times(List<Candidate> candidates, int size, int rounds) {
        SplittableRandom random = new SplittableRandom(size);
        long[][] sets = new long[size > 1000 ? 4 : 128][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = random.longs(size).toArray();
        }
        double[] best = new double[candidates.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        int sink = 0;
        for (int round = 0; round < rounds; round++) {
            for (int c = 0; c < best.length; c++) {
                ToIntFunction<long[]> sign = candidates.get(c).signer()::sign;
                long start = System.nanoTime();
                for (long[] set : sets) {
                    sink += sign.applyAsInt(set);
                }
                best[c] = Math.min(best[c], (double) (System.nanoTime() - start) / sets.length);
            }
        }
        return sink == 42 ? new double[0] : best;
    }

    private static double error(Signer signer, int size) {
        SplittableRandom random = new SplittableRandom(7);
        int pairs = size > 1000 ? 1600 : 4000;
        int only = size / 9;
        double jaccard = (double) (size - only) / (size + only);
        double squares = 0;
        for (int i = 0; i < pairs; i++) {
            long[] first = random.longs(size).toArray();
            long[] second = first.clone();
            for (int e = 0; e < only; e++) {
                second[e] = random.nextLong();
            }
            double difference = signer.estimate(first, second) - jaccard;
            squares += difference * difference;
        }
        return Math.sqrt(squares / pairs);
    }

    private static Signer ours(MinHash minHash) {
        int[] target = new int[minHash.components()];
        return new Signer() {
            @Override
            public int sign(long[] set) {
                minHash.signature(set, set.length, target);
                return target[0];
            }

            @Override
            public double estimate(long[] first, long[] second) {
                return minHash.signature(first)
                        .jaccard(minHash.signature(second))
                        .jaccard();
            }
        };
    }

    private static Signer peer(SimilarityHashPolicy policy) {
        SimilarityHasher hasher = policy.createHasher();
        return new Signer() {
            @Override
            public int sign(long[] set) {
                return hasher.compute(ElementHashProvider.ofValues(set))[0];
            }

            @Override
            public double estimate(long[] first, long[] second) {
                return policy.getFractionOfEqualComponents(
                        hasher.compute(ElementHashProvider.ofValues(first)),
                        hasher.compute(ElementHashProvider.ofValues(second)));
            }
        };
    }
}
