/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.vigie.posts.Corpus;

/**
 * Who of a group meets whom: two members meet where their acts on one object of the group are within the window.
 *
 * <p>Who comes first is counted without going through the pairs, in O(a log a) for a acts. The share of pairs that meet
 * is counted over all members. It is counted in full as long as that takes at most {@value #MOST_PAIRS} steps, and
 * otherwise for members at equal steps. So a flood of any size takes seconds.
 */
final class Meetings {
    private static final long MOST_PAIRS = 50_000_000;

    private final int[] members;
    private final long[] twiceFirst;
    private final long[] met;
    private final double density;

    Meetings(Corpus corpus, Candidate group, Duration window) {
        this(corpus, group, window, MOST_PAIRS);
    }

    /** @param mostPairs steps that the density may take, about */
    Meetings(Corpus corpus, Candidate group, Duration window, long mostPairs) {
        members = group.accounts();
        twiceFirst = new long[members.length];
        met = new long[members.length];
        Acts[] objects = group.objects().stream()
                .map(object -> new Acts(corpus, object, window))
                .toArray(Acts[]::new);
        long pairs = 0;
        for (Acts acts : objects) {
            acts.countInto(twiceFirst, met);
            pairs += acts.pairs();
        }
        density = density(objects, 1 + (int) (pairs / mostPairs));
    }

    /** The share of a member's meetings in which it came first, where a tie counts half; 0 if it met nobody. */
    double lead(int account) {
        int m = Arrays.binarySearch(members, account);
        return met[m] == 0 ? 0 : twiceFirst[m] / (2.0 * met[m]);
    }

    /** The share of pairs of members that meet. */
    double density() {
        return density;
    }

    private double density(Acts[] objects, int step) {
        long pairs = 0;
        long meeting = 0;
        BitSet others = new BitSet(members.length);
        int[][] order = Arrays.stream(objects).map(Acts::byMember).toArray(int[][]::new);
        int[] next = new int[objects.length];
        for (int m = 0; m < members.length; m++) {
            others.clear();
            for (int o = 0; o < objects.length; o++) {
                Acts acts = objects[o];
                for (; next[o] < order[o].length && acts.member[order[o][next[o]]] == m; next[o]++) {
                    if (m % step == 0) {
                        acts.meet(order[o][next[o]], others);
                    }
                }
            }
            if (m % step == 0) {
                others.clear(m);
                meeting += others.cardinality();
                pairs += members.length - 1;
            }
        }
        return pairs == 0 ? 0 : meeting / (double) pairs;
    }

    /** The members' acts on one object, in order of time. */
    private final class Acts {
        private final int[] member;
        private final long[] time;
        /** Acts {@code from[i]..to[i]} are within the window of act i. */
        private final int[] from;

        private final int[] to;
        /** Acts {@code tiesFrom[i]..tiesTo[i]} are of the same moment. */
        private final int[] tiesFrom;

        private final int[] tiesTo;

        Acts(Corpus corpus, Sighting object, Duration window) {
            int[] rows = object.rowStream()
                    .filter(row -> Arrays.binarySearch(members, corpus.account(row)) >= 0)
                    .toArray();
            member = IntStream.of(rows)
                    .map(row -> Arrays.binarySearch(members, corpus.account(row)))
                    .toArray();
            time = IntStream.of(rows).mapToLong(corpus::time).toArray();
            from = new int[rows.length];
            to = new int[rows.length];
            tiesFrom = new int[rows.length];
            tiesTo = new int[rows.length];
            fill(window.toMillis(), from, to);
            fill(0, tiesFrom, tiesTo);
        }

        private void fill(long within, int[] first, int[] end) {
            int oldest = 0;
            int newest = 0;
            for (int i = 0; i < time.length; i++) {
                while (time[i] - time[oldest] > within) {
                    oldest++;
                }
                while (newest < time.length && time[newest] - time[i] <= within) {
                    newest++;
                }
                first[i] = oldest;
                end[i] = newest;
            }
        }

        long pairs() {
            long pairs = 0;
            for (int i = 0; i < from.length; i++) {
                pairs += to[i] - from[i];
            }
            return pairs;
        }

        /** The acts by member, each member's in order of time. */
        int[] byMember() {
            return IntStream.range(0, member.length)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer i) -> member[i]))
                    .mapToInt(i -> i)
                    .toArray();
        }

        /** Adds for each act all acts within its window, less the member's own. */
        void countInto(long[] twiceFirstOf, long[] metOf) {
            for (int i = 0; i < member.length; i++) {
                metOf[member[i]] += to[i] - from[i];
                twiceFirstOf[member[i]] += twiceFirst(to[i], tiesTo[i], tiesFrom[i]);
            }
            int[] order = byMember();
            int end = 0;
            for (int start = 0; start < order.length; start = end) {
                int own = member[order[start]];
                while (end < order.length && member[order[end]] == own) {
                    end++;
                }
                for (int j = start; j < end; j++) {
                    int i = order[j];
                    int last = lowest(order, start, end, to[i]);
                    metOf[own] -= last - lowest(order, start, end, from[i]);
                    twiceFirstOf[own] -= twiceFirst(
                            last, lowest(order, start, end, tiesTo[i]), lowest(order, start, end, tiesFrom[i]));
                }
            }
        }

        /** Later acts count twice, those of the same moment once. */
        private static long twiceFirst(int last, int tiesTo, int tiesFrom) {
            return 2L * (last - tiesTo) + (tiesTo - tiesFrom);
        }

        /** The first place whose act is not below a number. */
        private static int lowest(int[] among, int start, int end, int act) {
            int low = start;
            int high = end;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (among[middle] < act) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** Marks whom an act meets. */
        void meet(int act, BitSet others) {
            for (int i = from[act]; i < to[act]; i++) {
                others.set(member[i]);
            }
        }
    }
}
