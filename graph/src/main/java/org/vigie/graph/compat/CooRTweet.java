/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.compat;

import java.time.Duration;
import java.util.Arrays;
import org.vigie.core.internal.Checks;
import org.vigie.graph.coaction.Actions;

/**
 * Detects coordinated pairs as the R package CooRTweet 2 does, pair for pair and in its order, its peculiarities
 * included; for new work take {@code CoActions}.
 *
 * <p>Source: N. Righetti and P. Balluff, "CooRTweet: a generalized R software for coordinated network detection", 2025.
 * Its peculiarities: a pair is kept when either of its accounts takes part often enough, in one round. Contents and
 * symmetry are counted by role (older, newer) and not by account. Equal times are ordered by the first appearance of
 * the accounts. Deviation: group statistics take an object's name whole where the package splits it at commas.
 *
 * <p>O(a log a + p log p) for a actions and p pairs within the window; 24 bytes per pair. The order of rows matters for
 * ties. Immutable and thread-safe.
 */
public final class CooRTweet {
    private final long windowMillis;
    private final int minParticipation;
    private final boolean removeLoops;

    private CooRTweet(long windowMillis, int minParticipation, boolean removeLoops) {
        this.windowMillis = windowMillis;
        this.minParticipation = minParticipation;
        this.removeLoops = removeLoops;
    }

    /**
     * Returns the package's defaults: a window of 10 seconds, a participation of 2, loops removed.
     *
     * @return the detector
     */
    public static CooRTweet withDefaults() {
        return new CooRTweet(10_000, 2, true);
    }

    /**
     * Returns this detector with another window.
     *
     * @param window the longest time between two actions, inclusive; >= 0, whole milliseconds
     * @return the detector
     * @throws IllegalArgumentException if the window is below 0 or above 2^60 ms
     */
    public CooRTweet withWindow(Duration window) {
        return new CooRTweet(Checks.millis("window", window), minParticipation, removeLoops);
    }

    /**
     * Returns this detector with another participation.
     *
     * @param actions the least number of actions of an account, coordinated or not, and then of coordinated ones; >= 0
     * @return the detector
     * @throws IllegalArgumentException if the number is below 0
     */
    public CooRTweet withMinParticipation(int actions) {
        Checks.atLeast("min participation", actions, 0);
        return new CooRTweet(windowMillis, actions, removeLoops);
    }

    /**
     * Returns this detector with or without loops.
     *
     * @param remove whether to drop pairs of one account, of one content, and those with the object itself as a content
     * @return the detector
     */
    public CooRTweet withRemoveLoops(boolean remove) {
        return new CooRTweet(windowMillis, minParticipation, remove);
    }

