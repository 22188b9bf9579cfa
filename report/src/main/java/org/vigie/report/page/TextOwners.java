/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.campaign.SuppliedTexts;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.posts.Corpus;

/** Of which campaign a text is that several accounts published, or why it is of none. */
final class TextOwners {
    private final Corpus corpus;
    private final Messages words;
    private final List<Campaign> campaigns;
    private final boolean isTooFew;
    /** The campaigns that have each cluster of texts, by its number in the report. */
    private final Map<Integer, List<String>> ids = new HashMap<>();
    /** Texts of small groups, by their numbers as objects. */
    private final BitSet small = new BitSet();
    /** Posts of groups that did not pass. */
    private final BitSet near = new BitSet();
    /** The first campaign of an account. */
    private final Map<Integer, Integer> campaignOf = new HashMap<>();

    TextOwners(Findings findings, Messages words) {
        this.corpus = findings.corpus();
        this.words = words;
        this.campaigns = findings.campaigns();
        this.isTooFew = findings.isTooFew();
        for (int c = 0; c < campaigns.size(); c++) {
            Campaign campaign = campaigns.get(c);
            campaign.texts()
                    .forEach(t ->
                            ids.computeIfAbsent(t.id(), k -> new ArrayList<>()).add(campaign.id()));
            for (Campaign.Member member : campaign.members()) {
                campaignOf.putIfAbsent(member.account(), c);
            }
        }
        findings.smallGroups().forEach(s -> s.texts().forEach(small::set));
        findings.nearMisses().forEach(m -> m.rows().forEach(near::set));
    }

    /**
     * What stands in the table.
     *
     * @param words the campaigns, or why there is none
     * @param section the section of the page that says more; empty if there is none
     */
    record Owner(String words, String section) {}

    Owner of(TextCluster text) {
        if (ids.containsKey(text.id())) {
            return new Owner(String.join(", ", ids.get(text.id())), "");
        }
        if (small.get(text.object())) {
            return new Owner(words.t("texts.none.small"), "small");
        }
        if (text.rows().stream().anyMatch(near::get)) {
            return new Owner(words.t("texts.none.near"), "near");
        }
        return new Owner(reason(text), "");
    }

    /** Why it is of no group at all, in the order in which the detector asks. */
    private String reason(TextCluster text) {
        if (isTooFew) {
            return words.t("texts.none.few");
        }
        if (text.rows().stream().allMatch(corpus::isRepost)) {
            return words.t("texts.none.repost");
        }
        if (text.rows().stream().noneMatch(row -> corpus.hasOwnText(row) && corpus.isSpecific(row))) {
            return words.t("texts.none.short");
        }
        if (isSupplied(text)) {
            return words.t("texts.none.page");
        }
        return partly(text).orElseGet(() -> words.t("texts.none.alone"));
    }

    /** Whether most of its posts have one link: its words are then those of a page or a button. */
    private boolean isSupplied(TextCluster text) {
        int[] textOfRow = new int[corpus.size()];
        Arrays.fill(textOfRow, -1);
        text.rows().stream()
                .filter(row -> corpus.hasOwnText(row) && corpus.isSpecific(row))
                .forEach(row -> textOfRow[row] = 0);
        BitSet it = new BitSet();
        it.set(0);
        return SuppliedTexts.among(corpus, it, textOfRow).get(0);
    }

    /** That the campaign with most of its accounts has only some of them. */
    private Optional<String> partly(TextCluster text) {
        Map<Integer, Integer> accounts = new TreeMap<>();
        text.rows().stream()
                .map(corpus::account)
                .distinct()
                .filter(campaignOf::containsKey)
                .forEach(a -> accounts.merge(campaignOf.get(a), 1, Integer::sum));
        return accounts.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(e -> words.count(
                        "texts.none.part",
                        e.getValue(),
                        text.accounts(),
                        campaigns.get(e.getKey()).id()));
    }
}
