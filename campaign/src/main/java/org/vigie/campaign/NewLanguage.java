/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;

/**
 * Do many of the accounts write their other posts in another language than the campaign's? They are compared with others
 * who wrote in that language at all. Only accounts with at least three other posts count.
 */
final class NewLanguage {
    static final String NAME = "new-language";
    private static final int OTHER_POSTS = 3;
    private static final int LEAST = 20;

    private final Corpus corpus;
    private final AccountRows rows;
    /** By language: accounts that write in it and often enough, and those of them that mostly write in another. */
    private final Map<String, int[]> writers = new HashMap<>();

    NewLanguage(Corpus corpus, AccountRows rows) {
        this.corpus = corpus;
        this.rows = rows;
        for (int a = 0; a < corpus.accounts(); a++) {
            count(a);
        }
    }

    /** Adds an account to the languages that it writes in. */
    private void count(int account) {
        Map<String, Integer> posts = new HashMap<>();
        for (int i = 0; i < rows.count(account); i++) {
            posts.merge(corpus.language(rows.at(account, i)), 1, Integer::sum);
        }
        posts.forEach((language, n) -> {
            // one post in the language makes an account comparable; the others say what it otherwise does
            Side side = new Side(n - 1, rows.count(account) - 1);
            int[] counts = writers.computeIfAbsent(language, k -> new int[2]);
            counts[0] += side.isEnough() ? 1 : 0;
            counts[1] += side.isEnough() && side.isForeign() ? 1 : 0;
        });
    }

    /** What an account otherwise posted: in the language, and in all. */
    private record Side(int inIt, int others) {
        boolean isEnough() {
            return others >= OTHER_POSTS;
        }

        boolean isForeign() {
            return 2 * inIt < others;
        }
    }

    Optional<Support> test(Campaign campaign) {
        String language = campaign.languages().keySet().iterator().next();
        int[] members = SupportingTests.members(campaign);
        int[] ours = campaign.rows().toArray();
        int[] outside = writers.getOrDefault(language, new int[2]).clone();
        int counted = 0;
        int foreign = 0;
        for (int a : members) {
            int inIt = 0;
            int inCampaign = 0;
            int inBoth = 0;
            for (int i = 0; i < rows.count(a); i++) {
                int row = rows.at(a, i);
                boolean is = corpus.language(row).equals(language);
                boolean own = SupportingTests.has(ours, row);
                inIt += is ? 1 : 0;
                inCampaign += own ? 1 : 0;
                inBoth += is && own ? 1 : 0;
            }
            Side asOutsider = new Side(inIt - 1, rows.count(a) - 1);
            if (inIt > 0 && asOutsider.isEnough()) {
                outside[0]--;
                outside[1] -= asOutsider.isForeign() ? 1 : 0;
            }
            Side side = new Side(inIt - inBoth, rows.count(a) - inCampaign);
            if (inBoth > 0 && side.isEnough()) {
                counted++;
                foreign += side.isForeign() ? 1 : 0;
            }
        }
        if (counted == 0 || outside[0] < LEAST) {
            return Optional.empty();
        }
        double expected = counted * (outside[1] + 1.0) / (outside[0] + 1.0);
        return Optional.of(
                new Support(NAME, foreign, counted, expected, Math.min(1, Tails.poisson(foreign, expected))));
    }
}
