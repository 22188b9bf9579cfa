/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.posts.Corpus;

/**
 * What was found in a corpus, and how it was looked for. Accounts, posts and objects are numbers of the corpus; {@link
 * org.vigie.posts.Names} says what may be shown of them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param corpus what was looked at
 * @param parameters the detector's parameters, defaults included, in a fixed order
 * @param traffic the input as a whole
 * @param campaigns the campaigns, the most marked first; those with q at most alpha
 * @param nearMisses the groups that were tested and are not reported, the nearest first
 * @param smallGroups pairs and small groups, those with the smallest p first; never campaigns
 * @param smallCandidates how many pairs and small groups were tested, reported or not
 * @param expectedFalse how many of the reported campaigns chance alone is expected to give, at most
 * @param clusters clusters of near-duplicate texts by more than one account, the largest first
 * @param bursts bursts, all posts first, then by weight
 * @param edges the accounts that co-act beyond chance, with tested edges
 * @param campaignOf for each account the index of its first campaign in {@code campaigns}, or -1
 * @param minAccounts the least number of accounts of a campaign
 */
public record Findings(
        Corpus corpus,
        Map<String, String> parameters,
        Traffic traffic,
        List<Campaign> campaigns,
        List<NearMiss> nearMisses,
        List<SmallGroup> smallGroups,
        int smallCandidates,
        double expectedFalse,
        List<TextCluster> clusters,
        List<SeriesBurst> bursts,
        TestedNetwork edges,
        ImmutableIntArray campaignOf,
        int minAccounts) {

    private static final int FEW_POSTS = 100;

    /**
     * A group that was tested and is not reported.
     *
     * @param accounts its accounts, ascending
     * @param rows its posts, in order of time
     * @param signal what was counted of the accounts
     * @param observed the count
     * @param expected the same by chance
     * @param pValue the probability of so much by chance
     * @param qValue the false discovery rate at which it would have been reported, never below the p-value
     * @param explanation what explains it most
     * @param failed the test that it did not pass, and by how much
     */
    public record NearMiss(
            ImmutableIntArray accounts,
            ImmutableIntArray rows,
            Signal signal,
            long observed,
            double expected,
            double pValue,
            double qValue,
            Explanation explanation,
            FailedTest failed) {}

    /**
     * The test that a group did not pass.
     *
     * @param test which
     * @param value what the group has
     * @param limit what it would have needed: at least so much, or less than so much for {@link Test#ZEAL}, at most so much for {@link
     *     Test#CHANCE}
     */
    public record FailedTest(Test test, double value, double limit) {
        /** The tests, in their order. */
        public enum Test {
            /** Enough accounts share more than people alike do. */
            MEMBERS,
            /** Enough of those who carry the objects are members. */
            EXCLUSIVITY,
            /** Where a page supplied the words, all take part with about the same zeal. */
            ZEAL,
            /** The q-value is small enough. */
            CHANCE;

            /**
             * The name in files: lower case.
             *
             * @return the name
             */
            public String label() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * Fewer accounts than a campaign has, none of them in one, that share several own texts with one another and with
     * hardly anybody else. Two outlets of one agency are such a pair too.
     *
     * @param accounts its accounts, ascending
     * @param texts the texts that at least two of them posted, numbers of objects of {@link
     *     org.vigie.posts.ObjectKind#TEXT}
     * @param rows their posts with these texts, in order of time
     * @param observed how many texts the account with least evidence shares with the others
     * @param expected the same by chance
     * @param commitment the share of their own posts that they share, in [0, 1]
     * @param pValue the probability that the account with least evidence shares so much by chance with any other
     * @param qValue the false discovery rate among the pairs and small groups, never below the p-value
     */
    public record SmallGroup(
            ImmutableIntArray accounts,
            ImmutableIntArray texts,
            ImmutableIntArray rows,
            long observed,
            double expected,
            double commitment,
            double pValue,
            double qValue) {}

    /**
     * Copies the lists.
     *
     * @param corpus as {@link #corpus()}
     * @param parameters as {@link #parameters()}; its order is kept
     * @param traffic as {@link #traffic()}
     * @param campaigns as {@link #campaigns()}
     * @param nearMisses as {@link #nearMisses()}
     * @param smallGroups as {@link #smallGroups()}
     * @param smallCandidates as {@link #smallCandidates()}
     * @param expectedFalse as {@link #expectedFalse()}
     * @param clusters as {@link #clusters()}
     * @param bursts as {@link #bursts()}
     * @param edges as {@link #edges()}
     * @param campaignOf as {@link #campaignOf()}
     * @param minAccounts as {@link #minAccounts()}
     */
    public Findings {
        parameters = ImmutableMap.copyOf(parameters);
        campaigns = List.copyOf(campaigns);
        nearMisses = List.copyOf(nearMisses);
        smallGroups = List.copyOf(smallGroups);
        clusters = List.copyOf(clusters);
        bursts = List.copyOf(bursts);
    }

    /**
     * Returns how many groups of accounts were tested, reported or not.
     *
     * @return the number of candidates
     */
    public int candidates() {
        return campaigns.size() + nearMisses.size();
    }

    /**
     * Tells whether nothing could be tested: a quiet result then says nothing. A group needs accounts, and p-values need
     * traffic to compare with.
     *
     * @return true if there was no candidate, and fewer than 100 posts or fewer accounts than a campaign has
     */
    public boolean isTooFew() {
        return candidates() == 0 && (traffic.posts() < FEW_POSTS || traffic.accounts() < minAccounts);
    }

    @Override
    public String toString() {
        return "Findings[posts=" + traffic.posts() + ", campaigns=" + campaigns.size() + ", nearMisses="
                + nearMisses.size() + ", smallGroups=" + smallGroups.size() + ", bursts=" + bursts.size() + "]";
    }
}
