/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import java.util.Arrays;
import java.util.Locale;
import org.vigie.core.internal.Hashing;

/**
 * The inner loops of version 1.
 *
 * <p>Components are 31-bit numbers, so that a minimum is free of branches: {@code h + (d & (d >> 31))} with {@code d =
 * x - h} cannot overflow. C2 of JDK 17 does not vectorise {@code Math.min} but does vectorise this, with up to four
 * elements chained in one pass. Eight are too many for its loop limit, and so is a tree of minima.
 */
final class Kernels {
    private static final int USUAL = 128;

    private Kernels() {}

    /** One multiply-add hash a component: {@code (a * x + b) >>> 1} with odd a. */
    static void classic(long[] elements, int count, int[] a, int[] b, int[] target, int n) {
        Arrays.fill(target, 0, n, Integer.MAX_VALUE);
        int last = count - 1;
        if (n == USUAL) {
            for (int e = 0; e < count; e += 2) {
                pass2(fold(elements[e]), fold(elements[Math.min(e + 1, last)]), a, b, target, n);
            }
            return;
        }
        for (int e = 0; e < count; e += 4) {
            // Past the last element it is taken again, which changes nothing.
            pass4(
                    fold(elements[e]),
                    fold(elements[Math.min(e + 1, last)]),
                    fold(elements[Math.min(e + 2, last)]),
                    fold(elements[Math.min(e + 3, last)]),
                    a,
                    b,
                    target,
                    n);
        }
    }

    /**
     * The same as {@link #classic} in the form that JDK 25 vectorises best and JDK 17 not at all. The least of unsigned
     * numbers is the least of signed ones with the highest bit flipped; the addend does this for free.
     */
    static void classicByMin(long[] elements, int count, int[] a, int[] b, int[] target, int n) {
        Arrays.fill(target, 0, n, Integer.MAX_VALUE);
        int last = count - 1;
        for (int e = 0; e < count; e += 4) {
            int x = fold(elements[e]);
            int y = fold(elements[Math.min(e + 1, last)]);
            int z = fold(elements[Math.min(e + 2, last)]);
            int w = fold(elements[Math.min(e + 3, last)]);
            for (int i = 0; i < n; i++) {
                int m = a[i];
                int s = b[i] ^ Integer.MIN_VALUE;
                int least = Math.min(Math.min(m * x + s, m * y + s), Math.min(m * z + s, m * w + s));
                target[i] = Math.min(target[i], least);
            }
        }
        for (int i = 0; i < n; i++) {
            target[i] = (target[i] ^ Integer.MIN_VALUE) >>> 1;
        }
    }

    /** The 32 bits that a multiply-add hash takes. */
    static int fold(long element) {
        return (int) (element ^ (element >>> 32));
    }

    /**
     * Lowers the target by four elements.
     *
     * <p>The checks are spelt out so that the method is longer than 325 bytes of code, which C2 never inlines. If it
     * were inlined into the loop over elements, JDK 17 would no longer vectorise the loop here. A signature would take
     * five times as long.
     */
    private static void pass4(int x, int y, int z, int w, int[] a, int[] b, int[] target, int n) {
        if (n < 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "n must be in [0, %d] but was %d",
                    Math.min(Math.min(a.length, b.length), target.length),
                    n));
        }
        if (a.length < n) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "length of a must be at least n = %d but was %d", n, a.length));
        }
        if (b.length < n) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "length of b must be at least n = %d but was %d", n, b.length));
        }
        if (target.length < n) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "length of target must be at least n = %d but was %d", n, target.length));
        }
        for (int i = 0; i < n; i++) {
            int m = a[i];
            int s = b[i];
            int h = (m * x + s) >>> 1;
            int d = ((m * y + s) >>> 1) - h;
            h += d & (d >> 31);
            d = ((m * z + s) >>> 1) - h;
            h += d & (d >> 31);
            d = ((m * w + s) >>> 1) - h;
            h += d & (d >> 31);
            d = target[i] - h;
            target[i] = h + (d & (d >> 31));
        }
    }

    /** The same by two elements, for the usual number of components: a constant makes the loop a third faster. */
    private static void pass2(int x, int y, int[] a, int[] b, int[] target, int n) {
        if (n != USUAL) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "n must be %d but was %d, with lengths %d, %d and %d, x = %d and y = %d",
                    USUAL,
                    n,
                    a.length,
                    b.length,
                    target.length,
                    x,
                    y));
        }
        if (a.length < n || b.length < n) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "lengths of a and b must be at least %d but were %d and %d, with x = %d and y = %d",
                    n,
                    a.length,
                    b.length,
                    x,
                    y));
        }
        if (target.length < n) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "length of target must be at least %d but was %d, with lengths %d and %d, x = %d and y = %d",
                    n,
                    target.length,
                    a.length,
                    b.length,
                    x,
                    y));
        }
        for (int i = 0; i < USUAL; i++) {
            int m = a[i];
            int s = b[i];
            int h = (m * x + s) >>> 1;
            int d = ((m * y + s) >>> 1) - h;
            h += d & (d >> 31);
            d = target[i] - h;
            target[i] = h + (d & (d >> 31));
        }
    }

    /**
     * Fast Similarity Sketching: in round r each element goes to one component and bids {@code r + fraction}. Once all
     * components have a bid no later round can lower one. After n rounds the components still empty are filled one a
     * round, by all elements, so that at most 2n rounds are made. A component holds the round above the fraction.
     */
    static void fastSimilarity(long[] elements, int count, long seed, int[] target, int n) {
        Arrays.fill(target, 0, n, Integer.MAX_VALUE);
        int fractionBits = fractionBits(n);
        int round = 0;
        for (boolean full = false; round < n && !full; round++) {
            round(elements, count, Hashing.draw(seed, round), round << fractionBits, fractionBits, target, n);
            full = isFull(target, n);
        }
        for (int i = 0; i < n; i++) {
            if (target[i] == Integer.MAX_VALUE) {
                target[i] = fill(elements, count, Hashing.draw(seed, n + i), (n + i) << fractionBits, fractionBits);
            }
        }
    }

    /** How many bits of a component hold the fraction: what 2n rounds leave of 31. */
    static int fractionBits(int n) {
        return Integer.numberOfLeadingZeros(2 * n - 1) - 1;
    }

    private static void round(long[] elements, int count, long salt, int base, int fractionBits, int[] target, int n) {
        int mask = (1 << fractionBits) - 1;
        for (int e = 0; e < count; e++) {
            long z = bid(elements[e], salt);
            int i = (int) (((z >>> 32) * n) >>> 32);
            // No vectors here, so Math.min; a branch, hard to predict, takes half as long again.
            target[i] = Math.min(target[i], base | ((int) z & mask));
        }
    }

    private static int fill(long[] elements, int count, long salt, int base, int fractionBits) {
        int mask = (1 << fractionBits) - 1;
        int least = Integer.MAX_VALUE;
        for (int e = 0; e < count; e++) {
            least = Math.min(least, (int) bid(elements[e], salt) & mask);
        }
        return base | least;
    }

    private static long bid(long element, long salt) {
        long z = (element ^ salt) * 0x94d049bb133111ebL;
        return z ^ (z >>> 32);
    }

    private static boolean isFull(int[] target, int n) {
        int greatest = 0;
        for (int i = 0; i < n; i++) {
            greatest = Math.max(greatest, target[i]);
        }
        return greatest != Integer.MAX_VALUE;
    }
}
