/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Member;
import org.vigie.campaign.findings.Campaign.State;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.Signal;
import org.vigie.campaign.findings.Traffic;
import org.vigie.core.file.Shown;
import org.vigie.posts.Names;

/**
 * The words at the head of the page: which input it is, what was found in it, and what that does not say.
 *
 * @param input the names of the files, and the days of the posts
 * @param lede what was found
 * @param caution what it does not say; empty if nothing was found
 * @param accounts how many different accounts the campaigns have
 */
record Overview(String input, String lede, String caution, int accounts) {
    private static final int MAX_FILES = 2;
    private static final int NAME_LENGTH = 60;

    static Overview of(View view, Messages words) {
        Findings findings = view.findings();
        BitSet accounts = new BitSet();
        BitSet rows = new BitSet();
        for (Campaign campaign : findings.campaigns()) {
            campaign.members().stream().mapToInt(Member::account).forEach(accounts::set);
            ImmutableIntArray own = campaign.rows();
            own.forEach(rows::set);
        }
        return new Overview(
                input(view, words),
                lede(findings, accounts.cardinality(), rows.cardinality(), words),
                findings.campaigns().isEmpty() ? "" : caution(findings, words),
                accounts.cardinality());
    }

    private static String input(View view, Messages words) {
        Traffic traffic = view.findings().traffic();
        List<String> parts = new ArrayList<>();
        view.inputs().stream()
                .limit(MAX_FILES)
                .map(i -> Names.head(Shown.line(i.file()), NAME_LENGTH))
                .forEach(parts::add);
        if (view.inputs().size() > MAX_FILES) {
            parts.add(words.count("input.more", view.inputs().size() - MAX_FILES));
        }
        parts.add(words.days(traffic.first(), traffic.last()));
        return words.t("input", String.join(" \u00B7 ", parts));
    }

    private static String lede(Findings findings, int accounts, int rows, Messages words) {
        Traffic traffic = findings.traffic();
        String published = words.published(traffic.first(), traffic.last());
        if (findings.campaigns().isEmpty()) {
            return words.t(
                    findings.isTooFew() ? "lede.few" : "lede.none",
                    words.count("unit.post", traffic.posts()),
                    words.count("unit.account", traffic.accounts()),
                    published);
        }
        return words.t(
                        "lede.found",
                        words.count("unit.post", traffic.posts()),
                        words.count("unit.account", traffic.accounts()),
                        published,
                        words.count("lede.groups", findings.campaigns().size()),
                        words.anyOf(acts(findings.campaigns(), words)))
                + " "
                + words.t(
                        "lede.share",
                        words.count("unit.different", accounts),
                        words.percent(accounts / (double) Math.max(1, traffic.accounts())),
                        words.count("unit.post", rows),
                        words.percent(rows / (double) Math.max(1, traffic.posts())));
    }

    /** What the accounts did together, in the order of the campaigns: nothing that no campaign shows. */
    private static List<String> acts(List<Campaign> campaigns, Messages words) {
        Set<String> acts = new LinkedHashSet<>();
        for (Campaign campaign : campaigns) {
            boolean isPool = campaign.evidence().stream()
                    .noneMatch(e -> e.signal() == Signal.COMMON_ADDRESSEES || e.signal() == Signal.COMMON_SWARMS);
            for (Evidence e : campaign.evidence()) {
                if (isPool == (e.signal() == Signal.SHARED)) {
                    String known = "lede.act."
                            + (isPool ? e.objects().map(k -> k.name()).orElse("") : e.label());
                    acts.add(words.has(known) ? words.t(known) : words.t("lede.act.other"));
                }
            }
        }
        return List.copyOf(acts);
    }

    private static String caution(Findings findings, Messages words) {
        boolean isUnreviewed = findings.campaigns().stream().anyMatch(c -> c.state() == State.MACHINE_SUSPECTED);
        return words.t("lede.caution") + (isUnreviewed ? " " + words.t("lede.unreviewed") : "");
    }
}