    /**
     * Detects the coordinated pairs.
     *
     * @param actions the actions, in the order of the file
     * @return the pairs
     */
    public CooRTweetPairs detect(Actions actions) {
        Rows rows = new Rows(actions, minParticipation);
        long[] sorted = sortedTimes(actions);
        boolean[] original = removeLoops ? originals(actions) : new boolean[0];
        long[] keys = new long[16];
        int[] older = new int[16];
        int[] newer = new int[16];
        int count = 0;
        for (int o = 0; o + 1 < rows.objectStart.length; o++) {
            int found = 0;
            long[] byTime = new long[rows.objectStart[o + 1] - rows.objectStart[o]];
            for (int i = 0; i < byTime.length; i++) {
                int place = rows.byObject[rows.objectStart[o] + i];
                long rank = Arrays.binarySearch(sorted, actions.millis(rows.row[place]));
                byTime[i] = (rank << 32) | place;
            }
            Arrays.sort(byTime);
            int from = 0;
            for (int i = 0; i < byTime.length; i++) {
                int p = (int) byTime[i];
                while (actions.millis(rows.row[p]) - actions.millis(rows.row[(int) byTime[from]]) > windowMillis) {
                    from++;
                }
                for (int j = from; j < i; j++) {
                    int q = (int) byTime[j];
                    if (removeLoops && isLoop(actions, original, rows.row[p], rows.row[q])) {
                        continue;
                    }
                    if (found == keys.length) {
                        keys = Arrays.copyOf(keys, found * 2);
                    }
                    keys[found++] = ((long) Math.max(p, q) << 32) | Math.min(p, q);
                }
            }
            // The package walks the upper triangle of an object's rows column by column.
            Arrays.sort(keys, 0, found);
            if (count + found > older.length) {
                int capacity = Math.max(count + found, count * 2);
                older = Arrays.copyOf(older, capacity);
                newer = Arrays.copyOf(newer, capacity);
            }
            for (int i = 0; i < found; i++) {
                int p = rows.row[(int) keys[i]];
                int q = rows.row[(int) (keys[i] >>> 32)];
                boolean swap = actions.millis(p) > actions.millis(q);
                older[count] = swap ? q : p;
                newer[count++] = swap ? p : q;
            }
        }
        return new CooRTweetPairs(
                        actions, rows, minParticipation, Arrays.copyOf(older, count), Arrays.copyOf(newer, count))
                .filtered();
    }

    private static long[] sortedTimes(Actions actions) {
        long[] times = new long[actions.size()];
        for (int r = 0; r < times.length; r++) {
            times[r] = actions.millis(r);
        }
        Arrays.sort(times);
        int distinct = 0;
        for (int i = 0; i < times.length; i++) {
            if (i == 0 || times[i] != times[i - 1]) {
                times[distinct++] = times[i];
            }
        }
        return Arrays.copyOf(times, distinct);
    }

    /** Rows whose content is their object. */
    private static boolean[] originals(Actions actions) {
        boolean[] result = new boolean[actions.size()];
        for (int r = 0; r < result.length; r++) {
            result[r] = actions.objectName(actions.object(r)).equals(actions.contentName(actions.content(r)));
        }
        return result;
    }

    private static boolean isLoop(Actions actions, boolean[] original, int p, int q) {
        return original[p]
                || original[q]
                || actions.content(p) == actions.content(q)
                || actions.account(p) == actions.account(q);
    }

    /** The rows of accounts with enough of them, grouped by account in order of first appearance. */
    static final class Rows {
        /** Row of the actions by place. */
        final int[] row;
        /** Places by object, objects in the order of their first place. */
        final int[] byObject;

        final int[] objectStart;

        Rows(Actions actions, int minParticipation) {
            int[] count = new int[actions.accountCount()];
            for (int r = 0; r < actions.size(); r++) {
                count[actions.account(r)]++;
            }
            int[] start = new int[count.length];
            Arrays.fill(start, -1);
            int places = 0;
            for (int r = 0; r < actions.size(); r++) {
                int a = actions.account(r);
                if (start[a] < 0 && count[a] >= minParticipation) {
                    start[a] = places;
                    places += count[a];
                }
            }
            row = new int[places];
            for (int r = 0; r < actions.size(); r++) {
                int a = actions.account(r);
                if (start[a] >= 0) {
                    row[start[a]++] = r;
                }
            }
            int[] number = new int[actions.objectCount()];
            Arrays.fill(number, -1);
            int[] sizes = new int[number.length + 1];
            int objects = 0;
            for (int r : row) {
                int o = actions.object(r);
                if (number[o] < 0) {
                    number[o] = objects++;
                }
                sizes[number[o] + 1]++;
            }
            objectStart = Arrays.copyOf(sizes, objects + 1);
            for (int o = 0; o < objects; o++) {
                objectStart[o + 1] += objectStart[o];
            }
            byObject = new int[places];
            int[] next = objectStart.clone();
            for (int place = 0; place < places; place++) {
                byObject[next[number[actions.object(row[place])]]++] = place;
            }
        }
    }
}
