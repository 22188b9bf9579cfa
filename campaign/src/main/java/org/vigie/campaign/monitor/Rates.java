/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.core.monitor.BurstScore;
import org.vigie.core.monitor.KeyedRateMonitors;
import org.vigie.core.monitor.RateMonitor;

/**
 * Counts posts and different accounts of each key in bins of five minutes and asks the rate monitors about each finished
 * bin. A bin is finished when the clock is a minute past its end. Saved states hold digests of keys, no names; what open
 * bins hold is counted again from the stored posts. Not thread-safe.
 */
final class Rates {
    static final long BIN = Duration.ofMinutes(5).toMillis();
    private static final long LATENESS = Duration.ofMinutes(1).toMillis();
    private static final int MOST_PAIRS = 1_000_000;
    private static final int LEAST = 5;
    private static final double ALPHA = 0.001;
    private static final double ALPHA_ALL = 1e-4;
    /** A small rise must not silence the surge that it begins with. */
    private static final Duration REST_OF_ALL = Duration.ofMinutes(15);

    /** Seconds in which the rise of a key is news; as long as the monitors of all posts learn. */
    private static final double NEWS = 7_200;

    private final int maxKeys;
    private final NameDigests digests;
    private KeyedRateMonitors keyed;
    private RateMonitor allPosts = all();
    private RateMonitor allAccounts = all();
    private final TreeMap<Long, Bin> open = new TreeMap<>();
    /** The first bin that is not closed. */
    private long next = Long.MIN_VALUE;

    private long late;
    private long ignored;
    private long uncounted;

