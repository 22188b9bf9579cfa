/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.core.internal.Hashing;

class MinHashTest {
    /** Whatever moves, these stay: stored signatures of version 1 depend on them. */
    @Test
    void keepsTheValuesOfVersionOne() {
        long[] set = LongStream.range(0, 100).map(Hashing::mix).toArray();
        MinHash classic = MinHash.withDefaults().withComponents(8).withSeed(42).withVersion(MinHashVersion.V1);
        assertThat(classic.signature(set).components()).containsExactly(GOLDEN_CLASSIC);
        assertThat(classic.withAlgorithm(SignatureAlgorithm.FAST_SIMILARITY)
                        .signature(set)
                        .components())
                .containsExactly(GOLDEN_FAST);
        assertThat(classic.withAlgorithm(SignatureAlgorithm.FAST_SIMILARITY)
                        .signature(7)
                        .components())
                .containsExactly(GOLDEN_FAST_ONE);
    }

    private static final int[] GOLDEN_CLASSIC = {
        70901402, 2286719, 5033263, 620523, 24297207, 91399144, 34082803, 27093270
    };
    private static final int[] GOLDEN_FAST = {19895204, 25089, 11988849, 40063775, 15159622, 647158, 607502, 33767149};
    private static final int[] GOLDEN_FAST_ONE = {
        1081462606, 374340637, 11971617, 974010068, 1627855295, 215906429, 1954566084, 540656254
    };

    @Test
    void classicIsTheMinimumOfEachHash() {
        SplittableRandom random = new SplittableRandom(5);
        for (int size = 1; size < 12; size++) {
            long[] set = random.longs(size).toArray();
            int[] expected = new int[size % 2 == 0 ? 33 : 128];
            for (int i = 0; i < expected.length; i++) {
                long r = Hashing.draw(9, i);
                expected[i] = Integer.MAX_VALUE;
                for (long element : set) {
                    int x = (int) (element ^ (element >>> 32));
                    expected[i] = Math.min(expected[i], (((int) (r >>> 32) | 1) * x + (int) r) >>> 1);
                }
            }
            assertThat(MinHash.withDefaults()
                            .withComponents(expected.length)
                            .withSeed(9)
                            .signature(set)
                            .components())
                    .containsExactly(expected);
        }
    }

    /** Each component agrees with probability J, so the sum over many seeds is binomial (or narrower). */
    @ParameterizedTest
    @CsvSource({
        "CLASSIC, 3, 1", "CLASSIC, 40, 8", "CLASSIC, 160, 20", "CLASSIC, 20, 180",
        "FAST_SIMILARITY, 1, 1", "FAST_SIMILARITY, 3, 1", "FAST_SIMILARITY, 40, 8", "FAST_SIMILARITY, 500, 100",
        "FAST_SIMILARITY, 20, 180"
    })
    void componentsAgreeWithTheProbabilityOfTheJaccard(SignatureAlgorithm algorithm, int shared, int only) {
        SplittableRandom random = new SplittableRandom(shared * 1000L + only);
        double jaccard = (double) shared / (shared + 2 * only);
        long agreed = 0;
        int rounds = 400;
        double squares = 0;
        for (int round = 0; round < rounds; round++) {
            MinHash minHash = MinHash.withDefaults().withAlgorithm(algorithm).withSeed(random.nextLong());
            long[] a = random.longs(shared + only).toArray();
            long[] b = a.clone();
            for (int i = 0; i < only; i++) {
                b[i] = random.nextLong();
            }
            JaccardEstimate estimate = minHash.signature(a).jaccard(minHash.signature(b));
            agreed += Math.round(estimate.jaccard() * 128);
            squares += (estimate.jaccard() - jaccard) * (estimate.jaccard() - jaccard);
        }
        double n = rounds * 128.0;
        double z = (agreed - n * jaccard) / Math.sqrt(n * jaccard * (1 - jaccard));
        assertThat(Math.abs(z)).as("standard deviations off").isLessThan(2.576);
        double binomial = Math.sqrt(jaccard * (1 - jaccard) / 128);
        assertThat(Math.sqrt(squares / rounds)).isLessThan(binomial * 1.12);
    }

