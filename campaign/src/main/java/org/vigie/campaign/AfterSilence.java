/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;

/**
 * Did many of the accounts wake from a long silence with their first post of the campaign? A silence is a quarter of the
 * input's time, at least three days. An account is compared with others of about as many posts: how many of them have any
 * such silence.
 */
final class AfterSilence implements SupportingTest {
    static final String NAME = "after-silence";
    private static final long LEAST = Duration.ofDays(3).toMillis();
    private static final int CLASSES = 32;

    @Override
    public Optional<Support> test(Corpus corpus, Campaign campaign) {
        long span = corpus.time(corpus.size() - 1) - corpus.time(0);
        long silence = Math.max(LEAST, span / 4);
        if (span < 2 * silence) {
            return Optional.empty();
        }
        BitSet members = SupportingTests.members(campaign);
        BitSet begun = new BitSet();
        BitSet woken = new BitSet();
        BitSet silent = new BitSet();
        BitSet rows = SupportingTests.rows(campaign);
        long[] last = new long[corpus.accounts()];
        Arrays.fill(last, Long.MIN_VALUE);
        for (int row = 0; row < corpus.size(); row++) {
            int account = corpus.account(row);
            boolean isLong = last[account] != Long.MIN_VALUE && corpus.time(row) - last[account] >= silence;
            silent.set(account, silent.get(account) || isLong);
            if (rows.get(row) && !begun.get(account)) {
                begun.set(account);
                woken.set(account, isLong);
            }
            last[account] = corpus.time(row);
        }
        double[] share = shares(corpus, members, silent);
        double expected =
                members.stream().mapToDouble(a -> share[size(corpus, a)]).sum();
        woken.and(members);
        int observed = woken.cardinality();
        return Optional.of(new Support(
                NAME, observed, members.cardinality(), expected, Math.min(1, Tails.poisson(observed, expected))));
    }

    /** The share of others with a long silence, by how much they posted. */
    private static double[] shares(Corpus corpus, BitSet members, BitSet silent) {
        int[] all = new int[CLASSES];
        int[] with = new int[CLASSES];
        for (int a = 0; a < corpus.accounts(); a++) {
            if (!members.get(a)) {
                all[size(corpus, a)]++;
                with[size(corpus, a)] += silent.get(a) ? 1 : 0;
            }
        }
        double[] share = new double[CLASSES];
        Arrays.setAll(share, c -> (with[c] + 1.0) / (all[c] + 1.0));
        return share;
    }

    /** Twice as many posts, one class more. */
    private static int size(Corpus corpus, int account) {
        return CLASSES - 1 - Integer.numberOfLeadingZeros(Math.max(1, corpus.postsOf(account)));
    }
}
