/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.core.column.LongList;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Post;

/**
 * The posts that findings are about: the newest, in segments of time. What leaves leaves in whole segments. Contents are read
 * when findings are asked for, each once, and their texts and names are in memory once. Not thread-safe.
 */
final class Window {
    /** The window moves on by this part of itself. */
    private static final int SEGMENTS = 28;
    /** All is read again where of what was read one post in so many has left. */
    private static final int MOST_LEFT = 3;

    private final long length;
    private final long step;
    private final int most;
    private final NearDuplicates search;
    private final int threads;
    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private int size;
    /** What was read, as long as memory has room for it: it can be read again. */
    private SoftReference<Reading> read = new SoftReference<>(null);
    /** The first segment whose posts are kept. */
    private long floor = Long.MIN_VALUE;
    /** What left since the clock is on trial: it comes back with the clock. Null while nothing is on trial. */
    private @Nullable TreeMap<Long, Segment> aside;
    /** The floor when the trial began. */
    private long keptFrom = Long.MIN_VALUE;

    private static final class Segment {
        final IdSet ids = new IdSet();
        final LongList numbers = new LongList();
    }

    /** Posts as they were read, segment by segment. */
    private static final class Reading {
        final CorpusBuilder posts;
        /** By segment how many of its posts were read. */
        final Map<Long, Integer> of = new HashMap<>();

        Reading(CorpusBuilder posts) {
            this.posts = posts;
        }
    }

    Window(MonitorSettings settings) {
        this.length = settings.window().toMillis();
        this.step = Math.max(1, (length + SEGMENTS - 1) / SEGMENTS);
        this.most = settings.maxPosts();
        this.search = settings.search();
        this.threads = settings.threads();
    }

    /** The time from which posts count. */
    long floor() {
        return time(floor);
    }

    /** The time from which posts are kept, as far as the clock may go back. */
    long keptFrom() {
        return time(keptFrom);
    }

    private long time(long segment) {
        return segment == Long.MIN_VALUE ? segment : segment * step;
    }

    void setFloor(long time) {
        floor = time == Long.MIN_VALUE ? time : segment(time);
    }

    /** From now on what leaves is set aside; from which time on is known where a trial is gone on with. */
    void keepAside(long from) {
        aside = new TreeMap<>();
        keptFrom = from == Long.MIN_VALUE ? from : segment(from);
    }

    /** Lets go what was set aside; gives the numbers of these posts. */
    void letGo(LongList left) {
        if (aside != null) {
            aside.values().forEach(segment -> addAll(segment.numbers, left));
            aside = null;
        }
    }

    /** Takes back what was set aside; gives the numbers of posts that may be later than a time, which are taken out. */
    LongList goBack(long latest) {
        if (aside != null) {
            segments.putAll(aside);
            aside.clear();
        }
        floor = keptFrom;
        forgetCorpus(); // posts may be read that are not in the window then
        LongList out = new LongList();
        SortedMap<Long, Segment> late = segments.tailMap(segment(latest), true);
        late.values().forEach(segment -> addAll(segment.numbers, out));
        late.clear();
        size = segments.values().stream()
                .mapToInt(segment -> segment.numbers.size())
                .sum();
        return out;
    }

    private long segment(long time) {
        return Math.floorDiv(time, step);
    }

    /** Whether a post is older than all that are kept: it has left, be it still stored or not. The one rule for that. */
    boolean isTooOld(long time) {
        return segment(time) < floor;
    }

    /** Whether nothing of a time is kept any more, not even for a clock that goes back. */
    boolean isGone(long time) {
        return segment(time) < (aside == null ? floor : keptFrom);
    }

    boolean contains(long high, long low) {
        return isIn(segments, high, low) || (aside != null && isIn(aside, high, low));
    }

    private static boolean isIn(Map<Long, Segment> parts, long high, long low) {
        for (Segment segment : parts.values()) {
            if (segment.ids.contains(high, low)) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    /** Whether there is no room for a post of a time, though all older segments were given up. */
    boolean isFull(long time) {
        return size >= most
                && segments.tailMap(segment(time), true).values().stream()
                                .mapToLong(segment -> segment.numbers.size())
                                .sum()
                        >= most;
    }

    void add(Store.Row row) {
        boolean isAside = aside != null && isTooOld(row.time());
        Segment segment = (isAside ? Objects.requireNonNull(aside) : segments)
                .computeIfAbsent(segment(row.time()), s -> new Segment());
        segment.ids.add(row.high(), row.low());
        segment.numbers.add(row.number());
        size += isAside ? 0 : 1;
    }

    /** By how many milliseconds the window is shorter than it should be at a time, for older segments were given up. */
    long missing(long clock) {
        return floor == Long.MIN_VALUE ? 0 : Math.max(0, floor - segment(clock - length)) * step;
    }

    /** Moves on to a time; gives the numbers of the posts that leave. */
    void moveTo(long clock, LongList left) {
        floor = Math.max(floor, segment(clock - length));
        while (!segments.isEmpty() && segments.firstKey() < floor) {
            giveUpFirst(left);
        }
    }

    /** Makes room for a post of a time, where there can be: older segments are given up. */
    void makeRoom(long time, LongList left) {
        while (size >= most && segments.firstKey() < segment(time)) {
            giveUpFirst(left);
        }
    }

    private void giveUpFirst(LongList left) {
        Map.Entry<Long, Segment> first = segments.pollFirstEntry();
        floor = Math.max(floor, first.getKey() + 1);
        size -= first.getValue().numbers.size();
        if (aside == null) {
            addAll(first.getValue().numbers, left);
        } else {
            aside.put(first.getKey(), first.getValue());
        }
    }

    private static void addAll(LongList numbers, LongList to) {
        for (int i = 0; i < numbers.size(); i++) {
            to.add(numbers.get(i));
        }
    }

    /** Reads everything anew when it is next asked for. */
    void forgetCorpus() {
        read.clear();
    }

    /** The posts of the window; null if there are none. */
    @Nullable
    Corpus corpus(Store store) {
        Reading known = read.get();
        if (known == null || !isWorthKeeping(known) || !isRead(known, store)) {
            read.clear();
            known = new Reading(Corpus.builder().withDuplicates(search).withThreads(threads));
            isRead(known, store);
        }
        read = new SoftReference<>(known);
        if (segments.isEmpty()) {
            return null;
        }
        Corpus corpus = known.posts.snapshot(Instant.ofEpochMilli(time(segments.firstKey())));
        return corpus.size() == 0 ? null : corpus;
    }

    /** Whether most of what was read is still in the window. */
    private boolean isWorthKeeping(Reading known) {
        known.of.keySet().retainAll(segments.keySet());
        long kept = known.of.values().stream().mapToLong(n -> n).sum();
        return (known.posts.size() - kept) * MOST_LEFT <= known.posts.size();
    }

    /** Reads what is new; false if that can't be done, because a post came again that was read before and has left. */
    private boolean isRead(Reading known, Store store) {
        boolean isFresh = known.posts.size() == 0;
        for (Map.Entry<Long, Segment> entry : segments.entrySet()) {
            LongList numbers = entry.getValue().numbers;
            for (int i = known.of.getOrDefault(entry.getKey(), 0); i < numbers.size(); i++) {
                Post post = store.post(numbers.get(i));
                if (post != null && !known.posts.post(post) && !isFresh) {
                    return false;
                }
            }
            known.of.put(entry.getKey(), numbers.size());
        }
        return true;
    }
}
