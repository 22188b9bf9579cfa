/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;

/** The groups that are no campaigns, as the page shows them: pairs and small ones, and those that did not pass. */
record Groups(List<Group> small, List<Group> near) {
    private static final int MAX_GROUPS = 30;
    private static final int MAX_ACCOUNTS = 12;
    private static final int MAX_TEXTS = 2;
    private static final int LOOKED_AT = 200;
    private static final int HEAD = 200;

    /** One of them: why, who, how many more, and posts to look at. */
    record Group(String why, List<String> accounts, int others, double p, double q, List<String> texts) {}

    static Groups of(View view, Messages words) {
        Findings findings = view.findings();
        Why why = new Why(findings, words);
        return new Groups(
                Card.head(findings.smallGroups(), MAX_GROUPS).stream()
                        .map(s -> group(view, why.small(s), s.accounts(), s.pValue(), s.qValue(), s.rows()))
                        .toList(),
                Card.head(findings.nearMisses(), MAX_GROUPS).stream()
                        .map(m -> group(view, why.nearMiss(m), m.accounts(), m.pValue(), m.qValue(), m.rows()))
                        .toList());
    }

    private static Group group(
            View view, String why, ImmutableIntArray accounts, double p, double q, ImmutableIntArray rows) {
        Names names = view.names();
        List<String> shown = accounts.stream()
                .limit(MAX_ACCOUNTS)
                .mapToObj(a -> Names.head(names.account(a), 60))
                .toList();
        Stream<String> texts = rows.stream()
                .limit(LOOKED_AT)
                .mapToObj(names::text)
                .filter(t -> !t.isEmpty())
                .map(t -> Names.head(t, HEAD))
                .distinct()
                .limit(MAX_TEXTS);
        return new Group(why, shown, accounts.length() - shown.size(), p, q, texts.toList());
    }
}
