/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Do many of the accounts address somebody, by an answer or a mention, in most of their posts of the campaign? Others are
 * asked the same of all their posts, if they have at least two.
 */
final class Addressing implements SupportingTest {
    static final String NAME = "addressing";
    private static final int POSTS = 2;
    private static final int LEAST = 20;

    @Override
    public Optional<Support> test(Corpus corpus, Campaign campaign) {
        BitSet addressed = new BitSet();
        for (ObjectKind kind : List.of(ObjectKind.REPLY, ObjectKind.MENTION)) {
            if (corpus.kinds().contains(kind)) {
                ObjectLayer layer = corpus.layer(kind);
                for (int act = 0; act < layer.acts(); act++) {
                    addressed.set(layer.row(act));
                }
            }
        }
        BitSet members = SupportingTests.members(campaign);
        BitSet rows = SupportingTests.rows(campaign);
        int[] posts = new int[corpus.accounts()];
        int[] with = new int[corpus.accounts()];
        for (int row = 0; row < corpus.size(); row++) {
            int account = corpus.account(row);
            if (!corpus.isRepost(row) && members.get(account) == rows.get(row)) {
                posts[account]++;
                with[account] += addressed.get(row) ? 1 : 0;
            }
        }
        int[] counts = new int[2];
        int[] most = new int[2];
        for (int a = 0; a < posts.length; a++) {
            if (posts[a] >= POSTS) {
                int side = members.get(a) ? 0 : 1;
                counts[side]++;
                most[side] += 2 * with[a] > posts[a] ? 1 : 0;
            }
        }
        if (addressed.isEmpty() || counts[0] == 0 || counts[1] < LEAST) {
            return Optional.empty();
        }
        double expected = counts[0] * (most[1] + 1.0) / (counts[1] + 1.0);
        return Optional.of(
                new Support(NAME, most[0], counts[0], expected, Math.min(1, Tails.poisson(most[0], expected))));
    }
}