    @Test
    void fastSimilarityIsMoreExactOnTweets() {
        SplittableRandom random = new SplittableRandom(77);
        double squares = 0;
        for (int round = 0; round < 1000; round++) {
            MinHash minHash = MinHash.forSize(300).withSeed(random.nextLong());
            long[] a = random.longs(90).toArray();
            long[] b = a.clone();
            for (int i = 0; i < 10; i++) {
                b[i] = random.nextLong();
            }
            double estimate = minHash.signature(a).jaccard(minHash.signature(b)).jaccard();
            squares += (estimate - 0.8) * (estimate - 0.8);
        }
        assertThat(Math.sqrt(squares / 1000)).isLessThan(0.029);
    }

    @ParameterizedTest
    @EnumSource
    void compactSignaturesGiveUnbiasedEstimates(SignatureAlgorithm algorithm) {
        SplittableRandom random = new SplittableRandom(11);
        for (int bits : new int[] {8, 4}) {
            double sum = 0;
            double error = 0;
            int rounds = 500;
            for (int round = 0; round < rounds; round++) {
                MinHash minHash =
                        MinHash.withDefaults().withAlgorithm(algorithm).withSeed(random.nextLong());
                long[] a = random.longs(60).toArray();
                long[] b = a.clone();
                for (int i = 0; i < 20; i++) {
                    b[i] = random.nextLong();
                }
                JaccardEstimate estimate = minHash.signature(a)
                        .compact(bits)
                        .jaccard(minHash.signature(b).compact(bits));
                sum += estimate.jaccard();
                error = estimate.standardError();
            }
            assertThat(sum / rounds).isCloseTo(0.5, within(2.576 * 0.0475 / Math.sqrt(rounds)));
            assertThat(error).isBetween(0.03, 0.06);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mergesToTheSignatureOfTheUnion(SignatureAlgorithm algorithm) {
        SplittableRandom random = new SplittableRandom(3);
        MinHash minHash = MinHash.withDefaults().withComponents(100).withAlgorithm(algorithm);
        for (int size : new int[] {1, 2, 5, 50, 900}) {
            long[] all = random.longs(size + 3).toArray();
            Signature left = minHash.signature(Arrays.copyOf(all, size));
            Signature right = minHash.signature(Arrays.copyOfRange(all, size / 2, all.length));
            assertThat(left.merge(right)).isEqualTo(minHash.signature(all));
        }
    }

    @ParameterizedTest
    @EnumSource
    void dependsOnTheSetOnly(SignatureAlgorithm algorithm) {
        MinHash minHash = MinHash.withDefaults().withAlgorithm(algorithm);
        assertThat(minHash.signature(5, 1, 9, 5)).isEqualTo(minHash.signature(9, 5, 1));
        assertThat(minHash.signature(5, 1, 9)).isNotEqualTo(minHash.signature(5, 1));
        assertThat(minHash.signature(5).jaccard(minHash.signature(5))).isEqualTo(new JaccardEstimate(1, 0));
    }

    @Test
    void refusesToCompareWhatCannotBeCompared() {
        MinHash minHash = MinHash.withDefaults();
        Signature signature = minHash.signature(1, 2, 3);
        assertThatThrownBy(() -> signature.jaccard(minHash.withSeed(1).signature(1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seed of both signatures must be the same but was 0 and 1");
        assertThatThrownBy(() -> signature.jaccard(minHash.withComponents(5).signature(1)))
                .hasMessage("number of components of both signatures must be the same but was 128 and 5");
        assertThatThrownBy(() -> signature.merge(minHash.withAlgorithm(SignatureAlgorithm.FAST_SIMILARITY)
                        .signature(1)))
                .hasMessage("algorithm of both signatures must be the same but was CLASSIC and FAST_SIMILARITY");
        assertThatThrownBy(() -> signature.jaccard(signature.compact(8)))
                .hasMessage("bits of both signatures must be the same but was 32 and 8");
        assertThatThrownBy(() -> signature.compact(8).merge(signature.compact(8)))
                .hasMessage("bits must be 32 to merge but were 8");
        assertThatThrownBy(() -> signature.compact(8).compact(4))
                .hasMessage("bits must go from 32 to 8 or 4 but were to go from 8 to 4");
        assertThatThrownBy(minHash::signature).hasMessage("number of elements must be in [1, 1] but was 0");
        assertThatThrownBy(() -> minHash.withComponents(0)).hasMessage("components must be in [1, 4096] but was 0");
        assertThatThrownBy(() -> minHash.signature(new long[1], 1, new int[3]))
                .hasMessageStartingWith("target length must be in [128,");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWroteAndNothingElse(SignatureAlgorithm algorithm) {
        Signature full = MinHash.withDefaults()
                .withComponents(7)
                .withSeed(-3)
                .withAlgorithm(algorithm)
                .signature(4, 5, 6);
        for (Signature signature : new Signature[] {full, full.compact(8), full.compact(4)}) {
            byte[] bytes = signature.toBytes();
            assertThat(Signature.fromBytes(bytes)).isEqualTo(signature).hasSameHashCodeAs(signature);
            assertThat(bytes).hasSize(20 + (7 * signature.bits() + 7) / 8 + 4);
            for (int i = 0; i < bytes.length; i++) {
                byte[] damaged = bytes.clone();
                damaged[i] ^= 0x10;
                assertThatThrownBy(() -> Signature.fromBytes(damaged)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> Signature.fromBytes(Arrays.copyOf(bytes, bytes.length - 1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Signature.fromBytes(new byte[3]))
                .hasMessage("signature must have at least 24 bytes but had 3");
    }

    @Test
    void tellsItsParametersAndSwitchesWhereDocumented() {
        MinHash minHash = MinHash.withDefaults().withComponents(9).withSeed(-4);
        assertThat(minHash.components()).isEqualTo(9);
        assertThat(minHash.seed()).isEqualTo(-4);
        assertThat(MinHash.forSize(1).algorithm()).isEqualTo(SignatureAlgorithm.CLASSIC);
        assertThat(MinHash.forSize(255).algorithm()).isEqualTo(SignatureAlgorithm.CLASSIC);
        assertThat(MinHash.forSize(256).algorithm()).isEqualTo(SignatureAlgorithm.FAST_SIMILARITY);
        assertThatThrownBy(() -> minHash.signature(new long[2], 3, new int[9]))
                .hasMessage("number of elements must be in [1, 2] but was 3");
        assertThatThrownBy(() -> minHash.signature(new long[2], 0, new int[9]))
                .hasMessage("number of elements must be in [1, 2] but was 0");
    }

    /** The error of the estimate is that of the share of equal components, widened for compact ones. */
    @Test
    void tellsTheStandardErrorOfTheFormula() {
        MinHash minHash = MinHash.withDefaults();
        Signature first = minHash.signature(1, 2, 3, 4, 5);
        Signature second = minHash.signature(1, 2, 3, 4, 6);
        double share = first.jaccard(second).jaccard();
        assertThat(share).isStrictlyBetween(0.3, 0.95);
        assertThat(first.jaccard(second).standardError())
                .isCloseTo(Math.sqrt(share * (1 - share) / 128), within(1e-12));
        JaccardEstimate compact = first.compact(4).jaccard(second.compact(4));
        double seen = compact.jaccard() * 15 / 16 + 1.0 / 16;
        assertThat(seen * 128).isCloseTo(Math.rint(seen * 128), within(1e-9));
        assertThat(compact.standardError()).isCloseTo(Math.sqrt(seen * (1 - seen) / 128) * 16 / 15, within(1e-12));
    }

    @Test
    void simHashIsNearForNearSets() {
        SplittableRandom random = new SplittableRandom(2);
        long[] a = random.longs(200).toArray();
        long[] b = a.clone();
        b[0] = random.nextLong();
        assertThat(SimHash.of(7)).isEqualTo(7);
        assertThat(SimHash.of(5, 3, 1)).isEqualTo(1);
        assertThat(SimHash.cosine(SimHash.of(a), SimHash.of(b))).isGreaterThan(0.9);
        assertThat(SimHash.cosine(SimHash.of(a), ~SimHash.of(a))).isCloseTo(-1, within(1e-12));
        assertThatThrownBy(SimHash::of).hasMessageStartingWith("number of elements must be in [1,");
    }
}
