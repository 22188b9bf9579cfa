/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Runs twice: without and with {@code --add-modules jdk.incubator.vector}. */
class ClassicKernelTest {
    private static final int UNTOUCHED = -77;

    @Test
    void takesVectorsWhereTheModuleIs() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(ClassicKernel.FASTEST.getClass().getSimpleName().equals("VectorKernel"))
                .isEqualTo(vectors);
    }

    /** Any number of components: whole tiles, single registers and what is left, for registers of any width. */
    @Property
    void allKernelsGiveTheBitsOfTheDefinition(
            @ForAll @IntRange(min = 1, max = 300) int n,
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        check(random.longs(count).toArray(), count, n, random);
        check(random.longs(count + 3).toArray(), count, 128, random);
    }

    @Test
    void extremesOfThirtyTwoBitsKeepTheirOrder() {
        SplittableRandom random = new SplittableRandom(3);
        for (long[] elements : new long[][] {
            {0}, {-1}, {1}, {Integer.MIN_VALUE}, {Integer.MAX_VALUE, Integer.MIN_VALUE}, {0, -1, 1L << 63, 1L << 31}
        }) {
            check(elements, elements.length, 128, random);
            check(elements, elements.length, 131, random);
        }
    }

    private static void check(long[] elements, int count, int n, SplittableRandom random) {
        int[] a = random.ints(n).map(x -> x | 1).toArray();
        int[] b = random.ints(n).toArray();
        int[] expected = new int[n + 2];
        for (int i = 0; i < n; i++) {
            expected[i] = Integer.MAX_VALUE;
            for (int e = 0; e < count; e++) {
                int x = (int) (elements[e] ^ (elements[e] >>> 32));
                expected[i] = Math.min(expected[i], (a[i] * x + b[i]) >>> 1);
            }
        }
        expected[n] = UNTOUCHED;
        expected[n + 1] = UNTOUCHED;
        for (ClassicKernel kernel :
                new ClassicKernel[] {Kernels::classic, Kernels::classicByMin, ClassicKernel.FASTEST}) {
            int[] target = random.ints(n + 2).toArray();
            target[n] = UNTOUCHED;
            target[n + 1] = UNTOUCHED;
            kernel.sign(elements, count, a, b, target, n);
            assertThat(target).containsExactly(expected);
        }
    }
}
