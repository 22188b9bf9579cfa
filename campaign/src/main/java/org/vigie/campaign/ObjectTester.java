/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.core.stats.FalseDiscovery;

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

    ObjectTester(Synchrony synchrony, double alpha) {
        this.synchrony = synchrony;
        this.alpha = alpha;
    }

    /** The objects that pass, by layer and number; how many were tested is the size of the family. */
    List<SynchronousObject> test(PostTable posts, List<Layer> carried) {
        int[] first = new int[carried.size() + 1];
        for (int l = 0; l < carried.size(); l++) {
            first[l + 1] = first[l] + carried.get(l).objects();
        }
        Synchrony.Trial[] trials = new Synchrony.Trial[first[carried.size()]];
        for (int l = 0; l < carried.size(); l++) {
            Layer layer = carried.get(l);
            int from = first[l];
            spread(IntStream.range(0, layer.objects()).toArray()).forEach(o -> {
                int[] rows = layer.postsOf(o);
                trials[from + o] = synchrony
                        .trial(
                                IntStream.of(rows).map(posts::account).toArray(),
                                IntStream.of(rows).mapToLong(posts::time).toArray(),
                                from + o)
                        .draw(FIRST_DRAWS);
            });
        }
        double[] q = qValues(trials);
        for (int most = 10 * FIRST_DRAWS; most < MOST_DRAWS; most *= 10) {
            int draws = most;
            double[] before = q;
            spread(IntStream.range(0, trials.length)
                            .filter(i -> before[i] > alpha / CLEAR
                                    && trials[i].isCoarse()
                                    && (long) draws * trials[i].acts() <= WORK)
                            .toArray())
                    .forEach(i -> trials[i].draw(draws));
            q = qValues(trials);
        }
        List<SynchronousObject> synchronous = new ArrayList<>();
        for (int l = 0; l < carried.size(); l++) {
            for (int o = 0; o < carried.get(l).objects(); o++) {
                int i = first[l] + o;
                if (q[i] <= alpha) {
                    synchronous.add(new SynchronousObject(carried.get(l), o, posts, trials[i].result(), q[i]));
                }
            }
        }
        return synchronous;
    }

    /** All of them in parallel, in small shares: a few objects may take longer than all others. */
    private static IntStream spread(int[] numbers) {
        int shares = Math.max(1, Math.min(SHARES, numbers.length));
        return IntStream.range(0, shares)
                .parallel()
                .flatMap(s -> IntStream.iterate(s, i -> i < numbers.length, i -> i + shares)
                        .map(i -> numbers[i]));
    }

    private static double[] qValues(Synchrony.Trial[] trials) {
        double[] p = new double[trials.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = trials[i].result().pValue();
        }
        return FalseDiscovery.benjaminiHochberg(p);
    }
}
