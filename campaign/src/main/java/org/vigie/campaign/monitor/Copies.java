/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.nlp.duplicate.NearDuplicateIndex;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Post;

/**
 * Who copies whom, text by text. It knows the near-duplicates of the last half day to a day, and how many accounts have
 * each in that time. The window always holds that time. Two indices take turns, so that old texts leave at once and a
 * restart makes both again from stored posts. Saved states hold numbers only. Not thread-safe.
 */
final class Copies {
    private static final int MOST_TEXTS = 150_000;
    private static final int MOST_LOOKED_AT = 50;
    static final int MOST_ACCOUNTS = 5_000;
    private static final int STEP = 4;

    private final NearDuplicates search;
    private final int least;
    private final long turn;
    private Generation current;
    private Generation previous;
    private long turns = Long.MIN_VALUE;
    /** While texts are added again, the clusters by their first post. */
    private Map<Long, Cluster> byRoot = new HashMap<>();

    private long ignored;

    /** Texts that resemble one another, and who had them in this turn and the one before. */
    static final class Cluster {
        final long root;
        private long next;
        private @Nullable Tally before;
        private Tally now;

        private Cluster(long root, long next, long turn) {
            this.root = root;
            this.next = next;
            this.now = new Tally(turn);
        }

        private void add(long number, long time, long account, long turn) {
            moveTo(turn);
            if (now.posts++ == 0) {
                now.first = time;
            }
            if (now.accounts.add(account)) {
                now.newAccounts += before == null || !before.accounts.contains(account) ? 1 : 0;
                if (now.evidence.size() < Alert.MOST_EVIDENCE) {
                    now.evidence.add(number);
                }
            }
        }

        /** What was counted longer ago is not counted any more: its posts are going. */
        private void moveTo(long turn) {
            if (now.turn < turn) {
                before = now.turn == turn - 1 ? now : null;
                now = new Tally(turn);
            }
        }

        private long accounts() {
            return now.newAccounts + (before == null ? 0 : before.accounts.size());
        }

        private void forget(long account) {
            boolean isBefore = before != null && before.accounts.remove(account);
            if (now.accounts.remove(account) && !isBefore) {
                now.newAccounts--;
            }
        }
    }

    /** Who had a text in one turn. */
    private static final class Tally {
        final long turn;
        final LongSet accounts = new LongSet(MOST_ACCOUNTS);
        final List<Long> evidence = new ArrayList<>(2);
        long first;
        long posts;
        /** Of the accounts those that the turn before did not have. */
        long newAccounts;

        Tally(long turn) {
            this.turn = turn;
        }

        void write(DataOutputStream out) throws IOException {
            out.writeLong(turn);
            out.writeLong(first);
            out.writeLong(posts);
            out.writeLong(newAccounts);
            accounts.write(out);
            out.writeInt(evidence.size());
            for (long number : evidence) {
                out.writeLong(number);
            }
        }

        static Tally read(DataInputStream in) throws IOException {
            Tally tally = new Tally(in.readLong());
            tally.first = in.readLong();
            tally.posts = in.readLong();
            tally.newAccounts = in.readLong();
            tally.accounts.read(in);
            for (int n = in.readInt(); n > 0; n--) {
                tally.evidence.add(in.readLong());
            }
            return tally;
        }
    }

    private static final class Generation {
        final NearDuplicateIndex index;
        final long start;
        final Map<Long, Cluster> clusterOf = new HashMap<>();

        Generation(NearDuplicates search, long start) {
            this.index = NearDuplicateIndex.of(search);
            this.start = start;
        }

        /** Gives the index back what it held; false if a post is not there any more. */
        boolean restore(LongFunction<@Nullable Post> posts) {
            for (long number : clusterOf.keySet().stream().sorted().toList()) {
                Post post = posts.apply(number);
                if (post == null) {
                    return false;
                }
                index.addUnasked(number, post.text(), 0);
            }
            return true;
        }
    }

    Copies(NearDuplicates search, int least, long window) {
        this.search = search;
        this.least = least;
        this.turn = Math.min(12 * 3_600_000L, window / 2);
        this.current = new Generation(search, 0);
        this.previous = current;
    }

    /** How many new texts were not compared because there were too many. */
    long ignored() {
        return ignored;
    }

    /** The number of the first post whose text is still compared. */
    long start() {
        return previous.start;
    }

    /** Lets old texts go. */
    void moveTo(long clock, long nextNumber) {
        long now = Math.floorDiv(clock, turn);
        if (now > turns) {
            Generation empty = new Generation(search, nextNumber);
            previous = now == turns + 1 ? current : empty;
            current = now == turns + 1 ? empty : new Generation(search, nextNumber);
            turns = now;
        }
    }

    /** Begins anew at an earlier time. */
    void goBack(long clock, long nextNumber) {
        previous = new Generation(search, nextNumber);
        current = new Generation(search, nextNumber);
        turns = Math.floorDiv(clock, turn);
    }

    /** Takes a text of an account; gives the texts that it belongs to. */
    Cluster add(long number, String text, long time, long account) {
        Cluster cluster = known(number, text);
        if (cluster == null) {
            cluster = new Cluster(number, least, turns);
        }
        if (current.index.copies(number) > 0) {
            current.clusterOf.put(number, cluster);
        }
        cluster.add(number, time, account, turns);
        return cluster;
    }

