/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import java.util.Objects;
import org.vigie.core.internal.Checks;
import org.vigie.core.internal.Hashing;

/**
 * Turns a set of 64-bit element hashes into a signature, a small array. Its components agree with those of another set
 * with a probability equal to the Jaccard of the two.
 *
 * <p>Source: Andrei Z. Broder, "On the resemblance and containment of documents", 1997; for
 * {@link SignatureAlgorithm#FAST_SIMILARITY} Søren Dahlgaard, Mathias Knudsen and Mikkel Thorup, "Fast similarity
 * sketching", 2017. Deviations: components have 31 bits. Multiply-add hashing stands for random permutations, which
 * needs element hashes that are mixed already. A round of fast similarity sketching takes the component and the bid
 * from one 64-bit hash.
 *
 * <p>Signatures hold their algorithm, version and seed; comparing two that differ in one of these is an error, never a
 * number. Deterministic: the same elements and policy give the same signature on every machine. Immutable and
 * thread-safe.
 */
public final class MinHash {
    private static final int DEFAULT_COMPONENTS = 128;
    private static final int MOST_COMPONENTS = 4096;
    /** Where fast similarity sketching overtakes, about, on the machines it was measured on. */
    private static final int LONG_SET = 256;

    private final int components;
    private final long seed;
    private final SignatureAlgorithm algorithm;
    private final MinHashVersion version;
    private final int[] multipliers;
    private final int[] addends;

    private MinHash(int components, long seed, SignatureAlgorithm algorithm, MinHashVersion version) {
        this.components = components;
        this.seed = seed;
        this.algorithm = algorithm;
        this.version = version;
        multipliers = new int[components];
        addends = new int[components];
        for (int i = 0; i < components; i++) {
            long r = Hashing.draw(seed, i);
            multipliers[i] = (int) (r >>> 32) | 1;
            addends[i] = (int) r;
        }
    }

    /**
     * Creates the default policy: 128 components, {@link SignatureAlgorithm#CLASSIC}, {@link MinHashVersion#DEFAULT},
     * seed 0.
     *
     * @return the policy
     */
    public static MinHash withDefaults() {
        return new MinHash(DEFAULT_COMPONENTS, 0, SignatureAlgorithm.CLASSIC, MinHashVersion.DEFAULT);
    }

    /**
     * Creates the policy for sets of a typical size: the default one with the algorithm that is faster for it.
     *
     * @param elements how many elements most sets have, at least 1
     * @return the policy, {@link SignatureAlgorithm#FAST_SIMILARITY} from 256 elements on
     * @throws IllegalArgumentException if the size is below 1
     */
    public static MinHash forSize(int elements) {
        Checks.between("elements", elements, 1, Integer.MAX_VALUE);
        return withDefaults()
                .withAlgorithm(elements < LONG_SET ? SignatureAlgorithm.CLASSIC : SignatureAlgorithm.FAST_SIMILARITY);
    }

    /**
     * Sets the number of components; the standard error of an estimate falls with its square root.
     *
     * @param count the number of components, 1 to 4,096
     * @return the changed policy
     * @throws IllegalArgumentException if the number is out of range
     */
    public MinHash withComponents(int count) {
        return new MinHash(Checks.between("components", count, 1, MOST_COMPONENTS), seed, algorithm, version);
    }

    /**
     * Sets the seed; keep it secret where the input may be hostile.
     *
     * @param newSeed any value
     * @return the changed policy
     */
    public MinHash withSeed(long newSeed) {
        return new MinHash(components, newSeed, algorithm, version);
    }

    /**
     * Sets the algorithm.
     *
     * @param newAlgorithm the algorithm
     * @return the changed policy
     */
    public MinHash withAlgorithm(SignatureAlgorithm newAlgorithm) {
        return new MinHash(components, seed, Objects.requireNonNull(newAlgorithm, "newAlgorithm"), version);
    }

    /**
     * Sets the version.
     *
     * @param newVersion the version
     * @return the changed policy
     */
    public MinHash withVersion(MinHashVersion newVersion) {
        return new MinHash(components, seed, algorithm, Objects.requireNonNull(newVersion, "newVersion"));
    }

    /**
     * Tells the number of components.
     *
     * @return the number of components of every signature
     */
    public int components() {
        return components;
    }

    /**
     * Tells the algorithm.
     *
     * @return the algorithm of every signature
     */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Tells the seed.
     *
     * @return the seed of every signature
     */
    public long seed() {
        return seed;
    }

    /**
     * Computes the signature of a set.
     *
     * @param elements the element hashes, well mixed, at least one; order and repetitions do not matter
     * @return the signature
     * @throws IllegalArgumentException if there is no element
     */
    public Signature signature(long... elements) {
        int[] target = new int[components];
        signature(elements, elements.length, target);
        return new Signature(version, algorithm, seed, target);
    }

    /**
     * Computes the components of the signature of a set into an array: allocates nothing.
     *
     * @param elements the element hashes, well mixed; order and repetitions do not matter
     * @param count how many of them to take, at least 1. An empty set has no signature, for it would equal that of
     *     every other empty set
     * @param target receives the components, each in [0, 2^31)
     * @throws IllegalArgumentException if the count is below 1 or above the length of the elements, or the target is
     *     shorter than {@link #components()}
     */
    public void signature(long[] elements, int count, int[] target) {
        if (count < 1 || count > elements.length) {
            Checks.between("number of elements", count, 1, Math.max(1, elements.length));
        }
        Checks.between("target length", target.length, components, Integer.MAX_VALUE);
        if (algorithm == SignatureAlgorithm.CLASSIC) {
            ClassicKernel.FASTEST.sign(elements, count, multipliers, addends, target, components);
        } else {
            Kernels.fastSimilarity(elements, count, seed, target, components);
        }
    }
}
