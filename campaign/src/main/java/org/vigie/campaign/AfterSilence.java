/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;

/**
 * Did many of the accounts wake from a long silence with their first post of the campaign? A silence is a quarter of the
 * input's time, at least three days. An account is compared with others of about as many posts: how many of them have any
 * such silence.
 */
final class AfterSilence {
    static final String NAME = "after-silence";
    private static final long LEAST = Duration.ofDays(3).toMillis();
    private static final int CLASSES = 32;

    private final Corpus corpus;
    private final AccountRows rows;
    private final long span;
    private final long silence;
    /** Accounts with any long silence. */
    private final BitSet silent = new BitSet();
    /** By how much they posted: all accounts, and those with a long silence. */
    private final int[] all = new int[CLASSES];

    private final int[] with = new int[CLASSES];

    AfterSilence(Corpus corpus, AccountRows rows) {
        this.corpus = corpus;
        this.rows = rows;
        this.span = corpus.time(corpus.size() - 1) - corpus.time(0);
        this.silence = Math.max(LEAST, span / 4);
        long[] last = new long[corpus.accounts()];
        Arrays.fill(last, Long.MIN_VALUE);
        for (int row = 0; row < corpus.size(); row++) {
            int account = corpus.account(row);
            if (isAfterSilence(last[account], row)) {
                silent.set(account);
            }
            last[account] = corpus.time(row);
        }
        for (int a = 0; a < corpus.accounts(); a++) {
            all[size(corpus, a)]++;
            with[size(corpus, a)] += silent.get(a) ? 1 : 0;
        }
    }

    private boolean isAfterSilence(long last, int row) {
        return last != Long.MIN_VALUE && corpus.time(row) - last >= silence;
    }

    Optional<Support> test(Campaign campaign) {
        if (span < 2 * silence) {
            return Optional.empty();
        }
        int[] members = SupportingTests.members(campaign);
        int[] ours = campaign.rows().toArray();
        int[] others = all.clone();
        int[] silentOthers = with.clone();
        int observed = 0;
        for (int a : members) {
            others[size(corpus, a)]--;
            silentOthers[size(corpus, a)] -= silent.get(a) ? 1 : 0;
            observed += isWoken(a, ours) ? 1 : 0;
        }
        double expected = IntStream.of(members)
                .mapToDouble(a -> (silentOthers[size(corpus, a)] + 1.0) / (others[size(corpus, a)] + 1.0))
                .sum();
        return Optional.of(
                new Support(NAME, observed, members.length, expected, Math.min(1, Tails.poisson(observed, expected))));
    }

    /** Whether an account's first post of the campaign came after a long silence. */
    private boolean isWoken(int account, int[] ours) {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < rows.count(account); i++) {
            int row = rows.at(account, i);
            if (SupportingTests.has(ours, row)) {
                return isAfterSilence(last, row);
            }
            last = corpus.time(row);
        }
        return false;
    }

    /** Twice as many posts, one class more. */
    private static int size(Corpus corpus, int account) {
        return CLASSES - 1 - Integer.numberOfLeadingZeros(Math.max(1, corpus.postsOf(account)));
    }
}
