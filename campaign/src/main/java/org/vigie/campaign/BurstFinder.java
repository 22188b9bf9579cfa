/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;

/** Bursts of all posts and of each text, link and hashtag that occurs often enough. */
final class BurstFinder {
    private static final double MILLIS = 1000;

    private final PostTable posts;
    private final Kleinberg kleinberg;
    private final int minPosts;

    BurstFinder(PostTable posts, Kleinberg kleinberg, int minPosts) {
        this.posts = posts;
        this.kleinberg = kleinberg;
        this.minPosts = minPosts;
    }

    /** All bursts above the base level: of all posts first, then by weight. */
    List<SeriesBurst> find(List<Layer> layers) {
        int[] all = new int[posts.size()];
        Arrays.setAll(all, i -> i);
        List<SeriesBurst> overall = new ArrayList<>();
        add("all", "", all, overall);
        List<SeriesBurst> bursts = new ArrayList<>();
        for (Layer layer : layers) {
            for (int o = 0; o < layer.objects(); o++) {
                int n = layer.start(o + 1) - layer.start(o);
                if (n >= minPosts) {
                    int[] rows = new int[n];
                    for (int i = 0; i < n; i++) {
                        rows[i] = layer.post(layer.start(o) + i);
                    }
                    add(layer.kind().label(), layer.key(o), rows, bursts);
                }
            }
        }
        bursts.sort(Comparator.comparingDouble(SeriesBurst::weight)
                .reversed()
                .thenComparing(SeriesBurst::series)
                .thenComparing(SeriesBurst::key)
                .thenComparing(SeriesBurst::start)
                .thenComparing(SeriesBurst::level));
        overall.addAll(bursts);
        return overall;
    }

    /** Bursts of the posts in these rows, which are in order of time; the base level is left out. */
    void add(String series, String key, int[] rows, List<SeriesBurst> out) {
        double[] times = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            times[i] = posts.time(rows[i]) / MILLIS;
        }
        for (Burst burst : kleinberg.detect(times)) {
            if (burst.level() > 1) {
                int from = firstAtLeast(times, burst.start());
                int to = from;
                Set<Integer> accounts = new HashSet<>();
                while (to < times.length && times[to] <= burst.end()) {
                    accounts.add(posts.account(rows[to]));
                    to++;
                }
                out.add(new SeriesBurst(
                        series,
                        key,
                        burst.level(),
                        instant(burst.start()),
                        instant(burst.end()),
                        burst.weight(),
                        to - from,
                        accounts.size()));
            }
        }
    }

    private static int firstAtLeast(double[] times, double start) {
        int i = Arrays.binarySearch(times, start);
        i = i < 0 ? -i - 1 : i;
        while (i > 0 && times[i - 1] >= start) {
            i--;
        }
        return i;
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * MILLIS));
    }
}
