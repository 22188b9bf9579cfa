/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;
import org.vigie.graph.network.ObjectSummary;
import org.vigie.graph.network.Population;

/**
 * Turns windows into edges, one account at a time, for several windows at once.
 *
 * <p>The pairs of one account are added up in one record per partner (Gustavson's way of multiplying sparse matrices),
 * so there is no hash table of edges, an edge is complete when its account is done, and edges come out sorted. Each pair
 * is looked at from both sides: from the smaller account for the edge, from the larger for the contents of the smaller.
 *
 * <p>With several windows, the pairs of the widest are gone through once and each is added to the record of the
 * narrowest window that has it; when the account is done, records are added up from the narrowest window to the widest.
 * An object and a content count once, in the narrowest window in which they were seen.
 *
 * <p>Memory: 64 bytes an account and window, 4 bytes a posting, and the edges kept.
 */
final class Sweep {
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

    /** One of the windows: which accounts take part, and what comes of it. */
    static final class View {
        private final long asked;
        /** The window by object in milliseconds. */
        private final long[] window;

        private final BitSet alive;
        private final EdgeBuffer edges = new EdgeBuffer();
        private final int[] cursor;
        private final int[] end;
        private final long[] objectPairs;
        private final long[] objectIncidences;

        View(Windows windows, long asked, BitSet alive) {
            this.asked = asked;
            this.alive = alive;
            window = windows.window;
            cursor = new int[windows.index.actions.accountCount];
            end = new int[cursor.length];
            objectPairs = new long[window.length];
            objectIncidences = new long[window.length];
        }
    }

    private final ActionIndex index;
    /** The widest windows. */
    private final Windows windows;

    private final View[] views;
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
    private final EdgeWeight weight;
    /** The squared rarity of objects and the sums of it by partner; empty unless the weight asks for them. */
    private final double[] rarity;

    private final double[] dot;

    /** Views are from the narrowest to the widest, whose windows are given; a cosine takes one. */
    Sweep(ActionIndex index, Windows windows, List<View> views, EdgeWeight weight) {
        this.index = index;
        this.windows = windows;
        this.views = views.toArray(View[]::new);
        width = this.views.length;
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
        this.weight = weight;
        boolean cosine = weight == EdgeWeight.TFIDF_COSINE;
        rarity = new double[cosine ? windows.window.length : 0];
        dot = new double[cosine ? accounts : 0];
        for (int o = 0; o < rarity.length; o++) {
            double idf = Math.log((1.0 + index.activeAccounts) / (1.0 + index.objectAccounts[o])) + 1;
            rarity[o] = idf * idf;
        }
    }

    /** The networks by view. */
    List<CoordinationNetwork> networks(int minCoActions, int minObjects) {
        int accounts = index.actions.accountCount;
        double[] norms = norms();
        for (int u = 0; u < accounts; u++) {
            smallerCount = 0;
            largerCount = 0;
            if (width == 1) {
                collect(u);
            } else {
                collectAll(u);
            }
            emit(u, norms, minCoActions, minObjects);
        }
        List<CoordinationNetwork> networks = new ArrayList<>();
        long[] pairs = new long[windows.window.length];
        long[] incidences = new long[windows.window.length];
        for (View view : views) {
            for (int o = 0; o < pairs.length; o++) {
                pairs[o] += view.objectPairs[o];
                incidences[o] += view.objectIncidences[o];
            }
            networks.add(build(view, population(view, pairs, incidences)));
        }
        return networks;
    }

    private int record(int account, int view) {
        return (account * width + view) * RECORD;
    }

