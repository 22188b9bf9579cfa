/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Arrays;
import java.util.List;

/**
 * One thread's part of the {@link Sweep}: adds up the pairs of one account after the other, in one record per partner.
 *
 * <p>With several windows, the pairs of the widest are gone through once. Each is added to the record of the narrowest
 * window that has it. When the account is done, records are added up from the narrowest window to the widest. An object
 * and a content count once, in the narrowest window in which they were seen.
 *
 * <p>Memory: 64 bytes per account and window, 4 bytes per posting. Not thread-safe.
 */
final class Collector {
    /** A record of eight longs is a cache line. */
    private static final int RECORD = 8;

    private static final int STAMP = 0;
    static final int PAIRS = 1;
    static final int SUM = 2;
    static final int MIN = 3;
    /** Distinct objects in the high half; in one window, the last of them plus one in the low half. */
    static final int OBJECTS = 4;
    /** Twice the lead in the high half, distinct contents of the partner in the low half. */
    static final int LEAD_AND_CONTENTS = 5;

    static final int FIRST = 6;
    static final int LAST = 7;
    private static final long ONE_HIGH = 1L << 32;
    private static final long LOW = ONE_HIGH - 1;
    private static final long MOST_PAIRS = 1L << 30;

    private final ActionIndex index;
    /** The widest windows. */
    private final Windows windows;

    private final List<SweepView> views;
    private final int width;
    private final long[] records;
    private final int[] postingStamp;
    // For several views; empty for one. The view in which a posting, or the last object of a partner, counts:
    private final byte[] postingView;

    private final byte[] objectView;
    private final int[] lastObject;
    private final int[] partnerStamp;
    /** The views whose records of a partner are in use, as bits. */
    private final long[] touched;

    private final long[] sums = new long[RECORD];
    private final int[] smaller;
    private final int[] larger;
    private int smallerCount;
    private int largerCount;
    private final int minCoActions;
    private final int minObjects;
    private final EdgeWeight weight;
    private final Rarity rarity;
    /** The sums of squared rarities by partner; empty unless the weight asks for them. */
    private final double[] dot;

    // By view and object, over all accounts collected here:
    final long[][] objectPairs;
    final long[][] objectIncidences;

    Collector(Sweep sweep, int minCoActions, int minObjects) {
        index = sweep.index;
        windows = sweep.windows;
        views = sweep.views;
        width = views.size();
        this.minCoActions = minCoActions;
        this.minObjects = minObjects;
        weight = sweep.weight;
        rarity = sweep.rarity;
        int accounts = index.actions.accountCount;
        records = new long[Math.multiplyExact(RECORD * width, accounts)];
        postingStamp = new int[index.postingCount];
        postingView = new byte[width == 1 ? 0 : index.postingCount];
        int partners = width == 1 ? 0 : accounts;
        objectView = new byte[partners];
        lastObject = new int[partners];
        partnerStamp = new int[partners];
        touched = new long[partners];
        smaller = new int[accounts];
        larger = new int[accounts];
        dot = new double[weight == EdgeWeight.TFIDF_COSINE ? accounts : 0];
        objectPairs = new long[width][windows.window.length];
        objectIncidences = new long[width][windows.window.length];
    }

    /** The edges of a stretch of accounts to larger ones, and what they say of edges from smaller ones. */
    Stretch collect(int from, int to) {
        Stretch stretch = new Stretch(from, to, width);
        for (int u = from; u < to; u++) {
            smallerCount = 0;
            largerCount = 0;
            if (width == 1) {
                collect(u);
            } else {
                collectAll(u);
            }
            emit(u, stretch);
            stretch.end(u);
        }
        return stretch;
    }

    private int record(int account, int view) {
        return (account * width + view) * RECORD;
    }

