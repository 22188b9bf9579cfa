/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;

/**
 * Were many of the accounts opened within one week, more than the others' creation dates explain? The week is the best of
 * those that begin with a member; the p-value is corrected for their number (Bonferroni).
 */
final class CreatedTogether {
    static final String NAME = "created-together";
    private static final long WEEK = Duration.ofDays(7).toMillis();
    private static final int LEAST_MEMBERS = 3;
    private static final int LEAST_OTHERS = 20;

    private final Corpus corpus;
    /** Of all accounts, sorted. */
    private final long[] all;

    CreatedTogether(Corpus corpus) {
        this.corpus = corpus;
        this.all = dates(corpus, IntStream.range(0, corpus.accounts()));
    }

    Optional<Support> test(Campaign campaign) {
        long[] ours = dates(corpus, IntStream.of(SupportingTests.members(campaign)));
        int others = all.length - ours.length;
        if (ours.length < LEAST_MEMBERS || others < LEAST_OTHERS) {
            return Optional.empty();
        }
        Support best = new Support(NAME, 0, ours.length, 0, 1);
        for (int from = 0; from < ours.length; from++) {
            int count = within(ours, ours[from]);
            double share = (within(all, ours[from]) - count + 1.0) / (others + 1.0);
            double expected = share * ours.length;
            double p = Math.min(1, ours.length * Tails.poisson(count, expected));
            if (best.observed() == 0 || p < best.pValue()) {
                best = new Support(NAME, count, ours.length, expected, p);
            }
        }
        return Optional.of(best);
    }

    private static long[] dates(Corpus corpus, IntStream accounts) {
        return accounts.mapToObj(corpus::accountCreated)
                .flatMap(Optional::stream)
                .mapToLong(Instant::toEpochMilli)
                .sorted()
                .toArray();
    }

    /** How many of some sorted dates are in the week from a moment on. */
    private static int within(long[] dates, long from) {
        return first(dates, from + WEEK) - first(dates, from);
    }

    private static int first(long[] dates, long from) {
        int at = Arrays.binarySearch(dates, from);
        if (at < 0) {
            return ~at;
        }
        while (at > 0 && dates[at - 1] == from) {
            at--;
        }
        return at;
    }
}
