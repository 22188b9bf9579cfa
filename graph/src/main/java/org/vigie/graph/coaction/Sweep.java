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
 * Turns windows into edges, one account at a time.
 *
 * <p>The pairs of one account are added up in one record per partner (Gustavson's way of multiplying sparse matrices),
 * so there is no hash table of edges, an edge is complete when its account is done, and edges come out sorted. Each pair
 * is looked at from both sides: from the smaller account for the edge, from the larger for the contents of the smaller.
 * Memory: 64 bytes an account, 4 bytes a posting, and the edges kept.
 */
final class Sweep {
    /** A record of eight longs is a cache line. */
    private static final int RECORD = 8;

    private static final int STAMP = 0;
    static final int PAIRS = 1;
    static final int SUM = 2;
    static final int MIN = 3;
    /** Distinct objects in the high half, the last of them plus one in the low half. */
    static final int OBJECTS = 4;
    /** Twice the lead in the high half, distinct contents of the partner in the low half. */
    static final int LEAD_AND_CONTENTS = 5;

    static final int FIRST = 6;
    static final int LAST = 7;
    private static final long ONE_HIGH = 1L << 32;
    private static final long LOW = ONE_HIGH - 1;
    private static final long MOST_PAIRS = 1L << 30;

    private final ActionIndex index;
    private final Windows windows;
    private final BitSet alive;
    private final long[] records;
    private final int[] postingStamp;
    private final int[] smaller;
    private final int[] larger;
    private int smallerCount;
    private int largerCount;
    private final long[] objectPairs;
    private final long[] objectIncidences;
    private final EdgeWeight weight;
    /** The squared rarity of objects and the sums of it by partner; empty unless the weight asks for them. */
    private final double[] rarity;

    private final double[] dot;

    Sweep(ActionIndex index, Windows windows, BitSet alive, EdgeWeight weight) {
        this.index = index;
        this.windows = windows;
        this.alive = alive;
        int accounts = index.actions.accountCount;
        records = new long[Math.multiplyExact(RECORD, accounts)];
        postingStamp = new int[index.postingCount];
        smaller = new int[accounts];
        larger = new int[accounts];
        objectPairs = new long[windows.window.length];
        objectIncidences = new long[windows.window.length];
        this.weight = weight;
        boolean cosine = weight == EdgeWeight.TFIDF_COSINE;
        rarity = new double[cosine ? objectPairs.length : 0];
        dot = new double[cosine ? accounts : 0];
        for (int o = 0; o < rarity.length; o++) {
            double idf = Math.log((1.0 + index.activeAccounts) / (1.0 + index.objectAccounts[o])) + 1;
            rarity[o] = idf * idf;
        }
    }

    CoordinationNetwork network(long windowMillis, int minCoActions, int minObjects) {
        int accounts = index.actions.accountCount;
        EdgeBuffer edges = new EdgeBuffer();
        int[] cursor = new int[accounts];
        int[] end = new int[accounts];
        double[] norms = norms();
        for (int u = 0; u < accounts; u++) {
            collect(u);
            cursor[u] = edges.size;
            if (alive.get(u)) {
                for (int i = 0; i < smallerCount; i++) {
                    int v = smaller[i];
                    // Edges of v come by target and so do these visits: the next edge of v is the one, or was not kept.
                    if (cursor[v] < end[v] && edges.target(cursor[v]) == u) {
                        edges.setSourceContents(cursor[v]++, (int) records[v * RECORD + LEAD_AND_CONTENTS]);
                    }
                }
                Arrays.sort(larger, 0, largerCount);
                for (int i = 0; i < largerCount; i++) {
                    int v = larger[i];
                    int r = v * RECORD;
                    if (alive.get(v)
                            && records[r + PAIRS] >= minCoActions
                            && records[r + OBJECTS] >>> 32 >= minObjects) {
                        if (records[r + PAIRS] > MOST_PAIRS) {
                            throw new ArithmeticException(
                                    "an edge must have at most 2^30 co-actions but one had " + records[r + PAIRS]);
                        }
                        edges.add(u, v, records, r, weigh(v, norms, u));
                    }
                }
            }
            end[u] = edges.size;
        }
        return build(edges, windowMillis);
    }

    private void collect(int u) {
        smallerCount = 0;
        largerCount = 0;
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
                    start(r, v, u);
                }
                int posting = index.posting[q];
                if (postingStamp[posting] != stamp) {
                    postingStamp[posting] = stamp;
                    records[r + LEAD_AND_CONTENTS]++;
                }
                if (v < u) {
                    continue;
                }
                long other = index.time[q];
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
                if ((records[r + OBJECTS] & LOW) != object + 1) {
                    records[r + OBJECTS] = (records[r + OBJECTS] & ~LOW) + ONE_HIGH + object + 1;
                    incidences++;
                    if (dot.length > 0) {
                        dot[v] += rarity[object];
                    }
                }
                pairs++;
            }
            objectPairs[object] += pairs;
            objectIncidences[object] += incidences;
        }
    }

    private void start(int r, int v, int u) {
        records[r + STAMP] = u + 1L;
        records[r + PAIRS] = 0;
        records[r + SUM] = 0;
        records[r + MIN] = Long.MAX_VALUE;
        records[r + OBJECTS] = 0;
        records[r + LEAD_AND_CONTENTS] = 0;
        records[r + FIRST] = Long.MAX_VALUE;
        records[r + LAST] = Long.MIN_VALUE;
        if (v < u) {
            smaller[smallerCount++] = v;
        } else {
            larger[largerCount++] = v;
            if (dot.length > 0) {
                dot[v] = 0;
            }
        }
    }

    private double weigh(int v, double[] norms, int u) {
        return switch (weight) {
            case CO_ACTIONS -> records[v * RECORD + PAIRS];
            case OBJECTS -> records[v * RECORD + OBJECTS] >>> 32;
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

    private CoordinationNetwork build(EdgeBuffer edges, long windowMillis) {
        int[] vertex = new int[index.actions.accountCount];
        for (int e = 0; e < edges.size; e++) {
            vertex[edges.source(e)] = 1;
            vertex[edges.target(e)] = 1;
        }
        List<String> names = new ArrayList<>();
        for (int a = 0; a < vertex.length; a++) {
            if (vertex[a] != 0) {
                vertex[a] = names.size() + 1;
                names.add(index.actions.accountName(a));
            }
        }
        NetworkBuilder builder = CoordinationNetwork.builder(names).population(population(windowMillis));
        for (int a = 0; a < vertex.length; a++) {
            if (vertex[a] != 0) {
                int count = index.accountStart[a + 1] - index.accountStart[a];
                builder.activity(vertex[a] - 1, count, index.accountObjects[a]);
            }
        }
        edges.moveTo(builder, vertex);
        return builder.build();
    }

    private Population population(long windowMillis) {
        Duration asked = Duration.ofMillis(windowMillis);
        List<ObjectSummary> shared = new ArrayList<>();
        long coIncidences = 0;
        for (int o = 0; o < objectPairs.length; o++) {
            long window = windows.window[o];
            if (objectPairs[o] > 0 || window < windowMillis) {
                coIncidences += objectIncidences[o];
                shared.add(new ObjectSummary(
                        index.actions.objectName(o),
                        index.objectStart[o + 1] - index.objectStart[o],
                        index.objectAccounts[o],
                        objectPairs[o],
                        objectIncidences[o],
                        window == windowMillis ? asked : Duration.ofMillis(window)));
            }
        }
        return new Population(index.activeAccounts, index.activeObjects, index.incidences, coIncidences, asked, shared);
    }
}
