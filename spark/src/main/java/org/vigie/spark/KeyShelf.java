/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import org.vigie.core.internal.Numbers;
import scala.Tuple2;

/** Keys of bands on their way to a partition, and the buckets that they make there. */
final class KeyShelf {
    /** Spreads buckets over partitions. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Cells that tell keys apart, for each of them, and at most: 32 MB. */
    private static final int CELLS_OF_KEY = 16;

    private static final int MOST_CELLS = 1 << 28;

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
     * @param ends by bucket where its texts end
     * @param texts their places among the ids, ascending in each bucket
     * @param ids of all texts in buckets, ascending
     * @param byHome by partition the ids that are at home there, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // as many as there are buckets
    record Buckets(int[] bands, int[] ends, int[] texts, long[] ids, long[][] byHome) implements Serializable {
        int from(int bucket) {
            return bucket == 0 ? 0 : ends[bucket - 1];
        }
    }

    /** The buckets of the keys that came to a partition. */
    static Buckets buckets(Iterator<Keys> came, int partitions) {
        List<Keys> all = Lazy.list(came);
        int count =
                Math.toIntExact(all.stream().mapToLong(keys -> keys.ids.length).sum());
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
        IntList members = new IntList();
        Numbers numbers = new Numbers();
        LongList[] byHome = Stream.generate(LongList::new).limit(partitions).toArray(LongList[]::new);
        for (int band = 0; band < orders.length; band++) {
            long[] order = repeated(orders[band]);
            Arrays.sort(order);
            for (int from = 0; from < order.length; ) {
                int to = from + 1;
                while (to < order.length && order[to] >> Integer.SIZE == order[from] >> Integer.SIZE) {
                    to++;
                }
                if (to - from > 1) {
                    for (int i = from; i < to; i++) {
                        int place = (int) order[i];
                        int known = numbers.size();
                        members.add(numbers.of(ids[place]));
                        if (known < numbers.size()) {
                            byHome[homes[place]].add(ids[place]);
                        }
                    }
                    bands.add(band);
                    ends.add(members.size());
                }
                from = to;
            }
        }
        long[][] asked =
                Arrays.stream(byHome).map(home -> sorted(home.toArray())).toArray(long[][]::new);
        long[] all = sorted(numbers.values());
        return new Buckets(bands.toArray(), ends.toArray(), places(members.toArray(), ends, numbers, all), all, asked);
    }

    private static long[] sorted(long[] values) {
        Arrays.sort(values);
        return values;
    }

    /** The places of numbered ids among all of them, ascending in each bucket. */
    private static int[] places(int[] members, IntList ends, Numbers numbers, long[] all) {
        int[] placeOf = new int[all.length];
        for (int place = 0; place < all.length; place++) {
            placeOf[numbers.of(all[place])] = place;
        }
        for (int m = 0; m < members.length; m++) {
            members[m] = placeOf[members[m]];
        }
        for (int bucket = 0; bucket < ends.size(); bucket++) {
            Arrays.sort(members, bucket == 0 ? 0 : ends.get(bucket - 1), ends.get(bucket));
        }
        return members;
    }

    /** Without most of the keys that are there once: few others are left to be sorted. */
    private static long[] repeated(long[] keys) {
        int mask =
                CELLS_OF_KEY * Integer.highestOneBit(Math.max(1, Math.min(keys.length, MOST_CELLS / CELLS_OF_KEY))) - 1;
        BitSet met = new BitSet(mask + 1);
        BitSet metAgain = new BitSet(mask + 1);
        for (long key : keys) {
            int cell = (int) (key >>> Integer.SIZE) & mask;
            if (met.get(cell)) {
                metAgain.set(cell);
            } else {
                met.set(cell);
            }
        }
        long[] repeated = new long[keys.length];
        int count = 0;
        for (long key : keys) {
            if (metAgain.get((int) (key >>> Integer.SIZE) & mask)) {
                repeated[count++] = key;
            }
        }
        return Arrays.copyOf(repeated, count);
    }

    /** The keys of texts by the partition of their bucket. */
    static Iterator<Tuple2<Integer, Keys>> sent(int home, Iterator<BandedTexts> texts, int partitions) {
        int most = Parcels.most(partitions);
        Parcels<Builder, Keys> parcels = new Parcels<>(partitions, () -> new Builder(most), own -> own.keys(home));
        return Lazy.flat(
                texts,
                chunk -> {
                    for (int i = 0; i < chunk.size(); i++) {
                        for (int band = 0; chunk.shingles()[i] > 0 && band < chunk.bands(); band++) {
                            long key = Integer.toUnsignedLong(chunk.keys()[i * chunk.bands() + band]);
                            long bucket = (long) band << Integer.SIZE | key;
                            parcels.next((int) (((bucket * SPREAD) >>> Integer.SIZE) % partitions))
                                    .add(bucket, chunk.ids()[i]);
                        }
                    }
                    return parcels.full();
                },
                parcels::rest);
    }

    /** Keys on their way to one partition, with room for a parcel of them. */
    private static final class Builder {
        private final long[] buckets;
        private final long[] ids;
        private int size;

        private Builder(int most) {
            buckets = new long[most];
            ids = new long[most];
        }

        private void add(long bucket, long id) {
            buckets[size] = bucket;
            ids[size++] = id;
        }

        private Keys keys(int home) {
            return new Keys(home, Arrays.copyOf(buckets, size), Arrays.copyOf(ids, size));
        }
    }
}
