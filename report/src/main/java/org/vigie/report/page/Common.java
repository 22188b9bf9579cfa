/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Member;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Signal;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

/**
 * What the accounts of a campaign have in common of one kind. A thing is in common if at least two of them have it. The
 * group that was tested may have more: things of one of the accounts, and of others that did not pass the test.
 *
 * @param kind which kind
 * @param things how many things at least two of the accounts have
 * @param most how many of the accounts have the most shared one
 * @param alone how many things only one of the accounts has
 */
record Common(ObjectKind kind, int things, int most, int alone) {

    /** One for each kind that is evidence, in its order. */
    static List<Common> of(Campaign campaign, Corpus corpus) {
        int[] members = members(campaign);
        List<Common> common = new ArrayList<>();
        for (Evidence e : campaign.evidence()) {
            if (e.signal() == Signal.SHARED && e.objects().isPresent()) {
                ObjectKind kind = e.objects().get();
                int[] accounts =
                        kind.equals(ObjectKind.TEXT) ? ofTexts(campaign, members, corpus) : ofObjects(campaign, kind);
                int things = (int) IntStream.of(accounts).filter(n -> n > 1).count();
                common.add(new Common(kind, things, IntStream.of(accounts).max().orElse(0), accounts.length - things));
            }
        }
        return common;
    }

    /** How many of the accounts have each text in the campaign. */
    private static int[] ofTexts(Campaign campaign, int[] members, Corpus corpus) {
        int[] rows = campaign.rows().toArray();
        return campaign.texts().stream()
                .map(TextCluster::rows)
                .mapToInt(all -> accounts(all, rows, members, corpus))
                .toArray();
    }

    /** The accounts of a campaign, ascending. */
    static int[] members(Campaign campaign) {
        return campaign.members().stream().mapToInt(Member::account).sorted().toArray();
    }

    /**
     * How many of a campaign's accounts have some posts.
     *
     * @param all the posts, of which those of the campaign count
     * @param rows the campaign's posts, ascending
     * @param members the campaign's accounts, ascending
     */
    static int accounts(ImmutableIntArray all, int[] rows, int[] members, Corpus corpus) {
        return (int) all.stream()
                .filter(row -> Arrays.binarySearch(rows, row) >= 0)
                .map(corpus::account)
                .filter(account -> Arrays.binarySearch(members, account) >= 0)
                .distinct()
                .count();
    }

    private static int[] ofObjects(Campaign campaign, ObjectKind kind) {
        return campaign.objects().stream()
                .filter(o -> o.kind().equals(kind))
                .mapToInt(SharedObject::accounts)
                .toArray();
    }
}
