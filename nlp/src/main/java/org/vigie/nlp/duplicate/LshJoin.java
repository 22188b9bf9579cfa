/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;
import java.util.function.Supplier;
import org.vigie.core.internal.Overlap;
import org.vigie.core.parallel.Parallel;
import org.vigie.core.search.Banding;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.text.ShingleBuffer;

/**
 * Near-duplicate pairs of a batch by banding. Each text keeps 4 bytes per band and a {@link Parities}, nothing else.
 * Each band is sorted on its own. A pair is verified in the first band that both texts share, so no list of seen pairs
 * is needed. A pair that cannot reach the threshold by its parities is dropped before its sets are made. Texts that
 * share a boilerplate fall into few large buckets: they are a {@link Crowd}, joined exactly and once.
 */
final class LshJoin implements PairJoin {
    private static final int BLOCK = 1024;
    /** Comparisons that one bucket may cost, about; a bucket of up to 2,000 texts is compared whole. */
    private static final int BUCKET_BUDGET = 4_000_000;

    /** A larger bucket makes its texts a crowd. */
    static final int MOST_IN_BUCKET = 500;

    private static final int LEAST_WINDOW = 16;

    private final double threshold;
    private final Banding banding;
    private final MinHash minHash;
    private final int threads;

    LshJoin(double threshold, Banding banding, MinHash policy, int threads) {
        this.threshold = threshold;
        this.banding = banding;
        this.threads = threads;
        // The usual number of components has the faster loop, so a few too many cost nothing.
        minHash = policy.withComponents(Math.max(policy.components(), banding.components()));
    }

    @Override
    public PairList join(int count, Supplier<ShingleSource> sources, Progress progress) {
        Parities parities = new Parities(count, threshold);
        int[][] keys = keys(count, sources, parities, progress);
        Crowd crowd = Crowd.of(keys, parities, MOST_IN_BUCKET);
        PairList all = new PairList();
        if (!crowd.isEmpty() && crowd.mayBeJoined(sources.get(), threshold)) {
            crowd.join(sources.get(), threshold, all);
        } else {
            crowd.dissolve();
        }
        PairList[] found = new PairList[banding.bands()];
        Parallel.run(threads, found.length, () -> {
            SetCache sets = new SetCache(sources.get());
            return band -> found[band] = joinBand(keys, band, parities, crowd, sets);
        });
        for (PairList pairs : found) {
            all.addAll(pairs);
        }
        return all;
    }

    private int[][] keys(int count, Supplier<ShingleSource> sources, Parities parities, Progress progress) {
        int[][] keys = new int[banding.bands()][count];
        Parallel.run(threads, (count + BLOCK - 1) / BLOCK, () -> {
            ShingleSource source = sources.get();
            Signer signer = new Signer();
            return block -> {
                int to = Math.min(count, (block + 1) * BLOCK);
                for (int text = block * BLOCK; text < to; text++) {
                    ShingleBuffer shingles = source.buffer(text);
                    if (shingles.size() == 0) {
                        // Nothing to compare (no word, say): a key of its own, never a candidate but by chance.
                        for (int band = 0; band < keys.length; band++) {
                            keys[band][text] = text;
                        }
                        continue;
                    }
                    parities.set(text, shingles.elements(), shingles.size());
                    int[] own = signer.keys(shingles);
                    for (int band = 0; band < keys.length; band++) {
                        keys[band][text] = own[band];
                    }
                }
                progress.add(to - block * BLOCK);
            };
        });
        return keys;
    }

    /** Makes the keys of one text after the other. Not thread-safe. */
    final class Signer {
        private final int[] signature = new int[minHash.components()];
        private final int[] keys = new int[banding.bands()];

        /** The key of each band, in an array that the next call overwrites. */
        int[] keys(ShingleBuffer shingles) {
            minHash.signature(shingles.elements(), shingles.size(), signature);
            for (int band = 0; band < keys.length; band++) {
                keys[band] = (int) banding.key(signature, band);
            }
            return keys;
        }
    }

    /** How many keys a text has. */
    int bands() {
        return banding.bands();
    }

    /** The pairs of buckets whose texts ascend. */
    PairList joinBuckets(
            int[][] keys, Iterable<DuplicateSteps.Bucket> buckets, Parities parities, Crowd crowd, SetCache sets) {
        PairList pairs = new PairList();
        Overlap overlap = new Overlap();
        for (DuplicateSteps.Bucket bucket : buckets) {
            long[] order = Arrays.stream(bucket.texts()).asLongStream().toArray();
            joinBucket(order, 0, order.length, keys, bucket.band(), parities, crowd, sets, overlap, pairs);
        }
        return pairs;
    }

    private PairList joinBand(int[][] keys, int band, Parities parities, Crowd crowd, SetCache sets) {
        int[] bandKeys = keys[band];
        int n = bandKeys.length;
        long[] order = new long[n];
        for (int i = 0; i < n; i++) {
            order[i] = (long) bandKeys[i] << 32 | i;
        }
        Arrays.sort(order);
        PairList pairs = new PairList();
        Overlap overlap = new Overlap();
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && order[to] >> 32 == order[from] >> 32) {
                to++;
            }
            if (to - from > 1) {
                joinBucket(order, from, to, keys, band, parities, crowd, sets, overlap, pairs);
            }
            from = to;
        }
        return pairs;
    }

    private void joinBucket(
            long[] order,
            int from,
            int to,
            int[][] keys,
            int band,
            Parities parities,
            Crowd crowd,
            SetCache sets,
            Overlap overlap,
            PairList pairs) {
        int size = to - from;
        if (size > MOST_IN_BUCKET && crowd.has((int) order[from])) {
            return; // all its texts are of the crowd
        }
        int window = Math.max(LEAST_WINDOW, BUCKET_BUDGET / size);
        for (int i = from; i < to - 1; i++) {
            int first = (int) order[i];
            int end = (int) Math.min(to, (long) i + 1 + window);
            pairs.leaveOut(to - end);
            int loaded = 0;
            for (int j = i + 1; j < end; j++) {
                int second = (int) order[j];
                if ((crowd.has(first) && crowd.has(second))
                        || !parities.mayReach(first, second)
                        || metBefore(keys, band, first, second)) {
                    continue;
                }
                if (loaded == 0) {
                    long[] set = sets.get(first);
                    overlap.load(set);
                    loaded = set.length;
                }
                verify(first, second, loaded, sets.get(second), overlap, pairs);
            }
        }
    }

    private static boolean metBefore(int[][] keys, int band, int a, int b) {
        for (int earlier = 0; earlier < band; earlier++) {
            if (keys[earlier][a] == keys[earlier][b]) {
                return true;
            }
        }
        return false;
    }

    private void verify(int first, int second, int size, long[] other, Overlap overlap, PairList pairs) {
        int shared = overlap.count(other);
        double jaccard = (double) shared / (size + other.length - shared);
        if (shared > 0 && jaccard >= threshold) {
            pairs.add(first, second, jaccard);
        }
    }
}
