/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;

/**
 * What became of the campaigns of one run in another, such as of last week in this one. Two campaigns are the same if they
 * share at least half of the smaller one's accounts; of several, those with most accounts in common. Immutable and
 * thread-safe.
 *
 * @param changes one for each campaign of either run: those of the later run in its order, then those that ended
 */
public record RunComparison(List<Change> changes) {
    private static final double LEAST_SHARE = 0.5;

    /** What became of a campaign. */
    public enum State {
        /** It is in the later run only. */
        APPEARED,
        /** It has more accounts now. */
        GREW,
        /** It has as many accounts as before. */
        STAYED,
        /** It has fewer accounts now. */
        SHRANK,
        /** It is in the earlier run only. */
        ENDED;

        /**
         * The name in files: lower case.
         *
         * @return the name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A campaign in both runs, or in one.
     *
     * @param state what became of it
     * @param before its name in the earlier run; empty if it is not there
     * @param after its name in the later run; empty if it is not there
     * @param accountsBefore how many accounts it had
     * @param accountsAfter how many it has
     * @param accountsCommon how many of these are the same
     * @param postsBefore how many posts it had
     * @param postsAfter how many it has
     * @param postsCommon how many of these are the same
     */
    public record Change(
            State state,
            Optional<String> before,
            Optional<String> after,
            int accountsBefore,
            int accountsAfter,
            int accountsCommon,
            int postsBefore,
            int postsAfter,
            int postsCommon) {}

    /**
     * Copies the list.
     *
     * @param changes as {@link #changes()}
     */
    public RunComparison {
        changes = List.copyOf(changes);
    }

    private record Pair(int before, int after, int common, double share, int posts) {}

    /**
     * Compares two runs.
     *
     * @param before the earlier run
     * @param after the later one
     * @return what became of each campaign
     * @throws IllegalArgumentException if names are pseudonyms of different keys, or in one of the two only
     */
    public static RunComparison of(CampaignsFile before, CampaignsFile after) {
        if (!before.keyId().equals(after.keyId())) {
            throw new IllegalArgumentException("both runs must have names of one key but have those of "
                    + before.keyId().orElse("none") + " and " + after.keyId().orElse("none"));
        }
        List<ReportedGroup> old = campaigns(before);
        List<ReportedGroup> now = campaigns(after);
        Map<Integer, Integer> matched = match(old, now);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Integer from = matched.get(i);
            changes.add(change(Optional.ofNullable(from).map(old::get), Optional.of(now.get(i))));
        }
        Set<Integer> gone = new HashSet<>(matched.values());
        for (int i = 0; i < old.size(); i++) {
            if (!gone.contains(i)) {
                changes.add(change(Optional.of(old.get(i)), Optional.empty()));
            }
        }
        return new RunComparison(changes);
    }

    /**
     * Returns how many campaigns are in a state.
     *
     * @param state the state
     * @return the number
     */
    public long count(State state) {
        return changes.stream().filter(change -> change.state() == state).count();
    }

    private static List<ReportedGroup> campaigns(CampaignsFile run) {
        return run.groups().stream().filter(g -> g.kind() == Kind.CAMPAIGN).toList();
    }

    /** Campaigns of the later run by those of the earlier one, each at most once; work grows with what they share. */
    private static Map<Integer, Integer> match(List<ReportedGroup> old, List<ReportedGroup> now) {
        List<Map<Integer, Integer>> accounts = common(old, now, ReportedGroup::accounts);
        List<Map<Integer, Integer>> posts = common(old, now, ReportedGroup::posts);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            int after = i;
            accounts.get(after).forEach((before, common) -> {
                int smaller = Math.min(
                        old.get(before).accounts().size(),
                        now.get(after).accounts().size());
                int postsCommon = posts.get(after).getOrDefault(before, 0);
                pairs.add(new Pair(before, after, common, common / (double) smaller, postsCommon));
            });
        }
        // The same accounts may be in several campaigns, by what they shared: then their posts tell which one it is.
        pairs.sort(Comparator.comparingInt((Pair p) -> -p.common())
                .thenComparingDouble(p -> -p.share())
                .thenComparingInt(p -> -p.posts())
                .thenComparingInt(Pair::after)
                .thenComparingInt(Pair::before));
        Map<Integer, Integer> matched = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.share() >= LEAST_SHARE && !matched.containsKey(pair.after()) && taken.add(pair.before())) {
                matched.put(pair.after(), pair.before());
            }
        }
        return matched;
    }

    /** For each of the later campaigns, how many names it has in common with earlier ones. */
    private static List<Map<Integer, Integer>> common(
            List<ReportedGroup> old, List<ReportedGroup> now, Function<ReportedGroup, List<String>> names) {
        Map<String, List<Integer>> having = new HashMap<>();
        for (int before = 0; before < old.size(); before++) {
            for (String name : names.apply(old.get(before))) {
                having.computeIfAbsent(name, n -> new ArrayList<>(1)).add(before);
            }
        }
        List<Map<Integer, Integer>> common = new ArrayList<>();
        for (ReportedGroup after : now) {
            Map<Integer, Integer> counts = new HashMap<>();
            for (String name : names.apply(after)) {
                having.getOrDefault(name, List.of()).forEach(before -> counts.merge(before, 1, Integer::sum));
            }
            common.add(counts);
        }
        return common;
    }

    private static Change change(Optional<ReportedGroup> before, Optional<ReportedGroup> after) {
        List<String> old = before.map(ReportedGroup::accounts).orElse(List.of());
        List<String> now = after.map(ReportedGroup::accounts).orElse(List.of());
        List<String> oldPosts = before.map(ReportedGroup::posts).orElse(List.of());
        List<String> nowPosts = after.map(ReportedGroup::posts).orElse(List.of());
        State state = before.isEmpty()
                ? State.APPEARED
                : after.isEmpty()
                        ? State.ENDED
                        : now.size() > old.size() ? State.GREW : now.size() < old.size() ? State.SHRANK : State.STAYED;
        return new Change(
                state,
                before.map(ReportedGroup::id),
                after.map(ReportedGroup::id),
                old.size(),
                now.size(),
                common(old, now),
                oldPosts.size(),
                nowPosts.size(),
                common(oldPosts, nowPosts));
    }

    private static int common(List<String> a, List<String> b) {
        Set<String> both = new HashSet<>(a);
        both.retainAll(new HashSet<>(b));
        return both.size();
    }
}
