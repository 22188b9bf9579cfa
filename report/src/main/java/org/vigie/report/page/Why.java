/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Findings.NearMiss;
import org.vigie.campaign.findings.Findings.SmallGroup;
import org.vigie.campaign.findings.Signal;
import org.vigie.posts.Names;

/** Says in one sentence why a group is reported, or which test it did not pass and by how much. */
public final class Why {
    private static final int LENGTH = 60;

    private final Findings findings;
    private final Messages words;

    /** Sentences about some findings, in the language of the words. */
    public Why(Findings findings, Messages words) {
        this.findings = findings;
        this.words = words;
    }

    /** Why a campaign is reported. */
    public String campaign(Campaign c) {
        return (shared(c) + " " + found(c, "why.found")).strip();
    }

    /** What the accounts of a campaign have in common, without the test. */
    String shared(Campaign c) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words.t(
                switch (tested(c).map(Evidence::signal).orElse(Signal.SHARED)) {
                    case COMMON_ADDRESSEES -> "why.campaign.addressed";
                    case COMMON_SWARMS -> "why.campaign.swarms";
                    default -> "why.campaign";
                },
                words.count("unit.account", c.members().size())));
        for (Common common : Common.of(c, findings.corpus())) {
            if (common.things() > 0) {
                sentences.add(shared(common, c.members().size()));
            }
        }
        sentences.add(words.t("why.posts", words.percent(share(c))));
        return String.join(" ", sentences);
    }

    /** The test in a few words, where it was said before whom it compares; empty without a test. */
    String foundBriefly(Campaign c) {
        return found(c, "why.found.brief");
    }

    private String found(Campaign c, String key) {
        return tested(c)
                .map(e -> words.t(
                        key,
                        words.count("unit.account", Math.round(e.observed())),
                        words.expected(e.expected().orElse(0))))
                .orElse("");
    }

    private static Optional<Evidence> tested(Campaign c) {
        return c.evidence().stream()
                .filter(e -> e.kind() == Evidence.Kind.ACCOUNTS && e.expected().isPresent())
                .findFirst();
    }

    /** The campaign's posts among all that its accounts posted. */
    static double share(Campaign c) {
        long posts = 0;
        long all = 0;
        for (Campaign.Member member : c.members()) {
            posts += member.posts();
            all += member.allPosts();
        }
        return all == 0 ? 0 : posts / (double) all;
    }

    /** What the accounts share of one kind: many things that few have, or few that many have, read quite alike. */
    private String shared(Common common, int accounts) {
        String kind = common.kind().name();
        String key = words.has("why.shared." + kind + ".one") ? kind : "thing";
        return words.count("why.shared." + key, common.things(), common.most(), accounts, kind);
    }

    /**
     * What a supporting test says.
     *
     * @param s the test
     * @param names how accounts are called
     */
    public String support(Campaign.Support s, Names names) {
        String key = words.has("support." + s.test()) ? "support." + s.test() : "support.other";
        return words.t(
                key,
                s.observed(),
                s.of(),
                words.expected(s.expected()),
                words.p(s.pValue()),
                s.test(),
                s.account().isPresent()
                        ? Names.head(names.account(s.account().getAsInt()), LENGTH)
                        : words.t("support.somebody"));
    }

    /** Why a pair or small group is reported. */
    public String small(SmallGroup s) {
        return words.t(
                "why.small",
                words.count("unit.account", s.accounts().length()),
                words.count("unit.text", s.texts().length()),
                words.percent(s.commitment()),
                s.observed(),
                words.expected(s.expected()));
    }

    /** Which test a group did not pass, and by how much. */
    public String nearMiss(NearMiss m) {
        return switch (m.failed().test()) {
            case MEMBERS ->
                words.t(
                        "why.miss.members",
                        Math.round(m.failed().value()),
                        words.count("unit.account", m.accounts().length()),
                        Math.round(m.failed().limit()));
            case EXCLUSIVITY ->
                words.t(
                        "why.miss.exclusivity",
                        words.count("unit.account", m.observed()),
                        words.percent(m.failed().value()),
                        words.percent(m.failed().limit()));
            case ZEAL ->
                words.t(
                        "why.miss.zeal",
                        words.count("unit.account", m.observed()),
                        words.d(m.failed().value(), 2),
                        words.d(m.failed().limit(), 2));
            case CHANCE ->
                words.t(
                        "why.miss.chance",
                        words.count("unit.account", m.observed()),
                        words.expected(m.expected()),
                        words.t("why.alike." + m.explanation().label()),
                        words.p(m.failed().value()),
                        words.d(m.failed().limit(), 4));
        };
    }
}
