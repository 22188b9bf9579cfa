/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.core.parallel.Parallel;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;
import org.vigie.graph.network.ObjectSummary;
import org.vigie.graph.network.Population;

/**
 * Turns windows into edges, one account at a time, for several windows at once.
 *
 * <p>The pairs of one account are added up in one record per partner (Gustavson's way of multiplying sparse matrices).
 * So there is no hash table of edges. An edge is complete when its account is done, and edges come out sorted. Each
 * pair is looked at from both sides: from the smaller account for the edge, from the larger for the contents of the
 * smaller.
 *
 * <p>Threads take stretches of accounts of about the same work. What they find is put together in the order of the
 * accounts, so the bytes are the same for any number of threads. A thread that is far ahead waits for the slowest, so
 * what is found and not yet put together takes a few megabytes a thread.
 *
 * <p>Memory: the edges kept, and for each thread 64 bytes per account and window, 4 bytes per posting and 16 per object.
 */
final class Sweep {
    /** Pairs of positions that a stretch goes through, about: some milliseconds. */
    private static final long STRETCH = 1 << 20;

    private static final int MOST_AHEAD = 8;
    /** Below so many stretches a thread, making its records takes longer than it saves. */
    private static final int STRETCHES_A_THREAD = 8;

    final ActionIndex index;
    /** The widest windows. */
    final Windows windows;

    final List<SweepView> views;
    final EdgeWeight weight;
    final Rarity rarity;

    private final List<Collector> collectors = new ArrayList<>();
    private final Map<Integer, Stretch> waiting = new HashMap<>();
    private int next;
    private boolean failed;

    /** Views are from the narrowest to the widest, whose windows are given; a cosine takes one. */
    Sweep(ActionIndex index, Windows windows, List<SweepView> views, EdgeWeight weight) {
        this.index = index;
        this.windows = windows;
        this.views = views;
        this.weight = weight;
        rarity = new Rarity(index, weight == EdgeWeight.TFIDF_COSINE);
    }

    /** The networks by view, on as many threads as the work is worth. */
    List<CoordinationNetwork> networks(int minCoActions, int minObjects, int mostThreads) {
        int[] bounds = stretches();
        int threads = Math.max(1, Math.min(mostThreads, (bounds.length - 1) / STRETCHES_A_THREAD));
        int ahead = MOST_AHEAD * threads;
        Parallel.run(threads, bounds.length - 1, () -> {
            Collector collector = new Collector(this, minCoActions, minObjects);
            synchronized (this) {
                collectors.add(collector);
            }
            return t -> {
                try {
                    put(t, collector.collect(bounds[t], bounds[t + 1]), ahead);
                } catch (RuntimeException | Error e) {
                    fail();
                    throw e;
                }
            };
        });
        List<CoordinationNetwork> networks = new ArrayList<>();
        long[] pairs = new long[windows.window.length];
        long[] incidences = new long[windows.window.length];
        for (int w = 0; w < views.size(); w++) {
            for (Collector collector : collectors) {
                for (int o = 0; o < pairs.length; o++) {
                    pairs[o] += collector.objectPairs[w][o];
                    incidences[o] += collector.objectIncidences[w][o];
                }
            }
            networks.add(build(views.get(w), population(views.get(w), pairs, incidences)));
        }
        return networks;
    }

    /** The first account of each stretch, then the number of accounts. */
    private int[] stretches() {
        int accounts = index.actions.accountCount;
        int[] bounds = new int[16];
        int count = 0;
        long work = STRETCH;
        for (int a = 0; a < accounts; a++) {
            if (work >= STRETCH) {
                if (count == bounds.length - 1) {
                    bounds = Arrays.copyOf(bounds, 2 * bounds.length);
                }
                bounds[count++] = a;
                work = 0;
            }
            for (int i = index.accountStart[a]; i < index.accountStart[a + 1]; i++) {
                int p = index.accountPositions[i];
                work += windows.to[p] - windows.from[p];
            }
        }
        bounds[count++] = accounts;
        return Arrays.copyOf(bounds, count);
    }

    /** Puts a stretch behind those before it, as soon as they are there. */
    private synchronized void put(int number, Stretch stretch, int ahead) {
        waiting.put(number, stretch);
        SweepView[] targets = views.toArray(SweepView[]::new);
        for (Stretch s = waiting.remove(next); s != null; s = waiting.remove(next)) {
            s.moveTo(targets);
            next++;
        }
        notifyAll();
        boolean interrupted = false;
        while (number - next >= ahead && !failed) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go of those who wait for a stretch that will not come. */
    private synchronized void fail() {
        failed = true;
        notifyAll();
    }

    private CoordinationNetwork build(SweepView view, Population population) {
        Actions actions = index.actions;
        NetworkBuilder builder = CoordinationNetwork.builder(actions.accountCount, actions::accountName)
                .population(population);
        for (int a = 0; a < actions.accountCount; a++) {
            builder.activity(a, index.accountStart[a + 1] - index.accountStart[a], index.accountObjects[a]);
        }
        view.edges.moveTo(builder);
        return builder.build();
    }

    private Population population(SweepView view, long[] pairs, long[] incidences) {
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
