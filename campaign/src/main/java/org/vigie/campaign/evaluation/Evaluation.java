/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.campaign.evaluation.ReportedGroup.Kind;

/**
 * How far reported groups agree with labels, account by account, and post by post where the labels are of posts too.
 *
 * <p>An account is <i>right</i> if its label is a campaign, and <i>wrong</i> if its label says that it is of none. It
 * is <i>unlabelled</i> if nothing is known of it. Precision counts unlabelled accounts as not right: nobody should gain
 * by reporting those of whom nothing can be checked. A label is of an account and not of an act: what is wrong by it
 * may well be coordinated, so read the posts. Linear in accounts and posts. Deterministic, immutable and thread-safe.
 *
 * @param campaigns the accounts of the campaigns
 * @param withSmallGroups the accounts of campaigns and small groups together
 * @param nearMissed labelled accounts of near misses that no campaign and no small group has
 * @param posts the posts of the campaigns; empty if the labels are of accounts alone, or the report names no posts
 * @param groups each group, in the order of the report
 * @param labels each campaign of the labels, in the order of names
 */
public record Evaluation(
        Score campaigns,
        Score withSmallGroups,
        int nearMissed,
        Optional<Score> posts,
        List<GroupScore> groups,
        List<LabelScore> labels) {

    /**
     * Counts, and what follows from them.
     *
     * @param labelled how many there are that a perfect detector would report
     * @param right those reported whose label is a campaign
     * @param wrong those reported whose label is that they are of none
     * @param unlabelled those reported of which nothing is known
     */
    public record Score(int labelled, int right, int wrong, int unlabelled) {
        /**
         * Returns how many were reported.
         *
         * @return the number
         */
        public int reported() {
            return right + wrong + unlabelled;
        }

        /**
         * Returns the share of the reported that are right.
         *
         * @return in [0, 1]; NaN if nothing was reported
         */
        public double precision() {
            return right / (double) reported();
        }

        /**
         * Returns the share of the labelled that were reported.
         *
         * @return in [0, 1]; NaN if the labels name no campaign
         */
        public double recall() {
            return right / (double) labelled;
        }

        /**
         * Returns the harmonic mean of precision and recall (van Rijsbergen 1979).
         *
         * @return in [0, 1]; NaN if nothing was reported and the labels name no campaign
         */
        public double f1() {
            return 2.0 * right / (reported() + labelled);
        }
    }

    /**
     * What a group consists of.
     *
     * @param id its name in the report
     * @param kind what the detector says of it
     * @param accounts how many accounts it has
     * @param right accounts whose label is a campaign
     * @param wrong accounts whose label is that they are of none
     * @param unlabelled accounts of which nothing is known
     * @param label the campaign of most of its labelled accounts, the first by name if several; "" if it has none
     * @param ofLabel how many accounts that campaign has in it
     */
    public record GroupScore(
            String id, Kind kind, int accounts, int right, int wrong, int unlabelled, String label, int ofLabel) {
        /**
         * Tells whether fewer than half of its accounts are right: a group of organic or unlabelled accounts.
         *
         * @return true if so
         */
        public boolean isMostlyOthers() {
            return 2 * right < accounts;
        }
    }

    /**
     * What became of a campaign of the labels.
     *
     * @param label its name in the labels
     * @param accounts how many accounts it has
     * @param inCampaigns how many of them are in campaigns
     * @param inSmallGroups how many of the others are in small groups
     * @param inNearMisses how many of those that are left are in near misses
     * @param group the reported campaign or small group with most of its accounts, the first if several; "" if none
     * @param inGroup how many that one has
     */
    public record LabelScore(
            String label,
            int accounts,
            int inCampaigns,
            int inSmallGroups,
            int inNearMisses,
            String group,
            int inGroup) {}

    /**
     * Copies the lists.
     *
     * @param campaigns as {@link #campaigns()}
     * @param withSmallGroups as {@link #withSmallGroups()}
     * @param nearMissed as {@link #nearMissed()}
     * @param posts as {@link #posts()}
     * @param groups as {@link #groups()}
     * @param labels as {@link #labels()}
     */
    public Evaluation {
        groups = List.copyOf(groups);
        labels = List.copyOf(labels);
    }

    /**
     * Compares groups with labels.
     *
     * @param groups what was reported
     * @param labels what is known, under the same names
     * @return the comparison
     */
    public static Evaluation of(List<ReportedGroup> groups, Labels labels) {
        Set<String> postIds = new HashSet<>();
        List<GroupScore> groupScores = new ArrayList<>();
        for (ReportedGroup group : groups) {
            if (group.kind() == Kind.CAMPAIGN) {
                postIds.addAll(group.posts());
            }
            groupScores.add(score(group, labels));
        }
        Map<Kind, Set<String>> accountsOf = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            accountsOf.put(kind, accounts(groups, kind));
        }
        Set<String> found = accountsOf.getOrDefault(Kind.CAMPAIGN, Set.of());
        Set<String> all = new LinkedHashSet<>(found);
        all.addAll(accountsOf.getOrDefault(Kind.SMALL_GROUP, Set.of()));
        int labelled = (int) labels.accounts().values().stream()
                .filter(label -> !label.isEmpty())
                .count();
        int nearMissed = (int) accountsOf.getOrDefault(Kind.NEAR_MISS, Set.of()).stream()
                .filter(account -> !all.contains(account) && isOfCampaign(account, labels))
                .count();
        return new Evaluation(
                score(found, labels, labelled),
                score(all, labels, labelled),
                nearMissed,
                labels.posts().isEmpty() || (postIds.isEmpty() && !found.isEmpty())
                        ? Optional.empty()
                        : Optional.of(ofPosts(postIds, labels)),
                groupScores,
                ofLabels(groups, labels, accountsOf));
    }

    /**
     * Returns the campaigns and small groups of mostly organic or unlabelled accounts.
     *
     * @return those of {@link #groups()} that are so, near misses left out
     */
    public List<GroupScore> mostlyOthers() {
        return groups.stream()
                .filter(group -> group.kind() != Kind.NEAR_MISS && group.isMostlyOthers())
                .toList();
    }

    private static boolean isOfCampaign(String account, Labels labels) {
        return labels.label(account).filter(label -> !label.isEmpty()).isPresent();
    }

    private static Score score(Set<String> accounts, Labels labels, int labelled) {
        int right = 0;
        int wrong = 0;
        for (String account : accounts) {
            Optional<String> label = labels.label(account);
            right += label.isPresent() && !label.get().isEmpty() ? 1 : 0;
            wrong += label.isPresent() && label.get().isEmpty() ? 1 : 0;
        }
        return new Score(labelled, right, wrong, accounts.size() - right - wrong);
    }

    private static Score ofPosts(Set<String> reported, Labels labels) {
        int right = (int) reported.stream().filter(labels.posts()::contains).count();
        return new Score(labels.posts().size(), right, reported.size() - right, 0);
    }

    private static GroupScore score(ReportedGroup group, Labels labels) {
        Score score = score(new LinkedHashSet<>(group.accounts()), labels, 0);
        Map<String, Integer> byLabel = new TreeMap<>();
        for (String account : group.accounts()) {
            labels.label(account)
                    .filter(label -> !label.isEmpty())
                    .ifPresent(label -> byLabel.merge(label, 1, Integer::sum));
        }
        Optional<Map.Entry<String, Integer>> most = largest(byLabel);
        return new GroupScore(
                group.id(),
                group.kind(),
                group.accounts().size(),
                score.right,
                score.wrong,
                score.unlabelled,
                most.map(Map.Entry::getKey).orElse(""),
                most.map(Map.Entry::getValue).orElse(0));
    }

    /** The first of the largest. */
    private static Optional<Map.Entry<String, Integer>> largest(Map<String, Integer> counts) {
        Optional<Map.Entry<String, Integer>> most = Optional.empty();
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (most.isEmpty() || entry.getValue() > most.get().getValue()) {
                most = Optional.of(entry);
            }
        }
        return most;
    }

    private static Set<String> accounts(List<ReportedGroup> groups, Kind kind) {
        Set<String> accounts = new LinkedHashSet<>();
        groups.stream().filter(group -> group.kind() == kind).forEach(group -> accounts.addAll(group.accounts()));
        return accounts;
    }

    private static List<LabelScore> ofLabels(
            List<ReportedGroup> groups, Labels labels, Map<Kind, Set<String>> accountsOf) {
        Map<String, int[]> counts = new TreeMap<>();
        labels.accounts().forEach((account, label) -> {
            if (!label.isEmpty()) {
                int[] count = counts.computeIfAbsent(label, unused -> new int[1 + Kind.values().length]);
                count[0]++;
                int place = 1;
                for (Set<String> accounts : accountsOf.values()) {
                    if (accounts.contains(account)) {
                        count[place]++;
                        break;
                    }
                    place++;
                }
            }
        });
        Map<String, Map<String, Integer>> groupsOf = new TreeMap<>();
        for (ReportedGroup group : groups) {
            if (group.kind() != Kind.NEAR_MISS) {
                for (String account : group.accounts()) {
                    labels.label(account)
                            .ifPresent(label -> groupsOf.computeIfAbsent(label, unused -> new LinkedHashMap<>())
                                    .merge(group.id(), 1, Integer::sum));
                }
            }
        }
        List<LabelScore> scores = new ArrayList<>();
        counts.forEach((label, count) -> {
            Optional<Map.Entry<String, Integer>> most = largest(groupsOf.getOrDefault(label, Map.of()));
            scores.add(new LabelScore(
                    label,
                    count[0],
                    count[1],
                    count[2],
                    count[3],
                    most.map(Map.Entry::getKey).orElse(""),
                    most.map(Map.Entry::getValue).orElse(0)));
        });
        scores.sort(Comparator.comparing((LabelScore s) -> s.label().length()).thenComparing(LabelScore::label));
        return scores;
    }
}
