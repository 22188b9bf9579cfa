/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.Optional;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;

/**
 * Do many of the accounts write their other posts in another language than the campaign's? They are compared with others
 * who wrote in that language at all. Only accounts with at least three other posts count.
 */
final class NewLanguage implements SupportingTest {
    static final String NAME = "new-language";
    private static final int OTHER_POSTS = 3;
    private static final int LEAST = 20;

    @Override
    public Optional<Support> test(Corpus corpus, Campaign campaign) {
        String language = campaign.languages().keySet().iterator().next();
        BitSet members = SupportingTests.members(campaign);
        BitSet rows = SupportingTests.rows(campaign);
        int[] inIt = new int[corpus.accounts()];
        int[] others = new int[corpus.accounts()];
        BitSet speaks = new BitSet();
        for (int row = 0; row < corpus.size(); row++) {
            boolean is = corpus.language(row).equals(language);
            int account = corpus.account(row);
            if (is && (rows.get(row) || !members.get(account)) && !speaks.get(account)) {
                speaks.set(account); // the post in the language that makes an account comparable
            } else if (!rows.get(row)) {
                inIt[account] += is ? 1 : 0;
                others[account]++;
            }
        }
        int[] counts = new int[2];
        int[] foreign = new int[2];
        speaks.stream().filter(a -> others[a] >= OTHER_POSTS).forEach(a -> {
            int side = members.get(a) ? 0 : 1;
            counts[side]++;
            foreign[side] += 2 * inIt[a] < others[a] ? 1 : 0;
        });
        if (counts[0] == 0 || counts[1] < LEAST) {
            return Optional.empty();
        }
        double expected = counts[0] * (foreign[1] + 1.0) / (counts[1] + 1.0);
        return Optional.of(
                new Support(NAME, foreign[0], counts[0], expected, Math.min(1, Tails.poisson(foreign[0], expected))));
    }
}