    private void emit(int u, Stretch stretch) {
        for (int i = 0; i < smallerCount; i++) {
            int v = smaller[i];
            for (int w = 0; w < width; w++) {
                if (views.get(w).hasBoth(u, v) && isTouchedUpTo(v, w)) {
                    stretch.addContents(v, w, contents(v, w));
                }
            }
        }
        Arrays.sort(larger, 0, largerCount);
        for (int i = 0; i < largerCount; i++) {
            int v = larger[i];
            long[] sum = records;
            int r = record(v, 0);
            for (int w = 0; w < width; w++) {
                if (width > 1) {
                    sum = sums;
                    r = 0;
                    addUp(v, w);
                }
                if (sum[r + PAIRS] >= minCoActions
                        && sum[r + OBJECTS] >>> 32 >= minObjects
                        && views.get(w).hasBoth(u, v)) {
                    if (sum[r + PAIRS] > MOST_PAIRS) {
                        throw new ArithmeticException(
                                "an edge must have at most 2^30 co-actions but one had " + sum[r + PAIRS]);
                    }
                    stretch.edges[w].add(u, v, sum, r, weigh(sum, r, v, u));
                }
            }
        }
    }

    /** Whether the accounts met within a view's window. */
    private boolean isTouchedUpTo(int v, int w) {
        return width == 1 || (touched[v] & (2L << w) - 1) != 0;
    }

    /** The distinct contents of a partner in a view: those counted there and in narrower ones. */
    private int contents(int v, int w) {
        int contents = 0;
        for (int narrower = 0; narrower <= w; narrower++) {
            contents += isTouched(v, narrower) ? (int) records[record(v, narrower) + LEAD_AND_CONTENTS] : 0;
        }
        return contents;
    }

    private boolean isTouched(int v, int w) {
        return width == 1 || (touched[v] & 1L << w) != 0;
    }

    /** Adds the record of a view to those of narrower ones; the first view starts the sum. */
    private void addUp(int v, int w) {
        if (w == 0) {
            clear(sums, 0);
        }
        if (isTouched(v, w)) {
            int r = record(v, w);
            sums[PAIRS] += records[r + PAIRS];
            sums[SUM] += records[r + SUM];
            sums[MIN] = Math.min(sums[MIN], records[r + MIN]);
            sums[OBJECTS] += records[r + OBJECTS] & ~LOW;
            sums[LEAD_AND_CONTENTS] += records[r + LEAD_AND_CONTENTS];
            sums[FIRST] = Math.min(sums[FIRST], records[r + FIRST]);
            sums[LAST] = Math.max(sums[LAST], records[r + LAST]);
        }
    }

    /** Goes through the co-actions of an account, in one window. */
    private void collect(int u) {
        int stamp = u + 1;
        for (int i = index.accountStart[u]; i < index.accountStart[u + 1]; i++) {
            int p = index.accountPositions[i];
            if (windows.isAlone(p)) {
                continue;
            }
            int object = index.objectOf[p];
            long time = index.time[p];
            long pairs = 0;
            long incidences = 0;
            for (int q = windows.from[p]; q < windows.to[p]; q++) {
                int v = index.account[q];
                if (v == u) {
                    continue;
                }
                int r = v * RECORD;
                if (records[r + STAMP] != stamp) {
                    records[r + STAMP] = stamp;
                    clear(records, r);
                    meet(v, u);
                }
                int posting = index.posting[q];
                if (postingStamp[posting] != stamp) {
                    postingStamp[posting] = stamp;
                    records[r + LEAD_AND_CONTENTS]++;
                }
                if (v < u) {
                    continue;
                }
                add(r, time, index.time[q]);
                if ((records[r + OBJECTS] & LOW) != object + 1) {
                    records[r + OBJECTS] = (records[r + OBJECTS] & ~LOW) + ONE_HIGH + object + 1;
                    incidences++;
                    if (dot.length > 0) {
                        dot[v] += rarity.squares[object];
                    }
                }
                pairs++;
            }
            objectPairs[0][object] += pairs;
            objectIncidences[0][object] += incidences;
        }
    }

