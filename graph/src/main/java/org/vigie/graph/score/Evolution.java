/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.score;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.core.internal.Checks;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Follows groups through time: one network per period, its communities, and which of them went on, appeared, merged,
 * split or ended.
 *
 * <p>A group continues a group of the period before if they share at least the given part of the smaller of the two.
 * Source: D. Greene, D. Doyle and P. Cunningham, "Tracking the evolution of communities in dynamic social networks",
 * 2010. Deviation: overlap instead of Jaccard, so that splits and merges are seen whatever the sizes.
 *
 * <p>One detection per period. Deterministic. Immutable and thread-safe.
 */
public final class Evolution {
    private static final long MOST_PERIODS = 100_000;

    private final Duration period;
    private final Duration step;
    private final int minSize;
    private final double overlap;

    private Evolution(Duration period, Duration step, int minSize, double overlap) {
        this.period = period;
        this.step = step;
        this.minSize = minSize;
        this.overlap = overlap;
    }

    /**
     * Returns periods of a day one after the other, groups of 3 accounts or more and an overlap of a half.
     *
     * @return the method
     */
    public static Evolution withDefaults() {
        return new Evolution(Duration.ofDays(1), Duration.ofDays(1), 3, 0.5);
    }

    /**
     * Returns this method with other periods.
     *
     * @param value the length of a period, > 0
     * @param every the time from the start of one period to the start of the next, > 0
     * @return the method
     * @throws IllegalArgumentException if a time is below 1 ms or above 2^60 ms
     */
    public Evolution withPeriod(Duration value, Duration every) {
        if (Checks.millis("period", value) == 0 || Checks.millis("step", every) == 0) {
            throw new IllegalArgumentException("period and step must be > 0 but were " + value + " and " + every);
        }
        return new Evolution(value, every, minSize, overlap);
    }

    /**
     * Returns this method with another least size of groups.
     *
     * @param accounts the least number of accounts, >= 2
     * @return the method
     * @throws IllegalArgumentException if the number is below 2
     */
    public Evolution withMinSize(int accounts) {
        Checks.atLeast("min size", accounts, 2);
        return new Evolution(period, step, accounts, overlap);
    }

    /**
     * Returns this method with another overlap.
     *
     * @param share the shared part of the smaller group, in (0, 1]
     * @return the method
     * @throws IllegalArgumentException if the share is not in (0, 1]
     */
    public Evolution withOverlap(double share) {
        Checks.fraction("overlap", share);
        return new Evolution(period, step, minSize, share);
    }

    /** What happened to a group since the period before. */
    public enum Change {
        /** None of its accounts made a group before. */
        BIRTH,
        /** It goes on from one group that goes on in it alone. */
        CONTINUATION,
        /** Several groups became one. */
        MERGE,
        /** Its group became several. */
        SPLIT
    }

    /**
     * A group in one period.
     *
     * @param id a number that stays while the group goes on; a merge takes the largest parent's, a split leaves it to the
     *     largest part
     * @param accounts the names of its accounts, in the order of the network
     * @param change what happened since the period before
     * @param parents the ids of the groups of the period before that it goes on from
     */
    public record Group(int id, List<String> accounts, Change change, List<Integer> parents) {
        /**
         * Copies the lists.
         *
         * @param id as {@link #id()}
         * @param accounts as {@link #accounts()}
         * @param change as {@link #change()}
         * @param parents as {@link #parents()}
         */
        public Group {
            accounts = List.copyOf(accounts);
            parents = List.copyOf(parents);
        }
    }

    /**
     * One period.
     *
     * @param start its start
     * @param end the time after it
     * @param network its network
     * @param groups its groups, the largest first
     * @param ended the ids of groups of the period before that nothing goes on from
     */
    public record Snapshot(
            Instant start, Instant end, CoordinationNetwork network, List<Group> groups, List<Integer> ended) {
        /**
         * Copies the lists.
         *
         * @param start as {@link #start()}
         * @param end as {@link #end()}
         * @param network as {@link #network()}
         * @param groups as {@link #groups()}
         * @param ended as {@link #ended()}
         */
        public Snapshot {
            groups = List.copyOf(groups);
            ended = List.copyOf(ended);
        }
    }

