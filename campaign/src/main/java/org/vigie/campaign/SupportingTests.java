/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.List;
import org.vigie.campaign.findings.Campaign;

/** The supporting tests that are always asked, and what they share. */
final class SupportingTests {
    static final List<SupportingTest> DEFAULTS =
            List.of(new CreatedTogether(), new AfterSilence(), new NewLanguage(), new FirstMover(), new Addressing());

    private SupportingTests() {}

    static BitSet members(Campaign campaign) {
        BitSet members = new BitSet();
        campaign.members().forEach(m -> members.set(m.account()));
        return members;
    }

    static BitSet rows(Campaign campaign) {
        BitSet rows = new BitSet();
        campaign.rows().stream().forEach(rows::set);
        return rows;
    }
}
