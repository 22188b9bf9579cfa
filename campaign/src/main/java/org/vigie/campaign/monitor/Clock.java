/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The time of the monitor is that of the newest post, unless that post is far ahead of all others. A wrong clock must
 * not end the window. Such posts wait until the clock reaches them, or until it is plain that time has moved on. That
 * is plain from posts one after another that {@linkplain Agreement agree}. Where too many wait, the one that came first
 * gives up its place. Otherwise posts that nothing will ever reach would keep the clock from moving on for good. Not
 * thread-safe.
 */
final class Clock {
    static final long UNSET = Long.MIN_VALUE;
    static final long JUMP = Duration.ofHours(1).toMillis();
    /** Posts so far behind count for findings only. */
    private static final long BEHIND = Duration.ofHours(1).toMillis();

    private static final int MOST_WAITING = 10_000;
    private static final int LOOKED_AT = 50;

    private long now = UNSET;
    private List<Waiting> waiting = new ArrayList<>();
    private final Set<Id> ids = new HashSet<>();
    /** The time of the first that the clock will reach. */
    private long earliest = Long.MAX_VALUE;
    /** How many of those that wait came last, with no other post after them. */
    private int run;

    /** A post that waits. */
    record Waiting(Store.Row row, long account) {
        long time() {
            return row.time();
        }

        long number() {
            return row.number();
        }

        private Id id() {
            return new Id(row.high(), row.low());
        }
    }

    private record Id(long high, long low) {}

    long now() {
        return now;
    }

    void moveTo(long time) {
        now = Math.max(now, time);
    }

    int waiting() {
        return waiting.size();
    }

    /** Whether a post of this digest waits. */
    boolean holds(long high, long low) {
        return ids.contains(new Id(high, low));
    }

    /** How a post of this time is taken. */
    Store.How how(long time) {
        if (now == UNSET || (time <= now + JUMP && time >= now - BEHIND)) {
            return Store.How.IN_TIME;
        }
        return time < now ? Store.How.LATE : Store.How.AHEAD;
    }

    /** Makes room for one more that waits; gives the one that waits no longer. */
    Optional<Waiting> makeRoom() {
        if (waiting.size() < MOST_WAITING) {
            return Optional.empty();
        }
        Waiting first = waiting.remove(0);
        ids.remove(first.id());
        run = Math.min(run, waiting.size());
        return Optional.of(first);
    }

    /** Says that a post came that does not wait. */
    void breakRun() {
        run = 0;
    }

    /** Lets a post wait; gives the time that the clock must move to, if it is plain that it must. */
    Optional<Long> hold(Waiting post) {
        add(post);
        run++;
        int looked = Math.min(run, LOOKED_AT);
        return Agreement.earliest(waiting.subList(waiting.size() - looked, waiting.size()).stream()
                .map(w -> new Agreement.Vote(w.time(), w.account()))
                .toList());
    }

    /** Goes back to a time, since what set the clock was wrong; what is far ahead of it waits. Gives what waits no longer. */
    List<Waiting> goBack(long time, List<Waiting> ahead) {
        now = time;
        run = 0;
        List<Waiting> dropped = new ArrayList<>();
        for (Waiting post : ahead) {
            makeRoom().ifPresent(dropped::add);
            add(post);
        }
        return dropped;
    }

    private void add(Waiting post) {
        waiting.add(post);
        ids.add(post.id());
        earliest = Math.min(earliest, post.time());
    }

    /** Takes those out that the clock has reached, the earliest first. */
    List<Waiting> reached() {
        if (earliest > now) {
            return List.of();
        }
        List<Waiting> reached = new ArrayList<>();
        List<Waiting> left = new ArrayList<>();
        waiting.forEach(w -> (w.time() <= now ? reached : left).add(w));
        waiting = left;
        earliest = left.stream().mapToLong(Waiting::time).min().orElse(Long.MAX_VALUE);
        reached.forEach(w -> ids.remove(w.id()));
        run = Math.min(run, left.size());
        reached.sort(Comparator.comparingLong(Waiting::time).thenComparingLong(Waiting::number));
        return reached;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(now);
        out.writeInt(run);
        out.writeInt(waiting.size());
        for (Waiting w : waiting) {
            out.writeLong(w.row.number());
            out.writeLong(w.row.high());
            out.writeLong(w.row.low());
            out.writeLong(w.row.time());
            out.writeLong(w.account);
        }
    }

    void read(DataInputStream in) throws IOException {
        now = in.readLong();
        run = in.readInt();
        for (int n = in.readInt(); n > 0; n--) {
            Store.Row row =
                    new Store.Row(in.readLong(), in.readLong(), in.readLong(), in.readLong(), Store.How.AHEAD, 0);
            add(new Waiting(row, in.readLong()));
        }
    }
}
