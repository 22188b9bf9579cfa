/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.vigie.core.internal.Checks;

/**
 * Finds every pair of sets whose Jaccard reaches a threshold, exactly: recall and precision are 1 by construction.
 *
 * <p>Sources: Roberto J. Bayardo, Yiming Ma and Ramakrishnan Srikant, "Scaling up all pairs similarity search", 2007.
 * Chuan Xiao, Wei Wang, Xuemin Lin and Jeffrey Xu Yu, "Efficient similarity joins for near duplicate detection", 2008
 * (prefix, length and position filters). Deviation: elements that occur in one set only are never indexed. In place of
 * a suffix filter, each set has bits for the most frequent elements, which bound what two sets may share.
 *
 * <p>Memory: 4 bytes per element of all sets together and up to 44 per distinct one while elements are ranked. Then 4 per
 * element, 4 per distinct one, 12 per indexed prefix element, and 80 per set. Arrays that grow are there twice for a
 * moment. Time grows with the number of pairs that share a rare element: meant for
 * batches of up to a few hundred thousand texts. Deterministic; immutable and thread-safe.
 */
public final class ExactJoin {
    private final double threshold;

    private ExactJoin(double threshold) {
        this.threshold = threshold;
    }

    /** Receives the pairs that a join finds. */
    @FunctionalInterface
    public interface PairConsumer {
        /**
         * Receives one pair.
         *
         * @param first the smaller index
         * @param second the larger index
         * @param jaccard the exact Jaccard of the two sets
         */
        void accept(int first, int second, double jaccard);
    }

    /**
     * Creates a join.
     *
     * @param threshold the least Jaccard of a pair, in (0, 1]
     * @return the join
     * @throws IllegalArgumentException if the threshold is out of range
     */
    public static ExactJoin withThreshold(double threshold) {
        return new ExactJoin(Checks.fraction("threshold", threshold));
    }

    /**
     * Joins sets with themselves.
     *
     * @param count how many sets there are
     * @param sets gives the set of each index below {@code count}: distinct elements in any order; an empty set is in
     *     no pair. Called once an index, in order
     * @param pairs receives each pair once, in no promised order
     * @throws IllegalArgumentException if the count is below 0, or all sets together have more than 2,147,483,639
     *     elements or 1,073,741,823 distinct ones
     */
    public void join(int count, IntFunction<long[]> sets, PairConsumer pairs) {
        Checks.between("count", count, 0, Integer.MAX_VALUE);
        join(count, count, true, sets, pairs);
    }

    /**
     * Joins the first sets with the others: what {@link #join(int, IntFunction, PairConsumer)} finds without the pairs
     * on one side. Many sets can so be joined in blocks.
     *
     * @param left how many sets are first
     * @param right how many others come behind them
     * @param sets gives the set of each index below the sum, as there
     * @param pairs receives each pair once, in no promised order
     * @throws IllegalArgumentException if a number or their sum is below 0 or above 2,147,483,647, or all sets together
     *     have more elements than there
     */
    public void joinAcross(int left, int right, IntFunction<long[]> sets, PairConsumer pairs) {
        Checks.between("number of first sets", left, 0, Integer.MAX_VALUE);
        Checks.between("number of other sets", right, 0, Integer.MAX_VALUE - left);
        join(left + right, left, false, sets, pairs);
    }

