/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.vigie.core.parallel.Parallel;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectLayer;

/**
 * Tests every object that enough accounts acted on for {@link Synchrony}.
 *
 * <p>The more objects there are the smaller a p-value must be, and with n draws none is below 1 / (n + 1). So objects
 * whose p-value the number of draws limits go on with ten times as many while that could change their q-value, or no
 * more work may be spent on them.
 */
final class ObjectTester {
    private static final int FIRST_DRAWS = 999;
    private static final int MOST_DRAWS = 1_000_000;

    /** The most work on one object beyond the first draws, as acts drawn. */
    private static final long WORK = 20_000_000;

    /** A q-value so many times below alpha needs no finer p-value. */
    private static final int CLEAR = 10;

    private static final int SHARES = 256;

    private final Synchrony synchrony;
    private final double alpha;
    private final int threads;

    ObjectTester(Synchrony synchrony, double alpha, int threads) {
        this.synchrony = synchrony;
        this.alpha = alpha;
        this.threads = threads;
    }

    /** The objects that pass, by layer and number; how many were tested is the size of the family. */
    List<Sighting> test(Corpus corpus, List<ObjectLayer> carried) {
        List<int[]> tested = carried.stream()
                .map(layer -> IntStream.range(0, layer.objects())
                        .filter(o -> layer.acts(o) > 0)
                        .toArray())
                .toList();
        Synchrony.Trial[] trials = new Synchrony.Trial
                [tested.stream().mapToInt(objects -> objects.length).sum()];
        ObjectLayer[] layerOf = new ObjectLayer[trials.length];
        int[] objectOf = new int[trials.length];
        int n = 0;
        for (int l = 0; l < tested.size(); l++) {
            for (int object : tested.get(l)) {
                layerOf[n] = carried.get(l);
                objectOf[n++] = object;
            }
        }
        spread(IntStream.range(0, n).toArray(), i -> {
            int[] rows = layerOf[i].rows(objectOf[i]);
            trials[i] = synchrony
                    .trial(
                            IntStream.of(rows).map(corpus::account).toArray(),
                            IntStream.of(rows).mapToLong(corpus::time).toArray(),
                            i)
                    .draw(FIRST_DRAWS);
        });
        double[] q = qValues(trials);
        for (int most = 10 * FIRST_DRAWS; most < MOST_DRAWS; most *= 10) {
            int draws = most;
            double[] before = q;
            int[] open = IntStream.range(0, trials.length)
                    .filter(i -> before[i] > alpha / CLEAR
                            && trials[i].isCoarse()
                            && (long) draws * trials[i].acts() <= WORK)
                    .toArray();
            spread(open, i -> trials[i].draw(draws));
            q = qValues(trials);
        }
        List<Sighting> synchronous = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (q[i] <= alpha) {
                synchronous.add(new Sighting(
                        corpus,
                        layerOf[i].kind(),
                        objectOf[i],
                        layerOf[i].rows(objectOf[i]),
                        trials[i].result(),
                        q[i]));
            }
        }
        return synchronous;
    }

    /** On all threads, in small shares: a few objects may take longer than all others. */
    private void spread(int[] numbers, IntConsumer work) {
        int shares = Math.min(SHARES, numbers.length);
        Parallel.run(threads, shares, () -> share -> {
            for (int i = share; i < numbers.length; i += shares) {
                work.accept(numbers[i]);
            }
        });
    }

    private static double[] qValues(Synchrony.Trial[] trials) {
        double[] p = new double[trials.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = trials[i].result().pValue();
        }
        return FalseDiscovery.benjaminiHochberg(p);
    }
}
