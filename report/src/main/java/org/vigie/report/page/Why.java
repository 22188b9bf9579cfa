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

/** Says in one sentence why a group is reported, or which test it did not pass and by how much. */
public final class Why {
    private final Findings findings;
    private final Messages words;

    /** Sentences about some findings, in the language of the words. */
    public Why(Findings findings, Messages words) {
        this.findings = findings;
        this.words = words;
    }

    /** Why a campaign is reported. */
    public String campaign(Campaign c) {
        long posts = 0;
        long all = 0;
        for (Campaign.Member member : c.members()) {
            posts += member.posts();
            all += member.allPosts();
        }
        String accounts = words.count("unit.account", c.members().size());
        String share = words.percent(all == 0 ? 0 : posts / (double) all);
        Optional<Evidence> tested = c.evidence().stream()
                .filter(e -> e.kind() == Evidence.Kind.ACCOUNTS && e.expected().isPresent())
                .findFirst();
        if (tested.isEmpty()) {
            return words.t("why.campaign.unknown", accounts, common(c), share);
        }
        return words.t(
                switch (tested.get().signal()) {
                    case COMMON_ADDRESSEES -> "why.campaign.addressed";
                    case COMMON_SWARMS -> "why.campaign.swarms";
                    default -> "why.campaign";
                },
                accounts,
                common(c),
                share,
                fewerThanOne(tested.get().expected().getAsDouble()),
                findings.traffic().accounts());
    }

    /** What a supporting test says. */
    public String support(Campaign.Support s) {
        String key = words.has("support." + s.test()) ? "support." + s.test() : "support.other";
        return words.t(key, s.observed(), s.of(), fewerThanOne(s.expected()), words.p(s.pValue()), s.test());
    }

    private String fewerThanOne(double expected) {
        return expected < 1 ? words.t("why.none") : words.d(expected, expected < 10 ? 1 : 0);
    }

    /** What the accounts share, by kind. */
    private String common(Campaign c) {
        List<String> parts = new ArrayList<>();
        for (Evidence e : c.evidence()) {
            if (e.signal() == Signal.SHARED) {
                parts.add(words.counted(
                        "why.shared", e.objects().map(k -> k.name()).orElse(""), Math.round(e.observed())));
            }
        }
        return String.join(", ", parts);
    }

    /** Why a pair or small group is reported. */
    public String small(SmallGroup s) {
        return words.t(
                "why.small",
                words.count("unit.account", s.accounts().length()),
                words.counted("why.shared", "text", s.texts().length()),
                words.percent(s.commitment()),
                s.observed(),
                fewerThanOne(s.expected()));
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
            case CHANCE ->
                words.t(
                        "why.miss.chance",
                        words.count("unit.account", m.observed()),
                        fewerThanOne(m.expected()),
                        words.t("why.alike." + m.explanation().label()),
                        words.p(m.failed().value()),
                        words.d(m.failed().limit(), 4));
        };
    }
}
