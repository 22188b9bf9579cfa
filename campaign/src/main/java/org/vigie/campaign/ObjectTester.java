/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.core.stats.FalseDiscovery;

/** Tests every object that enough accounts acted on for {@link Synchrony}. */
final class ObjectTester {
    private final Synchrony synchrony;
    private final double alpha;

    ObjectTester(Synchrony synchrony, double alpha) {
        this.synchrony = synchrony;
        this.alpha = alpha;
    }

    /** The objects that pass, by layer and number; how many were tested is the size of the family. */
    List<SynchronousObject> test(PostTable posts, List<Layer> carried) {
        List<SynchronousObject> synchronous = new ArrayList<>();
        int[] first = new int[carried.size() + 1];
        for (int l = 0; l < carried.size(); l++) {
            first[l + 1] = first[l] + carried.get(l).objects();
        }
        Synchrony.Result[] results = new Synchrony.Result[first[carried.size()]];
        for (int l = 0; l < carried.size(); l++) {
            Layer layer = carried.get(l);
            int from = first[l];
            IntStream.range(0, layer.objects()).parallel().forEach(o -> {
                int[] rows = layer.postsOf(o);
                results[from + o] = synchrony.test(
                        IntStream.of(rows).map(posts::account).toArray(),
                        IntStream.of(rows).mapToLong(posts::time).toArray(),
                        from + o);
            });
        }
        double[] p = new double[results.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = results[i].pValue();
        }
        double[] q = FalseDiscovery.benjaminiHochberg(p);
        for (int l = 0; l < carried.size(); l++) {
            for (int o = 0; o < carried.get(l).objects(); o++) {
                Synchrony.Result result = results[first[l] + o];
                if (q[first[l] + o] <= alpha) {
                    synchronous.add(new SynchronousObject(carried.get(l), o, posts, result, q[first[l] + o]));
                }
            }
        }
        return synchronous;
    }
}