    /** Of two sides each has lists of its own and asks those of the other. */
    private void join(int count, int left, boolean isOneSide, IntFunction<long[]> sets, PairConsumer pairs) {
        RankedSets ranked = RankedSets.of(count, sets);
        int[] order = ranked.bySize();
        FrequentBits frequent = FrequentBits.of(ranked, count);
        int distinct = ranked.distinct();
        int[] ofLeft = heads(distinct);
        int[] ofRight = isOneSide ? ofLeft : heads(distinct);
        Postings postings = new Postings();
        int[] overlap = new int[count];
        int[] candidates = new int[count];
        for (int set : order) {
            int from = ranked.offset(set);
            int size = ranked.offset(set + 1) - from;
            if (size == 0) {
                continue;
            }
            int least = (int) Math.ceil(threshold * size - 1e-9);
            int prefix = size - least + 1;
            int[] head = set < left ? ofRight : ofLeft;
            int found = 0;
            for (int i = 0; i < prefix; i++) {
                int element = ranked.element(from + i);
                if (!ranked.shared(element)) {
                    continue;
                }
                boolean isFrequent = frequent.has(element);
                int entry = head[element];
                int previous = -1;
                while (entry >= 0) {
                    int other = postings.set[entry];
                    int otherSize = ranked.offset(other + 1) - ranked.offset(other);
                    if (otherSize < least) {
                        // Sets come in order of size and lists newest first: all that follow are too short for good.
                        if (previous < 0) {
                            head[element] = -1;
                        } else {
                            postings.next[previous] = -1;
                        }
                        break;
                    }
                    if (isFrequent) {
                        // Its bits count it; here it only makes the two meet.
                        if (overlap[other] == 0) {
                            overlap[other] = 1;
                            candidates[found++] = other;
                        }
                    } else if (overlap[other] >= 0) {
                        int needed = needed(size, otherSize);
                        int bound = overlap[other] + Math.min(size - i, otherSize - postings.position[entry]);
                        if (bound < needed) {
                            overlap[other] = overlap[other] == 0 ? 0 : -1;
                        } else if (overlap[other]++ == 0) {
                            candidates[found++] = other;
                        }
                    }
                    previous = entry;
                    entry = postings.next[entry];
                }
            }
            for (int c = 0; c < found; c++) {
                int other = candidates[c];
                if (overlap[other] > 0 && mayReach(ranked, frequent, set, other, prefix, overlap[other])) {
                    verify(ranked, set, other, pairs);
                }
                overlap[other] = 0;
            }
            // An indexed set meets sets at least as long, so its prefix may be shorter (Xiao et al., lemma 2).
            int indexed = indexed(size);
            int[] own = set < left ? ofLeft : ofRight;
            for (int i = 0; i < indexed; i++) {
                int element = ranked.element(from + i);
                if (ranked.shared(element)) {
                    own[element] = postings.add(set, i, own[element]);
                }
            }
        }
    }

    private static int[] heads(int distinct) {
        int[] heads = new int[distinct];
        Arrays.fill(heads, -1);
        return heads;
    }

    private int indexed(int size) {
        return size - (int) Math.ceil(2 * threshold / (1 + threshold) * size - 1e-9) + 1;
    }

    /**
     * Whether two sets may reach the threshold. Counted are the rare elements that their prefixes share, the most
     * frequent ones that they share, and the rare elements that lie behind a prefix. Sets that have a boilerplate in
     * common all meet, and few reach it.
     */
    private boolean mayReach(
            RankedSets ranked, FrequentBits frequent, int set, int other, int prefix, int sharedInPrefix) {
        int size = ranked.offset(set + 1) - ranked.offset(set);
        int otherSize = ranked.offset(other + 1) - ranked.offset(other);
        int unseen = Math.max(0, frequent.rare(set) - prefix) + Math.max(0, frequent.rare(other) - indexed(otherSize));
        return sharedInPrefix + unseen + frequent.shared(set, other) >= needed(size, otherSize);
    }

    private int needed(int size, int otherSize) {
        return (int) Math.ceil(threshold / (1 + threshold) * (size + otherSize) - 1e-9);
    }

    private void verify(RankedSets ranked, int set, int other, PairConsumer pairs) {
        int i = ranked.offset(set);
        int endI = ranked.offset(set + 1);
        int j = ranked.offset(other);
        int endJ = ranked.offset(other + 1);
        int total = endI - i + endJ - j;
        int needed = needed(endI - i, endJ - j);
        int shared = 0;
        while (i < endI && j < endJ && shared + Math.min(endI - i, endJ - j) >= needed) {
            int a = ranked.element(i);
            int b = ranked.element(j);
            if (a == b) {
                shared++;
            }
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        double jaccard = (double) shared / (total - shared);
        if (jaccard >= threshold) {
            pairs.accept(Math.min(set, other), Math.max(set, other), jaccard);
        }
    }

    /** Lists of (set, position) by element, linked newest first. */
    private static final class Postings {
        private int[] set = new int[1024];
        private int[] position = new int[1024];
        private int[] next = new int[1024];
        private int size;

        int add(int newSet, int newPosition, int newNext) {
            if (size == set.length) {
                int grown = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
                set = Arrays.copyOf(set, grown);
                position = Arrays.copyOf(position, grown);
                next = Arrays.copyOf(next, grown);
            }
            set[size] = newSet;
            position[size] = newPosition;
            next[size] = newNext;
            return size++;
        }
    }
}
