/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The classic kernel in vectors: a tile of components stays in registers while all elements pass.
 *
 * <p>The least of unsigned numbers is the least of signed ones with the highest bit flipped, which an addend takes for
 * free; so an element costs a multiplication, an addition and a minimum a register, and a shift once a signature. Compiled
 * on its own, against the incubator module; {@link ClassicKernel} finds it by name when that module is there.
 */
final class VectorKernel implements ClassicKernel {
    private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Found by reflection. */
    VectorKernel() {}

    @Override
    public void sign(long[] elements, int count, int[] a, int[] b, int[] target, int n) {
        int i = 0;
        for (; i <= n - 4 * LANES; i += 4 * LANES) {
            tile(elements, count, a, b, target, i);
        }
        for (; i <= n - LANES; i += LANES) {
            register(elements, count, a, b, target, i);
        }
        for (; i < n; i++) {
            component(elements, count, a, b, target, i);
        }
    }

    private static void tile(long[] elements, int count, int[] a, int[] b, int[] target, int from) {
        IntVector a0 = IntVector.fromArray(SPECIES, a, from);
        IntVector a1 = IntVector.fromArray(SPECIES, a, from + LANES);
        IntVector a2 = IntVector.fromArray(SPECIES, a, from + 2 * LANES);
        IntVector a3 = IntVector.fromArray(SPECIES, a, from + 3 * LANES);
        IntVector b0 = flipped(b, from);
        IntVector b1 = flipped(b, from + LANES);
        IntVector b2 = flipped(b, from + 2 * LANES);
        IntVector b3 = flipped(b, from + 3 * LANES);
        IntVector least0 = IntVector.broadcast(SPECIES, Integer.MAX_VALUE);
        IntVector least1 = least0;
        IntVector least2 = least0;
        IntVector least3 = least0;
        for (int e = 0; e < count; e++) {
            IntVector x = IntVector.broadcast(SPECIES, Kernels.fold(elements[e]));
            least0 = least0.min(a0.mul(x).add(b0));
            least1 = least1.min(a1.mul(x).add(b1));
            least2 = least2.min(a2.mul(x).add(b2));
            least3 = least3.min(a3.mul(x).add(b3));
        }
        store(least0, target, from);
        store(least1, target, from + LANES);
        store(least2, target, from + 2 * LANES);
        store(least3, target, from + 3 * LANES);
    }

    private static void register(long[] elements, int count, int[] a, int[] b, int[] target, int from) {
        IntVector factor = IntVector.fromArray(SPECIES, a, from);
        IntVector addend = flipped(b, from);
        IntVector least = IntVector.broadcast(SPECIES, Integer.MAX_VALUE);
        for (int e = 0; e < count; e++) {
            least = least.min(factor.mul(Kernels.fold(elements[e])).add(addend));
        }
        store(least, target, from);
    }

    private static void component(long[] elements, int count, int[] a, int[] b, int[] target, int i) {
        int addend = b[i] ^ Integer.MIN_VALUE;
        int least = Integer.MAX_VALUE;
        for (int e = 0; e < count; e++) {
            least = Math.min(least, a[i] * Kernels.fold(elements[e]) + addend);
        }
        target[i] = (least ^ Integer.MIN_VALUE) >>> 1;
    }

    private static IntVector flipped(int[] values, int from) {
        return IntVector.fromArray(SPECIES, values, from).lanewise(VectorOperators.XOR, Integer.MIN_VALUE);
    }

    private static void store(IntVector least, int[] target, int from) {
        least.lanewise(VectorOperators.XOR, Integer.MIN_VALUE)
                .lanewise(VectorOperators.LSHR, 1)
                .intoArray(target, from);
    }
}