    private void emit(int u, double[] norms, int minCoActions, int minObjects) {
        for (View view : views) {
            view.cursor[u] = view.edges.size;
        }
        for (int i = 0; i < smallerCount; i++) {
            int v = smaller[i];
            for (int w = 0; w < width; w++) {
                View view = views[w];
                // Edges of v come by target and so do these visits: the next edge of v is the one, or was not kept.
                if (view.alive.get(u) && view.cursor[v] < view.end[v] && view.edges.target(view.cursor[v]) == u) {
                    view.edges.setSourceContents(view.cursor[v]++, contents(v, w));
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
                        && views[w].alive.get(u)
                        && views[w].alive.get(v)) {
                    if (sum[r + PAIRS] > MOST_PAIRS) {
                        throw new ArithmeticException(
                                "an edge must have at most 2^30 co-actions but one had " + sum[r + PAIRS]);
                    }
                    views[w].edges.add(u, v, sum, r, weigh(sum, r, v, norms, u));
                }
            }
        }
        for (View view : views) {
            view.end[u] = view.edges.size;
        }
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
        View view = views[0];
        int stamp = u + 1;
        for (int i = index.accountStart[u]; i < index.accountStart[u + 1]; i++) {
            int p = index.accountPositions[i];
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
                        dot[v] += rarity[object];
                    }
                }
                pairs++;
            }
            view.objectPairs[object] += pairs;
            view.objectIncidences[object] += incidences;
        }
    }

    /** Goes through the co-actions of an account, each in the narrowest window that has it. */
    private void collectAll(int u) {
        int stamp = u + 1;
        for (int i = index.accountStart[u]; i < index.accountStart[u + 1]; i++) {
            int p = index.accountPositions[i];
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
                views[w].objectPairs[object]++;
                if (lastObject[v] != object || w < objectView[v]) {
                    if (lastObject[v] == object) {
                        records[record(v, objectView[v]) + OBJECTS] -= ONE_HIGH;
                        views[objectView[v]].objectIncidences[object]--;
                    }
                    lastObject[v] = object;
                    objectView[v] = (byte) w;
                    records[r + OBJECTS] += ONE_HIGH;
                    views[w].objectIncidences[object]++;
                }
            }
        }
    }

    private int narrowest(int object, long delta) {
        int w = 0;
        while (delta > views[w].window[object]) {
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

    private double weigh(long[] sum, int r, int v, double[] norms, int u) {
        return switch (weight) {
            case CO_ACTIONS -> sum[r + PAIRS];
            case OBJECTS -> sum[r + OBJECTS] >>> 32;
            case TFIDF_COSINE -> Math.min(1, dot[v] / (norms[u] * norms[v])); // rounding
        };
    }

    /** The length of each account's vector of rarities; empty unless the weight asks for it. */
    private double[] norms() {
        double[] result = new double[dot.length];
        for (int a = 0; a < result.length; a++) {
            int last = -1;
            for (int i = index.accountStart[a]; i < index.accountStart[a + 1]; i++) {
                int o = index.objectOf[index.accountPositions[i]];
                result[a] += o == last ? 0 : rarity[o];
                last = o;
            }
            result[a] = Math.sqrt(result[a]);
        }
        return result;
    }

    private CoordinationNetwork build(View view, Population population) {
        Actions actions = index.actions;
        NetworkBuilder builder = CoordinationNetwork.builder(actions.accountCount, actions::accountName)
                .population(population);
        for (int a = 0; a < actions.accountCount; a++) {
            builder.activity(a, index.accountStart[a + 1] - index.accountStart[a], index.accountObjects[a]);
        }
        view.edges.moveTo(builder);
        return builder.build();
    }

    private Population population(View view, long[] pairs, long[] incidences) {
        Duration asked = Duration.ofMillis(view.asked);
        List<ObjectSummary> shared = new ArrayList<>();
        long coIncidences = 0;
        for (int o = 0; o < pairs.length; o++) {
            long window = view.window[o];
            if (pairs[o] > 0 || window < view.asked) {
                coIncidences += incidences[o];
                shared.add(new ObjectSummary(
                        index.actions.objectName(o),
                        index.objectStart[o + 1] - index.objectStart[o],
                        index.objectAccounts[o],
                        pairs[o],
                        incidences[o],
                        window == view.asked ? asked : Duration.ofMillis(window)));
            }
        }
        return new Population(index.activeAccounts, index.activeObjects, index.incidences, coIncidences, asked, shared);
    }
}
