/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
final class Addressing {
    static final String NAME = "addressing";
    private static final int POSTS = 2;
    private static final int LEAST = 20;

    private final Corpus corpus;
    /** Rows that address somebody. */
    private final BitSet addressed = new BitSet();
    /** By account: its posts without reposts, and those of them that address somebody. */
    private final int[] posts;

    private final int[] with;
    /** Accounts with enough posts, and those of them most of whose posts address somebody. */
    private int counted;

    private int most;

    Addressing(Corpus corpus) {
        this.corpus = corpus;
        this.posts = new int[corpus.accounts()];
        this.with = new int[corpus.accounts()];
        for (ObjectKind kind : List.of(ObjectKind.REPLY, ObjectKind.MENTION)) {
            if (corpus.kinds().contains(kind)) {
                ObjectLayer layer = corpus.layer(kind);
                for (int act = 0; act < layer.acts(); act++) {
                    addressed.set(layer.row(act));
                }
            }
        }
        for (int row = 0; row < corpus.size(); row++) {
            if (!corpus.isRepost(row)) {
                posts[corpus.account(row)]++;
                with[corpus.account(row)] += addressed.get(row) ? 1 : 0;
            }
        }
        for (int a = 0; a < posts.length; a++) {
            counted += posts[a] >= POSTS ? 1 : 0;
            most += posts[a] >= POSTS && 2 * with[a] > posts[a] ? 1 : 0;
        }
    }

    Optional<Support> test(Campaign campaign) {
        int[] members = SupportingTests.members(campaign);
        int[] counts = {0, counted};
        int[] mosts = {0, most};
        for (int a : members) {
            counts[1] -= posts[a] >= POSTS ? 1 : 0;
            mosts[1] -= posts[a] >= POSTS && 2 * with[a] > posts[a] ? 1 : 0;
        }
        Map<Integer, int[]> ours = new HashMap<>();
        campaign.rows().stream().filter(row -> !corpus.isRepost(row)).forEach(row -> {
            int[] count = ours.computeIfAbsent(corpus.account(row), k -> new int[2]);
            count[0]++;
            count[1] += addressed.get(row) ? 1 : 0;
        });
        ours.values().stream().filter(count -> count[0] >= POSTS).forEach(count -> {
            counts[0]++;
            mosts[0] += 2 * count[1] > count[0] ? 1 : 0;
        });
        if (addressed.isEmpty() || counts[0] == 0 || counts[1] < LEAST) {
            return Optional.empty();
        }
        double expected = counts[0] * (mosts[1] + 1.0) / (counts[1] + 1.0);
        return Optional.of(
                new Support(NAME, mosts[0], counts[0], expected, Math.min(1, Tails.poisson(mosts[0], expected))));
    }
}