    private @Nullable Cluster known(long number, String text) {
        OptionalLong like;
        if (current.index.size() >= MOST_TEXTS) {
            ignored++;
            like = current.index.findFirst(text, MOST_LOOKED_AT, previous.index);
        } else {
            like = current.index.addAndFindFirst(number, text, 0, MOST_LOOKED_AT, previous.index);
        }
        if (like.isEmpty()) {
            return null;
        }
        Cluster cluster = current.clusterOf.get(like.getAsLong());
        return cluster != null ? cluster : previous.clusterOf.get(like.getAsLong());
    }

    /** An alarm if so many accounts have the texts for the first time. */
    @Nullable
    FastAlarm alarm(Cluster cluster, long number, long time) {
        long accounts = cluster.accounts();
        if (accounts < cluster.next) {
            return null;
        }
        cluster.next *= STEP;
        Tally before = cluster.before;
        Set<Long> evidence = new LinkedHashSet<>(before == null ? List.of() : before.evidence);
        evidence.addAll(cluster.now.evidence);
        List<Long> shown =
                new ArrayList<>(evidence.stream().limit(Alert.MOST_EVIDENCE).toList());
        if (!shown.contains(number)) { // the limit of posts may have pushed all others out
            shown.set(shown.size() - 1, number);
        }
        return new FastAlarm(
                Alert.Kind.COPIES,
                "text",
                Long.toString(cluster.root),
                time,
                before == null ? cluster.now.first : before.first,
                cluster.now.posts + (before == null ? 0 : before.posts),
                accounts,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                shown);
    }

    /** Whether the text of a post is compared with new ones, so that a restart needs it. */
    boolean needs(long number) {
        return number >= start() && (current.index.copies(number) > 0 || previous.index.copies(number) > 0);
    }

    /**
     * Gives the indices back what they held when the state was saved: the first posts of their texts, in their order. Which texts
     * resemble one another is in the state, so nothing is compared again. False if one of the posts was forgotten: then
     * all texts are to be added again, since a copy takes its place.
     */
    boolean restore(LongFunction<@Nullable Post> posts) {
        return previous.restore(posts) && current.restore(posts);
    }

    /** Adds a stored text again, of which the cluster is known by its first post. */
    void addAgain(long number, String text, long root) {
        Generation generation = number >= current.start ? current : previous;
        if (generation.index.size() < MOST_TEXTS) {
            generation.index.addUnasked(number, text, 0);
            if (generation.index.copies(number) > 0) {
                generation.clusterOf.put(number, byRoot.computeIfAbsent(root, r -> new Cluster(r, least, turns)));
            }
        }
    }

    /** Says that all stored texts were added again. */
    void addedAgain() {
        byRoot = new HashMap<>();
    }

    /** Lets all texts go; they are to be added again. */
    void clear() {
        for (Generation generation : List.of(previous, current)) {
            generation.clusterOf.values().forEach(cluster -> byRoot.put(cluster.root, cluster));
        }
        previous = new Generation(search, previous.start);
        current = new Generation(search, current.start);
    }

    /** Lets an account and all texts go; these are to be added again. */
    void forget(long account) {
        clear();
        byRoot.values().forEach(cluster -> cluster.forget(account));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(turns);
        out.writeLong(ignored);
        IdentityHashMap<Cluster, Integer> numbers = new IdentityHashMap<>();
        List<Cluster> clusters = new ArrayList<>();
        for (Generation generation : List.of(previous, current)) {
            new TreeMap<>(generation.clusterOf).forEach((id, cluster) -> {
                if (numbers.putIfAbsent(cluster, clusters.size()) == null) {
                    clusters.add(cluster);
                }
            });
        }
        out.writeInt(clusters.size());
        for (Cluster cluster : clusters) {
            out.writeLong(cluster.root);
            out.writeLong(cluster.next);
            cluster.now.write(out);
            out.writeBoolean(cluster.before != null);
            if (cluster.before != null) {
                cluster.before.write(out);
            }
        }
        for (Generation generation : List.of(previous, current)) {
            out.writeLong(generation.start);
            out.writeInt(generation.clusterOf.size());
            for (Map.Entry<Long, Cluster> entry : new TreeMap<>(generation.clusterOf).entrySet()) {
                out.writeLong(entry.getKey());
                out.writeInt(Objects.requireNonNull(numbers.get(entry.getValue())));
            }
        }
    }

    void read(DataInputStream in) throws IOException {
        turns = in.readLong();
        ignored = in.readLong();
        List<Cluster> clusters = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            clusters.add(readCluster(in));
        }
        previous = readGeneration(in, clusters);
        current = readGeneration(in, clusters);
    }

    private static Cluster readCluster(DataInputStream in) throws IOException {
        Cluster cluster = new Cluster(in.readLong(), in.readLong(), Long.MIN_VALUE);
        cluster.now = Tally.read(in);
        cluster.before = in.readBoolean() ? Tally.read(in) : null;
        return cluster;
    }

    private Generation readGeneration(DataInputStream in, List<Cluster> clusters) throws IOException {
        Generation generation = new Generation(search, in.readLong());
        for (int n = in.readInt(); n > 0; n--) {
            long id = in.readLong();
            generation.clusterOf.put(id, clusters.get(in.readInt()));
        }
        return generation;
    }
}