    /**
     * Follows the groups of the actions.
     *
     * @param engine detects the network of each period
     * @param actions the actions
     * @return the periods from the first action to the last, those without actions too
     * @throws IllegalArgumentException if the actions span too many periods
     */
    public List<Snapshot> track(CoActions engine, Actions actions) {
        List<Snapshot> result = new ArrayList<>();
        if (actions.size() == 0) {
            return result;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int r = 0; r < actions.size(); r++) {
            first = Math.min(first, actions.millis(r));
            last = Math.max(last, actions.millis(r));
        }
        if ((last - first) / step.toMillis() >= MOST_PERIODS) {
            throw new IllegalArgumentException("actions must span at most " + MOST_PERIODS + " periods but span "
                    + ((last - first) / step.toMillis() + 1));
        }
        List<Group> before = List.of();
        int nextId = 1;
        for (long start = first; start <= last; start += step.toMillis()) {
            long end = start + period.toMillis();
            CoordinationNetwork network =
                    engine.detect(actions.between(start, end)).withoutIsolates();
            List<List<String>> found = groups(network);
            boolean[][] linked = new boolean[found.size()][before.size()];
            for (int g = 0; g < found.size(); g++) {
                for (int h = 0; h < before.size(); h++) {
                    linked[g][h] = continues(before.get(h).accounts(), found.get(g));
                }
            }
            List<Group> now = new ArrayList<>();
            Set<Integer> taken = new HashSet<>();
            for (int g = 0; g < found.size(); g++) {
                Group group = describe(found, before, linked, g, taken, nextId);
                nextId = Math.max(nextId, group.id() + 1);
                taken.add(group.id());
                now.add(group);
            }
            result.add(new Snapshot(
                    Instant.ofEpochMilli(start), Instant.ofEpochMilli(end), network, now, ended(before, linked)));
            before = now;
        }
        return result;
    }

    private List<List<String>> groups(CoordinationNetwork network) {
        Partition partition = Leiden.withDefaults().detect(network);
        List<List<String>> result = new ArrayList<>();
        for (int g = 0; g < partition.groupCount() && partition.size(g) >= minSize; g++) {
            result.add(Arrays.stream(partition.members(g))
                    .mapToObj(network::account)
                    .toList());
        }
        return result;
    }

    private boolean continues(List<String> before, List<String> now) {
        Set<String> accounts = new HashSet<>(before);
        long shared = now.stream().filter(accounts::contains).count();
        return shared >= overlap * Math.min(before.size(), now.size());
    }

    /** Groups come largest first, so that the largest heir is the first to take its parent's id. */
    private static Group describe(
            List<List<String>> found, List<Group> before, boolean[][] linked, int g, Set<Integer> taken, int nextId) {
        List<Integer> parents = new ArrayList<>();
        boolean shared = false;
        int id = 0;
        int largest = 0;
        for (int h = 0; h < before.size(); h++) {
            if (linked[g][h]) {
                Group parent = before.get(h);
                parents.add(parent.id());
                for (int other = 0; other < found.size(); other++) {
                    shared |= other != g && linked[other][h];
                }
                if (parent.accounts().size() > largest && !taken.contains(parent.id())) {
                    largest = parent.accounts().size();
                    id = parent.id();
                }
            }
        }
        Change change = parents.isEmpty()
                ? Change.BIRTH
                : parents.size() > 1 ? Change.MERGE : shared ? Change.SPLIT : Change.CONTINUATION;
        return new Group(id == 0 ? nextId : id, found.get(g), change, parents);
    }

    private static List<Integer> ended(List<Group> before, boolean[][] linked) {
        List<Integer> result = new ArrayList<>();
        for (int h = 0; h < before.size(); h++) {
            boolean any = false;
            for (boolean[] links : linked) {
                any |= links[h];
            }
            if (!any) {
                result.add(before.get(h).id());
            }
        }
        return result;
    }
}
