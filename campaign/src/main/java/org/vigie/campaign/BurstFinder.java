/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.campaign.SeriesBurst.Measure;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;

/**
 * Bursts of all posts and of each text, link, hashtag, repeated or answered post and mentioned account that occurs often
 * enough: in posts, and in accounts. Linear in the number of acts but for the sorting of what is found.
 */
final class BurstFinder {
    private static final double MILLIS = 1000;
    /** An account that goes on is one account: it counts again only after this time. */
    private static final long AGAIN = 3_600_000;

    private final PostTable posts;
    private final Kleinberg kleinberg;
    private final int minPosts;
    /** By account: the last series that counted it, and when. */
    private final int[] countedIn;

    private final long[] countedAt;
    /** By account: the last burst that it was seen in. */
    private final int[] seenIn;

    private int series;
    private int bursts;

    BurstFinder(PostTable posts, Kleinberg kleinberg, int minPosts) {
        this.posts = posts;
        this.kleinberg = kleinberg;
        this.minPosts = minPosts;
        int accounts = posts.accounts().size();
        this.countedIn = new int[accounts];
        this.countedAt = new long[accounts];
        this.seenIn = new int[accounts];
    }

    /** All bursts above the base level: of all posts first, then by weight. */
    List<SeriesBurst> find(List<Layer> layers) {
        int[] all = new int[posts.size()];
        Arrays.setAll(all, i -> i);
        List<SeriesBurst> overall = new ArrayList<>();
        add(SeriesBurst.ALL, "", all, overall);
        List<SeriesBurst> found = new ArrayList<>();
        for (Layer layer : layers) {
            for (int o = 0; o < layer.objects(); o++) {
                if (layer.start(o + 1) - layer.start(o) >= minPosts) {
                    add(layer.kind().label(), layer.key(o), layer.postsOf(o), found);
                }
            }
        }
        targets().forEach((name, target) -> {
            if (target.posts.size() >= minPosts) {
                add(SeriesBurst.TARGET, target.name, target.posts.toArray(), found);
            }
        });
        found.sort(Comparator.comparingDouble(SeriesBurst::weight)
                .reversed()
                .thenComparing(SeriesBurst::series)
                .thenComparing(SeriesBurst::key)
                .thenComparing(SeriesBurst::start)
                .thenComparing(SeriesBurst::level)
                .thenComparing(SeriesBurst::measure));
        overall.addAll(found);
        return overall;
    }

    /** A mentioned account under the first spelling of its name, and the posts that mention it. */
    private record Target(String name, IntList posts) {}

    /** What a repost says is not its account's, as in the layers. */
    private Map<String, Target> targets() {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (int i = 0; i < posts.size(); i++) {
            Post post = posts.post(i);
            if (post.repostOf().isEmpty()) {
                for (String name : post.mentions()) {
                    IntList rows = targets.computeIfAbsent(
                                    name.toLowerCase(Locale.ROOT), n -> new Target(name, new IntList()))
                            .posts;
                    if (rows.size() == 0 || rows.get(rows.size() - 1) != i) {
                        rows.add(i);
                    }
                }
            }
        }
        return targets;
    }

    /** Bursts of the posts in these rows, which are in order of time; the base level is left out. */
    private void add(String name, String key, int[] rows, List<SeriesBurst> out) {
        add(name, key, rows, rows, Measure.POSTS, out);
        int[] counted = countedRows(rows);
        if (counted.length >= minPosts) {
            add(name, key, rows, counted, Measure.ACCOUNTS, out);
        }
    }

    private int[] countedRows(int[] rows) {
        series++;
        IntList counted = new IntList();
        for (int row : rows) {
            int account = posts.account(row);
            if (countedIn[account] != series || posts.time(row) - countedAt[account] >= AGAIN) {
                countedIn[account] = series;
                countedAt[account] = posts.time(row);
                counted.add(row);
            }
        }
        return counted.toArray();
    }

    private void add(String name, String key, int[] rows, int[] counted, Measure measure, List<SeriesBurst> out) {
        for (Burst burst : kleinberg.detect(times(counted))) {
            if (burst.level() > 1) {
                out.add(describe(name, key, rows, burst, measure));
            }
        }
    }

    private SeriesBurst describe(String name, String key, int[] rows, Burst burst, Measure measure) {
        bursts++;
        int accounts = 0;
        int from = firstAtLeast(rows, burst.start());
        int to = from;
        for (; to < rows.length && time(rows[to]) <= burst.end(); to++) {
            int account = posts.account(rows[to]);
            accounts += seenIn[account] == bursts ? 0 : 1;
            seenIn[account] = bursts;
        }
        return new SeriesBurst(
                name,
                key,
                burst.level(),
                instant(burst.start()),
                instant(burst.end()),
                burst.weight(),
                to - from,
                accounts,
                measure);
    }

    private double time(int row) {
        return posts.time(row) / MILLIS;
    }

    private double[] times(int[] rows) {
        return Arrays.stream(rows).mapToDouble(this::time).toArray();
    }

    private int firstAtLeast(int[] rows, double start) {
        int low = 0;
        int high = rows.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(rows[middle]) < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Instant instant(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * MILLIS));
    }
}
