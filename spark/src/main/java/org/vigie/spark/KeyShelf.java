/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import scala.Tuple2;

/** Keys of bands on their way to a partition, and the buckets that they make there. */
final class KeyShelf {
    /** Keys that travel in one array. */
    private static final int MOST_KEYS = 4_096;

    /** Spreads buckets over partitions. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private KeyShelf() {}

    /**
     * Keys of texts that are at home in one partition.
     *
     * @param home the partition
     * @param buckets by key its band and itself
     * @param ids by key the text
     */
    @SuppressWarnings("ArrayRecordComponent") // as many as there are keys
    record Keys(int home, long[] buckets, long[] ids) implements Serializable {}

    /**
     * Buckets with several texts.
     *
     * @param bands by bucket its band
     * @param ends by bucket where its ids end
     * @param ids of texts, ascending in each bucket
     * @param byHome by partition the ids that are at home there, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // as many as there are buckets
    record Buckets(int[] bands, int[] ends, long[] ids, long[][] byHome) implements Serializable {
        int from(int bucket) {
            return bucket == 0 ? 0 : ends[bucket - 1];
        }
    }

    /** The buckets of the keys that came to a partition. */
    static Buckets buckets(Iterator<Keys> came, int partitions) {
        List<Keys> all = Lazy.list(came);
        int count = Math.toIntExact(all.stream().mapToLong(keys -> keys.ids.length).sum());
        long[] ids = new long[count];
        int[] homes = new int[count];
        int[] sizes = sizes(all);
        long[][] orders = Arrays.stream(sizes).mapToObj(long[]::new).toArray(long[][]::new);
        int next = 0;
        for (Keys keys : all) {
            System.arraycopy(keys.ids, 0, ids, next, keys.ids.length);
            Arrays.fill(homes, next, next + keys.ids.length, keys.home);
            for (long bucket : keys.buckets) {
                int band = (int) (bucket >>> Integer.SIZE);
                orders[band][--sizes[band]] = bucket << Integer.SIZE | next++;
            }
        }
        return sorted(orders, ids, homes, partitions);
    }

    /** By band how many keys there are. */
    private static int[] sizes(List<Keys> all) {
        int[] sizes = {};
        for (Keys keys : all) {
            for (long bucket : keys.buckets) {
                int band = (int) (bucket >>> Integer.SIZE);
                sizes = band < sizes.length ? sizes : Arrays.copyOf(sizes, band + 1);
                sizes[band]++;
            }
        }
        return sizes;
    }

    /** By band all keys, each before its place among the ids of texts. */
    private static Buckets sorted(long[][] orders, long[] ids, int[] homes, int partitions) {
        IntList bands = new IntList();
        IntList ends = new IntList();
        LongList members = new LongList();
        LongList[] byHome = Stream.generate(LongList::new).limit(partitions).toArray(LongList[]::new);
        for (int band = 0; band < orders.length; band++) {
            long[] order = orders[band];
            Arrays.sort(order);
            for (int from = 0; from < order.length; ) {
                int to = from + 1;
                while (to < order.length && order[to] >> Integer.SIZE == order[from] >> Integer.SIZE) {
                    to++;
                }
                if (to - from > 1) {
                    long[] bucket = new long[to - from];
                    for (int i = from; i < to; i++) {
                        int place = (int) order[i];
                        bucket[i - from] = ids[place];
                        byHome[homes[place]].add(ids[place]);
                    }
                    Arrays.sort(bucket);
                    for (long id : bucket) {
                        members.add(id);
                    }
                    bands.add(band);
                    ends.add(members.size());
                }
                from = to;
            }
        }
        long[][] asked = Arrays.stream(byHome)
                .map(home -> Keyed.distinct(home.toArray()))
                .toArray(long[][]::new);
        return new Buckets(bands.toArray(), ends.toArray(), members.toArray(), asked);
    }

    /** Sends keys of texts: each array goes with the number of its partition. */
    static final class Sender implements Iterator<Tuple2<Integer, Keys>> {
        private final int home;
        private final Iterator<BandedTexts> texts;
        private final long[][] buckets;
        private final long[][] ids;
        private final int[] sizes;
        private final Deque<Tuple2<Integer, Keys>> ready = new ArrayDeque<>();

        Sender(int home, Iterator<BandedTexts> texts, int partitions) {
            this.home = home;
            this.texts = texts;
            buckets = new long[partitions][MOST_KEYS];
            ids = new long[partitions][MOST_KEYS];
            sizes = new int[partitions];
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && texts.hasNext()) {
                add(texts.next());
                for (int to = 0; !texts.hasNext() && to < sizes.length; to++) {
                    send(to);
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public Tuple2<Integer, Keys> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void add(BandedTexts chunk) {
            for (int i = 0; i < chunk.size(); i++) {
                for (int band = 0; chunk.shingles()[i] > 0 && band < chunk.bands(); band++) {
                    long key = Integer.toUnsignedLong(chunk.keys()[i * chunk.bands() + band]);
                    add((long) band << Integer.SIZE | key, chunk.ids()[i]);
                }
            }
        }

        private void add(long bucket, long id) {
            int to = (int) (((bucket * SPREAD) >>> Integer.SIZE) % sizes.length);
            buckets[to][sizes[to]] = bucket;
            ids[to][sizes[to]++] = id;
            if (sizes[to] == MOST_KEYS) {
                send(to);
            }
        }

        private void send(int to) {
            if (sizes[to] > 0) {
                long[] sentBuckets = Arrays.copyOf(buckets[to], sizes[to]);
                ready.add(new Tuple2<>(to, new Keys(home, sentBuckets, Arrays.copyOf(ids[to], sizes[to]))));
                sizes[to] = 0;
            }
        }
    }
}