    /** A key of a post. */
    record Key(String kind, String name) {
        @Override
        public boolean equals(@Nullable Object other) { // those of a record are slow here
            return other instanceof Key key && key.name.equals(name) && key.kind.equals(kind);
        }

        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + name.hashCode();
        }
    }

    private static final class Count {
        final int place;
        long posts;
        long accounts;
        final List<Long> evidence = new ArrayList<>(2);

        Count(int place) {
            this.place = place;
        }

        void add(long number, boolean isNewAccount) {
            posts++;
            accounts += isNewAccount ? 1 : 0;
            if (isNewAccount && evidence.size() < Alert.MOST_EVIDENCE) {
                evidence.add(number);
            }
        }
    }

    private static final class Bin {
        final long first;
        final Count all = new Count(0);
        final Map<Key, Count> keys = new HashMap<>();
        final LongSet pairs = new LongSet(MOST_PAIRS);

        Bin(long first) {
            this.first = first;
        }
    }

    Rates(int maxKeys, NameDigests digests) {
        this.maxKeys = maxKeys;
        this.digests = digests;
        this.keyed = keyed(maxKeys);
    }

    private static KeyedRateMonitors keyed(int maxKeys) {
        return KeyedRateMonitors.withDefaults()
                .withMonitor(RateMonitor.withDefaults()
                        .withBin(Duration.ofMillis(BIN))
                        .withAlpha(ALPHA)
                        .withMinimumCount(LEAST)
                        .withBaseline(0.05, 24))
                .withCapacity(2 * maxKeys); // posts and accounts of each
    }

    private static RateMonitor all() {
        return RateMonitor.withDefaults()
                .withBin(Duration.ofMillis(BIN))
                .withAlpha(ALPHA_ALL)
                .withMinimumCount(LEAST)
                .withRefractory(REST_OF_ALL)
                .withHourOfWeekProfile();
    }

    /** How many posts came after their bin was closed. */
    long late() {
        return late;
    }

    /** How often a key was not counted because its bin had too many. */
    long ignored() {
        return ignored;
    }

    /** How often an account was not counted because its bin had too many. */
    long uncounted() {
        return uncounted;
    }

    void setUncounted(long count) {
        uncounted = count;
    }

    /** The number of the first post that an open bin may hold; none if there is no open bin. */
    long firstOpen() {
        return open.values().stream().mapToLong(bin -> bin.first).min().orElse(Long.MAX_VALUE);
    }

    /** Counts a post. */
    void add(long number, long time, long account, Keys.Found keys) {
        long at = Math.floorDiv(time, BIN);
        if (at < next) {
            late++;
            return;
        }
        Bin bin = open.computeIfAbsent(at, b -> new Bin(number));
        ignored += keys.leftOut();
        bin.all.add(number, isNew(bin, account));
        for (Key key : keys.list()) {
            Count count = bin.keys.get(key);
            if (count == null) {
                if (bin.keys.size() >= maxKeys) {
                    ignored++;
                    continue;
                }
                count = new Count(bin.keys.size() + 1);
                bin.keys.put(key, count);
            }
            count.add(number, isNew(bin, account + count.place * 0x9e3779b97f4a7c15L));
        }
    }

    /** Whether an account, of all posts or of a key, is new to a bin. Without room it is counted as left out. */
    private boolean isNew(Bin bin, long pair) {
        boolean isNew = bin.pairs.add(pair);
        if (!isNew && bin.pairs.size() >= MOST_PAIRS && !bin.pairs.contains(pair)) {
            uncounted++;
        }
        return isNew;
    }

    /** Lets go what open bins hold, to be counted again. */
    void clearOpen() {
        open.clear();
    }

    /** Counts a stored post again that an open bin held. */
    void addAgain(long number, long time, long account, Keys.Found keys) {
        if (Math.floorDiv(time, BIN) >= next) {
            long before = ignored;
            long beforeAccounts = uncounted;
            add(number, time, account, keys);
            ignored = before;
            uncounted = beforeAccounts;
        }
    }

    /** Closes the bins that are over at a time; gives their alarms, the surest of each bin first. */
    List<FastAlarm> closeUntil(long clock) {
        List<FastAlarm> alarms = new ArrayList<>();
        while (!open.isEmpty() && (open.firstKey() + 1) * BIN + LATENESS <= clock) {
            closeFirst(alarms);
        }
        return alarms;
    }

    /** Closes all bins: the input has ended. */
    List<FastAlarm> closeAll() {
        List<FastAlarm> alarms = new ArrayList<>();
        while (!open.isEmpty()) {
            closeFirst(alarms);
        }
        return alarms;
    }

    private void closeFirst(List<FastAlarm> alarms) {
        Map.Entry<Long, Bin> first = Objects.requireNonNull(open.pollFirstEntry());
        long at = first.getKey();
        Bin bin = first.getValue();
        next = at + 1;
        double seconds = at * (BIN / 1000.0);
        List<FastAlarm> found = new ArrayList<>();
        BurstScore ofPosts = allPosts.update(seconds, (double) bin.all.posts);
        BurstScore ofAccounts = allAccounts.update(seconds, (double) bin.all.accounts);
        if (ofPosts.alarm() || ofAccounts.alarm()) {
            BurstScore surer = surer(ofPosts.alarm() ? ofPosts : null, ofAccounts.alarm() ? ofAccounts : null);
            found.add(alarm(at, new Key("all", ""), bin.all, surer, OptionalDouble.empty()));
        }
        Map<String, Key> keyOf = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        bin.keys.forEach((key, count) -> {
            String digest = Long.toHexString(digests.number(key.kind + '\n' + key.name));
            keyOf.put(digest, key);
            counts.put('p' + digest, count.posts);
            counts.put('a' + digest, count.accounts);
        });
        Map<Key, KeyedRateMonitors.Alarm> surest = new HashMap<>();
        List<KeyedRateMonitors.Alarm> risen = keyed.update(seconds, counts);
        // At the begin of a state every key is new: what is usual would use up the budget of the day.
        boolean isLearning = Double.isNaN(ofPosts.expected());
        for (KeyedRateMonitors.Alarm alarm : risen) {
            // What rose so long ago was said then, or is what was usual when the state began.
            boolean isNew = seconds - alarm.score().onset().orElse(seconds) <= NEWS;
            if (isNew && !isLearning) {
                surest.putIfAbsent(Objects.requireNonNull(keyOf.get(alarm.key().substring(1))), alarm);
            }
        }
        surest.forEach((key, alarm) -> found.add(alarm(
                at, key, Objects.requireNonNull(bin.keys.get(key)), alarm.score(), OptionalDouble.of(alarm.qValue()))));
        found.sort(Comparator.comparingDouble((FastAlarm a) -> a.pValue().orElse(1))
                .thenComparing(a -> -a.posts())
                .thenComparing(FastAlarm::keyKind)
                .thenComparing(FastAlarm::key));
        alarms.addAll(found);
    }

    private static BurstScore surer(@Nullable BurstScore a, @Nullable BurstScore b) {
        if (a == null || b == null) {
            return Objects.requireNonNull(a == null ? b : a);
        }
        return a.pValue() <= b.pValue() ? a : b;
    }

    private static FastAlarm alarm(long at, Key key, Count count, BurstScore score, OptionalDouble q) {
        return new FastAlarm(
                Alert.Kind.RISE,
                key.kind,
                key.name,
                (at + 1) * BIN,
                score.onset().isPresent() ? Math.round(score.onset().getAsDouble() * 1000) : at * BIN,
                count.posts,
                count.accounts,
                Double.isFinite(score.expected()) ? OptionalDouble.of(score.expected()) : OptionalDouble.empty(),
                OptionalDouble.of(score.pValue()),
                q,
                List.copyOf(count.evidence));
    }

    /** What closed bins taught, to go back to. */
    byte[] learnt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(next);
            writeMonitors(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Goes back to what was learnt earlier, or begins to learn anew if that is nothing. */
    void goBack(byte[] learnt) {
        open.clear();
        if (learnt.length == 0) {
            next = Long.MIN_VALUE;
            keyed = keyed(maxKeys);
            allPosts = all();
            allAccounts = all();
            return;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(learnt))) {
            next = in.readLong();
            readMonitors(in);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(next);
        out.writeLong(late);
        out.writeLong(ignored);
        writeMonitors(out);
    }

    void read(DataInputStream in) throws IOException {
        next = in.readLong();
        late = in.readLong();
        ignored = in.readLong();
        readMonitors(in);
    }

    private void writeMonitors(DataOutputStream out) throws IOException {
        writeBytes(out, keyed.toBytes());
        writeBytes(out, allPosts.toBytes());
        writeBytes(out, allAccounts.toBytes());
    }

    private void readMonitors(DataInputStream in) throws IOException {
        keyed = KeyedRateMonitors.fromBytes(readBytes(in));
        allPosts = RateMonitor.fromBytes(readBytes(in));
        allAccounts = RateMonitor.fromBytes(readBytes(in));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
