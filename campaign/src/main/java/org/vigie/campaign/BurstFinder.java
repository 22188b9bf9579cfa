/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.campaign.findings.SeriesBurst.Measure;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.column.IntList;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Bursts of all posts and of those on each object that occurs often enough: in posts, and in accounts. Linear in the
 * number of acts but for the sorting of what is found.
 */
final class BurstFinder {
    private static final double MILLIS = 1000;
    /** An account that goes on is one account: it counts again only after this time. */
    private static final long AGAIN = 3_600_000;

    private final Corpus corpus;
    private final BitSet shared;
    private final Kleinberg kleinberg;
    private final int minPosts;
    /** By account: the last series that counted it, and when. */
    private final int[] countedIn;

    private final long[] countedAt;
    /** By account: the last burst that it was seen in. */
    private final int[] seenIn;

    private int series;
    private int bursts;

    /** @param shared the texts that more than one account posted: what one alone repeats is no burst of a text */
    BurstFinder(Corpus corpus, Parameters parameters, BitSet shared) {
        this.corpus = corpus;
        this.shared = shared;
        this.kleinberg = parameters.kleinberg();
        this.minPosts = parameters.minBurstPosts();
        this.countedIn = new int[corpus.accounts()];
        this.countedAt = new long[corpus.accounts()];
        this.seenIn = new int[corpus.accounts()];
    }

    /** All bursts above the base level: of all posts first, then by weight. */
    List<SeriesBurst> find(List<ObjectLayer> layers) {
        List<SeriesBurst> overall = new ArrayList<>();
        add(Optional.empty(), 0, IntStream.range(0, corpus.size()).toArray(), overall);
        List<SeriesBurst> found = new ArrayList<>();
        for (ObjectLayer layer : layers) {
            if (layer.kind().feeds(ObjectKind.Use.BURSTS)) {
                Optional<ObjectKind> kind = Optional.of(layer.kind());
                for (int o = 0; o < layer.objects(); o++) {
                    if (layer.acts(o) >= minPosts && (!layer.kind().equals(ObjectKind.TEXT) || shared.get(o))) {
                        add(kind, o, layer.rows(o), found);
                    }
                }
            }
        }
        found.sort(Comparator.comparingDouble(SeriesBurst::weight)
                .reversed()
                .thenComparing(SeriesBurst::series)
                .thenComparingInt(SeriesBurst::object)
                .thenComparing(SeriesBurst::start)
                .thenComparing(SeriesBurst::level)
                .thenComparing(SeriesBurst::measure));
        overall.addAll(found);
        return overall;
    }

    /** Bursts of the posts in these rows, which are in order of time; the base level is left out. */
    private void add(Optional<ObjectKind> kind, int object, int[] rows, List<SeriesBurst> out) {
        int first = out.size();
        add(kind, object, rows, rows, Measure.POSTS, out);
        int[] counted = countedRows(rows);
        if (counted.length == rows.length
                && rows.length >= minPosts) { // nobody goes on: both series are the same, and so are their bursts
            for (SeriesBurst burst : List.copyOf(out.subList(first, out.size()))) {
                out.add(ofAccounts(burst));
            }
        } else if (counted.length >= minPosts) {
            add(kind, object, rows, counted, Measure.ACCOUNTS, out);
        }
    }

    private static SeriesBurst ofAccounts(SeriesBurst b) {
        return new SeriesBurst(
                b.kind(),
                b.object(),
                b.level(),
                b.start(),
                b.end(),
                b.weight(),
                b.from(),
                b.to(),
                b.accounts(),
                Measure.ACCOUNTS);
    }

    private int[] countedRows(int[] rows) {
        series++;
        IntList counted = new IntList();
        for (int row : rows) {
            int account = corpus.account(row);
            if (countedIn[account] != series || corpus.time(row) - countedAt[account] >= AGAIN) {
                countedIn[account] = series;
                countedAt[account] = corpus.time(row);
                counted.add(row);
            }
        }
        return counted.toArray();
    }

    private void add(
            Optional<ObjectKind> kind, int object, int[] rows, int[] counted, Measure measure, List<SeriesBurst> out) {
        double[] times = new double[counted.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = time(counted[i]);
        }
        for (Burst burst : kleinberg.detect(times)) {
            if (burst.level() > 1) {
                out.add(describe(kind, object, rows, burst, measure));
            }
        }
    }

    private SeriesBurst describe(Optional<ObjectKind> kind, int object, int[] rows, Burst burst, Measure measure) {
        bursts++;
        int accounts = 0;
        int from = firstAtLeast(rows, burst.start());
        int to = from;
        for (; to < rows.length && time(rows[to]) <= burst.end(); to++) {
            int account = corpus.account(rows[to]);
            accounts += seenIn[account] == bursts ? 0 : 1;
            seenIn[account] = bursts;
        }
        return new SeriesBurst(
                kind,
                object,
                burst.level(),
                instant(burst.start()),
                instant(burst.end()),
                burst.weight(),
                from,
                to,
                accounts,
                measure);
    }

    private double time(int row) {
        return corpus.time(row) / MILLIS;
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