    /** Goes through the co-actions of an account, each in the narrowest window that has it. */
    private void collectAll(int u) {
        int stamp = u + 1;
        for (int i = index.accountStart[u]; i < index.accountStart[u + 1]; i++) {
            int p = index.accountPositions[i];
            if (windows.isAlone(p)) {
                continue;
            }
            int object = index.objectOf[p];
            long time = index.time[p];
            for (int q = windows.from[p]; q < windows.to[p]; q++) {
                int v = index.account[q];
                if (v == u) {
                    continue;
                }
                if (partnerStamp[v] != stamp) {
                    partnerStamp[v] = stamp;
                    touched[v] = 0;
                    lastObject[v] = -1;
                    meet(v, u);
                }
                int w = narrowest(object, Math.abs(index.time[q] - time));
                int r = touch(v, w);
                int posting = index.posting[q];
                if (postingStamp[posting] != stamp || w < postingView[posting]) {
                    if (postingStamp[posting] == stamp) {
                        records[record(v, postingView[posting]) + LEAD_AND_CONTENTS]--;
                    }
                    postingStamp[posting] = stamp;
                    postingView[posting] = (byte) w;
                    records[r + LEAD_AND_CONTENTS]++;
                }
                if (v < u) {
                    continue;
                }
                add(r, time, index.time[q]);
                objectPairs[w][object]++;
                if (lastObject[v] != object || w < objectView[v]) {
                    if (lastObject[v] == object) {
                        records[record(v, objectView[v]) + OBJECTS] -= ONE_HIGH;
                        objectIncidences[objectView[v]][object]--;
                    }
                    lastObject[v] = object;
                    objectView[v] = (byte) w;
                    records[r + OBJECTS] += ONE_HIGH;
                    objectIncidences[w][object]++;
                }
            }
        }
    }

    private int narrowest(int object, long delta) {
        int w = 0;
        while (delta > views.get(w).window[object]) {
            w++;
        }
        return w;
    }

    private int touch(int v, int w) {
        int r = record(v, w);
        if ((touched[v] & 1L << w) == 0) {
            touched[v] |= 1L << w;
            clear(records, r);
        }
        return r;
    }

    private void meet(int v, int u) {
        if (v < u) {
            smaller[smallerCount++] = v;
        } else {
            larger[largerCount++] = v;
            if (dot.length > 0) {
                dot[v] = 0;
            }
        }
    }

    private static void clear(long[] records, int r) {
        records[r + PAIRS] = 0;
        records[r + SUM] = 0;
        records[r + MIN] = Long.MAX_VALUE;
        records[r + OBJECTS] = 0;
        records[r + LEAD_AND_CONTENTS] = 0;
        records[r + FIRST] = Long.MAX_VALUE;
        records[r + LAST] = Long.MIN_VALUE;
    }

    /** Adds a co-action at {@code time} and the partner's {@code other}. */
    private void add(int r, long time, long other) {
        long delta;
        if (other >= time) {
            delta = other - time;
            records[r + LEAD_AND_CONTENTS] += other > time ? 2 * ONE_HIGH : ONE_HIGH;
            records[r + FIRST] = Math.min(records[r + FIRST], time);
            records[r + LAST] = Math.max(records[r + LAST], other);
        } else {
            delta = time - other;
            records[r + FIRST] = Math.min(records[r + FIRST], other);
            records[r + LAST] = Math.max(records[r + LAST], time);
        }
        records[r + PAIRS]++;
        records[r + SUM] += delta;
        records[r + MIN] = Math.min(records[r + MIN], delta);
    }

    private double weigh(long[] sum, int r, int v, int u) {
        return switch (weight) {
            case CO_ACTIONS -> sum[r + PAIRS];
            case OBJECTS -> sum[r + OBJECTS] >>> 32;
            case TFIDF_COSINE -> Math.min(1, dot[v] / (rarity.norms[u] * rarity.norms[v])); // rounding
        };
    }
}
