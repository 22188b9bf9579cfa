/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.Signature;

class LshIndexTest {
    private static final Banding BANDING = new Banding(5, 2);
    private static final MinHash MIN_HASH = MinHash.withDefaults().withComponents(10);

    /** Adds, removals, expiry, merging and restoring at random, beside a list that is searched from end to end. */
    @Property(tries = 100)
    void answersAsASearchOfEverythingDoes(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        LshIndex index = LshIndex.of(BANDING);
        TreeMap<Long, Signature> items = new TreeMap<>();
        TreeMap<Long, Long> times = new TreeMap<>();
        for (int step = 0; step < 300; step++) {
            long id = random.nextInt(60) * 0x100000001L - 30;
            Signature signature = MIN_HASH.signature(random.nextInt(8), random.nextInt(8), random.nextInt(8));
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> {
                    if (!items.containsKey(id)) {
                        index.add(id, signature, step);
                        items.put(id, signature);
                        times.put(id, (long) step);
                    }
                }
                case 4 -> {
                    assertThat(index.remove(id)).isEqualTo(items.remove(id) != null);
                    times.remove(id);
                }
                case 5 -> {
                    long limit = step - 40L;
                    long old = times.values().stream().filter(t -> t < limit).count();
                    assertThat(index.expireBefore(limit)).isEqualTo((int) old);
                    times.values().removeIf(t -> t < limit);
                    items.keySet().retainAll(times.keySet());
                }
                case 6 -> {
                    index = restored(index);
                }
                default -> {
                    LshIndex other = LshIndex.of(BANDING);
                    other.merge(index);
                    index = other;
                }
            }
            assertThat(index.size()).isEqualTo(items.size());
            assertThat(index.contains(id)).isEqualTo(items.containsKey(id));
            long[] expected = items.entrySet().stream()
                    .filter(item -> shareABucket(item.getValue(), signature))
                    .mapToLong(item -> item.getKey())
                    .toArray();
            assertThat(index.query(signature)).containsExactly(expected);
        }
        assertThat(index.capped()).isZero();
    }

    private static boolean shareABucket(Signature a, Signature b) {
        for (int band = 0; band < BANDING.bands(); band++) {
            if (BANDING.key(a.components(), band) == BANDING.key(b.components(), band)) {
                return true;
            }
        }
        return false;
    }

    /** How many items the largest bucket of a signature would hold. */
    private static long fullest(Collection<Signature> items, Signature signature) {
        return IntStream.range(0, BANDING.bands())
                .mapToLong(band -> items.stream()
                        .filter(item -> (int) BANDING.key(item.components(), band)
                                == (int) BANDING.key(signature.components(), band))
                        .count())
                .max()
                .orElseThrow();
    }

    private static LshIndex restored(LshIndex index) throws IOException {
        return LshIndex.restore(new ByteArrayInputStream(bytes(index)));
    }

    private static byte[] bytes(LshIndex index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        index.snapshot(out);
        return out.toByteArray();
    }

    @Test
    void capsABucketAndCountsIt() {
        LshIndex index = LshIndex.of(BANDING, 3);
        for (int i = 0; i < 10; i++) {
            index.add(i, MIN_HASH.signature(1, 2, 3), i);
        }
        assertThat(index.query(MIN_HASH.signature(1, 2, 3))).containsExactly(0, 1, 2);
        assertThat(index.capped()).isEqualTo(7 * 5);
        assertThat(index.remove(9)).isTrue();
        assertThat(index.remove(0)).isTrue();
        assertThat(index.query(MIN_HASH.signature(1, 2, 3))).containsExactly(1, 2);
    }

    /** Beside a plain count of the items of each bucket, over adding, removing, merging and restoring. */
    @Property(tries = 100)
    void tellsWhereAFullBucketLeftAnItemOut(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        LshIndex index = LshIndex.of(BANDING, 2);
        TreeMap<Long, Signature> items = new TreeMap<>();
        for (int step = 0; step < 300; step++) {
            long id = random.nextInt(40);
            Signature signature = MIN_HASH.signature(random.nextInt(6), random.nextInt(6));
            int call = random.nextInt(16);
            if (call < 8 && !items.containsKey(id)) {
                index.add(id, signature, step);
                items.put(id, signature);
            } else if (call < 14) {
                index.remove(id);
                items.remove(id);
            } else if (call == 14) {
                index = restored(index);
            } else {
                LshIndex other = LshIndex.of(BANDING, 2);
                other.merge(index);
                index = other;
            }
            long[] sharing = items.entrySet().stream()
                    .filter(item -> shareABucket(item.getValue(), signature))
                    .mapToLong(item -> item.getKey())
                    .toArray();
            long[] found = index.query(signature);
            if (call >= 14) {
                assertThat(index.isComplete(signature)).isEqualTo(fullest(items.values(), signature) <= 2);
            }
            if (index.isComplete(signature)) {
                assertThat(found).containsExactly(sharing);
            } else {
                assertThat(sharing).isNotEmpty();
                assertThat(LongStream.of(sharing).boxed())
                        .containsAll(LongStream.of(found).boxed().toList());
            }
        }
    }

    @Test
    void anItemLeftOutIsTold() {
        LshIndex index = LshIndex.of(BANDING, 3);
        Signature signature = MIN_HASH.signature(1, 2, 3);
        Signature other = MIN_HASH.signature(90, 91);
        index.add(-1, other, 0);
        for (int i = 0; i < 4; i++) {
            assertThat(index.isComplete(signature)).isTrue();
            index.add(i, signature, i);
        }
        assertThat(index.isComplete(signature)).isFalse();
        assertThat(index.isComplete(other)).isTrue();
        long bytes = index.bytes();
        index.remove(0);
        assertThat(index.isComplete(signature)).as("item 3 is still left out").isFalse();
        index.remove(3);
        assertThat(index.isComplete(signature)).isTrue();
        assertThat(index.bytes()).isLessThan(bytes);
        assertThatThrownBy(() -> index.isComplete(MIN_HASH.withSeed(9).signature(2)))
                .hasMessageStartingWith("version, algorithm and seed must be the same for all signatures");
    }

    @Test
    void aQueryChangesNothing() throws IOException {
        LshIndex index = LshIndex.of(BANDING);
        byte[] before = bytes(index);
        assertThat(index.query(MIN_HASH.withSeed(9).signature(1))).isEmpty();
        assertThat(bytes(index)).isEqualTo(before);
        index.add(1, MIN_HASH.signature(1), 0);
        assertThat(index.query(MIN_HASH.signature(1))).containsExactly(1);
    }

    @Test
    void anItemThatIsRefusedChangesNothing() throws IOException {
        LshIndex index = LshIndex.of(BANDING);
        index.add(1, MIN_HASH.signature(1), 0);
        byte[] before = bytes(index);
        assertThatThrownBy(() -> index.add(1, MIN_HASH.signature(2), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(bytes(index)).isEqualTo(before);
    }

    @Test
    void answersManyThreadsAtOnce() throws Exception {
        LshIndex index = LshIndex.of(BANDING);
        List<Signature> signatures = new ArrayList<>();
        List<long[]> expected = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2_000; i++) {
            signatures.add(MIN_HASH.signature(random.nextInt(40), random.nextInt(40)));
            index.add(i, signatures.get(i), i);
        }
        signatures.forEach(signature -> expected.add(index.query(signature)));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> same = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                same.add(threads.submit(() -> IntStream.range(0, signatures.size())
                        .allMatch(i -> Arrays.equals(index.query(signatures.get(i)), expected.get(i)))));
            }
            for (Future<Boolean> each : same) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void needsFewerThan320BytesAnItem() {
        Banding banding = new Banding(20, 6);
        MinHash minHash = MinHash.withDefaults().withComponents(120);
        LshIndex index = LshIndex.of(banding);
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 50_000; i++) {
            index.add(i, minHash.signature(random.longs(3).toArray()), i);
        }
        assertThat(index.bytes() / index.size()).isLessThan(320);
        assertThat(index.capped()).isZero();
    }

    @Test
    void countsItsArrays() {
        // 16 places: ids and times of 8 bytes, 5 bands of keys and links of 4; 16 heads and 32 slots of 4; a word of
        // bits.
        assertThat(LshIndex.of(BANDING).bytes()).isEqualTo(16 * (8 + 8 + 5 * 8) + 16 * 4 + 32 * 4 + 8);
    }

    @Test
    void anEmptyIndexTakesTheOriginOfTheOneItMerges() {
        LshIndex other = LshIndex.of(BANDING);
        other.add(1, MIN_HASH.signature(1), 0);
        LshIndex index = LshIndex.of(BANDING);
        index.merge(other);
        assertThatThrownBy(() -> index.add(2, MIN_HASH.withSeed(9).signature(2), 0))
                .hasMessageStartingWith("version, algorithm and seed must be the same for all signatures");
        LshIndex foreign = LshIndex.of(BANDING);
        foreign.add(5, MIN_HASH.withSeed(9).signature(2), 0);
        assertThatThrownBy(() -> index.merge(foreign))
                .hasMessageStartingWith("version, algorithm and seed must be the same for all signatures");
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void writesTheSameBytesForTheSameContent() throws IOException {
        LshIndex forward = LshIndex.of(BANDING);
        LshIndex backward = LshIndex.of(BANDING);
        for (int i = 0; i < 20; i++) {
            forward.add(i, MIN_HASH.signature(i), i);
            backward.add(19 - i, MIN_HASH.signature(19 - i), 19 - i);
        }
        assertThat(bytes(forward)).isEqualTo(bytes(backward));
        assertThat(bytes(LshIndex.of(BANDING))).hasSize(44);
    }

    @Test
    void refusesDamagedSnapshots() throws IOException {
        LshIndex index = LshIndex.of(BANDING);
        index.add(1, MIN_HASH.signature(1), 5);
        index.add(2, MIN_HASH.signature(2), 6);
        byte[] bytes = bytes(index);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> LshIndex.restore(new ByteArrayInputStream(damaged)))
                    .isInstanceOf(IOException.class);
            byte[] cut = Arrays.copyOf(bytes, i);
            assertThatThrownBy(() -> LshIndex.restore(new ByteArrayInputStream(cut)))
                    .isInstanceOf(IOException.class);
        }
    }

    /** Keys that were made apart do what the signature does, in every index of the banding. */
    @Property(tries = 50)
    void keysStandForTheirSignature(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        LshIndex bySignature = LshIndex.of(BANDING, 2);
        LshIndex byKeys = LshIndex.of(BANDING, 2);
        for (int id = 0; id < 100; id++) {
            Signature signature = MIN_HASH.signature(random.nextInt(6), random.nextInt(6));
            BandKeys keys = BandKeys.of(BANDING, signature);
            for (int most : new int[] {1, 3, 100}) {
                assertThat(byKeys.query(keys, most)).containsExactly(bySignature.query(signature, most));
            }
            assertThat(byKeys.isComplete(keys)).isEqualTo(bySignature.isComplete(signature));
            byKeys.touch(keys); // changes nothing
            bySignature.add(id, signature, id);
            byKeys.add(id, keys, id);
        }
        assertThat(bytes(byKeys)).isEqualTo(bytes(bySignature));
        assertThat(byKeys.capped()).isEqualTo(bySignature.capped()).isPositive();
    }

    /** While another thread adds, removes and makes the arrays larger. */
    @Test
    void bucketsMayBeTouchedWhileTheIndexChanges() throws Exception {
        LshIndex index = LshIndex.of(BANDING, 3);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Integer> toucher = thread.submit(() -> {
            Random random = new Random(3);
            int sum = 0;
            while (!isOver.get()) {
                sum += index.touch(BandKeys.of(BANDING, MIN_HASH.signature(random.nextInt(500))));
            }
            return sum;
        });
        Random random = new Random(4);
        for (int id = 0; id < 100_000; id++) {
            index.add(id, MIN_HASH.signature(random.nextInt(500), random.nextInt(500)), id);
            if (id % 3 == 0) {
                index.remove(random.nextInt(id + 1));
            }
        }
        isOver.set(true);
        toucher.get();
        thread.shutdown();
        assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(index.size()).isBetween(66_666, 100_000);
    }

    @Test
    void refusesKeysThatDoNotFit() {
        LshIndex index = LshIndex.of(BANDING);
        index.add(1, BandKeys.of(BANDING, MIN_HASH.signature(1)), 0);
        BandKeys other = BandKeys.of(new Banding(2, 5), MIN_HASH.signature(1));
        BandKeys seeded = BandKeys.of(BANDING, MIN_HASH.withSeed(9).signature(1));
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> index.add(2, other, 0),
                () -> index.query(other, 1),
                () -> index.isComplete(other),
                () -> index.touch(other))) {
            assertThatThrownBy(call)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("banding of index and keys must be the same but was " + BANDING + " and "
                            + new Banding(2, 5));
        }
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> index.add(2, seeded, 0), () -> index.query(seeded, 1), () -> index.isComplete(seeded))) {
            assertThatThrownBy(call).hasMessageStartingWith("version, algorithm and seed must be the same");
        }
        BandKeys keys = BandKeys.of(BANDING, MIN_HASH.signature(1));
        assertThatThrownBy(() -> index.add(1, keys, 0)).hasMessage("id must not be in the index yet but 1 was");
        assertThatThrownBy(() -> index.query(keys, 0)).hasMessage("most must be in [1, 2147483647] but was 0");
        assertThatThrownBy(() -> BandKeys.of(BANDING, MIN_HASH.signature(2).compact(8)))
                .hasMessage("bits of a signature must be 32 but were 8");
        assertThatThrownBy(() -> BandKeys.of(BANDING, MIN_HASH.withComponents(9).signature(2)))
                .hasMessage("number of components must be in [10, 2147483647] but was 9");
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        LshIndex index = LshIndex.of(BANDING);
        index.add(1, MIN_HASH.signature(1), 0);
        assertThatThrownBy(() -> index.add(1, MIN_HASH.signature(2), 0))
                .hasMessage("id must not be in the index yet but 1 was");
        assertThatThrownBy(() -> index.add(2, MIN_HASH.withSeed(9).signature(2), 0))
                .hasMessageStartingWith("version, algorithm and seed must be the same for all signatures");
        assertThatThrownBy(() -> index.query(MIN_HASH.signature(2).compact(8)))
                .hasMessage("bits of a signature must be 32 but were 8");
        assertThatThrownBy(() -> index.query(MIN_HASH.withComponents(9).signature(2)))
                .hasMessage("number of components must be in [10, 2147483647] but was 9");
        LshIndex same = LshIndex.of(BANDING);
        same.add(1, MIN_HASH.signature(7), 0);
        assertThatThrownBy(() -> index.merge(same)).hasMessage("ids of both indices must differ but both have 1");
        assertThatThrownBy(() -> index.merge(LshIndex.of(new Banding(2, 5))))
                .hasMessageStartingWith("banding of both indices must be the same but was");
        assertThatThrownBy(() -> LshIndex.of(BANDING, 0)).hasMessage("bucketCap must be in [1, 2147483647] but was 0");
    }
}
